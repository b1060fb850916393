"""A second article on the page: endless scrolling prints the next story under the first."""

from __future__ import annotations

import re
from collections import defaultdict

from cleaner.flags import ARTICLE, HEADING_TAGS
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.labels import ancestors

_ARTICLE = re.compile(r"^.*? > article:nth-child\(\d+\)")
_TITLE_RULE = "shape.other-article.related-title"
_LEAD = "lead.other.related-summary"
_SIGNS = frozenset((Role.DATE, Role.BYLINE))
_MOST_HEADLINES = 16  # a page that is no attack has a few
_UNDER = 4  # blocks under a headline
_ENOUGH = 300  # characters of the story that the first article must have of its own


def settle_other_article(board: Board) -> None:
    """What the judge keeps in an <article> beside the titled one, under a headline of its own, is another story."""
    title = next(iter(board.having(Role.TITLE)), None)
    if title is None:
        return
    _settle_second(board, title)
    own = _article(title)
    if not own:
        return
    kept: dict[str, list[Block]] = defaultdict(list)
    for block in board.having(*BODY_ROLES):
        if block.flags & ARTICLE:
            kept[own if block.path.startswith(own) else _article(block)].append(block)
    if sum(len(block.text) for block in kept.pop(own, ())) < _ENOUGH:
        return
    for article, blocks in kept.items():
        headline = _headline(board, article, blocks[0].index) if article else None
        if headline is not None:
            board.judge(headline.index, Role.RELATED, _TITLE_RULE, "the headline of another <article>", 0.8)
            for block in blocks:
                if block is headline:
                    continue
                board.judge(block.index, Role.RELATED, "shape.other-article", "stands in another <article>", 0.8)
    _name_rest(board, own)


def _settle_second(board: Board, title: Block) -> None:
    """The same in elements of any name: a second <h1> with a lead, date or byline of its own right under it."""
    around = frozenset(ancestors(board, title))
    headlines = [block for block in board.headings if block.tag == "h1" and block.index > title.index]
    for headline in headlines[:_MOST_HEADLINES]:
        if board.role(headline.index) in BODY_ROLES or not _is_signed(board, headline):
            continue
        above = [container for container in ancestors(board, headline) if container not in around]
        if not above or _told(board, title, headline) < _ENOUGH:
            continue
        board.judge(headline.index, Role.RELATED, _TITLE_RULE, "a second headline, signed or dated", 0.8)
        for block in board.having(*BODY_ROLES):
            if block.index > headline.index and board.stands_in(block, above[-1]):
                evidence = f"stands under the second headline, block {headline.index}"
                board.judge(block.index, Role.RELATED, "shape.other-article", evidence, 0.8)


def _is_signed(board: Board, headline: Block) -> bool:
    under = board.verdicts[headline.index + 1 : headline.index + 1 + _UNDER]
    return any(verdict is not None and (verdict.role in _SIGNS or verdict.rule == _LEAD) for verdict in under)


def _told(board: Board, title: Block, headline: Block) -> int:
    """How many characters of the story stand between the two headlines."""
    story = board.having(*BODY_ROLES)
    return sum(len(block.text) for block in story if title.index < block.index < headline.index)


def _name_rest(board: Board, own: str) -> None:
    """The headlines of further articles of which nothing was kept."""
    for block in board.headings:
        if block.tag == "h1" and board.verdicts[block.index] is None and _article(block) not in (own, ""):
            board.judge(block.index, Role.RELATED, _TITLE_RULE, "the headline of another <article>", 0.8)


def _article(block: Block) -> str:
    """The path of the outermost <article> around the block, "" when there is none."""
    match = _ARTICLE.match(block.path)
    return match[0] if match else ""


def _headline(board: Board, article: str, first: int) -> Block | None:
    """The headline with which the article begins, <h1> or linked, at or shortly before its first kept block."""
    around = board.blocks[max(0, first - 4) : first + 1]
    return next((block for block in around if _is_headline(block) and _article(block) == article), None)


def _is_headline(block: Block) -> bool:
    return block.tag == "h1" or (block.tag in HEADING_TAGS and block.link_chars > 0)
