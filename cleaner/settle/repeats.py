"""Captions and paragraphs that are printed twice: the first stays, the copies say so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from operator import attrgetter

from cleaner.flags import HIDDEN, hint_bits
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board

_MIN_PARAGRAPH = 60  # a shorter sentence may be said twice on purpose
_MIN_QUOTE = 30  # letters and digits
_MIN_NAMED = 10  # of one whose class says so
_MAX_SPEAKER = 60  # characters of a name and an office
_STOPS = frozenset('.!?…:;”"')
_MAX_QUOTES = 64  # a page that is no attack has a handful; each is sought in all paragraphs
_COPIES = 3  # paragraphs printed twice, from which the story is, with its headings, items and short lines
_QUOTE_HINT = hint_bits("quote")
_SIGNS = re.compile(r"[\W_]+")
_QUOTED = frozenset('“"‘«'), frozenset('”"’»')
_SURE = 0.9  # the judge's probability from which a quotation is a part of the text and not a pull quote


def settle_repeats(board: Board) -> None:
    _settle(board, Role.CAPTION, Role.CAPTION_DUPLICATE, 1)
    copies = _settle(board, Role.BODY, Role.DUPLICATE_BODY, _MIN_PARAGRAPH)
    if len(copies) >= _COPIES:
        _settle_rest_of_copy(board, copies)
    _settle_hidden_rest(board)
    _settle_pull_quotes(board)


def _settle_rest_of_copy(board: Board, copies: Mapping[int, int]) -> None:
    """What stands beside a copy as it does beside its original: a page may hold its story once for each kind of screen.

    copies: the number of each copied paragraph, and that of its original.
    """
    told = sorted([*board.having(*BODY_ROLES), *(board.blocks[index] for index in copies)], key=attrgetter("index"))
    place = {block.index: at for at, block in enumerate(told)}
    for copy, original in copies.items():
        for step in (-1, 1):
            at, source = place[copy] + step, place[original] + step
            while source >= 0 and at < len(told) and _is_copied(board, told[at], told[source]):
                evidence = f"repeats block {told[source].index} in a copy of the story"
                board.judge(told[at].index, Role.DUPLICATE_BODY, "repeat.story", evidence, 0.9)
                at, source = at + step, source + step


def _is_copied(board: Board, block: Block, original: Block) -> bool:
    return board.role(block.index) in BODY_ROLES and block.text.casefold() == original.text.casefold()


def _settle_pull_quotes(board: Board) -> None:
    """A quotation whose words also stand in a paragraph was pulled out of it for the eye."""
    said = board.having(Role.QUOTE)  # by its element, or by the class of its own
    said += [block for block in board.having(Role.BODY) if block.near & _QUOTE_HINT]
    quotes = [block for block in said if board.scores and board.scores[block.index] < _SURE]
    quotes += [block for block in board.having(Role.NOTE) if board.scores and _is_quoted(block.text)]
    if not 0 < len(quotes) <= _MAX_QUOTES:
        return
    paragraphs = [(block.index, _letters(block.text)) for block in board.having(Role.BODY)]
    for quote in quotes:
        words = _letters(quote.text)
        least = _MIN_NAMED if quote.near & _QUOTE_HINT else _MIN_QUOTE
        source = next((index for index, text in paragraphs if index != quote.index and words in text), None)
        if source is not None and len(words) >= least:
            board.judge(quote.index, Role.DUPLICATE_BODY, "repeat.quote", f"stands in block {source} as well", 0.8)
            _settle_speaker(board, quote)


def _settle_speaker(board: Board, quote: Block) -> None:
    """Who said it, printed under the pulled words in the same box, goes with them."""
    for block in board.blocks[quote.index + 1 : quote.index + 2]:
        boxed = quote.near & block.near & _QUOTE_HINT and board.role(block.index) in BODY_ROLES
        if boxed and len(block.text) <= _MAX_SPEAKER and block.text[-1] not in _STOPS:
            board.judge(block.index, Role.DUPLICATE_BODY, "repeat.speaker", f"says who is quoted in {quote.index}", 0.8)


def _is_quoted(text: str) -> bool:
    """Whether a newsroom's box holds somebody's words and nothing else."""
    return text[:1] in _QUOTED[0] and text.rstrip(".")[-1:] in _QUOTED[1]


def _settle_hidden_rest(board: Board) -> None:
    """What a hidden copy of the story, for print, adds to it: "Printed at 09:12"."""
    copies = {board.parent(block) for block in board.having(Role.DUPLICATE_BODY) if block.flags & HIDDEN}
    for block in board.having(*BODY_ROLES) if copies else ():
        if block.flags & HIDDEN and board.parent(block) in copies:
            board.judge(block.index, Role.CHROME, "repeat.hidden", "stands in a hidden copy of the story", 0.8)


def _letters(text: str) -> str:
    """Letters and digits only: the pulled words come with other quotation marks and stops."""
    return _SIGNS.sub("", text.casefold())


def _settle(board: Board, role: Role, copy: Role, min_chars: int) -> dict[int, int]:
    """Returns the number of each copy, and that of its original."""
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    for block in board.having(role):
        if len(block.text) < min_chars:
            continue
        original = first.setdefault(block.text.casefold(), block.index)
        if original != block.index:
            board.judge(block.index, copy, f"repeat.{role}", f"repeats block {original}", 0.95)
            copies[block.index] = original
    return copies
