"""Key words one below the other under their label: "Related topics", and each of them a link of its own."""

from __future__ import annotations

import re

from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.settle.labels import ancestors
from cleaner.text import squeeze

_MAX_WORD = 40  # characters; a headline of another story has more
_MOST = 30
_OVER_LABEL, _OVER_WORD = 3, 5  # elements in one of which both stand: a heading and the links of a list
_OF_LABELS = ".tags.label"  # how packs name the rule for a label alone on its line
_OF_BLOG = re.compile(r"[ck]at[eé]gor|chuyên mục", re.IGNORECASE)


def settle_tag_lists(board: Board) -> None:
    """Not under "Categories": there stand all that a blog has."""
    for label in board.having(Role.TAGS):
        verdict = board.verdicts[label.index]
        if verdict is not None and verdict.rule.endswith(_OF_LABELS) and not _OF_BLOG.search(label.text):
            _settle(board, label)


def _settle(board: Board, label: Block) -> None:
    """The nearest element around the label that also holds the block behind it is the list's."""
    behind = board.blocks[label.index + 1 : label.index + 1 + _MOST]
    first = set(ancestors(board, behind[0], _OVER_WORD)) if behind else set()
    scope = next((container for container in ancestors(board, label, _OVER_LABEL) if container in first), -1)
    for block in behind:
        if not _is_word(block) or scope not in ancestors(board, block, _OVER_WORD):
            return
        if board.verdicts[block.index] is None:
            board.judge(block.index, Role.TAGS, "list.tags", f"a link under the label “{label.text}”", 0.8)


def _is_word(block: Block) -> bool:
    whole = block.link_chars >= len(squeeze(block.text))
    return whole and 0 < len(block.text) <= _MAX_WORD * block.links
