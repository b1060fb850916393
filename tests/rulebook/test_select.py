from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.rulebook import Rulebook
from tests.rulebook.packs import books


@pytest.fixture
def loaded(tmp_path: Path) -> Rulebook:
    return books(
        tmp_path,
        {
            "generic/all.toml": "[pack]",
            "lang/vi/a.toml": "[pack]\nlanguages = ['vi']",
            "lang/fr/a.toml": "[pack]\nlanguages = ['fr']",
            "lang/en/a.toml": "[pack]\nlanguages = ['en']",
            "cms/family.toml": "[pack]\nfingerprint = ['.cms']\nhosts = ['b.vn']\nseen = '2026'",
            "sites/b.vn.toml": "[pack]\nhosts = ['b.vn', 'c.com.vn']\nseen = '2026'",
        },
    )


LANGUAGES = {"lang/vi/a", "lang/fr/a", "lang/en/a"}


@pytest.mark.parametrize(
    ("host", "more"),
    [
        (None, set()),
        ("other.vn", set()),
        ("b.vn", {"sites/b.vn", "cms/family"}),
        ("WWW.b.vn", {"sites/b.vn", "cms/family"}),
        ("m.c.com.vn", {"sites/b.vn"}),
        ("xb.vn", set()),
        ("b.vn.evil.com", set()),
    ],
)
def test_by_host(loaded: Rulebook, host: str | None, more: set[str]) -> None:
    assert loaded.select(host) == {"generic/all"} | LANGUAGES | more


def test_by_fingerprint(loaded: Rulebook) -> None:
    assert loaded.select(None, frozenset({"cms/family"})) == {"generic/all", "cms/family"} | LANGUAGES


def test_unconditional_packs_need_nothing(loaded: Rulebook) -> None:
    assert loaded.unconditional == {"generic/all"} | LANGUAGES


def test_packs_for_texts_count_on_no_page_of_markup(tmp_path: Path) -> None:
    found = books(tmp_path, {"generic/all.toml": "[pack]", "generic/flat.toml": "[pack]\ntexts = true"})
    assert found.select() == {"generic/all"}
    assert found.select(text=True) == {"generic/all", "generic/flat"}
