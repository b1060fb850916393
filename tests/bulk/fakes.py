"""An engine in miniature, so that what is tested is the run and not the cleaning."""

from __future__ import annotations

import os
import signal
import time
from datetime import datetime
from pathlib import Path

from cleaner.bulk.batch import Clean
from cleaner.errors import EmptyInput, UnsupportedMedia
from cleaner.model import Article, BodyBlock, CleanResult, LedgerEntry, Report, Role


def fake_engine() -> Clean:
    return fake_clean


def slow_engine() -> Clean:
    """Takes two milliseconds a page, so that a run can be killed in the middle."""

    def clean(content: bytes, url: str | None, content_type: str | None) -> CleanResult:
        time.sleep(0.002)
        return fake_clean(content, url, content_type)

    return clean


def fake_clean(content: bytes, url: str | None, content_type: str | None) -> CleanResult:
    """Each line is a paragraph, the first one the title. Some words make it misbehave."""
    text = content.decode("utf-8", "replace")
    if not text.strip():
        raise EmptyInput("the page is empty")
    if text.startswith("%PDF"):
        raise UnsupportedMedia("the content is PDF data")
    _misbehave(text)
    title, *lines = [line for line in text.splitlines() if line.strip()]
    published = next((datetime.fromisoformat(line[5:]) for line in lines if line.startswith("date ")), None)
    agency = next((line[5:] for line in lines if line.startswith("from ")), None)
    body = tuple(BodyBlock("paragraph", line, line) for line in lines)
    article = Article(
        title=title,
        body=body,
        text="\n".join(lines),
        url=url,
        published=published,
        agency=agency,
        kind="not_article" if "FRONT" in text else "news",
    )
    return CleanResult(article, _ledger(title, lines), _report(article))


def _misbehave(text: str) -> None:
    if "HOLD " in text:
        _wait_for(Path(text.partition("HOLD ")[2].partition("\n")[0]))
    if "SLEEP" in text:
        time.sleep(60)
    if "DIE" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "EAT" in text:
        _hold(bytearray(1 << 30) for _ in range(64))
    if "DEFECT" in text:
        raise ValueError("a defect of ours")


def _wait_for(gate: Path) -> None:
    """A page that is not done before a file is there, so that a test can act while its run is under way."""
    while not gate.exists():
        time.sleep(0.01)


def _hold(pieces: object) -> list[object]:
    return list(pieces)  # type: ignore[call-overload, no-any-return]


def _ledger(title: str, lines: list[str]) -> tuple[LedgerEntry, ...]:
    first = LedgerEntry(0, title, Role.TITLE, False, "fake.title", "first line", 1.0, 0, len(title))
    rest = [LedgerEntry(n, line, Role.BODY, True, "fake.body", "a line", 0.9) for n, line in enumerate(lines, 1)]
    return (first, *rest)


def _report(article: Article) -> Report:
    return Report(
        engine="0",
        rulebook="fake",
        kind="text",
        encoding="utf-8",
        encoding_source="detected",
        blocks=len(article.body) + 1,
        kept_share=0.9,
        roles={"body": len(article.body), "title": 1},
        rules={"fake.body": len(article.body), "fake.title": 1},
        quality=min(1.0, len(article.text) / 100),
    )
