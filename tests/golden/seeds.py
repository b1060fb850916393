"""The seeds and what a person expects of them, read from the folder `seeds`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from cleaner import CleanResult, clean

FOLDER = Path(__file__).parents[2] / "seeds"
FORMS = ("txt", "html")


class Seed(NamedTuple):
    name: str
    form: str

    @property
    def raw(self) -> bytes:
        return (FOLDER / f"{self.name}.{self.form}").read_bytes()

    @property
    def expected(self) -> dict[str, Any]:
        expected: dict[str, Any] = json.loads((FOLDER / f"{self.name}.expected.json").read_text("utf-8"))
        return expected

    def text_lines(self) -> list[str]:
        return (FOLDER / f"{self.name}.txt").read_text("utf-8").split("\n")

    def result(self) -> CleanResult:
        return _clean(self.name, self.form)


@cache
def _clean(name: str, form: str) -> CleanResult:
    return clean(Seed(name, form).raw)


NAMES = tuple(sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json")))
SEEDS = tuple(Seed(name, form) for name in NAMES for form in FORMS)
