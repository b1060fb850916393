"""Near-duplicates and syndicated copies within one run, as data: nothing is removed.

MinHash fingerprints come with the facts. Candidates share a band of the fingerprint (locality-sensitive hashing,
bands and rows as datasketch's MinHashLSH chooses them for the threshold) and are kept where the estimated
similarity of their wording reaches `THRESHOLD`. The bands are compared one at a time, by sorting: the library's
index holds all of them at once, 12 KB a text where this holds little more than the fingerprint's 512 bytes.
The same run gives the same clusters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from datasketch import MinHashLSH

from cleaner.bulk.minhash import PERMUTATIONS, similarity
from cleaner.bulk.summary import Fact
from cleaner.metadata.keys import slug

#: Share of common shingles from which two texts count as copies; docs/bulk.md gives its precision and recall.
THRESHOLD = 0.4
#: Least letters of a name that is looked for inside a host ("vov" in "vov.vn").
_NAME_CHARS = 3


class Copy(NamedTuple):
    """A member of a cluster. similarity: to the cluster's first member in input order, 0..1."""

    id: str
    url: str | None
    host: str | None
    title: str | None
    published: str | None
    agency: str | None
    similarity: float


class Cluster(NamedTuple):
    """Copies of one text in input order. earliest: position of the first published, None when no dates are known.

    credits: (position of a copy, position of the first copy at a host that its agency line names).
    """

    copies: tuple[Copy, ...]
    earliest: int | None
    credits: tuple[tuple[int, int], ...]

    def to_dict(self) -> dict[str, Any]:
        copies = [copy._asdict() for copy in self.copies]
        return {"copies": copies, "earliest": self.earliest, "credits": [list(pair) for pair in self.credits]}


class _Groups:
    """Disjoint sets of numbers."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def find(self, item: int) -> int:
        while (parent := self._parent.get(item, item)) != item:
            self._parent[item] = self._parent.get(parent, parent)
            item = parent
        return item

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.find(first), self.find(second)))
        self._parent[high] = low


def clusters(facts: Callable[[], Iterable[Fact]], threshold: float = THRESHOLD) -> Iterator[Cluster]:
    """Groups of two or more copies, by their first member in input order.

    facts: gives the facts of the run; called twice, so that titles and addresses are held of copies only.
    """
    texts: dict[bytes, int] = {}  # fingerprint -> number of its text, in input order
    sizes: Counter[int] = Counter()
    for fact in facts():
        if fact["minhash"]:
            sizes[texts.setdefault(fact["minhash"], len(texts))] += 1
    prints = list(texts)
    groups = [group for group in _group(prints, threshold) if sum(sizes[number] for number in group) > 1]
    members: dict[int, list[Copy]] = {number: [] for group in groups for number in group}
    for fact in facts():
        number = texts[fact["minhash"]] if fact["minhash"] else -1
        if number in members:
            members[number].append(_copy(fact))
    for group in groups:
        yield _cluster(group, members, prints)


def further_copies(found: Iterable[Cluster]) -> set[str]:
    """Ids of the copies of which the same host has an earlier one: a page crawled twice, an edition touched up."""
    further = set()
    for cluster in found:
        hosts: set[str | None] = set()
        for copy in cluster.copies:
            if copy.host in hosts:
                further.add(copy.id)
            hosts.add(copy.host)
    return further


def _group(prints: list[bytes], threshold: float) -> list[list[int]]:
    """Numbers of the texts, grouped with their copies; by the first of each group."""
    joined = _Groups()
    for first, second in _candidates(prints, threshold):
        if joined.find(first) != joined.find(second) and similarity(prints[first], prints[second]) >= threshold:
            joined.join(first, second)
    groups: dict[int, list[int]] = {}
    for number in range(len(prints)):
        groups.setdefault(joined.find(number), []).append(number)
    return list(groups.values())


def _candidates(prints: list[bytes], threshold: float) -> Iterator[tuple[int, int]]:
    """Pairs of texts that agree in a whole band: each with the first and with the last before it that does."""
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    matrix = np.frombuffer(b"".join(prints), "<u4").reshape(len(prints), PERMUTATIONS)
    for band in range(index.b):
        columns = np.ascontiguousarray(matrix[:, band * index.r : (band + 1) * index.r])
        keys = columns.view(np.dtype((np.void, columns.dtype.itemsize * index.r))).ravel()
        order = np.argsort(keys, kind="stable")
        changes = np.flatnonzero(keys[order][1:] != keys[order][:-1]) + 1
        for run in np.split(order, changes):
            numbers = run.tolist()
            for before, number in pairwise(numbers):
                yield before, number
                yield numbers[0], number


def _copy(fact: Fact) -> Copy:
    return Copy(fact["id"], fact["url"], fact["host"], fact["title"], fact["published"], fact["agency"], similarity=1.0)


def _cluster(numbers: list[int], members: dict[int, list[Copy]], prints: list[bytes]) -> Cluster:
    first = prints[numbers[0]]
    copies = tuple(
        copy._replace(similarity=round(similarity(first, prints[number]), 3))
        for number in numbers
        for copy in members[number]
    )
    # as moments, since outlets write one moment in zones of their own
    dated = [(datetime.fromisoformat(copy.published), n) for n, copy in enumerate(copies) if copy.published]
    return Cluster(copies, min(dated)[1] if dated else None, tuple(_credits(copies)))


def _credits(copies: tuple[Copy, ...]) -> Iterator[tuple[int, int]]:
    """Of every host that a copy names its first copy: a page that a host serves ten thousand times, as it does with
    one that says that a story is gone, is not paired with each."""
    first: dict[str, int] = {}
    for position, copy in enumerate(copies):
        first.setdefault(copy.host or "", position)
    labels = {host: _letters(host.rpartition(".")[0]) for host in first}
    named = {agency: _named(agency, labels) for agency in {copy.agency for copy in copies if copy.agency}}
    for position, copy in enumerate(copies):
        yield from ((position, first[host]) for host in named.get(copy.agency or "", ()) if host != copy.host)


def _named(agency: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The hosts that an agency line names."""
    name = _letters(agency)
    return tuple(host for host, label in labels.items() if name in label) if len(name) >= _NAME_CHARS else ()


def _letters(name: str) -> str:
    """Bare lower-case letters and digits, as hosts are made of them.

    >>> _letters("Tuổi Trẻ")
    'tuoitre'
    """
    return re.sub(r"[^a-z0-9]", "", slug(name))
