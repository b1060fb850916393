"""Every written text, line by line: nothing is lost, and how many lines are kept or cut rightly and named rightly."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from statistics import mean
from typing import NamedTuple

import pytest

from cleaner.model import KEPT_ROLES
from tests.written.pages import Page, fold, known, pages

_KNOWN = known()


class Right(NamedTuple):
    """Shares of a text's lines, 0 to 1."""

    kept: float
    named: float


#: By set, what the lines of its texts have at least.
_FLOORS = {"vi-text": Right(0.97, 0.93), "world-text": Right(0.94, 0.865)}  # the last 15 of world-text are unmended
_PAGES = [page for name in _FLOORS for page in pages(name)]


class Line(NamedTuple):
    """A line or a part of one: the roles that are right, and its characters without white space."""

    roles: frozenset[str]
    text: str


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


def lines(page: Page) -> list[Line]:
    """The lines as a person judged them."""
    raw = page.raw().decode().split("\n")
    parts = (
        part
        for item in sorted(page.gold["lines"], key=lambda item: item["n"])
        for part in item.get("split") or [{**item, "text": raw[item["n"]]}]
    )
    return [Line(frozenset((part["role"], *part.get("accept", ()))), squeezed(part["text"])) for part in parts]


def right(page: Page) -> Right:
    """The role of a line is the one that most of its characters have."""
    roles = [entry.role for entry in page.result().ledger for _ in squeezed(entry.text)]
    kept_roles = {role.value for role in KEPT_ROLES}
    kept, named, at = [], [], 0
    for line in lines(page):
        (role, _), *_ = Counter(roles[at : at + len(line.text)]).most_common(1)
        at += len(line.text)
        named.append(role in line.roles)
        if "title" not in line.roles:  # it leaves the text and is not lost
            kept.append(any((role in kept_roles) == (wanted in kept_roles) for wanted in line.roles))
    return Right(mean(kept), mean(named))


def fields() -> Iterator[object]:
    """The checked fields of the texts, and whether all their lines are rightly kept or cut."""
    for page in _PAGES:
        for name in (*page.gold["checked"], "kept") if "checked" in page.gold else ():
            wrong = (page.name, name) in _KNOWN
            marks = pytest.mark.xfail(strict=True) if wrong else ()
            yield pytest.param(page, name, id=f"{page.name} {name}", marks=marks)


@pytest.mark.parametrize(("page", "name"), list(fields()))
def test_field(page: Page, name: str) -> None:
    if name == "kept":
        assert right(page).kept == 1
        return
    wanted, found = page.gold[name], getattr(page.result().article, {"source_url": "url"}.get(name, name))
    if name == "authors":
        assert sorted(map(fold, wanted)) == sorted(fold(author.name) for author in found)
    elif name == "published" and wanted:
        assert found is not None
        assert found.isoformat()[:16] == wanted[:16] or found.isoformat()[:10] == wanted
    else:
        assert fold(wanted) == fold(found)


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.name)
def test_no_character_is_lost(page: Page) -> None:
    found = "".join(squeezed(entry.text) for entry in page.result().ledger)
    assert found == "".join(line.text for line in lines(page))


@pytest.mark.parametrize("name", _FLOORS)
def test_lines_are_kept_and_named_rightly(name: str) -> None:
    found = [right(page) for page in _PAGES if page.set == name]
    assert mean(item.kept for item in found) >= _FLOORS[name].kept
    assert mean(item.named for item in found) >= _FLOORS[name].named
