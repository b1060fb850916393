"""Links that lead nowhere: print, send, share."""

from __future__ import annotations

from cleaner.model import Block


def is_button(block: Block) -> bool:
    """Whether all links of the block only call scripts."""
    links = [run.href for run in block.runs if run.href]
    return bool(links) and all(href.startswith("javascript:") for href in links)
