"""langdetect's profiles in a quarter of the memory: of its table of 55 languages, 96 in 100 numbers are zero."""

from __future__ import annotations

import json
from pathlib import Path
from struct import Struct

_PAIR = Struct("<Bd")  # the number of a language, and how frequent the letters are in it


class Frequencies:
    """How frequent one to three letters are in each language; what langdetect's `word_lang_prob_map` holds.

    languages: their codes, in the order of the numbers of a row.
    """

    def __init__(self, folder: Path) -> None:
        self.languages: list[str] = []
        self._packed: dict[str, bytes] = {}
        for path in sorted(folder.iterdir()):
            self._add(path)

    def _add(self, path: Path) -> None:
        """One profile: the numbers of its letters by themselves, and of all that are one, two and three long."""
        profile = json.loads(path.read_bytes())
        language, totals = len(self.languages), profile["n_words"]
        self.languages.append(profile["name"])
        for letters, number in profile["freq"].items():
            if len(letters) <= len(totals):
                pair = _PAIR.pack(language, number / totals[len(letters) - 1])
                self._packed[letters] = self._packed.get(letters, b"") + pair

    def __contains__(self, letters: str) -> bool:
        return letters in self._packed

    def __getitem__(self, letters: str) -> list[float]:
        row = [0.0] * len(self.languages)
        for language, frequency in _PAIR.iter_unpack(self._packed[letters]):
            row[language] = frequency
        return row
