"""Boxes of other articles that a label opens: "Có thể bạn quan tâm", "Read more", ..."""

from __future__ import annotations

from cleaner.flags import HEADING_TAGS
from cleaner.model import Block, Role
from cleaner.rulebook import Claim
from cleaner.settle.board import Board
from cleaner.settle.claims import strongest
from cleaner.text import letters_worth

#: The judge's probability from which an unlinked block is story again, for paragraphs of so many
#: characters and for shorter blocks: a box in mid-article ends sooner than the list at the end.
_PROSE = {"box": (0.5, 40, 0.75), "tail": (0.8, 120, 0.98)}
_DENSE_PROSE = 0.55  # the same for Chinese, Japanese and Korean, of which the judge is never as sure
_HEADS = 0.9  # the same for a heading of the story
_MAX_BOX = 60  # blocks


def settle_labels(board: Board) -> None:
    headline = next((block.index for block in board.headings if block.tag == "h1"), -1)
    for block in board.having(Role.RELATED_LABEL):
        claim = strongest(board.claims[block.index])
        if claim is not None and claim.rule.opens:
            _open(board, block, claim, headline)


def _open(board: Board, label: Block, claim: Claim, headline: int) -> None:
    """The blocks behind the label, inside the smallest container that holds more than the label.

    headline: the first h1; teasers with prose of their own stand before it.
    """
    scope = scope_of(board, label)
    for block in board.blocks[label.index + 1 : label.index + 1 + _MAX_BOX]:
        if not board.stands_in(block, scope):
            return
        opens = claim.rule.opens or "box"
        is_story = _is_prose(board, block, opens) or _heads_prose(board, block, opens)
        if is_story and not (block.index <= headline and _is_teaser(board, block, scope)):
            return
        if board.role(block.index) is None:
            evidence = f"stands under the label “{label.text[:60]}”"
            board.judge(block.index, Role.RELATED, claim.rule.id, evidence, claim.rule.confidence)


def _is_teaser(board: Board, block: Block, scope: int) -> bool:
    """Whether it shares a container of its own, smaller than the box, with the linked title above it."""
    title = board.blocks[block.index - 1]
    card = board.document.containers[block.container] if block.container >= 0 else -1
    linked = title.link_chars * 2 >= len(title.text) and board.role(title.index) is Role.RELATED
    return linked and card not in (scope, -1) and card in ancestors(board, title, 2)


def scope_of(board: Board, label: Block) -> int:
    """The nearest ancestor container of the label that also holds the block behind it."""
    if label.index + 1 >= len(board.blocks):
        return label.container
    behind = set(ancestors(board, board.blocks[label.index + 1]))
    return next((container for container in ancestors(board, label) if container in behind), label.container)


def ancestors(board: Board, block: Block, most: int = -1) -> list[int]:
    """The numbers of the containers around a block, its own first; of so many nearest ones at most, -1 for all."""
    found: list[int] = []
    container = block.container
    while container >= 0 and len(found) != most:
        found.append(container)
        container = board.document.containers[container]
    return found


def _heads_prose(board: Board, block: Block, opens: str) -> bool:
    """An unlinked heading of which the judge is sure, right above a paragraph of the story."""
    below = board.blocks[block.index + 1 : block.index + 2]
    sure = bool(board.scores) and board.scores[block.index] >= _HEADS and block.tag in HEADING_TAGS and not block.links
    return sure and any(_is_prose(board, other, opens) for other in below)


def _is_prose(board: Board, block: Block, opens: str) -> bool:
    """A paragraph of the story rather than the teaser of another one."""
    paragraph, chars, short = _PROSE[opens]
    if not board.scores or block.link_chars * 2 >= len(block.text):
        return False
    worth = letters_worth(block.text)
    if worth > 2 * len(block.text):
        paragraph = min(paragraph, _DENSE_PROSE)
    return board.scores[block.index] >= (paragraph if worth >= chars else short)
