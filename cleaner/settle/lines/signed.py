"""What stands behind the story's signature: other articles and buttons, though nothing announces them."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.cards import can_be_title
from cleaner.settle.lines.claims import is_bare, weak_claim
from cleaner.settle.lines.offers import judge_cards
from cleaner.settle.lines.signature import is_furniture, is_signature, positional_claim
from cleaner.settle.lines.view import Line, View

_MIN_STORY = 3  # paragraphs above a signature
_MOST_NAMES = 2  # more lines that are only a name head the sections of a list
_MIN_TITLE, _SURE_CHARS = 4, 36  # words; characters of a title alone
_MAX_TEASER, _TEASER_SENTENCES = 400, 3
_SIGNS = frozenset({Role.BYLINE, Role.AGENCY_SOURCE})
_PAGE = frozenset(
    {
        Role.SHARE_WIDGET, Role.TAGS, Role.RELATED_LABEL, Role.SOURCE_URL, Role.COMMENT, Role.DATE, Role.CHROME,
        Role.PROMO,
    }
)  # fmt: skip
_FOOT = _PAGE - {Role.DATE} | {Role.LEGAL, Role.AD}
_MIN_FOOT, _MIN_SENTENCE = 2, 40  # lines; characters


def settle_signed(board: Board, view: View) -> None:
    _settle_foot(board, view)
    signed = _signature(board, view)
    if signed is None or is_bare(board):
        return
    behind = [line for line in view.lines[signed.number + 1 :] if board.role(line.number) is None]
    short = {line.number for line in behind if is_furniture(line) and not _has_teaser(line, view)}
    offers = [line for line in behind if line.number not in short]
    followed = any(board.role(line.number) in _PAGE for line in view.lines[signed.number + 1 :])
    several = len(offers) > 1 or any(line.chars >= _SURE_CHARS for line in offers)
    if not (followed or several) or not _are_offers(offers):
        return
    _settle_name(board, signed)
    if offers:
        judge_cards(board, offers, "behind the signature", 0.7)
    _settle_buttons(board, view, signed.number)


def _settle_name(board: Board, line: Line) -> None:
    named, claim = weak_claim(board, line.number, Role.BYLINE), positional_claim(board, line, "tail")
    if board.role(line.number) is not None:
        return
    if claim:
        board.judge(line.number, claim.rule.role, claim.rule.id, claim.evidence, claim.rule.confidence)
    elif named:
        board.judge(line.number, Role.BYLINE, named, "a name behind the story, above what is not its own", 0.75)


def _signature(board: Board, view: View) -> Line | None:
    """The last line that signs, or the only one that can, with enough of a story above it."""
    names = [line for line in view.lines if board.role(line.number) is None and _can_sign(board, line)]
    last = next((line for line in reversed(view.lines) if board.role(line.number) in _SIGNS), None)
    if len(names) <= _MOST_NAMES:
        last = max([*names, *([last] if last else [])], key=lambda line: line.number, default=None)
    if last is None:
        return None
    above = sum(line.is_paragraph and board.role(line.number) is None for line in view.lines[: last.number])
    return last if above >= _MIN_STORY else None


def _can_sign(board: Board, line: Line) -> bool:
    if positional_claim(board, line, "tail") is not None:
        return True
    return weak_claim(board, line.number, Role.BYLINE) is not None and is_signature(board, line)


def _are_offers(lines: Sequence[Line]) -> bool:
    """Titles, each with a short teaser or none; the first of them is no paragraph."""
    titled = False
    for line in lines:
        if titled and _can_tease(line):
            titled = False
        elif can_be_title(line) and len(line.words) >= _MIN_TITLE and not line.bullet and not line.timed:
            titled = True
        else:
            return False
    return True


def _has_teaser(line: Line, view: View) -> bool:
    """A title of a few words, with a sentence right below it."""
    below = view.lines[line.number + 1 : line.number + 2]
    return len(line.words) >= _MIN_TITLE and can_be_title(line) and any(map(_can_tease, below))


def _can_tease(line: Line) -> bool:
    told = line.is_paragraph or (line.stop == "." and line.chars >= _MIN_SENTENCE)
    return told and line.chars <= _MAX_TEASER and line.sentences <= _TEASER_SENTENCES


def _settle_foot(board: Board, view: View) -> None:
    """Behind the last paragraph of a text that kept several buttons and labels, a few words alone are such, too."""
    open_lines = [line for line in view.lines if board.role(line.number) is None]
    last = max((line.number for line in open_lines if line.stop and line.chars >= _MIN_SENTENCE), default=None)
    page = [line.number for line in view.lines if board.role(line.number) in _FOOT]
    page = [number for number in page if last is not None and number > last]
    for line in open_lines if len(page) >= _MIN_FOOT else ():
        if line.number > page[0] and is_furniture(line):
            board.judge(line.number, Role.CHROME, "shape.behind-story", "a few words among buttons below it", 0.6)


def _settle_buttons(board: Board, view: View, signed: int) -> None:
    """A word or two behind a button, label or address; right behind the name it is an office."""
    page = False
    for line in view.lines[signed + 1 :]:
        page = page or board.role(line.number) in _PAGE
        if page and board.role(line.number) is None and is_furniture(line):
            board.judge(line.number, Role.CHROME, "shape.behind-signature", "a word or two behind the story", 0.6)
