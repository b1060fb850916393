"""From which probability on blocks are kept, by what the page lets one expect."""

from __future__ import annotations

import pytest

from cleaner.settle.threshold import keep_from


def test_half_where_the_judge_is_sure_of_the_page() -> None:
    assert keep_from([(300, 1.0), (300, 1.0), (20, 0.0)]) == 0.5


def test_less_where_it_finds_no_clear_story() -> None:
    doubtful = [(300, 0.6), (300, 0.5), (300, 0.3), (300, 0.1)]
    assert 0.3 < keep_from(doubtful) < 0.4


def test_never_so_little_that_furniture_is_kept() -> None:
    assert keep_from([(300, 0.1), (300, 0.05)]) == 0.3
    assert keep_from([]) == 0.3


@pytest.mark.parametrize("least", [0.9, 0.7, 0.5, 0.4])
def test_keeping_from_there_on_gives_the_best_expected_f1(least: float) -> None:
    sizes = [(100, least), (100, least - 0.05), (100, least - 0.2), (100, 0.1)]
    scores = [score for _, score in sizes]

    def expected(kept: list[float]) -> float:
        return 2 * sum(kept) / (len(kept) + sum(scores))

    best = max(expected(scores[:count]) for count in range(1, 5))
    assert expected([score for score in scores if score >= best / 2]) == best
    assert keep_from(sizes) == pytest.approx(max(0.3, best / 2))
