"""Who wrote the story, told in the third person behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.jsonld import plain_text, types
from cleaner.model import BODY_ROLES, Block, Document, Role
from cleaner.settle.board import Board
from cleaner.text import collapse, fold

_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "byl")
_BETWEEN = re.compile(r" ?[,;|&] ?| (?:and|und|et|y|e|en|og|och|và) ")  # of a text with collapsed white space
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:[^\W\d_][\w.’'-]*)){1,3}")
_FRAME = re.compile(r"^[^:,]{1,20}: ?|,.*", re.DOTALL)
_END = 0.85  # share of the story's blocks behind which such a paragraph stands
_REACH = 40  # characters within which it names the author
_MIN_CHARS, _MAX_CHARS = 50, 900
_QUOTED = frozenset("“„«\"'‘")


def settle_bio(board: Board) -> None:
    """A paragraph at the end that begins with the author's name; under a heading it answers that heading."""
    names = frozenset((*_authors(board.document), *_printed(board)))
    if not names:
        return
    story = board.having(*BODY_ROLES)
    end = min(int(len(story) * _END), len(story) - 2)  # the last block of a brief, too
    for before, block in pairwise(story[max(0, end) :]):
        if board.role(before.index) is not Role.HEADING and _tells_of(block, names):
            evidence = "stands at the end and begins with the name of the author"
            board.judge(block.index, Role.BYLINE, "shape.bio", evidence, 0.7)


def _tells_of(block: Block, names: frozenset[str]) -> bool:
    if block.tag != "p" or not _MIN_CHARS <= len(block.text) <= _MAX_CHARS or block.text[0] in _QUOTED:
        return False
    start = fold(block.text[: 2 * _REACH])[:_REACH]
    return any(name in start for name in names)


def _authors(document: Document) -> Iterator[str]:
    """The names of persons, two to four words, that the head declares; folded."""
    for value in _declared(document):
        for name in _BETWEEN.split(collapse(value)):
            if _NAME.fullmatch(name) and all(word[0].isupper() for word in name.split() if len(word) > 3):
                yield fold(name)


def _printed(board: Board) -> Iterator[str]:
    """Blocks that a rule takes for a byline, if only at one end of the story, and that are a name, behind a label or
    before a comma or not; folded."""
    for block in (*board.having(Role.BYLINE), *_claimed(board)):
        name = _FRAME.sub("", block.text)
        if len(name) <= _REACH and _NAME.fullmatch(name) and name.istitle():
            yield fold(name)


def _claimed(board: Board) -> list[Block]:
    byline = Role.BYLINE
    pairs = zip(board.blocks, board.claims, strict=True)
    return [block for block, claims in pairs for claim in claims if claim.rule.role is byline and not claim.rule.weak]


def _declared(document: Document) -> Iterator[str]:
    head = document.head
    for key in _METAS:
        yield from head.metas.get(key, ())
    for item in head.json_ld:
        authors = item.get("author")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, dict):
                if not any(kind.endswith("Organization") for kind in types(author)):
                    yield plain_text(author.get("name"))
            elif isinstance(author, str):
                yield plain_text(author)
