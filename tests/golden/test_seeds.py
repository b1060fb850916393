"""Both seeds, from text and from HTML: one test for each field of expected.json."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner import LedgerEntry
from cleaner.text import squeeze
from tests.golden.seeds import NAMES, SEEDS, Seed

FIELDS = [
    pytest.param(seed, field, id=f"{seed.name[:3]}-{seed.form}-{field}")
    for seed in SEEDS
    for field in seed.expected
    if field != "ledger_roles"
]


def test_both_seeds_are_here() -> None:
    assert len(NAMES) == 2


@pytest.mark.parametrize(("seed", "field"), FIELDS)
def test_field(seed: Seed, field: str) -> None:
    article = seed.result().to_dict()["article"]
    wanted = seed.expected[field]
    assert as_expected(field, article[field], wanted) == wanted


def as_expected(field: str, got: Any, wanted: Any) -> Any:
    """The engine's value in the shape of expected.json: items reduced to the keys that it names."""
    if field == "authors":
        return [author["name"] for author in got]
    if isinstance(got, list) and wanted and isinstance(wanted[0], dict):
        return [{key: item[key] for key in wanted[0]} for item in got]
    return got


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.name[:3]}-{seed.form}")
def test_ledger_roles(seed: Seed) -> None:
    wanted = [(seed.text_lines()[item["line"]], item["role"]) for item in seed.expected["ledger_roles"]]
    assert roles_of(wanted, seed.result().ledger) == [(squeeze(line), role) for line, role in wanted]


def roles_of(wanted: list[tuple[str, str]], ledger: tuple[LedgerEntry, ...]) -> list[tuple[str, str]]:
    """(text, role) of the ledger's entries that hold the seed's own words, in the ledger's order.

    An HTML page has furniture that the flattened text lost; its entries are left out.
    """
    words = {squeeze(line) for line, _ in wanted}
    return [(squeeze(entry.text), str(entry.role)) for entry in ledger if squeeze(entry.text) in words]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.name[:3]}-{seed.form}")
def test_no_date_is_invented(seed: Seed) -> None:
    article = seed.result().article
    assert (article.published, article.modified) == (None, None)
