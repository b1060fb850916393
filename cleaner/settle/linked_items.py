"""Other articles of which title and teaser are one block: "<li><a>Title</a> Two hours ago ...</li>"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from cleaner.flags import ANCHOR
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS

_MIN_ITEMS = 2
_MIN_TITLE = 24  # characters of the link that opens an item; shorter ones name things
_OPEN = BODY_ROLES | {None}
_SURE = 0.9  # the judge's mean probability from which a list is the story's


def settle_linked_items(board: Board) -> None:
    """On a page of news a list whose items all open with the link of a headline and go on behind it."""
    if not (board.is_news and board.scores):
        return
    _settle_scattered(board)
    for items in _lists(board):
        kept = [block for block in items if board.role(block.index) in BODY_ROLES]
        if len(items) < _MIN_ITEMS or not all(map(_opens_with_headline, items)):
            continue
        doubtful = sum(board.scores[block.index] for block in items) < _SURE * len(items)
        if doubtful or all(map(_is_glued, items)):
            for block in kept:
                evidence = f"opens with the link of a headline, as all {len(items)} items of its list"
                board.judge(block.index, Role.RELATED, "shape.linked-item", evidence, 0.7)


def _lists(board: Board) -> Iterable[list[Block]]:
    """The items of those lists of which some is kept."""
    homes = {board.parent(block) for block in board.having(*BODY_ROLES) if block.tag == "li"}
    found: dict[int, list[Block]] = defaultdict(list)
    for block in board.blocks if homes else ():
        if block.tag == "li" and block.container >= 0 and board.parent(block) in homes:
            found[board.parent(block)].append(block)
    return found.values()


def _settle_scattered(board: Board) -> None:
    """Between paragraphs or in cells: a headline's link without a stop, and a sentence that begins behind it."""
    found = [
        block
        for block in board.blocks
        if _MIN_TITLE <= block.link_chars < len(block.text) and board.role(block.index) in _OPEN and _is_teaser(block)
    ]
    for block in found if len(found) >= _MIN_ITEMS else ():
        evidence = f"a headline's link and a sentence behind it, one of {len(found)}"
        board.judge(block.index, Role.RELATED, "shape.linked-item", evidence, 0.7)


def _is_teaser(block: Block) -> bool:
    runs = [run for run in block.runs if run.text.strip()]
    linked = list(takewhile(lambda run: run.style & ANCHOR, runs))
    behind = runs[len(linked) :]
    title = "".join(run.text for run in linked).strip()
    teaser = "".join(run.text for run in behind).strip()
    return (
        len(title) >= _MIN_TITLE
        and len({run.href for run in linked}) == 1
        and not any(run.style & ANCHOR for run in behind)
        and title[-1:].isalnum()
        and title[:1].isupper()
        and teaser[:1].isupper()
        and teaser.endswith(SENTENCE_ENDS)
    )


def _is_glued(block: Block) -> bool:
    """No space between link and words: styles set them apart, as no sentence does."""
    runs = block.runs
    last = next(at for at, run in enumerate(runs) if run.style & ANCHOR)
    while last + 1 < len(runs) and runs[last + 1].style & ANCHOR:
        last += 1
    behind = runs[last + 1].text if last + 1 < len(runs) else " "
    return not runs[last].text[-1:].isspace() and behind[:1].isupper()


def _opens_with_headline(block: Block) -> bool:
    """One link, the first words of the item, and more words behind it."""
    first = next((run for run in block.runs if not run.text.isspace()), None)
    opens = first is not None and bool(first.style & ANCHOR)
    return opens and block.links == 1 and _MIN_TITLE <= block.link_chars < len(block.text)
