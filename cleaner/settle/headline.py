"""The printed title, and the copies of it that sticky bars and share boxes print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner import flags as f
from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.text import fold, longer_side, without_date_line

_MAX_CHARS = 400
_MIN_CHARS = 8
_ENOUGH = 4  # points from which a block that is no <h1> is taken for the title
_HEADLINE_KEYS = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "title")
_BREAK = re.compile(r"\s+[-–—|»]\s+")
_PORTAL = re.compile(r"(?:cổng|trang) (?:thông tin|tin) điện tử ", re.IGNORECASE)  # an office's name on all its pages
_MAX_BREAKS, _MIN_HEAD, _MAX_TAIL = 6, 20, 60  # of a title element; characters before the site's name and of it
_HEADINGS = frozenset(("h1", "h2", "h3"))
_SUBHEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_SURE = 0.8  # the judge's probability from which a heading of the title's words opens a part of the story


def settle_headline(board: Board) -> None:
    """The best headline block becomes the title; blocks of the same words are its copies."""
    declared = frozenset(map(fold, set(_declared(board)) - {""}))
    best, most = None, 0
    for block in _candidates(board, declared):
        points = _points(board, block, declared)
        if points > most:
            best, most = block, points
    if best is None:
        return
    line = _line(best)
    words = fold(line)
    board.judge(best.index, Role.TITLE, "headline.printed", _evidence(best, words, declared), 0.95)
    size = len(line)
    alike = [block for block in board.blocks if len(block.text) == size and fold(block.text) == words]
    for block in alike:
        if block is not best and not _is_subheading(board, block, best):
            board.judge(block.index, Role.CHROME, "headline.copy", f"repeats the title of block {best.index}", 0.9)


def _line(block: Block) -> str:
    """The block's words without the date that stands under them."""
    return without_date_line(block.text)[0] if "\n" in block.text else block.text


def _is_subheading(board: Board, block: Block, title: Block) -> bool:
    """A heading further down that asks the title's question again, if the judge is sure that it opens a part."""
    scores = board.scores
    return bool(scores) and block.index > title.index and block.tag in _SUBHEADINGS and scores[block.index] >= _SURE


def _declared(board: Board) -> Iterator[str]:
    head = board.document.head
    for key in _HEADLINE_KEYS:
        yield from head.metas.get(key, ())
    for item in head.json_ld:
        headline = item.get("headline")
        if isinstance(headline, str):
            yield headline
    if head.title and not _PORTAL.match(head.title):
        yield head.title
        yield from _without_site(head.title)
        if not any(block.tag == "h1" for block in board.headings):
            yield longer_side(head.title)


def _without_site(title: str) -> Iterator[str]:
    """What stands before the section's and the site's name: "Headline - Section - Site"."""
    end = len(title)
    for cut in list(_BREAK.finditer(title))[: -_MAX_BREAKS - 1 : -1]:
        if cut.start() <= _MIN_HEAD or end - cut.end() > _MAX_TAIL:
            return
        yield title[: cut.start()]
        end = cut.start()


def _candidates(board: Board, declared: frozenset[str]) -> Iterator[Block]:
    """Headings, blocks that a rule takes for the title, and those that may begin a declared title."""
    initials = {words[:1] for words in declared}
    titles = {block.index for block in board.having(Role.TITLE)}
    for block in board.blocks:
        if _MIN_CHARS <= len(block.text) <= _MAX_CHARS and (
            block.tag in _HEADINGS
            or block.index in titles
            or (block.text[0].casefold() in initials and fold(_line(block)) in declared)
        ):
            yield block


def _points(board: Board, block: Block, declared: frozenset[str]) -> int:
    """How much speaks for the block being the title; 0 when too little does."""
    words = fold(_line(block))
    points = 4 if board.role(block.index) is Role.TITLE else 0
    first = block.tag == "h1"
    if words in declared:
        points += 4
    elif (points or first) and any(_overlap(words, title) for title in declared if len(title) >= _MIN_CHARS):
        points += 2
    if first:
        return points + 3 if points else int(not block.flags & f.NAV)
    if points and block.tag in _HEADINGS:
        points += 1
    return points if points >= _ENOUGH else 0


def _overlap(words: str, title: str) -> bool:
    """Does one hold the other? What a title element has behind its headline is a section's or the site's name."""
    if title in words:
        return True
    return words in title and not any(words == part for part in _BREAK.split(title)[1:] if len(part) < len(title) / 3)


def _evidence(block: Block, words: str, declared: frozenset[str]) -> str:
    agrees = "equals the declared title" if words in declared else "is the page's headline element"
    return f"<{block.tag}> {agrees}"
