"""What a person sees: progress, summary, report."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import fsspec
from rich.console import Console

from cleaner.bulk.charts import bars
from cleaner.bulk.display import LiveProgress, drawn
from cleaner.bulk.plan import Unit
from cleaner.bulk.progress import Progress, plain_progress
from cleaner.bulk.record import Record
from cleaner.bulk.snapshot import Snapshot
from tests.bulk.archives import Warc, pages, write_folder
from tests.bulk.runs import run_all


class Clock:
    """A clock that is put forward by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_rate_share_and_eta(tmp_path: Path) -> None:
    plan = []
    for number, size in enumerate((1000, 3000)):
        path = tmp_path / f"{number}.warc"
        path.write_bytes(b"x" * size)
        plan.append(Unit(number, (str(path),)))
    clock, shown = Clock(), list[Snapshot]()
    progress = Progress(shown.append, lambda _: None, every=10.0, clock=clock)
    progress.begin(plan, set())
    clock.now += 5
    progress.rows(("cleaned", "failed"), ("", "a.vn"), None)
    progress.unit_done(plan[0])
    assert not shown  # not due yet
    clock.now += 5
    progress.rows(("cleaned",), ("",), None)
    assert (shown[0].rows, shown[0].rate, shown[0].share, shown[0].eta) == (3, 0.3, 0.25, 30.0)
    assert (shown[0].host, shown[0].statuses) == ("a.vn", {"cleaned": 2, "failed": 1})
    progress.reading(plan[1], [Record("x", plan[1].paths[0], offset) for offset in (0, 500, 1000, 1500)])
    assert progress.snapshot().share == 0.625 * 3 / 4  # three of the four are cleaned


def test_a_large_remote_archive_has_an_eta() -> None:
    files = fsspec.filesystem("memory")
    files.pipe({"/eta/a.warc": b"x" * 1000, "/eta/b.warc": b"x" * 3000})
    names = ("a.warc", "b.warc", "gone.warc", "p.html")
    plan = [Unit(number, (f"memory://eta/{name}",)) for number, name in enumerate(names)]
    progress = Progress(lambda _: None, lambda _: None, clock=(clock := Clock()))
    progress.begin(plan, set())
    clock.now += 10
    progress.unit_done(plan[0])
    progress.reading(plan[1], [Record("x", plan[1].paths[0], 1000)])
    progress.rows(("cleaned",), ("",), None)
    assert progress.snapshot().share == 2000 / 4002  # what does not tell its size, and a page, count as a byte


def test_plain_lines_say_it_all() -> None:
    out = io.StringIO()
    with plain_progress(out, every=0.0) as progress:
        progress.begin([Unit(0, ())], set())
        progress.rows(("cleaned", "timed_out"), ("bao.vn", "bao.vn"), None)
    line = out.getvalue().splitlines()[0]
    for part in ("2 pages", "/s", "ETA", "cleaned 1", "timed_out 1", "bao.vn", "MB"):
        assert part in line


def test_the_live_display_draws_counts_and_host() -> None:
    console = Console(file=io.StringIO(), width=120)
    console.print(drawn(Snapshot(10, 5, {"cleaned": 9, "failed": 1}, 2.0, 0.5, 2.0, "bao.vn", 300, 2)))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    for part in ("50%", "10 pages (+5 done before)", "5.0/s", "0:00:02", "cleaned 9", "failed 1", "bao.vn", "300 MB"):
        assert part in text


def test_the_live_display_runs() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=120)
    with LiveProgress(console) as progress:
        progress.begin([Unit(0, ())], set())
        progress.rows(("cleaned",), ("bao.vn",), None)
    assert "cleaned 1" in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", console.file.getvalue())  # type: ignore[attr-defined]


class Addresses(HTMLParser):
    """Every address a page would load, and its ids and inner links."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.ids: set[str] = set()
        self.inner: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.inner.add((value or "")[1:])
            elif name in ("src", "href", "data", "action"):
                self.loaded.append(value or "")


def test_the_report_needs_nothing_else_and_leads_to_ledgers(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", [*pages(60), b"<script>alert(1)</script>\nText of a hostile page."])
    (folder / "z.warc.gz").write_bytes(Warc().response(1, status="404 No").content)
    run_all(tmp_path / "out", folder)
    html = (tmp_path / "out" / "report.html").read_text()
    found = Addresses()
    found.feed(html)
    assert not found.loaded
    assert "@import" not in html
    assert "url(" not in html
    assert "<script" not in html
    assert len(found.inner) == 50
    assert found.inner <= found.ids
    for chart in (
        "What became of the records",
        "Roles of blocks",
        "Rules that decided most",
        "Quality",
        "Hosts",
        "Years",
    ):
        assert chart in html
    summary = (tmp_path / "out" / "summary.txt").read_text()
    assert "62 records, one row each" in summary
    assert "skipped: http-status" in summary


def test_a_bar_is_as_long_as_its_value() -> None:
    svg = bars("t", [("a", 100), ("b", 50), ("<c>", 0)])
    widths = [int(width) for width in re.findall(r'<rect [^>]*width="(\d+)"', svg)]
    assert widths == [420, 210, 1]
    assert "<c>" not in svg


def test_a_note_on_a_terminal_is_said_as_it_is() -> None:
    out = io.StringIO()
    LiveProgress(Console(file=out, force_terminal=True, width=20)).note("report: [bold]a/very/long/path/report.html")
    assert out.getvalue() == "report: [bold]a/very/long/path/report.html\n"


def test_a_run_in_which_nothing_is_left_has_no_time_to_wait(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"x")
    unit = Unit(0, (str(tmp_path / "a.warc"),))
    progress = Progress(lambda _: None, lambda _: None)
    progress.begin([unit], {unit.name})
    assert (progress.snapshot().share, progress.snapshot().eta) == (1.0, 0.0)


def test_the_report_names_the_records_that_failed(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "in", pages(1))
    (folder / "<b>.jsonl").write_bytes(b'{"html": "Title\\nText"}\nbroken\n' + b"broken\n" * 60)
    run_all(tmp_path / "out", folder)
    html = (tmp_path / "out" / "report.html").read_text()
    assert "Records that failed" in html
    assert "&lt;b&gt;.jsonl</td><td>24</td>" in html
    assert html.count("<td>failed: corrupt</td>") == 50
    assert "The first 50 of 61" in html
