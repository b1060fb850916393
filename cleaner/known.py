"""Titles of a host's other pages, as the engine asks for them; edges may keep such an index, the engine does not."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from cleaner.text import fold_label

_WORDS, _LETTERS = 5, 24  # a shorter title may be a heading or a label as well


class Known(Protocol):
    """Must answer the same while one page is cleaned."""

    def among(self, host: str, keys: Collection[str], url: str | None) -> frozenset[str]:
        """Which of the keys (see `title_key`) are titles of pages of the host other than the one at `url`."""
        ...


def title_key(text: str) -> str:
    """The form in which titles are compared; "" for a text that is too short to prove anything.

    >>> title_key("Cầu mới qua sông Mẫu thông xe sáng nay") == title_key("CẦU MỚI QUA SÔNG MẪU THÔNG XE SÁNG NAY")
    True
    >>> title_key("Cầu mới")
    ''
    """
    key = fold_label(text)
    return key if len(key) >= _LETTERS and key.count(" ") >= _WORDS - 1 else ""
