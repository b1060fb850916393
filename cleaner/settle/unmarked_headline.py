"""A headline that no markup names and no head declares: above the date in a box of its own, or beside it in bold or,
as portals print it, in an <h3>."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.flags import HEADING_TAGS
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.labels import ancestors
from cleaner.text import without_date_line

_PARAGRAPH = 80  # characters of the story's first paragraph
_MIN_CHARS, _MAX_CHARS = 15, 200
_REACH = 6  # blocks above that paragraph
_BOLD_SHARE = 0.9
_AWAY = f.NAV | f.FOOTER | f.DIALOG | f.LIST
_STOPS = (".", ",", ";", ":")
_WORDS = 5  # of a line that is not bold


def settle_unmarked_headline(board: Board) -> None:
    """The bold line or heading above the first paragraph is the title where a date stands under it or a section above;
    a plain one where the date is the very next line, in the same element as the story's."""
    if board.having(Role.TITLE):
        return
    story = board.having(*BODY_ROLES)
    first = next((block.index for block in story if len(block.text) >= _PARAGRAPH), 0)
    for block in reversed(board.blocks[max(0, first - _REACH) : first]):
        if _is_line(board, block) and _is_framed(board, block, first):
            evidence = "a line above the story, beside its date or section"
            board.judge(block.index, Role.TITLE, "headline.unmarked", evidence, 0.7)
            return


def _is_line(board: Board, block: Block) -> bool:
    """Words without a link that end as no sentence does, and that are nothing else."""
    line, _ = without_date_line(block.text)
    return (
        _MIN_CHARS <= len(line) <= _MAX_CHARS
        and not block.links
        and not block.flags & _AWAY
        and not line.endswith(_STOPS)
        and (board.role(block.index) is None or board.role(block.index) in BODY_ROLES)
    )


def _is_framed(board: Board, block: Block, first: int) -> bool:
    line, date = without_date_line(block.text)
    if date and block.bold_chars >= len(line) * _BOLD_SHARE:
        return True
    if block.tag not in HEADING_TAGS and block.bold_chars < len(block.text) * _BOLD_SHARE:
        return _is_above_date(board, block, first)
    dated = any(_is_dated(board, other) for other in range(block.index + 1, first))
    return dated or (block.index > 0 and board.role(block.index - 1) is Role.SECTION)


def _is_above_date(board: Board, block: Block, first: int) -> bool:
    """Several words, and the date on the next line in an element beside it that leads to the story."""
    if block.index + 1 >= first or not _is_dated(board, block.index + 1) or len(block.text.split()) < _WORDS:
        return False
    home = set(ancestors(board, board.blocks[first]))
    holder = board.document.containers[block.container] if block.container >= 0 else -1
    return holder in home and board.stands_in(board.blocks[block.index + 1], holder)


def _is_dated(board: Board, index: int) -> bool:
    """A date line, also where the judge took it for a cell of the story."""
    return any(claim.rule.role is Role.DATE and not claim.rule.weak for claim in board.claims[index])
