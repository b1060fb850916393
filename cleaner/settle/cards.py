"""Other articles offered as a row of cards: a linked title each, a sentence or two under it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile, zip_longest

from cleaner.flags import HEADING_TAGS, LINK
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board

_MIN_CARDS = 2
_MAX_ROWS = 200  # a page that is no attack has a handful
_MIN_ROW = 3  # cards that stand in no elements of their own
_MAX_TEASER, _MAX_PIECES = 300, 3  # characters and blocks under a title
_MIN_TITLE = 12
_MIN_STORY = 300  # characters that the story has besides the cards
_PARAGRAPH, _NEAR = 40, 2  # characters of a brief's first; blocks above it
_MOST = 0.7  # the judge's mean probability under which a row is no part of the story
_TITLES, _TEASERS = 0.65, 0.9  # the same of the titles of a row and of what stands under them, wherever it stands
_TITLE_RULE, _TEASER_RULE = "shape.card.related-title", "shape.card.related-summary"
_OPEN = BODY_ROLES | {None, Role.BYLINE}  # who wrote another article signs nothing here
_Card = list[Block]


def settle_cards(board: Board) -> None:
    """Such a row is other articles as a whole: under their label, or behind the story where the judge doubts it."""
    rows = (row for row in _rows(board) if len(row) >= _MIN_CARDS)
    for row in islice(rows, _MAX_ROWS):
        if _is_labelled(board, row) or _is_doubtful(board, row) or _is_left_out(board, row):
            evidence = f"one of {len(row)} cards with a linked title"
            for title, *teaser in row:
                _judge(board, title, _TITLE_RULE, evidence)
                for block in teaser:
                    _judge(board, block, _TEASER_RULE, evidence)


def _judge(board: Board, block: Block, rule: str, evidence: str) -> None:
    if board.role(block.index) in _OPEN:
        board.judge(block.index, Role.RELATED, rule, evidence, 0.75)


def _rows(board: Board) -> Iterator[list[_Card]]:
    """Cards that follow each other and stand in one element."""
    row: list[_Card] = []
    for card in _cards(board) if board.scores else ():
        if row and (card[0].index != row[-1][-1].index + 1 or not _are_alike(board, row[-1], card)):
            yield row
            row = []
        row.append(card)
    yield row


def _cards(board: Board) -> Iterator[_Card]:
    """Each linked title with the few blocks behind it that share its element."""
    linked = (block for block in board.blocks if block.flags & LINK or block.link_chars >= _MIN_TITLE)
    titles = [block for block in linked if _is_title(block)]
    for title, after in zip_longest(titles, titles[1:]):
        teaser = _under(board, title, after.index if after else len(board.blocks))
        if len(teaser) <= _MAX_PIECES and sum(len(piece.text) for piece in teaser) <= _MAX_TEASER:
            yield [title, *teaser]


def _is_title(block: Block) -> bool:
    linked = bool(block.flags & LINK) and block.tag in HEADING_TAGS
    return block.container >= 0 and len(block.text) >= _MIN_TITLE and (linked or block.link_chars >= len(block.text))


def _under(board: Board, title: Block, end: int) -> list[Block]:
    """At most one block more than a card may have, and none from the next title on."""
    behind = board.blocks[title.index + 1 : min(end, title.index + 2 + _MAX_PIECES)]
    if not behind:
        return []
    home = board.parent(title)
    return list(takewhile(lambda block: _is_inside(board, block, title, home), behind))


def _is_inside(board: Board, block: Block, title: Block, home: int) -> bool:
    """Beside the title, below it, in an element beside it, or text right in the element that holds the title."""
    above = board.parent(block)
    beside = above in (title.container, home) or block.container == home
    return beside or (above >= 0 and board.document.containers[above] == home >= 0)


def _are_alike(board: Board, before: _Card, card: _Card) -> bool:
    """Of one make, and in one element or in elements that stand in one."""
    above, beside = board.parent(before[0]), board.parent(card[0])
    parents = board.document.containers
    for _ in range(3):
        if above == beside or min(above, beside) < 0:
            break
        above, beside = parents[above], parents[beside]
    return above == beside >= 0 and before[0].tag == card[0].tag


def _are_apart(board: Board, row: list[_Card]) -> bool:
    """Each card in an element of its own."""
    return len({_home(board, card) for card in row}) == len(row)


def _home(board: Board, card: _Card) -> int:
    """The element of a card: around its title, or the title's own where the teaser stands in it."""
    title, *teaser = card
    inside = any(board.parent(block) == title.container for block in teaser)
    return title.container if inside else board.parent(title)


def _is_labelled(board: Board, row: list[_Card]) -> bool:
    """Right under the label of other articles; cards in no elements of their own only where no story follows."""
    first = row[0][0].index
    if not first or board.role(first - 1) is not Role.RELATED_LABEL:
        return False
    if any(board.role(block.index) is Role.RELATED_LABEL for card in row for block in card):
        return False  # it is the button "Read more" of each card, and no label
    if _are_apart(board, row):
        return True
    return _are_even(row) and not any(block.index > row[-1][-1].index for block in board.having(*BODY_ROLES))


def _is_left_out(board: Board, row: list[_Card]) -> bool:
    """On a page of news, anywhere: the judge doubts the titles and is not sure of what stands under them."""
    teasers = [block for _, *teaser in row for block in teaser] if board.is_news else []
    if not teasers:
        return False
    left = (
        sum(board.scores[title.index] for title, *_ in row) < _TITLES * len(row)
        and 0 < sum(board.scores[block.index] for block in teasers) < _TEASERS * len(teasers)
        and (_are_apart(board, row) or _are_even(row))
    )
    return left and (_told_besides(board, row) >= _MIN_STORY or _is_behind_brief(board, row))


def _is_behind_brief(board: Board, row: list[_Card]) -> bool:
    """The first paragraph behind the headline stands above the row, and under no other article's title."""
    title = next((block.index for block in board.having(Role.TITLE)), len(board.blocks))
    first = next((block for block in board.having(Role.BODY) if block.index > title), None)
    if first is None or first.index > row[0][0].index or len(first.text) < _PARAGRAPH:
        return False
    near = board.blocks[max(0, first.index - _NEAR) : first.index + 1]
    return not any(block.link_chars >= _MIN_TITLE and _is_title(block) for block in near)


def _told_besides(board: Board, row: list[_Card]) -> int:
    """How many characters of the story stand outside of the row."""
    inside = {block.index for card in row for block in card}
    return sum(len(block.text) for block in board.having(*BODY_ROLES) if block.index not in inside)


def _are_even(row: list[_Card]) -> bool:
    """Several cards, with one block under each title."""
    return len(row) >= _MIN_ROW and len({len(card) for card in row}) == 1 == len(row[0]) - 1


def _is_doubtful(board: Board, row: list[_Card]) -> bool:
    inside = {block.index for card in row for block in card}
    if not any(board.role(index) in BODY_ROLES for index in inside):
        return False  # most rows are menus
    if not (row[0][0].tag in HEADING_TAGS or _are_even(row)) or not _are_apart(board, row):
        return False
    story = [block for block in board.having(*BODY_ROLES) if block.index not in inside]
    return (
        sum(len(block.text) for block in story) >= _MIN_STORY
        and story[-1].index < min(inside)
        and sum(board.scores[index] for index in inside) < _MOST * len(inside)
    )
