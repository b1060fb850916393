"""What a page folder expects of its page. The keys of expected.toml:

- why, trap: what kind of page it is, and its opposite that must not be hit
- url: the label passed to `clean`
- title, summary, published, section, site_name, agency, kind: the article's field
- authors, tags: lists of names
- blocks: number of body blocks
- in, out: snippets that the text must and must not hold
- related: titles of other stories, found as data and absent from the text
- captions: [[text, credit?]], found as data and absent from the text (a photo story's stay)
- roles: [[text, role]], the role of the entry that starts with the text
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cleaner import CleanResult, clean

FOLDER = Path(__file__).parent
KEYS = frozenset(
    "why trap url title summary published section site_name agency kind authors tags blocks in out related captions "
    "roles".split()
)


class Page(NamedTuple):
    name: str
    expected: dict[str, Any]

    @property
    def raw(self) -> bytes:
        return (FOLDER / self.name / "page.html").read_bytes()

    def result(self) -> CleanResult:
        return _clean(self.name)


@cache
def _clean(name: str) -> CleanResult:
    page = BY_NAME[name]
    return clean(page.raw, url=page.expected.get("url"))


def _read(folder: Path) -> Page:
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    unknown = expected.keys() - KEYS
    if unknown:
        raise ValueError(f"{folder.name}: unknown keys {sorted(unknown)}")
    return Page(folder.name, expected)


PAGES = tuple(_read(path.parent) for path in sorted(FOLDER.glob("*/expected.toml")))
BY_NAME = {page.name: page for page in PAGES}
