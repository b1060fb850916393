"""A headline that no markup names and no head declares: old pages print it in bold, and portals in an <h3>, between
section and date."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.story import HEADING_TAGS

_PARAGRAPH = 80  # characters of the story's first paragraph
_MIN_CHARS, _MAX_CHARS = 15, 200
_REACH = 6  # blocks above that paragraph
_BOLD_SHARE = 0.9
_AWAY = f.NAV | f.FOOTER | f.DIALOG | f.LIST
_STOPS = (".", ",", ";", ":")


def settle_unmarked_headline(board: Board) -> None:
    """The bold line above the first paragraph becomes the title where a date stands under it or a section above it."""
    if board.having(Role.TITLE):
        return
    story = board.having(*BODY_ROLES)
    first = next((block.index for block in story if len(block.text) >= _PARAGRAPH), 0)
    for block in reversed(board.blocks[max(0, first - _REACH) : first]):
        if _is_line(board, block) and _is_framed(board, block, first):
            evidence = "a bold line above the story, beside its date or section"
            board.judge(block.index, Role.TITLE, "headline.unmarked", evidence, 0.7)
            return


def _is_line(board: Board, block: Block) -> bool:
    """Bold words or a heading, without a link, that end as no sentence does and are nothing else."""
    size = len(block.text)
    return (
        _MIN_CHARS <= size <= _MAX_CHARS
        and not block.links
        and not block.flags & _AWAY
        and (block.tag in HEADING_TAGS or block.bold_chars >= size * _BOLD_SHARE)
        and not block.text.endswith(_STOPS)
        and (board.role(block.index) is None or board.role(block.index) in BODY_ROLES)
    )


def _is_framed(board: Board, block: Block, first: int) -> bool:
    dated = any(_is_dated(board, other) for other in range(block.index + 1, first))
    return dated or (block.index > 0 and board.role(block.index - 1) is Role.SECTION)


def _is_dated(board: Board, index: int) -> bool:
    """A date line, also where the judge took it for a cell of the story."""
    return any(claim.rule.role is Role.DATE and not claim.rule.weak for claim in board.claims[index])
