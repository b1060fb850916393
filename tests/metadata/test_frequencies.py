from __future__ import annotations

from pathlib import Path

import pytest
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

from cleaner.metadata.frequencies import Frequencies
from tests.metadata.test_language import SAMPLES


@pytest.fixture(scope="module")
def tables() -> tuple[Frequencies, DetectorFactory]:
    """Ours, and langdetect's own."""
    own = DetectorFactory()
    own.load_profile(PROFILES_DIRECTORY)
    return Frequencies(Path(PROFILES_DIRECTORY)), own


def test_every_number_is_langdetects_own(tables: tuple[Frequencies, DetectorFactory]) -> None:
    ours, own = tables
    places = [own.langlist.index(language) for language in ours.languages]
    assert sorted(places) == list(range(len(own.langlist)))
    for letters, row in own.word_lang_prob_map.items():
        assert ours[letters] == [row[place] for place in places]
    assert "qqq" not in ours


@pytest.mark.parametrize("language", SAMPLES)
def test_the_detector_reads_it_as_its_own(language: str, tables: tuple[Frequencies, DetectorFactory]) -> None:
    ours, own = tables
    own.seed = 0
    expected = own.create()
    expected.append(SAMPLES[language])
    other = DetectorFactory()
    other.word_lang_prob_map, other.langlist, other.seed = ours, ours.languages, 0
    found = other.create()
    found.append(SAMPLES[language])
    best, first = expected.get_probabilities()[0], found.get_probabilities()[0]
    assert (first.lang, first.prob) == (best.lang, pytest.approx(best.prob, abs=1e-12))
