"""What a reader sees of a block."""

from __future__ import annotations

from cleaner.model import Block
from cleaner.text import resolved


def shown(block: Block) -> str:
    """The block's text; the lines of a text page keep their entities and Markdown until somebody reads them."""
    return resolved(block.text) if block.start >= 0 else block.text


def as_shown(block: Block) -> Block:
    """The block with that text; itself where it is the same."""
    if block.start < 0:
        return block
    text = resolved(block.text)
    return block if text is block.text else block._replace(text=text)
