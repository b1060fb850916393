"""Compare a scorer's report with the floors written down for the same corpus.

    python -m tests.bench.floors REPORT.json CORPUS

REPORT.json is what the scorer wrote with --json; CORPUS is the folder with a folder per set. Exit status 1 when a
figure is below its floor; a set whose gold.jsonl is another than the one the floors were taken on is named and
not judged.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
Figures = Mapping[str, float]


def digest(gold: Path) -> str:
    """The first 16 hex digits of the SHA-256 of a set's gold.jsonl."""
    return hashlib.sha256(gold.read_bytes()).hexdigest()[:16]


def misses(floors: Figures, figures: Figures) -> Iterator[str]:
    """A line for each figure that breaks its floor; one whose name begins with "leak" has a ceiling instead."""
    for name, bound in floors.items():
        value = figures.get(name)
        if value is None:
            yield f"{name} is missing"
        elif value > bound if name.startswith("leak") else value < bound:
            yield f"{name} is {value:.4f}, the bound is {bound}"


def check(
    report: Mapping[str, Mapping[str, Figures]], corpus: Path, floors: Path = FLOORS
) -> Iterator[tuple[bool, str]]:
    """(whether it holds, a line to print) for each set of the report that has floors."""
    for name, entry in tomllib.loads(floors.read_text(encoding="utf-8")).items():
        if name not in report:
            continue
        if digest(corpus / name / "gold.jsonl") != entry["gold"]:
            yield True, f"{name}: another corpus than the floors', not judged"
            continue
        broken = list(misses(entry["floors"], report[name]["cleaner"]))
        yield not broken, f"{name}: " + ("; ".join(broken) or f"all {len(entry['floors'])} floors hold")


def main(report: str, corpus: str) -> int:
    results = list(check(json.loads(Path(report).read_text(encoding="utf-8")), Path(corpus)))
    for _, line in results:
        print(line)
    return 0 if all(holds for holds, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
