"""What the judge keeps with doubt and what stands apart from the rest of the story: boxes in it, sections behind it."""

from __future__ import annotations

from collections import defaultdict

from cleaner.flags import DEFINITION, HEADING_TAGS, LINK, LIST, QUOTE, TABLE, hint_bits
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.text import SENTENCE_ENDS

_MOST = 0.5  # share of the story's characters that its container directly holds ...
_TWICE = 2  # ... or, on pages of news, so many times what the next one holds
_SURE = 0.7  # the judge's probability from which text tells where the story is
_INSIDE, _BEHIND = 0.6, 0.8  # and those from which a box inside and a section behind are story as well
_AFTER = 0.9  # the same behind labels of other articles, key words or comments, on pages of news
_ENDS = frozenset((Role.RELATED_LABEL, Role.COMMENT, Role.TAGS))
_MIN_TITLE = 24  # characters of a link that may be another article's title
_BEHIND_IT = "behind"
_BODY = hint_bits("body")
_OTHERS = hint_bits("related", "popular", "comment", "promo", "share", "ad", "sidebar", "legal", "footer", "popup")
_WHOLES = LIST | TABLE | DEFINITION | QUOTE  # their short pieces say little one by one


def settle_beside_story(board: Board) -> None:
    """Where one element holds most of the story, a block elsewhere needs to be surer than one in it.

    Boxes inside the story only on pages of news: guides and reviews set parts of their text in boxes.
    """
    kept = board.having(*BODY_ROLES) if board.scores else []
    most = _AFTER if board.is_news else _BEHIND
    doubtful = [block for block in kept if board.scores[block.index] < most and _is_judged(board, block)]
    home, last, holds_most = _home(board, kept) if doubtful else (-1, -1, False)
    if home < 0:
        return
    ends = _end(board, last) if board.is_news else len(board.blocks)
    for block in doubtful:
        place, score = _place(board, block, home, last), board.scores[block.index]
        heads = block.tag in HEADING_TAGS and _heads(board, block, *BODY_ROLES)
        behind = place == _BEHIND_IT and (score < _BEHIND or (block.index > ends and not heads))
        if behind or (place and holds_most and score < _INSIDE and not _heads(board, block, Role.LIST_ITEM)):
            evidence = f"{place} the element that holds most of the story, with p={score:.2f} only"
            if _is_offer(block):
                board.judge(block.index, Role.RELATED, "shape.beside-story.related-title", evidence, 0.6)
            else:
                board.judge(block.index, Role.CHROME, "shape.beside-story", evidence, 0.6)
    for block in board.blocks[last + 1 :]:
        if (
            block.flags & TABLE
            and board.verdicts[block.index] is None
            and _place(board, block, home, last) == _BEHIND_IT
        ):
            board.judge(block.index, Role.CHROME, "shape.beside-story", "a cell behind the story's element", 0.6)


def _end(board: Board, last: int) -> int:
    """The first block behind the story's element from which on a page of news offers other things."""
    for block in board.blocks[last + 1 :]:
        if board.role(block.index) in _ENDS or (board.verdicts[block.index] is None and _is_offer(block)):
            return block.index
    return len(board.blocks)


def _is_offer(block: Block) -> bool:
    """Most of it is a link of the length of a headline."""
    linked = len(block.text) if block.flags & LINK else block.link_chars
    return linked >= _MIN_TITLE and linked * 2 > len(block.text)


def _heads(board: Board, block: Block, *roles: Role) -> bool:
    """Whether what stands right under it in its element has one of these roles and is surely story."""
    below = board.blocks[block.index + 1 : block.index + 2]
    return any(
        board.role(other.index) in roles
        and board.scores[other.index] >= _BEHIND
        and board.stands_in(other, board.parent(block))
        for other in below
    )


def _is_judged(board: Board, block: Block) -> bool:
    verdict = board.verdicts[block.index]
    return verdict is not None and verdict.rule == "judge.story"


def _home(board: Board, kept: list[Block]) -> tuple[int, int, bool]:
    """The element that directly holds most of what is surely story, its last block in it, and whether it holds most of
    all that is kept; -1 where none does. Around a short story doubtful text may be more than the story."""
    sizes: dict[int, int] = defaultdict(int)
    sure: dict[int, int] = defaultdict(int)
    last: dict[int, int] = {}
    parents = board.document.containers
    for block in kept:
        parent = parents[block.container] if block.container >= 0 else -1
        if block.flags & QUOTE and block.tag != "blockquote" and parent >= 0:
            parent = parents[parent]  # what is quoted is told in the element around the quotation
        size = len(block.text)
        sizes[parent] += size
        sure[parent] += size if board.scores[block.index] >= _SURE or not _is_judged(board, block) else 0
        last[parent] = block.index
    home = max(sure, key=lambda number: sure[number], default=-1)
    second = max((size for number, size in sure.items() if number != home), default=0)
    if home < 0 or not sure[home]:
        return _named_home(board, kept)
    if sure[home] <= _MOST * sum(sure.values()) and not (board.is_news and sure[home] >= _TWICE * second):
        return -1, -1, False
    return home, last[home], sizes[home] >= _MOST * sum(sizes.values())


def _named_home(board: Board, kept: list[Block]) -> tuple[int, int, bool]:
    """Where the judge is sure of nothing on a page of news: the element named as text in which the first sentence under
    the headline stands."""
    title = next((block.index for block in board.having(Role.TITLE)), len(board.blocks))
    first = next((block for block in kept if block.index > title and board.role(block.index) is Role.BODY), None)
    if not board.is_news or first is None or not _tells(board, first):
        return -1, -1, False
    home = board.parent(first)
    return home, max(block.index for block in kept if board.parent(block) == home), False


def _tells(board: Board, block: Block) -> bool:
    """A sentence in an element that a pack knows for the story's, or whose name says so."""
    named = bool(block.near & _BODY and not block.near & _OTHERS)
    known = any(claim.rule.role is Role.BODY for claim in board.claims[block.index])
    return (
        (named or known) and block.tag == "p" and len(block.text) >= _MIN_TITLE and block.text.endswith(SENTENCE_ENDS)
    )


def _place(board: Board, block: Block, home: int, last: int) -> str:
    """Where the block stands: "in a box inside" or "behind" that element; "" in it, above it, or where it may be."""
    if board.parent(block) == home:
        return ""
    if board.stands_in(block, home):
        return "in a box inside" if board.is_news and not block.flags & _WHOLES else ""
    return _BEHIND_IT if block.index > last else ""
