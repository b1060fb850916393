"""Pages that only look odd stay as they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import decode, legacy
from cleaner.decode.labels import CODECS as PYTHON
from cleaner.model import RawPage
from tests.decode.samples import CODECS, FOREIGN, PAGE

TEXTS = {**FOREIGN, "vietnamese": PAGE}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("times", [1, 60])
def test_other_languages_are_left_alone(language: str, times: int) -> None:
    text = "\n".join([TEXTS[language]] * times)
    for content in (text, text.encode(), f"<html><body><p>{text}</p></body></html>"):
        page = decode(RawPage(content))
        assert page.encoding_source != "repaired"
        assert page.warnings == ()
        assert text in page.text


@pytest.mark.parametrize("language", CODECS)
def test_other_languages_in_their_own_encodings_are_left_alone(language: str) -> None:
    raw = FOREIGN[language].encode(PYTHON.get(CODECS[language], CODECS[language]))
    assert decode(RawPage(raw)).encoding_source != "repaired"
    assert decode(RawPage(raw.decode("latin-1"))).encoding_source != "repaired"


@pytest.mark.parametrize("language", TEXTS)
def test_the_evidence_is_far_from_proof(language: str) -> None:
    found = legacy.judge(TEXTS[language])
    assert found is None or (found.share < 0.3 and found.common == 0)


def test_decomposed_vietnamese_is_normalised_not_repaired() -> None:
    page = decode(RawPage(unicodedata.normalize("NFD", PAGE)))
    assert (page.text, page.encoding_source) == (PAGE, "str")
    assert page.warnings[0].startswith("normalised to NFC: ")


_WESTERN = "".join(char for char in map(chr, range(0xA1, 0x100)) if char.isalpha()) + "abcdehilnorstuy"


@given(st.lists(st.text(_WESTERN, min_size=2, max_size=7), min_size=1, max_size=40))
def test_words_of_random_western_letters_are_left_alone(words: list[str]) -> None:
    text = " ".join(words)
    assert decode(RawPage(text)).text == text


@pytest.mark.parametrize("pair", ["khoá khóa", "thuỷ thủy", "hoà hòa"])
def test_both_tone_placements_are_kept(pair: str) -> None:
    assert decode(RawPage(f"{PAGE} {pair}")).text == f"{PAGE} {pair}"


def test_a_vietnamese_page_with_an_old_font_name_is_left_alone() -> None:
    page = f"<p style=\"font-family:'.VnTime'\">{PAGE} Năm 2003, ông José Müller và bà Renée đến Đà Nẵng.</p>"
    assert decode(RawPage(page)).text == page
