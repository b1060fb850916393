"""What stands under a picture is its caption, however much it reads like the story."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.model import Role
from cleaner.settle.board import Board


def settle_captions(board: Board) -> None:
    """<figcaption> says it for certain; whether captions tell the story is judged later, over all of them."""
    for block in board.blocks:
        if block.flags & f.FIGCAPTION and board.verdicts[block.index] is None:
            board.judge(block.index, Role.CAPTION, "markup.figcaption", "stands in <figcaption>", 0.9)
