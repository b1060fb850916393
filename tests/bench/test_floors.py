"""The floors' own logic; the figures themselves are taken by `make bench`."""

from __future__ import annotations

from pathlib import Path

from tests.bench.floors import check, digest, misses


def test_a_figure_below_its_floor_and_a_leak_above_its_ceiling_are_named() -> None:
    found = list(misses({"word_f1": 0.9, "leak_captions": 0.005}, {"word_f1": 0.89, "leak_captions": 0.006}))
    assert [line.split()[0] for line in found] == ["word_f1", "leak_captions"]


def test_figures_on_their_bound_hold() -> None:
    assert not list(misses({"word_f1": 0.9, "leak_captions": 0.005}, {"word_f1": 0.9, "leak_captions": 0.005}))


def test_a_missing_figure_does_not_hold() -> None:
    assert list(misses({"exact": 0.1}, {})) == ["exact is missing"]


def _corpus(folder: Path) -> Path:
    (folder / "set").mkdir()
    (folder / "set" / "gold.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    return folder


def _floors(folder: Path, gold: str) -> Path:
    path = folder / "floors.toml"
    path.write_text(f'[set]\ngold = "{gold}"\n[set.floors]\nword_f1 = 0.9\n', encoding="utf-8")
    return path


def test_another_corpus_is_not_judged(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path)
    assert [
        holds for holds, _ in check({"set": {"cleaner": {"word_f1": 0.1}}}, corpus, _floors(tmp_path, "0" * 16))
    ] == [True]


def test_the_same_corpus_is_judged(tmp_path: Path) -> None:
    corpus = _corpus(tmp_path)
    floors = _floors(tmp_path, digest(corpus / "set" / "gold.jsonl"))
    assert [holds for holds, _ in check({"set": {"cleaner": {"word_f1": 0.1}}}, corpus, floors)] == [False]
    assert [holds for holds, _ in check({"set": {"cleaner": {"word_f1": 0.95}}}, corpus, floors)] == [True]
