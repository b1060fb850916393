"""Other articles under a label: to the end of the page behind a tail label, a few lines behind a box label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.claims import strongest
from cleaner.settle.lines.bounds import Bounds, find_bounds
from cleaner.settle.lines.cards import Card, can_be_title, read_cards
from cleaner.settle.lines.claims import weak_claim
from cleaner.settle.lines.view import Line, View, restates

_INSIDE = frozenset({Role.CAPTION, Role.CREDIT, Role.RELATED, Role.DATE, Role.AGENCY_SOURCE, Role.SECTION})
_LAST = frozenset({None, Role.CAPTION, Role.CREDIT, Role.RELATED, Role.RELATED_LABEL, Role.TITLE})
_RESUMES = 3  # paragraphs in a row that no title interrupts: the story goes on
_CLOSES = 2  # paragraphs behind the last title, none of them its teaser: they close the story
_INLINE = 2  # titles under a label in the middle of a story, as papers outside of Vietnam print them
_STRANGE = 0.8  # share of new names and numbers from which several paragraphs are not the story gone on
_OLD_NEWS = 0.5  # the same for one paragraph, and the share of its word pairs that the story may have
_BOND = 0.2  # share of a title's word pairs that its teaser takes up
_MIN_TITLE_CHARS = 15


def settle_offers(board: Board, view: View) -> None:
    end, bounds = _end(board, view), find_bounds(view)
    for line in view.lines[:end]:
        claim = strongest(board.claims[line.number])
        if board.role(line.number) is Role.RELATED_LABEL and claim is not None and claim.rule.opens:
            lines = list(_behind(board, view, bounds, line.number, end))
            tail = claim.rule.opens == "tail" and bounds.is_story_over(line.number)
            run = _tail(view, lines, line.number) if tail else _box(view, lines, line.number)
            judge_cards(board, run, f"under the label “{line.text[:40]}”", claim.rule.confidence)


def judge_cards(board: Board, lines: Sequence[Line], reason: str, confidence: float) -> None:
    """Every line of the run becomes part of a card; `assemble` reads the part from the rule's name."""
    pictured = frozenset(line.number for line in lines if board.role(line.number) in (Role.CAPTION, Role.CREDIT))
    for card in read_cards(lines, pictured):
        judge_card(board, card, reason, confidence)


def judge_card(board: Board, card: Card, reason: str, confidence: float) -> None:
    for line, part in card.parts:
        board.judge(line.number, Role.RELATED, f"shape.related-{part}", f"{part} {reason}", confidence)


def _end(board: Board, view: View) -> int:
    """Where the last lines begin that sign the story or belong to the page."""
    end = len(view.lines)
    while end and (board.role(end - 1) not in _LAST or weak_claim(board, end - 1, Role.BYLINE)):
        end -= 1
    return end


def _behind(board: Board, view: View, bounds: Bounds, label: int, end: int) -> Iterator[Line]:
    """The lines after the label up to that end, another label or the story."""
    for number in range(label + 1, end):
        role, line = board.role(number), view.lines[number]
        if role is Role.RELATED_LABEL or (role is None and bounds.is_reached(line, label)):
            return
        if role is None or role in _INSIDE:
            yield line


def _tail(view: View, lines: list[Line], label: int) -> list[Line]:
    """All of the lines, unless the story goes on: several paragraphs in a row about what it has told."""
    run = 0
    for number, line in enumerate(lines):
        run = run + 1 if line.is_paragraph else 0
        if run == _RESUMES and (begin := _resumes(view, lines, number - _RESUMES + 1, number + 1, label)) is not None:
            return lines[:begin]
    ends = len(list(takewhile(lambda line: line.is_paragraph, reversed(lines))))
    begin = _resumes(view, lines, len(lines) - ends, len(lines), label) if _CLOSES <= ends < len(lines) else None
    if begin is not None and len(lines) - begin >= _CLOSES:
        return lines[:begin]
    box = _box(view, lines, label)
    rest = lines[len(box) :]
    goes_on = 0 < len(box) <= _INLINE and rest and rest[0].is_paragraph and not _is_bonded(box[-1], rest[0])
    return box if goes_on and _resumes(view, lines, len(box), len(box) + 1, label) is not None else lines


def _resumes(view: View, lines: list[Line], begin: int, end: int, label: int) -> int | None:
    """Where in these paragraphs the story goes on; None when they tell of something else."""
    begin += begin > 0 and _is_bonded(lines[begin - 1], lines[begin])  # the first is a title's teaser
    new = view.novelty(lines[begin:end], label)
    return begin if new is None or new < _STRANGE else None


def _is_bonded(title: Line, teaser: Line) -> bool:
    return can_be_title(title) and restates(title, [teaser]) >= _BOND


def _box(view: View, lines: list[Line], label: int) -> list[Line]:
    """The titles right behind the label, each with its teaser if it has one."""
    taken: list[Line] = []
    for number, line in enumerate(lines):
        behind = taken[-1] if taken else None
        if _offers(line, lines[number + 1 : number + 2]) or (behind and _is_teaser(view, line, behind, label)):
            taken.append(line)
        else:
            break
    return taken


def _offers(line: Line, behind: Sequence[Line]) -> bool:
    """A title; a short line right above a paragraph that does not take it up is a heading of the story."""
    if not can_be_title(line) or line.chars < _MIN_TITLE_CHARS or (line.bullet and len(line.words) < 4):
        return False
    return line.is_headline or not behind or not behind[0].is_paragraph or restates(line, behind) >= _BOND


def _is_teaser(view: View, line: Line, title: Line, label: int) -> bool:
    if not (line.is_paragraph and _is_bonded(title, line)):
        return False
    new = view.novelty([line], label)
    told = sum(view.first_pair[pair] < label for pair in line.pairs)
    return told < _OLD_NEWS * len(line.pairs) and (new is None or new >= _OLD_NEWS)
