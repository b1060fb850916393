"""Texts that make a backtracking pattern try everything: repeats of what it accepts, with an end that it does not."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator

from cleaner.rulebook.tree import Tree, parsed, parts

SHORT, LONG = 24, 20_000  # characters: exponential patterns show in the short ones, quadratic in the long ones
_UNITS = (
    "a",
    "A",
    "1",
    " ",
    ".",
    ",",
    "-",
    "(",
    '"',
    ":",
    "/",
    "Aa ",
    "a1 ",
    "a. ",
    "A a ",
    "a: ",
    "ấ",
    "Ấn ",
    "((",
    "“a ",
)
_END = "\x00!"


def baits(pattern: re.Pattern[str], examples: Iterable[str] = ()) -> Iterator[str]:
    """Baits of both lengths: of common letters, of the pattern's own literals, of the rule's examples."""
    own = ["".join(texts) for texts in _literals(parsed(pattern.pattern).tree)]
    for unit in {
        *_UNITS,
        *filter(None, own),
        *(text + " " for text in own),
        *examples,
        *(x[: len(x) // 2] for x in examples),
    }:
        if unit:
            for length in (SHORT, LONG):
                yield (unit * (length // len(unit) + 1))[:length] + _END


def _literals(tree: Tree) -> Iterator[list[str]]:
    """The stretches of plain letters in a pattern, those inside of groups and repeats too."""
    stretch: list[str] = []
    for name, argument in tree:
        if name == "LITERAL":
            stretch.append(chr(argument))
            continue
        if stretch:
            yield stretch
            stretch = []
        for part in parts(name, argument):
            yield from _literals(part)
    if stretch:
        yield stretch


def seconds(pattern: re.Pattern[str], bait: str) -> float:
    """CPU seconds to find every match in the bait."""
    begun = time.process_time()
    for _ in pattern.finditer(bait):
        pass
    return time.process_time() - begun
