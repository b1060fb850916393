"""A regular expression that is compiled when it is first asked."""

from __future__ import annotations

import re


class Pattern:
    """A rule's regular expression, case-sensitive, compiled when it is first asked: a page asks few of them.

    pattern: its source. Two are equal when their sources are.
    """

    __slots__ = ("_compiled", "pattern")

    def __init__(self, source: str) -> None:
        self.pattern = source
        self._compiled: re.Pattern[str] | None = None

    def search(self, text: str) -> re.Match[str] | None:
        return (self._compiled or self.compile()).search(text)

    def compile(self) -> re.Pattern[str]:
        """The compiled expression, made once."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return self._compiled

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and other.pattern == self.pattern

    def __hash__(self) -> int:
        return hash(self.pattern)

    def __reduce__(self) -> tuple[type[Pattern], tuple[str]]:
        return Pattern, (self.pattern,)
