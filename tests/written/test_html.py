"""Every written page of markup: its text, nothing in it that is none, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cleaner.model import Article
from tests.written.pages import Page, fold, known, pages, tokens

Check = Callable[[dict[str, Any], Article], bool]
_SHORT = 15  # characters of a snippet that may stand in a story by chance


def _without(field: str) -> Check:
    def check(gold: dict[str, Any], article: Article) -> bool:
        text, body = fold(article.text), fold(gold["text"])
        snippets = (fold(_words(item)) for item in gold[field])
        return not any(snippet in text for snippet in snippets if len(snippet) >= _SHORT and snippet not in body)

    return check


def _words(item: Any) -> str:
    return item if isinstance(item, str) else item.get("text") or item.get("title") or ""


def _with(field: str, said: Callable[[Article], Iterator[str | None]]) -> Check:
    def check(gold: dict[str, Any], article: Article) -> bool:
        found = " | ".join(map(fold, said(article)))
        return all(fold(_words(item)) in found for item in gold[field])

    return check


def _same(field: str) -> Check:
    return lambda gold, article: fold(gold[field]) == fold(getattr(article, field))


def _authors(gold: dict[str, Any], article: Article) -> bool:
    return sorted(map(fold, gold["authors"])) == sorted(fold(author.name) for author in article.authors)


def _published(gold: dict[str, Any], article: Article) -> bool:
    if not gold["published"]:
        return article.published is None
    size = 16 if len(gold["published"]) > 10 else 10  # to the minute, or the day where no time is printed
    return article.published is not None and article.published.isoformat()[:size] == gold["published"][:size]


def _tags(gold: dict[str, Any], article: Article) -> bool:
    return set(map(fold, gold["tags"])) == set(map(fold, article.tags))


CHECKS: dict[str, Check] = {
    "text": lambda gold, article: tokens(gold["text"]) == tokens(article.text),
    "no must_not": _without("must_not"),
    "no captions": _without("captions"),
    "no related": _without("related"),
    "captions": _with("captions", lambda article: (image.caption for image in article.images)),
    "related": _with("related", lambda article: (item.title for item in article.related)),
    "authors": _authors,
    "published": _published,
    "tags": _tags,
    **{name: _same(name) for name in ("title", "summary", "section", "site_name", "agency")},
}
#: Answers that say something where they are empty; of the others there is nothing to ask then.
_ALSO_EMPTY = ("text", "title", "authors", "published")


def _cases() -> Iterator[Any]:
    wrong = known()
    for page in (page for name in ("vi-html", "world-news") for page in pages(name)):
        for name, check in CHECKS.items():
            field = name.removeprefix("no ")
            if field in page.gold and (page.gold[field] or field in _ALSO_EMPTY):
                marks = [pytest.mark.xfail(strict=True)] if (page.name, name) in wrong else []
                yield pytest.param(page, check, id=f"{page.name} {name}", marks=marks)


@pytest.mark.parametrize(("page", "check"), list(_cases()))
def test_written_page(page: Page, check: Check) -> None:
    article = page.result().article
    assert check(page.gold, article), article
