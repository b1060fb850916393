"""A whole page flattened to text: the trained judge finds the story's lines, and the steps read these alone.

Menus, boxes and footers would mislead steps that know a story by what stands around it; a page without them, which is
most of what scrapers send, has no scores and is read whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from cleaner.model import KEPT_ROLES, Document, Role
from cleaner.rulebook import Claim
from cleaner.settle.board import Board
from cleaner.settle.claims import strongest
from cleaner.settle.lines.view import Line, View, look
from cleaner.settle.threshold import keep_from
from cleaner.text import fold

#: Lines that the steps read too: up to the headline, behind the story, between two pieces of it.
_ABOVE, _BELOW, _BETWEEN = 40, 3, 3
_FAINT = 0.1  # what is less likely, and no rule knows, is not read behind the story
_MIN_TITLE = 12  # letters of a title that the page's first line begins with
_ROW = 8  # lines: what is farther from the story before it begins another row
_MOST = 0.9  # of the story: what stands above its headline then is no part of it
_TOLD = 0.3  # share of a headline's words that the story has
_MIN_WORDS, _USUAL_WORDS, _MAX_CHARS = 3, 7, 200
_OFFER_WORDS = 6
_OF_STORY = frozenset({Role.TITLE, Role.DATE, Role.BYLINE, Role.AGENCY_SOURCE, Role.SOURCE_URL, Role.SECTION})


def settle_whole_page(board: Board, settle_story: Callable[[Board], None]) -> None:
    """settle_story: gives each line of a text that has nothing but a story its verdict."""
    least = keep_from(zip((len(block.text) for block in board.blocks), board.scores, strict=True))
    story = [number for number, score in enumerate(board.scores) if score >= least and not _firm(board, number)]
    if not story:
        settle_story(board)
        return
    view = look(board.document)
    story = _without_stragglers(view, story)
    opening = _opening(view, story)
    headline = _headline(board, view, opening, story)
    top = opening if headline is None else headline
    below = [number for number in story if number >= top]
    if _chars(view, below) >= _MOST * _chars(view, story):
        story = below
    lines = sorted({*story, *_beside(board, view, story, top, opening)})
    told = frozenset(story)
    part = Board(_part(board.document, lines), [board.claims[number] for number in lines])
    settle_story(part)
    for number, verdict in zip(lines, part.result(), strict=True):
        if number in told or not verdict.kept or (verdict.role is Role.HEADING and number + 1 in told):
            board.judge(number, verdict.role, verdict.rule, verdict.evidence, verdict.confidence)
    if headline is not None and not board.having(Role.TITLE):
        board.judge(headline, Role.TITLE, "shape.title", "stands above the story, which tells its words", 0.7)
    _settle_outside(board, view, story[0])


def _chars(view: View, numbers: Iterable[int]) -> int:
    return sum(view.lines[number].chars for number in numbers)


def _part(document: Document, lines: Sequence[int]) -> Document:
    blocks = (document.blocks[number]._replace(index=place) for place, number in enumerate(lines))
    return replace(document, blocks=tuple(blocks))


def _without_stragglers(view: View, story: list[int]) -> list[int]:
    """The story up to its last sentence, or to what stands close behind it: a headline farther down is another's."""
    end = len(story)
    while end > 1 and story[end - 1] - story[end - 2] > _BETWEEN + 1 and not view.lines[story[end - 1]].stop:
        end -= 1
    return story[:end]


def _opening(view: View, story: Sequence[int]) -> int:
    """Where the longest row of the story's lines has its first paragraph."""
    rows = [[story[0]]]
    for number in story[1:]:
        if number - rows[-1][-1] > _ROW:
            rows.append([])
        rows[-1].append(number)
    main = max(rows, key=lambda row: _chars(view, row))
    return next((number for number in main if view.lines[number].is_paragraph), main[0])


def _beside(board: Board, view: View, story: Sequence[int], headline: int, opening: int) -> Iterator[int]:
    """The lines from the headline down, the few between two pieces of the story, and those right behind it."""
    yield from range(headline, opening)
    for before, after in pairwise(story):
        if after - before <= _BETWEEN + 1:
            yield from range(before + 1, after)
    below = range(story[-1] + 1, min(story[-1] + _BELOW + 1, len(view.lines)))
    yield from takewhile(lambda number: board.scores[number] >= _FAINT or _signs(board, number), below)


def _headline(board: Board, view: View, opening: int, story: Sequence[int]) -> int | None:
    """The line above the story that the page's first line repeats; else the one whose words the story tells most of."""
    above = view.lines[max(0, opening - _ABOVE) : opening][::-1]
    page = fold(view.lines[0].text)
    for line in above:
        title = fold(line.text)
        if line.number and len(title) >= _MIN_TITLE and title in page:
            return line.number
    told = frozenset[str]().union(*(view.lines[number].words for number in story if number >= opening))
    likely = {line.number: _likeness(board, line, told, place) for place, line in enumerate(above) if _can_head(line)}
    best = max(likely, key=likely.__getitem__, default=None)
    return best if best is not None and likely[best] >= _TOLD else None


def _can_head(line: Line) -> bool:
    ends_open = line.stop in ("", "?", "!") and not line.bullet
    return ends_open and len(line.words) >= _MIN_WORDS and line.chars <= _MAX_CHARS


def _likeness(board: Board, line: Line, told: frozenset[str], place: int) -> float:
    """The share of its words that the story has; more for a heading's sign, less for few words and lines between."""
    marked = board.blocks[line.number].text.startswith("#")
    return sum(word in told for word in line.words) / max(len(line.words), _USUAL_WORDS) + marked / 2 - place / 50


def _settle_outside(board: Board, view: View, first: int) -> None:
    for block in board.undecided():
        claim = _firm(board, block.index)
        if claim is not None:
            board.judge(block.index, claim.rule.role, claim.rule.id, claim.evidence, claim.rule.confidence)
        else:
            _settle_by_shape(board, view.lines[block.index], first)


def _signs(board: Board, number: int) -> bool:
    """Whether a rule knows the line as one of those that end a story: who wrote it, when, for whom."""
    return any(claim.rule.role in _OF_STORY for claim in board.claims[number])


def _firm(board: Board, number: int) -> Claim | None:
    """What a rule says for certain of a line that is no part of a story, wherever it stands."""
    claim = strongest(board.claims[number])
    apart = claim is not None and claim.rule.role not in KEPT_ROLES and claim.rule.role not in _OF_STORY
    return claim if apart else None


def _settle_by_shape(board: Board, line: Line, first: int) -> None:
    score = board.scores[line.number]
    if line.number > first and _is_offer(line):
        board.judge(line.number, Role.RELATED, "shape.related-title", f"a headline apart; p={score:.2f}", 1 - score)
    else:
        board.judge(line.number, Role.CHROME, "judge.furniture", f"not part of the story; p={score:.2f}", 1 - score)


def _is_offer(line: Line) -> bool:
    """A headline, also as an item of a list."""
    return line.is_headline or (line.bullet and not line.stop and len(line.words) >= _OFFER_WORDS)
