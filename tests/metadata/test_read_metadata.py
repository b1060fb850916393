"""The stage as a whole: all fields of a page, and no page that breaks it."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.metadata import Metadata, outlet_keys, read_metadata
from cleaner.model import Block, Document, Head, Role, Verdict
from tests.metadata.pages import URL, head, hit, html_page, judged, text_page

LEAD = "(Sông Đà) - Đội bóng của một ngôi làng nhỏ bên sông vừa thắng trận chung kết trên sân nhà."


def page() -> tuple[Document, tuple[Verdict, ...]]:
    story = {
        "@type": "NewsArticle",
        "headline": "Đội bóng làng vô địch",
        "author": {"@type": "Person", "name": "Theo Hải Yến"},
        "datePublished": "2024-05-12T08:30:15+07:00",
        "publisher": {"name": "Báo Sông Đà"},
    }
    declared = head(
        title="Đội bóng làng vô địch | Báo Sông Đà",
        language="vi",
        metas={"og:site_name": "Báo Sông Đà", "article:section": "Thể thao", "keywords": "bóng đá, làng Đông"},
        json_ld=[story],
        hits=[hit("agency", "Theo Sông Lam")],
        canonical=URL,
    )
    document = html_page(
        declared, "# Đội bóng làng vô địch", "12/05/2024 08:30", LEAD, "Cả làng đổ ra đường mừng đội nhà."
    )
    return document, tuple(map(judged, (Role.TITLE, Role.DATE, Role.SUMMARY, Role.BODY)))


def test_all_fields() -> None:
    found = read_metadata(*page(), outlet_keys(["Sông Đà", "(Sông Lam)"]))
    assert found.title == "Đội bóng làng vô địch"
    assert [author.name for author in found.authors] == ["Hải Yến"]
    assert found.agency == "Sông Lam"
    assert found.published is not None
    assert found.published.isoformat() == "2024-05-12T08:30:15+07:00"
    assert found.timed
    assert (found.section, found.tags) == ("Thể thao", ("bóng đá", "làng Đông"))
    assert (found.site_name, found.url, found.language) == ("Báo Sông Đà", URL, "vi")
    assert found.dateline == "Sông Đà"


def test_every_value_has_its_evidence() -> None:
    found = read_metadata(*page(), outlet_keys(["Sông Đà", "Sông Lam"]))
    for name in (
        "title",
        "authors",
        "agency",
        "published",
        "section",
        "tags",
        "site_name",
        "url",
        "language",
        "dateline",
    ):
        assert "chosen" in {candidate.verdict for candidate in found.evidence[name]}, name


def test_an_empty_page_has_nothing() -> None:
    found = read_metadata(html_page(Head(), url=None))
    assert found == Metadata(evidence=found.evidence)


def test_a_text_without_a_head() -> None:
    document, verdicts = text_page(
        (Role.SUMMARY, "Đội bóng của một ngôi làng nhỏ bên sông vừa thắng trận chung kết trên sân nhà."),
        (Role.BODY, "Cả làng đổ ra đường mừng đội nhà trong tiếng trống và tiếng reo hò của lũ trẻ."),
        (Role.BYLINE, "PV/SONGDA.VN"),
        (Role.SOURCE_URL, "https://songda.vn/the-thao/doi-bong-1.html"),
    )
    found = read_metadata(document, verdicts)
    assert found.title is None
    assert found.published is None
    assert [author.name for author in found.authors] == ["PV"]
    assert (found.agency, found.site_name, found.language) == ("SONGDA.VN", "SONGDA.VN", "vi")
    assert found.url == "https://songda.vn/the-thao/doi-bong-1.html"


def test_the_same_page_gives_the_same_record() -> None:
    assert read_metadata(*page()) == read_metadata(*page())


_KEYS = st.sampled_from(
    ["@type", "@id", "headline", "name", "author", "publisher", "datePublished", "dateModified", "articleSection",
     "keywords", "itemListElement", "item", "position", "inLanguage", "mainEntityOfPage", "url", "description"]
)  # fmt: skip
_SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
    | st.text(max_size=30) | st.sampled_from(["NewsArticle", "BreadcrumbList", "WebPage", "Organization", "By A, B"])
)  # fmt: skip
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5), max_leaves=12
)
_OBJECTS = st.lists(st.dictionaries(_KEYS, _VALUES, max_size=6), max_size=3)
_METAS = st.dictionaries(
    st.sampled_from(
        ["og:title", "author", "article:published_time", "og:url", "keywords", "og:site_name", "og:locale"]
    ),
    st.text(max_size=60),
    max_size=5,
)


@settings(max_examples=150, deadline=None)
@given(objects=_OBJECTS, metas=_METAS, url=st.none() | st.text(max_size=40), text=st.text(max_size=120))
def test_no_head_breaks_it(objects: list[dict[str, Any]], metas: dict[str, str], url: str | None, text: str) -> None:
    document = html_page(head(title=text, metas=metas, json_ld=objects), f"# {text}", text, url=url)
    found = read_metadata(document)
    assert found.published is None or found.published.tzinfo is not None
    assert all(author.name for author in found.authors)


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.tuples(st.sampled_from(list(Role)), st.text(max_size=80)), max_size=6))
def test_no_text_breaks_it(lines: list[tuple[Role, str]]) -> None:
    document, verdicts = text_page(*lines)
    found = read_metadata(document, verdicts)
    assert found.language
    assert set(found.evidence) >= {"title", "authors", "published"}


def test_a_live_blog_of_many_updates_costs_little() -> None:
    import time

    updates = [
        {"@type": "BlogPosting", "headline": f"Update {number}", "articleBody": "x" * 400} for number in range(2000)
    ]
    story = {"@type": "LiveBlogPosting", "headline": "Flood", "liveBlogUpdate": updates, "datePublished": "2024-05-12"}
    document = html_page(
        head(title="Flood", language="en", json_ld=[story]), *[Block(0, f"Update {n}") for n in range(3000)]
    )
    read_metadata(document)
    start = time.process_time()
    found = read_metadata(document)
    assert time.process_time() - start < 5
    assert found.title == "Flood"
