"""Lines that repeat over a host's stories, as drafts of rules for a person to accept or throw away.

Repetition is no proof: the account lines of charity appeals repeat, and they are what those pages are for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Set
from typing import NamedTuple

from cleaner.bulk.summary import Fact
from cleaner.text import fold_label

MIN_PAGES = 5
MIN_SHARE = 0.01  # of the host's distinct pages
#: Lossy counting (Manku and Motwani 2002): a line seen on fewer than this share of the lines read is forgotten,
#: so that what is held is bounded by the share and not by the archive.
_FORGET_EVERY = 200_000
_ACCOUNT = re.compile(r"\d[\d .-]{6,}\d")


class Repeat(NamedTuple):
    """A line and on how many of the host's pages it stands. account: it holds a long number."""

    host: str
    line: str
    pages: int
    host_pages: int
    account: bool


class _Counter:
    """Counts of (host, folded line), the rare ones forgotten from time to time."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], tuple[str, int]] = {}  # the line as printed; bucket of its first sight
        self._seen = 0

    def add(self, host: str, line: str) -> None:
        key = (host, fold_label(line))
        bucket = self._seen // _FORGET_EVERY
        self._first.setdefault(key, (line, bucket))
        self.counts[key] += 1
        self._seen += 1
        if self._seen % _FORGET_EVERY == 0:
            self._forget(bucket)

    def _forget(self, bucket: int) -> None:
        for key in [key for key, count in self.counts.items() if count + self._first[key][1] <= bucket + 1]:
            del self.counts[key], self._first[key]

    def printed(self, key: tuple[str, str]) -> str:
        return self._first[key][0]


def repeats(facts: Iterable[Fact], further: Set[str]) -> list[Repeat]:
    """Lines on at least `MIN_PAGES` distinct pages and `MIN_SHARE` of a host, by host and how often.

    further: ids of rows that do not count, being copies of others.
    """
    lines, pages = _Counter(), Counter[str]()
    for fact in facts:
        if fact["status"] != "cleaned" or not fact["host"] or fact["id"] in further:
            continue
        pages[fact["host"]] += 1
        for line in dict.fromkeys(fact["lines"] or ()):
            lines.add(fact["host"], line)
    found = [
        Repeat(host, lines.printed((host, key)), count, pages[host], bool(_ACCOUNT.search(key)))
        for (host, key), count in lines.counts.items()
        if count >= MIN_PAGES and count >= MIN_SHARE * pages[host]
    ]
    return sorted(found, key=lambda repeat: (repeat.host, -repeat.pages, repeat.line))


def proposal(host: str, found: list[Repeat]) -> str:
    """A draft of a rule pack for one host; the role and the misses are a person's to decide."""
    head = f"# Proposed from repetition, accepted by nobody yet.\n[pack]\nhosts = [{_quoted(host)}]\n"
    return head + "".join(_rule(host, number, repeat) for number, repeat in enumerate(found))


def _rule(host: str, number: int, repeat: Repeat) -> str:
    why = f"Stands on {repeat.pages} of {repeat.host_pages} pages of {repeat.host}."
    if repeat.account:
        why += " It holds a long number: an account or telephone of an appeal is content."
    return (
        f'\n[[rule]]\nid = {_quoted(f"{host}.repeat-{number + 1}")}\nrole = "promo"\nwhy = {_quoted(why)}\n'
        f"where = {{ line = {_quoted(repeat.line)} }}\nhits = [{_quoted(repeat.line)}]\nmisses = []\n"
    )


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
