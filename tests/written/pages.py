"""The written pages and their answers."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cleaner import CleanResult, clean

FOLDER = Path(__file__).parent
_TOKEN = re.compile(r"\w+", re.UNICODE)


class Page(NamedTuple):
    """One page of a set."""

    set: str
    gold: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.set}/{self.gold['file'].removesuffix('.gz')}"

    def raw(self) -> bytes:
        return _raw(self.set, self.gold["file"])

    def result(self) -> CleanResult:
        return _clean(self.set, self.gold["file"], self.gold.get("url"))


def _raw(folder: str, file: str) -> bytes:
    return gzip.decompress((FOLDER / folder / "pages" / file).read_bytes())


@cache
def _clean(folder: str, file: str, url: str | None) -> CleanResult:
    return clean(_raw(folder, file), url=url)


def pages(name: str) -> list[Page]:
    """The pages of a set."""
    lines = (FOLDER / name / "gold.jsonl").read_text(encoding="utf-8").strip().split("\n")
    return [Page(name, json.loads(line)) for line in lines]


def known() -> set[tuple[str, str]]:
    """(page, field) of what is still wrong."""
    lines = (FOLDER / "known.txt").read_text(encoding="utf-8").split("\n")
    return {(page, field) for page, _, field in (line.partition(" ") for line in lines if line)}


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def fold(text: object) -> str:
    """For comparison: case and white space aside."""
    return " ".join(unicodedata.normalize("NFC", str(text or "")).casefold().split())
