"""The parts of a value that a rule's selector found as one text."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.flags import ANCHOR
from cleaner.model import Block, FieldHit
from cleaner.text import collapse, squeeze

_MAX_BLOCKS = 40


def pieces(hit: FieldHit, blocks: Sequence[Block]) -> list[str]:
    """The lines or links of a container that a selector took whole; else the value itself.

    "Sport Football" is two steps of a path where the page prints them as two blocks or two links.
    """
    covered = _covered(hit, blocks)
    if len(covered) > 1:
        return [block.text for block in covered]
    links = link_texts(covered[0]) if covered else []
    return links if len(links) > 1 else [hit.value]


def listed(hit: FieldHit, blocks: Sequence[Block]) -> list[str]:
    """The parts of a list that a selector took whole: a heading that is a block, and links side by side in one."""
    covered = _covered(hit, blocks)
    if len(covered) < 2:
        return pieces(hit, blocks)
    return [text for block in covered for text in (link_texts(block) if block.links > 1 else (block.text,))]


def link_texts(block: Block) -> list[str]:
    """The texts of a block's links, in order; neighbouring runs of one link are joined."""
    found: list[tuple[str | None, str]] = []
    for run in block.runs:
        if not run.style & ANCHOR:
            found.append((None, ""))
        elif found and found[-1][0] == run.href:
            found[-1] = (run.href, found[-1][1] + run.text)
        else:
            found.append((run.href, run.text))
    return [text for _, raw in found if (text := collapse(raw))]


def _covered(hit: FieldHit, blocks: Sequence[Block]) -> list[Block]:
    """The blocks whose texts together are the value; [] when they are not."""
    wanted, have = squeeze(hit.value), ""
    found: list[Block] = []
    for block in blocks[hit.block : hit.block + _MAX_BLOCKS]:
        have += squeeze(block.text)
        found.append(block)
        if not wanted.startswith(have):
            return []
        if len(have) == len(wanted):
            return found
    return []
