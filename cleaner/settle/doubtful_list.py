"""Lists that the judge keeps with doubt on pages of news: summaries in bullets, other stories between paragraphs."""

from __future__ import annotations

from collections import defaultdict

from cleaner.flags import TABLE
from cleaner.model import Block, Role
from cleaner.settle.board import Board

_SURE = 0.7  # the judge's mean probability, over the characters of a list, from which it is a part of the story


def settle_doubtful_lists(board: Board) -> None:
    """Newsrooms tell in paragraphs; on other pages lists are the text as often as not."""
    if not board.is_news:
        return
    for items in _lists(board).values():
        size = sum(len(block.text) for block in items)
        mean = sum(len(block.text) * board.scores[block.index] for block in items) / size
        for block in items if mean < _SURE and not _is_led(board, items) else ():
            board.judge(block.index, Role.CHROME, "shape.doubtful-list", f"a list with p={mean:.2f} on average", 0.6)


def _is_led(board: Board, items: list[Block]) -> bool:
    """Unlinked items right under a sub-heading of the story, or under words that end in a colon."""
    if not items[0].index or any(block.links for block in items):
        return False
    above = board.blocks[items[0].index - 1]
    role = board.role(above.index)
    first = next((block.index for block in board.having(Role.BODY)), above.index)
    return first < above.index and (role is Role.HEADING or (role is Role.BODY and above.text.endswith(":")))


def _lists(board: Board) -> dict[int, list[Block]]:
    """The items that the judge keeps, by the list that holds them."""
    found: dict[int, list[Block]] = defaultdict(list)
    for block in board.having(Role.LIST_ITEM):
        verdict = board.verdicts[block.index]
        if block.tag == "li" and not block.flags & TABLE and verdict is not None and verdict.rule == "judge.story":
            found[board.document.containers[block.container]].append(block)
    return found
