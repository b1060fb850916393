"""Nothing is lost: the ledger holds every visible character of the page, each once."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, given

from cleaner import RawPage, clean
from cleaner.decode import decode
from cleaner.errors import InputError
from tests.properties.strategies import any_text, pages, scrapes, soups
from tests.visible import ledger_text, squeezed, visible_text


@given(scrapes)
def test_text_comes_back_in_order(text: str) -> None:
    assert ledger_text(clean(text, kind="text")) == squeezed(text)


@given(any_text)
def test_any_text_comes_back_as_decoded(text: str) -> None:
    try:
        decoded = decode(RawPage(text, kind="text")).text
    except InputError:
        assume(False)
    assert ledger_text(clean(text, kind="text")) == squeezed(decoded)


@given(scrapes)
def test_places_in_the_text_are_true(text: str) -> None:
    decoded = decode(RawPage(text, kind="text")).text
    for entry in clean(text, kind="text").ledger:
        assert squeezed(decoded[entry.start : entry.end]) == squeezed(entry.text)


@given(pages)
def test_html_comes_back_in_order(markup: str) -> None:
    assume(visible_text(markup))
    assert ledger_text(clean(markup, kind="html")) == visible_text(markup)


@given(soups)
def test_no_character_of_tag_soup_is_lost_or_doubled(markup: str) -> None:
    try:
        decoded = decode(RawPage(markup, kind="html")).text
        result = clean(markup, kind="html")
    except InputError:
        assume(False)
    assert Counter(ledger_text(result)) == Counter(visible_text(decoded))
