"""The language of the story: what the page declares, checked against its letters; "und" when unsure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts
from cleaner.metadata.frequencies import Frequencies
from cleaner.metadata.reading import Found
from cleaner.model import Candidate
from cleaner.text import VIETNAMESE_LETTERS, is_vietnamese

UNKNOWN = "und"
MIN_LETTERS = 40  # fewer do not say which language it is
_SAMPLE = 600  # characters whose letters are counted
_LONG_SAMPLE = 1000  # characters that langdetect reads
_SURE = 0.85  # of langdetect's probability
_ALSO = 0.15  # from which a second language is named
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
#: First and last code point of a script's letters, and the languages of the press that write it; a
#: share of the letters (half for alphabets shared by several languages) makes it the text's script.
_SCRIPTS = (
    (0x0370, 0x03FF, "el", 0.4), (0x0400, 0x04FF, "ru uk bg sr mk be kk ky mn tg", 0.5), (0x0530, 0x058F, "hy", 0.4),
    (0x0590, 0x05FF, "he", 0.4), (0x0600, 0x06FF, "ar fa ur ps ckb sd ug", 0.5), (0x0900, 0x097F, "hi mr ne", 0.3),
    (0x0980, 0x09FF, "bn", 0.3), (0x0A80, 0x0AFF, "gu", 0.3), (0x0B80, 0x0BFF, "ta", 0.3), (0x0C00, 0x0C7F, "te", 0.3),
    (0x0C80, 0x0CFF, "kn", 0.3), (0x0D00, 0x0D7F, "ml", 0.3), (0x0D80, 0x0DFF, "si", 0.3), (0x0E00, 0x0E7F, "th", 0.3),
    (0x0E80, 0x0EFF, "lo", 0.3), (0x1000, 0x109F, "my", 0.3), (0x10A0, 0x10FF, "ka", 0.4), (0x1200, 0x137F, "am", 0.3),
    (0x1780, 0x17FF, "km", 0.3), (0x3040, 0x30FF, "ja", 0.1), (0x4E00, 0x9FFF, "zh", 0.5), (0xAC00, 0xD7AF, "ko", 0.3),
)  # fmt: skip
_STARTS = [first for first, _, _, _ in _SCRIPTS]
_NOT_LATIN = frozenset(name for _, _, names, _ in _SCRIPTS for name in names.split()) | {"yue", "yi", "dz", "ti"}
_LOCK = Lock()


def read_language(facts: Facts) -> Found[str]:
    """The declared language where all declarations name one and the letters do not contradict it."""
    declared = list(_declared(facts))
    tags = {tag for tag, _ in declared}
    language, found = detect_language(facts.sample, tags.pop() if len(tags) == 1 else "")
    own = tuple(Candidate(tag, source, "agrees" if tag == language else "weaker") for tag, source in declared)
    return Found(language, (*own, *found))


def detect_language(text: str, declared: str) -> tuple[str, tuple[Candidate, ...]]:
    """The primary BCP 47 subtag of the text's language, or "und", and the evidence.

    declared: what the page says of itself, "" when nothing or several things. Letters that belong to
    one language decide; a declaration holds unless the letters contradict it; langdetect (seeded, on
    at least 40 letters) is asked only where neither decides. Never raises; the same in every process.
    """
    letters, vietnamese, scripts = _count(text[:_SAMPLE])
    tag = primary(declared)
    written = _written_in(letters, vietnamese, scripts)
    if len(written) == 1:
        return written[0], (Candidate(written[0], "letters", "chosen"),)
    fits = tag in written if written else tag not in _NOT_LATIN and tag != "vi"
    if tag and (fits or letters < MIN_LETTERS):
        return tag, (Candidate(declared, "declared", "chosen"),)
    refused = (Candidate(declared, "declared", "rejected: the letters are another language's"),) if tag else ()
    if letters < MIN_LETTERS:
        return UNKNOWN, refused
    language, found = _by_statistics(text[:_LONG_SAMPLE])
    return language, (*refused, *found)


def _count(sample: str) -> tuple[int, int, dict[int, int]]:
    """Letters, letters that only Vietnamese has, and letters by script (its place in `_SCRIPTS`)."""
    letters = vietnamese = 0
    scripts: dict[int, int] = {}
    for letter, number in Counter(sample).items():
        if not letter.isalpha():
            continue
        letters += number
        if letter in VIETNAMESE_LETTERS:
            vietnamese += number
        elif letter > "\u036f":
            place = bisect_right(_STARTS, ord(letter)) - 1
            scripts[place] = scripts.get(place, 0) + number * (ord(letter) <= _SCRIPTS[place][1])
    return letters, vietnamese, scripts


def _written_in(letters: int, vietnamese: int, scripts: dict[int, int]) -> list[str]:
    """The languages that the letters leave possible; [] for Latin letters of no language in particular."""
    if is_vietnamese(letters, vietnamese):
        return ["vi"]
    found = (names for place, (_, _, names, share) in enumerate(_SCRIPTS) if scripts.get(place, 0) > letters * share)
    return next(found, "").split()


def primary(tag: str) -> str:
    """
    >>> primary("vi_VN"), primary("english please")
    ('vi', '')
    """
    match = _TAG.fullmatch(tag.strip())
    return match[1].lower() if match else ""


def _declared(facts: Facts) -> Iterator[tuple[str, str]]:
    if tag := primary(facts.head.language):
        yield tag, "html lang"
    for name, value in facts.metas(("og:locale", "content-language", "language", "dc.language")):
        if tag := primary(value):
            yield tag, f"meta {name}"
    if tag := primary(plain_text(facts.story.get("inLanguage"))):
        yield tag, "json-ld inLanguage"


def _by_statistics(sample: str) -> tuple[str, tuple[Candidate, ...]]:
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    try:
        detector.append(sample)
        guesses = detector.get_probabilities()
    except LangDetectException:
        return UNKNOWN, ()
    best = primary(guesses[0].lang) if guesses and guesses[0].prob >= _SURE else UNKNOWN
    named = [guess for guess in guesses if guess.prob >= _ALSO]
    return best, tuple(
        Candidate(f"{guess.lang} {guess.prob:.2f}", "langdetect", "chosen" if primary(guess.lang) == best else "weaker")
        for guess in named
    )


def _factory() -> Any:
    with _LOCK:  # the profiles take a third of a second to load, once
        return _load_factory()


@cache
def _load_factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    table = Frequencies(Path(PROFILES_DIRECTORY))
    factory = DetectorFactory()
    factory.word_lang_prob_map, factory.langlist = table, table.languages
    factory.seed = 0  # its trials are random; the seed makes them the same everywhere
    return factory
