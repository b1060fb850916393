"""The judge: its numbers are what the data file says, and they tell story from furniture."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from cleaner.classify.as_markup import as_markup
from cleaner.classify.judge import forest, judge
from cleaner.forest import log_odds, probabilities, read_forest, shares
from cleaner.model import DecodedPage, Document, Kind
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment

RULEBOOK = default_rulebook()
LONG = "The ferry left the harbour at six in the morning, an hour late, because the crew had to clear the ice first."


def page(html: str) -> Document:
    return segment(DecodedPage(html, "html", "utf-8", "str"), RULEBOOK)


def text(lines: str) -> Document:
    return segment(DecodedPage(lines, "text", "utf-8", "str"), RULEBOOK)


def test_a_forest_sums_the_leaves_its_answers_lead_to() -> None:
    data = {"unit": 0.5, "bias": 0.25, "borders": {"a": [1.0], "b": [5.0]}, "trees": [[[0, 1], [1, 2, 4, 8]]]}
    rows = np.array([[0, 2, 0, 2], [9, 9, 0, 0]], dtype=np.float32)
    assert log_odds(read_forest(data), rows).tolist() == [2.25, 4.25, 0.75, 1.25]


def test_a_forest_of_several_kinds_sums_a_leaf_of_each() -> None:
    data = {"unit": 0.5, "bias": [0.0, 1.0], "borders": {"a": [1.0]}, "trees": [[[0], [2, 4, 6, 8]]] * 2}
    found = log_odds(read_forest(data), np.array([[0, 2]], dtype=np.float32))
    assert found.tolist() == [[2.0, 5.0], [6.0, 9.0]]
    assert shares(found).sum(axis=1) == pytest.approx([1, 1])


def test_many_blocks_are_asked_in_pieces() -> None:
    trained = forest("html")
    few = np.random.default_rng(8).normal(0, 300, (len(trained.names), 7)).astype(np.float32)
    assert log_odds(trained, np.tile(few, 600)) == pytest.approx(np.tile(log_odds(trained, few), 600), abs=1e-9)


def test_memory_for_the_answers_does_not_grow_with_the_page() -> None:
    rows = np.zeros((len(forest("html").names), 20_000), dtype=np.float32)
    tracemalloc.start()
    log_odds(forest("html"), rows)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


def test_log_odds_become_probabilities() -> None:
    assert probabilities(np.array([0.0, 50.0, -50.0])).round(6).tolist() == [0.5, 1.0, 0.0]


def test_paragraphs_score_above_menus() -> None:
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(12))
    story = "".join(f"<p>{LONG} Part {n}.</p>" for n in range(8))
    document = page(f"<nav><ul>{menu}</ul></nav><article><h1>Ice delays ferry</h1>{story}</article>")
    scores = dict(zip([block.text for block in document.blocks], judge(document), strict=True))
    assert min(scores[f"{LONG} Part {n}."] for n in range(8)) > 0.5
    assert max(scores[f"Section {n}"] for n in range(12)) < 0.2


def test_no_block_no_score() -> None:
    assert judge(page("<div></div>")).shape == (0,)


@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_data_files_ask_only_for_features_that_exist(kind: Kind) -> None:
    from cleaner.classify.columns import Columns
    from cleaner.classify.features import rows

    document = as_markup(text(LONG) if kind == "text" else page(f"<p>{LONG}</p>"))
    names, matrix = rows(Columns(document), document, [()])
    assert set(forest(kind).names) <= set(names)
    assert matrix.shape == (len(names), 1)
    assert np.isfinite(matrix).all()


@pytest.mark.parametrize("count", [1, 2, 3, 200])
def test_pages_of_any_size_are_judged(count: int) -> None:
    scores = judge(page(f"<p>{LONG}</p>" * count))
    assert scores.shape == (count,)
    assert ((scores >= 0) & (scores <= 1)).all()
