"""The report of a run: one HTML page that needs nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from cleaner.bulk.charts import bars
from cleaner.bulk.drift import Month
from cleaner.bulk.duplicates import Cluster
from cleaner.bulk.output import read_output
from cleaner.bulk.record import STATUSES
from cleaner.bulk.repeats import Repeat
from cleaner.bulk.state import ARTICLES, shard_of
from cleaner.bulk.store import Store
from cleaner.bulk.summary import QUALITY_BINS, Doubtful, Summary, ranked

_TOP = 20
_STYLE = """
:root { color-scheme: light dark; --ink: #1d2129; --paper: #fff; --bar: #2f6f9f; --line: #d5d9df; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #16181c; --bar: #6fb1de; --line: #3a3f47; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 60rem;
  margin: 2rem auto; padding: 0 1rem; }
figure { margin: 1.5rem 0; overflow-x: auto; } figcaption, h2 { font-weight: 600; margin: 1.5rem 0 .5rem; }
svg text { font-size: 13px; fill: currentColor; } svg rect { fill: var(--bar); }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .5rem;
  border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; } .removed { opacity: .6; }
"""


def report_html(
    store: Store, summary: Summary, clusters: list[Cluster], repeats: list[Repeat], months: list[Month]
) -> str:
    """Figures, charts, what was found across documents, and the most doubtful pages with their ledgers."""
    parts = [
        f"<h1>Bulk cleaning: {summary.rows:,} records</h1>",
        *_charts(summary),
        _failures(summary),
        _clusters(clusters),
        _repeats(repeats),
        _months(months),
        _doubtful(summary.doubtful),
        *_ledgers(store, summary.doubtful),
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bulk cleaning report</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    )


def _charts(summary: Summary) -> Iterator[str]:
    yield bars("What became of the records", [(name, summary.statuses[name]) for name in STATUSES])
    yield bars("Why records have no article", ranked(summary.errors)[:_TOP])
    yield bars("Quality (0 to 1)", _histogram(summary.quality))
    yield bars("Kinds of pages", ranked(summary.kinds))
    yield bars("What decided the body", ranked(summary.stages))
    yield bars("Roles of blocks", ranked(summary.roles))
    yield bars("Rules that decided most", ranked(summary.rules)[:_TOP])
    yield bars("Hosts", ranked(summary.hosts)[:_TOP])
    yield bars("Years of publication", sorted(summary.years.items()))


def _histogram(quality: Counter[int]) -> list[tuple[str, int]]:
    step = 1 / QUALITY_BINS
    return [(f"{number * step:.1f} to {(number + 1) * step:.1f}", quality[number]) for number in range(QUALITY_BINS)]


def _table(title: str, header: Iterable[str], rows: Iterable[Iterable[str]], note: str = "") -> str:
    """Cells are HTML already."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    if not body:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    return f"<h2>{escape(title)}</h2>{note}<table><tr>{head}</tr>{body}</table>"


def _failures(summary: Summary) -> str:
    total = summary.statuses["failed"] + summary.statuses["timed_out"]
    rows = [(_text(item.error), _text(item.source), str(item.offset), _text(item.url)) for item in summary.failures]
    note = f"<p>The first {len(rows):,} of {total:,}; the column detail of each row says more.</p>"
    return _table("Records that failed", ("why", "source", "offset", "page"), rows, note)


def _clusters(found: list[Cluster]) -> str:
    largest = sorted(found, key=lambda cluster: -len(cluster.copies))[:_TOP]
    rows = [
        (str(len(cluster.copies)), _text(_first(cluster).title), _text(_first(cluster).host), _credit_text(cluster))
        for cluster in largest
    ]
    note = f"<p>{len(found):,} clusters; all are in duplicates.jsonl.</p>"
    return _table("Copies of one text", ("copies", "title", "earliest at", "who credits whom"), rows, note)


def _first(cluster: Cluster) -> Any:
    return cluster.copies[cluster.earliest or 0]


def _credit_text(cluster: Cluster) -> str:
    named = {f"{copy.host or '?'} ({copy.agency})" for copy in cluster.copies if copy.agency}
    return _text(", ".join(sorted(named)[:5]))


def _repeats(found: list[Repeat]) -> str:
    often = sorted(found, key=lambda repeat: (-repeat.pages, repeat.host, repeat.line))[:_TOP]
    rows = [(_text(item.host), f"{item.pages} of {item.host_pages}", _text(item.line)) for item in often]
    note = "<p>Drafts of rules are in proposals/; lines of charity appeals repeat too, and are content.</p>"
    return _table("Kept lines that repeat across a host", ("host", "pages", "line"), rows, note)


def _months(months: list[Month]) -> str:
    alarmed = [month for month in months if month.alarms][: 2 * _TOP]
    rows = [
        (_text(month.host), month.month, str(month.pages), "<br>".join(map(_text, month.alarms))) for month in alarmed
    ]
    return _table("Drift", ("host", "month", "pages", "what changed"), rows)


def _doubtful(pages: list[Doubtful]) -> str:
    rows = [
        (
            f'<a href="#ledger-{number}">{page.quality:.2f}</a>',
            _text(page.title),
            _text(page.url),
            _text("; ".join(page.warnings)),
        )
        for number, page in enumerate(pages)
    ]
    return _table("Most doubtful pages", ("quality", "title", "page", "warnings"), rows)


def _ledgers(store: Store, pages: list[Doubtful]) -> Iterator[str]:
    ledgers = _ledgers_of(store, {(page.shard, page.row) for page in pages})
    for number, page in enumerate(pages):
        rows = [_block(entry) for entry in ledgers.get((page.shard, page.row), ())]
        table = _table(page.title, ("role", "rule", "text"), rows, f"<p>{_text(page.url)}</p>")
        yield f'<section id="ledger-{number}">{table}</section>'


def _ledgers_of(store: Store, wanted: set[tuple[str, int]]) -> dict[tuple[str, int], list[dict[str, Any]]]:
    """Ledgers by (shard, row); each shard is read once."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for name in store.names(ARTICLES):
        shard = shard_of(name)
        rows = {row for wanted_shard, row in wanted if wanted_shard == shard}
        if rows:
            read = enumerate(read_output(store.read(name), name))
            found |= {(shard, number): row.get("ledger") or [] for number, row in read if number in rows}
    return found


def _block(entry: dict[str, Any]) -> tuple[str, str, str]:
    text = entry["text"] if len(entry["text"]) <= 300 else entry["text"][:299] + "…"
    marked = _text(text) if entry["kept"] else f'<span class="removed">{_text(text)}</span>'
    return _text(entry["role"]), f'<span title="{_text(entry["evidence"])}">{_text(entry["rule"])}</span>', marked


def _text(value: str | None) -> str:
    return escape(value or "", quote=True)
