"""Whatever comes in: a result, or an error with a type of ours."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from cleaner import clean
from cleaner.errors import InputError
from tests.properties.strategies import any_text, soups

KINDS = st.sampled_from([None, "html", "text"])
TYPES = st.one_of(
    st.none(),
    st.sampled_from(["text/html; charset=utf-8", "text/plain", "text/html; charset=nonsense", ";;="]),
    any_text,
)


def clean_or_refuse(content: bytes | str, **told: object) -> None:
    """Any other exception than InputError fails the test."""
    with suppress(InputError):
        clean(content, **told).to_dict()  # type: ignore[arg-type]


@given(st.binary(max_size=400), KINDS, TYPES)
@example(b"\xff\xfe", None, None)
@example(b"\xef\xbb\xbf", "html", None)
@example(b"\x00" * 50, "text", None)
def test_bytes(content: bytes, kind: str | None, content_type: str | None) -> None:
    clean_or_refuse(content, kind=kind, content_type=content_type)


@given(any_text, KINDS)
@example("\ud800", "text")
@example("\u200b", "text")
@example("\x1e\x1e", "html")
def test_strings(content: str, kind: str | None) -> None:
    clean_or_refuse(content, kind=kind)


@given(soups, any_text)
def test_soup_with_any_label(markup: str, url: str) -> None:
    clean_or_refuse(markup, url=url, kind="html")


@given(st.sampled_from(["json-ld", "meta", "time"]), any_text)
def test_declarations_may_hold_anything(place: str, value: str) -> None:
    markup = {
        "json-ld": f'<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":{value!r}}}</script>',
        "meta": f'<meta property="article:published_time" content="{value}"><meta name="author" content="{value}">',
        "time": f'<time datetime="{value}">{value}</time>',
    }[place]
    clean_or_refuse(f"<html><head>{markup}</head><body>{markup}<p>Ba cây cầu mới đã xong.</p></body></html>")
