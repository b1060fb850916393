"""What a newer engine or rulebook changed over an archive: two outputs of the same inputs, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple

from cleaner.bulk.output import OutputRow, read_all
from cleaner.bulk.state import ARTICLES
from cleaner.bulk.store import Store
from cleaner.bulk.summary import ranked
from cleaner.errors import OptionError

_FIELDS = (
    "title", "summary", "text", "authors", "agency", "published", "modified", "section", "tags", "site_name",
    "images", "related", "kind", "dateline", "robots",
)  # fmt: skip


class Example(NamedTuple):
    """One change to look at. what: "status", a field, or "old role -> new role"."""

    what: str
    page: str
    old: str
    new: str


@dataclass(slots=True)
class Diff:
    """Counts of changes. versions: (engine, rulebook) of old and new. blocks: by "old role -> new role"."""

    rows: int = 0
    changed: int = 0
    versions: tuple[str, str] = ("", "")
    statuses: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    blocks: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[Example]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "changed": self.changed,
            "versions": list(self.versions),
            "statuses": dict(ranked(self.statuses)),
            "fields": dict(ranked(self.fields)),
            "blocks": dict(ranked(self.blocks)),
            "rules": dict(ranked(self.rules)),
            "examples": [example._asdict() for found in self.examples.values() for example in found],
        }


def diff(old: str, new: str, examples: int = 3) -> Diff:
    """Compares the outputs in two folders; both are read once, a shard at a time.

    examples: how many to keep of each kind of change. Raises OptionError when the rows are not of the same records,
    and for a folder without any.
    """
    for folder in (old, new):
        if not Store(folder).names(ARTICLES):
            raise OptionError(f"there is no output of a bulk run in {folder!r}")
    found = Diff()
    for before, after in zip_longest(read_all(Store(old)), read_all(Store(new))):
        if before is None or after is None or _record(before) != _record(after):
            raise OptionError(f"{old} and {new} are not runs over the same inputs (row {found.rows + 1})")
        found.rows += 1
        _compare(found, before, after, examples)
    return found


def _record(row: OutputRow) -> tuple[object, object, object]:
    return row["id"], row["source"], row["offset"]


def _compare(found: Diff, before: OutputRow, after: OutputRow, limit: int) -> None:
    if not any(found.versions) and before.get("engine") and after.get("engine"):
        found.versions = (_version(before), _version(after))
    changes = list(_changes(found, before, after))
    found.changed += bool(changes)
    for change in changes:
        kept = found.examples.setdefault(change.what, [])
        if len(kept) < limit:
            kept.append(change)


def _version(row: OutputRow) -> str:
    return f"{row['engine']} / {row['rulebook']}"


def _changes(found: Diff, before: OutputRow, after: OutputRow) -> Iterator[Example]:
    page = before.get("url") or before["id"]
    if before["status"] != after["status"]:
        found.statuses[f"{before['status']} -> {after['status']}"] += 1
        yield Example("status", page, before["status"], after["status"])
    for name in _FIELDS:
        if not _is_same(before.get(name) or None, after.get(name) or None):
            found.fields[name] += 1
            yield Example(name, page, *_shown(before.get(name), after.get(name)))
    yield from _block_changes(found, page, before.get("ledger") or [], after.get("ledger") or [])


def _is_same(old: object, new: object) -> bool:
    """Equal; of records as far as both versions wrote them, since a newer one may have a member more."""
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return all(map(_is_same, old, new))
    if isinstance(old, dict) and isinstance(new, dict):
        return all(old[name] == new[name] for name in old.keys() & new.keys())
    return old == new


def _block_changes(found: Diff, page: str, old: list[Any], new: list[Any]) -> Iterator[Example]:
    """Blocks of the same text in the same place whose verdict changed."""
    verdicts = {(entry["id"], entry["text"]): entry for entry in old}
    for entry in new:
        before = verdicts.get((entry["id"], entry["text"]))
        if before is None:
            found.blocks["cut otherwise"] += 1
        elif before["role"] != entry["role"]:
            what = f"{before['role']} -> {entry['role']}"
            found.blocks[what] += 1
            found.rules[f"{before['rule']} -> {entry['rule']}"] += 1
            yield Example(what, page, f"{before['rule']}: {entry['text'][:160]}", f"{entry['rule']}")


def _shown(old: object, new: object) -> tuple[str, str]:
    """The two values from a little before where they begin to differ."""
    first, second = _plain(old), _plain(new)
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    start = max(0, at - 40)
    return first[start : start + 160], second[start : start + 160]


def _plain(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else repr(value)


def diff_text(found: Diff) -> str:
    """The comparison for a terminal."""
    lines = [f"{found.rows:,} records, {found.changed:,} changed ({found.changed / found.rows:.1%})"]
    lines.append(f"old {found.versions[0] or '?'}\nnew {found.versions[1] or '?'}")
    for title in ("statuses", "fields", "blocks", "rules"):
        counter: Counter[str] = getattr(found, title)
        if counter:
            lines += [f"{title}:", *(f"  {count:>8,}  {name}" for name, count in ranked(counter)[:15])]
    for kept in found.examples.values():
        for example in kept:
            lines += [f"{example.what}: {example.page}", f"  - {example.old}", f"  + {example.new}"]
    return "\n".join(lines) + "\n"
