"""The shape of Vietnamese syllables."""

import re

import pytest

from cleaner.decode.syllable import COMMON, LETTERS, is_syllable
from tests.decode.samples import FOREIGN, PAGE


def test_there_are_67_letters_beyond_ascii_of_either_case() -> None:
    assert len(set(LETTERS)) == 134
    assert LETTERS[67:] == LETTERS[:67].upper()
    assert set(LETTERS[:67]) <= set(PAGE.lower()), "the sample page is to hold every letter"


def test_all_words_of_a_vietnamese_page_are_syllables() -> None:
    assert [word for word in re.findall(r"[^\W\d_]+", PAGE) if not is_syllable(word)] == []
    assert [word for word in re.findall(r"[^\W\d_]+", PAGE.upper()) if not is_syllable(word)] == []


@pytest.mark.parametrize(
    "word",
    "nghiêng khuỷu quỳnh quyển giếng gì gìn giữa ương uống yêu ý ở à hoà hòa thuý thúy quý quí xoong được ngoằn ngoèo "
    "khuya loạc choẹt tuyệt VIỆT Việt boong".split(),
)
def test_rare_shapes_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    "viêt cac các̀ bàc nhỏt tạá wỏng fòng zũ đđi nướcc vIệt việT VIệT ộtộ été für naïve año â ă việtnam x ".split(),
)
def test_other_shapes_are_not(word: str) -> None:
    assert not is_syllable(word)


def test_everyday_syllables_are_syllables_and_mostly_not_ascii() -> None:
    assert {word for word in COMMON if not is_syllable(word)} == set()


def test_foreign_words_beyond_ascii_hardly_are() -> None:
    words = [word for text in FOREIGN.values() for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    hits = [word for word in words if is_syllable(word)]
    assert len(hits) < len(words) / 10, hits
