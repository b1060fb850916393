"""A caption that tells the story, as the story has it: without the credit of its picture."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.assemble.credit import split_credit
from cleaner.model import Block, Run
from cleaner.text import squeeze


def uncredited(block: Block) -> Block:
    """The block up to the credit that it ends in; itself where it ends in none."""
    words, credit, _ = split_credit(block.text)
    if words is None or credit is None or not block.text.startswith(words):
        return block
    return block._replace(text=words, runs=tuple(_first(block.runs, len(squeeze(words)))))


def _first(runs: tuple[Run, ...], size: int) -> Iterator[Run]:
    """The runs up to that many characters, white space not counted."""
    for run in runs:
        inside = len(squeeze(run.text))
        if inside > size:
            yield run._replace(text=_start(run.text, size))
            return
        yield run
        size -= inside


def _start(text: str, size: int) -> str:
    seen = 0
    for at, sign in enumerate(text):
        if seen == size:
            return text[:at]
        seen += not sign.isspace()
    return text
