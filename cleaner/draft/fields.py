"""Field rules: where the markup holds a fact that the page also declares or prints, and both agree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from cleaner.draft.entry import FieldDraft
from cleaner.draft.sheet import Sheet
from cleaner.draft.snippet import bare, element, excerpt
from cleaner.model import Article, Role
from cleaner.text import collapse, fold

_MOST_MORE = 12  # characters that a signature may have beside the names


class Reading(NamedTuple):
    """One way to read a field, and what it gives on each page that has it."""

    selector: str
    attr: str
    values: tuple[tuple[Article, tuple[str, ...]], ...]


def draft_field(
    sheets: Sequence[Sheet], field: str, role: Role, selectors: Sequence[str], prefix: str
) -> FieldDraft | None:
    """The field rule that reads what the role's selectors select; None when the values do not agree everywhere."""
    agrees = _AGREES[field]
    for reading in _readings(sheets, field, selectors):
        if reading.values and all(agrees(article, values) for article, values in reading.values):
            return _draft(sheets[0], field, role, reading, prefix)
    return None


def _readings(sheets: Sequence[Sheet], field: str, selectors: Sequence[str]) -> Iterator[Reading]:
    for selector in selectors:
        for inner, attr in _INNER.get(field, (("", ""),)):
            whole = f"{selector}{inner}"
            found = ((sheet.result.article, _values(sheet, whole, attr)) for sheet in sheets)
            yield Reading(whole, attr, tuple((article, values) for article, values in found if values))


def _values(sheet: Sheet, selector: str, attr: str) -> tuple[str, ...]:
    nodes = sheet.tree.css(selector)
    values = (node.attributes.get(attr) if attr else node.text(deep=True, separator=" ") for node in nodes)
    return tuple(collapse(value) for value in values if value)


def _draft(sheet: Sheet, field: str, role: Role, reading: Reading, prefix: str) -> FieldDraft:
    value = reading.values[0][1][0]
    attribute = f" {reading.attr}='{value}'" if reading.attr and "'" not in value else ""
    hit = element(sheet.tree, reading.selector, excerpt(value), attribute)
    found = f"{field}: equals what the page says of itself on {len(reading.values)} pages, such as “{excerpt(value)}”"
    return FieldDraft(
        f"{prefix}.field.{field}", field, (reading.selector,), reading.attr, (hit,), (bare(value),), (found,)
    )


def _is_title(article: Article, values: tuple[str, ...]) -> bool:
    return article.title is not None and fold(values[0]) == fold(article.title)


def _is_summary(article: Article, values: tuple[str, ...]) -> bool:
    return article.summary is not None and fold(article.summary).startswith(fold(values[0]))


def _is_signature(article: Article, values: tuple[str, ...]) -> bool:
    names = [fold(author.name) for author in article.authors]
    signed = fold(values[0])
    return bool(names) and all(name in signed for name in names) and len(signed) <= sum(map(len, names)) + _MOST_MORE


def _is_date(article: Article, values: tuple[str, ...]) -> bool:
    """Day and year of the known date stand in the value."""
    if article.published is None:
        return False
    numbers = set(map(int, re.findall(r"\d{1,4}", values[0])))
    return {article.published.day, article.published.month, article.published.year} <= numbers


def _is_section(article: Article, values: tuple[str, ...]) -> bool:
    return article.section is not None and fold(article.section) in map(fold, values)


def _are_tags(article: Article, values: tuple[str, ...]) -> bool:
    return bool(article.tags) and {fold(value).lstrip("#") for value in values} <= set(map(fold, article.tags))


_AGREES: dict[str, Callable[[Article, tuple[str, ...]], bool]] = {
    "title": _is_title,
    "summary": _is_summary,
    "author": _is_signature,
    "published": _is_date,
    "section": _is_section,
    "tags": _are_tags,
}
#: What may stand inside the element that a role's selector selects, and the attribute to read of it.
_INNER = {
    "published": ((" time", "datetime"), ("", "datetime"), ("", "")),
    "author": (("", ""), (" a", "")),
    "section": ((" a", ""), ("", "")),
    "tags": ((" a", ""), ("", "")),
}
#: The role whose selectors a field is read with.
FIELD_ROLES = {
    "title": Role.TITLE,
    "summary": Role.SUMMARY,
    "author": Role.BYLINE,
    "published": Role.DATE,
    "section": Role.SECTION,
    "tags": Role.TAGS,
}
