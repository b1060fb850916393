"""What other articles offered between paragraphs tell of themselves: a linked title and its lead, several times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cleaner.model import BODY_ROLES, Block, Role, Verdict
from cleaner.settle.board import Board
from cleaner.settle.lone_link import lone_link_rule
from cleaner.text import fold

_MIN_CHARS, _MAX_CHARS = 30, 180  # of a lead of one sentence
_MIN_PAIRS, _MIN_SHARED = 2, 2
_TELLS = (*BODY_ROLES, Role.SUMMARY, Role.TITLE)
_Pair = tuple[str, str]


def settle_teasers(board: Board) -> None:
    """Two or more linked titles in a row, a sentence under each, one of which repeats its title's words.

    A paragraph of the story stands between two such links as often: what tells is that it says pairs of words of the
    title above it that the story says nowhere else.
    """
    runs = [run for run in _runs(board) if len(run) >= _MIN_PAIRS]
    told = Counter(pair for block in board.having(*_TELLS) for pair in _pairs(block)) if runs else Counter[_Pair]()
    for run in runs:
        if _is_offer(run, told):
            for title, sentence in run:
                evidence = f"under the linked title of block {title.index}, one of {len(run)}"
                board.judge(sentence.index, Role.RELATED, "shape.teaser", evidence, 0.65)


def _runs(board: Board) -> Iterator[list[tuple[Block, Block]]]:
    run: list[tuple[Block, Block]] = []
    for title in _titles(board):
        for sentence in board.blocks[title.index + 1 : title.index + 2]:
            if _is_lead(board, sentence):
                if run and run[-1][1].index + 1 != title.index:
                    yield run
                    run = []
                run.append((title, sentence))
    yield run


def _titles(board: Board) -> list[Block]:
    """Paragraphs that are one link and that the story does not claim: another article's title by their shape alone."""
    lone = (block for block in board.blocks if block.links == 1 and lone_link_rule(board, block))
    return [block for block in lone if _is_left(board.verdicts[block.index])]


def _is_left(verdict: Verdict | None) -> bool:
    return verdict is None or (verdict.role is Role.RELATED and verdict.rule.endswith(".lone-link"))


def _is_lead(board: Board, block: Block) -> bool:
    text = block.text
    return (
        board.role(block.index) is Role.BODY
        and _MIN_CHARS <= len(text) <= _MAX_CHARS
        and not (block.links or block.bold_chars)
        and text.endswith(".")
        and ". " not in text
        and text[0] not in "“\"'‘-"
    )


def _is_offer(run: list[tuple[Block, Block]], told: Counter[_Pair]) -> bool:
    """One of the sentences has pairs of words of its title that nothing tells but the sentences of the row."""
    here = Counter(pair for _, sentence in run for pair in _pairs(sentence))
    shared = (_pairs(title) & _pairs(sentence) for title, sentence in run)
    return any(sum(told[pair] == here[pair] for pair in pairs) >= _MIN_SHARED for pairs in shared)


def _pairs(block: Block) -> set[_Pair]:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(block.text)).split()
    return set(pairwise(words))
