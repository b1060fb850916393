"""Text without NUL, lone surrogates, carriage returns and decomposed letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode.tidy import is_nfc, tidy
from tests.decode.samples import PAGE

MARKS = "\u0300\u0301\u0302\u0306\u0309\u031b\u0323\u0338\u0340\u0341"


@given(
    st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("aeou<=>" + MARKS + "ơ\u09c7\u09be\uac00\u11a8")))
)
def test_nothing_is_held_for_nfc_that_is_not(text: str) -> None:
    text = text.replace("\0", "").replace("\r", "").lstrip("\ufeff")
    tidied = tidy(text)
    assert tidied.text == unicodedata.normalize("NFC", text)
    assert tidied.utf8 == tidied.text.encode()
    assert tidied.high == bytes(byte for byte in tidied.utf8 if byte >= 128)
    assert bool(tidied.warnings) == (tidied.text != text)


@given(st.text(st.sampled_from("a\r\n\0\ufeff"), max_size=12))
def test_line_ends_and_nul(text: str) -> None:
    bare = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    tidied = tidy(text)
    assert (tidied.text, tidied.utf8) == (bare, bare.encode())
    assert tidied.warnings == ((f"dropped {text.count(chr(0))} NUL characters",) if "\0" in text else ())


def test_a_composed_page_is_returned_as_it_is() -> None:
    assert tidy(PAGE).text is PAGE
    assert is_nfc(tidy(PAGE).high)


def test_decomposed_letters_are_composed_and_reported() -> None:
    tidied = tidy(unicodedata.normalize("NFD", "Xin chào các bạn"))
    assert tidied.text == "Xin chào các bạn"
    assert tidied.warnings == (
        "normalised to NFC: 3 combining marks composed; "
        "before «Xin cha\u0300o ca\u0301c ba\u0323n», after «Xin chào các bạn»",
    )


def test_characters_with_a_canonical_form_are_reported() -> None:
    assert tidy("nhiệt độ 300 \u212a").text == "nhiệt độ 300 K"
    assert "canonical form" in tidy("nhiệt độ 300 \u212a").warnings[0]


@pytest.mark.parametrize(
    ("text", "clean", "lone"),
    [
        ("vui \ud83d\ude00 quá", "vui \U0001f600 quá", 0),
        ("vui \ud83d quá", "vui  quá", 1),
        ("\udc00\ud83d\ude00\ud83d \ufffd", "\U0001f600 \ufffd", 2),
    ],
)
def test_surrogates_are_joined_or_dropped(text: str, clean: str, lone: int) -> None:
    tidied = tidy(text)
    assert tidied.text == clean
    assert tidied.warnings == ((f"dropped {lone} lone surrogates",) if lone else ())


def test_endless_marks_are_composed_in_pieces() -> None:
    """Sorting them all takes quadratic time; what comes out means the same."""
    text = "a" + "\u0323\u0301\u0316" * 400
    tidied = tidy(text).text
    assert unicodedata.normalize("NFD", tidied) == unicodedata.normalize("NFD", text)
    assert tidied != unicodedata.normalize("NFC", text)
