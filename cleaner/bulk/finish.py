"""The end of a run: what it came to, what is alike across its documents, and the manifest that seals it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from cleaner.bulk.capture import REVISIT
from cleaner.bulk.drift import Month, drift
from cleaner.bulk.duplicates import Cluster, clusters, further_copies
from cleaner.bulk.progress import Progress
from cleaner.bulk.repeats import Repeat, proposal, repeats
from cleaner.bulk.report import report_html
from cleaner.bulk.revisits import revisits
from cleaner.bulk.state import State
from cleaner.bulk.store import Store
from cleaner.bulk.summary import Fact, facts_of, summarise, summary_text

_LONGEST_NAME = 200  # bytes; file systems have room for 255, and for the suffixes in them


def finish(state: State, across: bool, progress: Progress) -> None:
    """Writes summary.txt, report.html, with `across` also duplicates.jsonl, proposals/, drift.jsonl and, where
    there are any, revisits.jsonl; and last manifest.json. All depend on the rows alone.
    """
    state.sweep()
    store = state.store
    summary = summarise(store)
    copies, lines, months = _across(store) if across else ([], [], [])
    files = _across_files(copies, lines, months) if across else {}
    if across and summary.errors[f"skipped: {REVISIT}"]:
        files["revisits.jsonl"] = _lines(found.to_dict() for found in revisits(lambda: _facts(store)))
    files["summary.txt"] = summary_text(summary)
    files["report.html"] = report_html(store, summary, copies, lines, months)
    for name, content in files.items():
        store.put(name, content.encode("utf-8", "replace"))
    state.put_manifest(sorted(files))
    progress.note(f"report: {store.address}/report.html")


def _across(store: Store) -> tuple[list[Cluster], list[Repeat], list[Month]]:
    copies = list(clusters(lambda: _facts(store)))
    return copies, repeats(_facts(store), further_copies(copies)), drift(_facts(store))


def _facts(store: Store) -> Iterable[Fact]:
    return (fact for _, fact in facts_of(store))


def _across_files(copies: list[Cluster], lines: list[Repeat], months: list[Month]) -> dict[str, str]:
    files = {
        "duplicates.jsonl": _lines(cluster.to_dict() for cluster in copies),
        "drift.jsonl": _lines(month.to_dict() for month in months),
    }
    for host, found in groupby(lines, lambda repeat: repeat.host):
        files[f"proposals/{_file_name(host)}.toml"] = proposal(host, list(found))
    return files


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _file_name(host: str) -> str:
    """A host as a file name; what calls itself a host may be of any length."""
    name = "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in host)
    return name.encode()[:_LONGEST_NAME].decode("utf-8", "ignore")
