"""The canary can sing: what is not sanitised fires, and what is harmless is silent."""

from __future__ import annotations

import pytest

from tests.canary.conftest import Canary, document
from tests.canary.vectors import VECTORS, Vector

LIVE = [vector for vector in VECTORS if vector.live]


@pytest.mark.parametrize("vector", LIVE, ids=lambda vector: vector.kind)
def test_unsanitised_it_fires(vector: Vector, canary: Canary) -> None:
    assert any(canary.sings(document(vector.html)) for _ in range(3))  # a busy machine may need more than one look


def test_a_harmless_page_is_silent(canary: Canary) -> None:
    fragment = '<h1>Cầu mới</h1><p>Một <a href="http://page.test/#a">liên kết</a> và <b>chữ đậm</b>.</p>'
    assert canary.sings(document(fragment)) == []


def test_there_are_many_kinds() -> None:
    assert len({vector.kind for vector in VECTORS}) == len(VECTORS) >= 150
    assert len(LIVE) >= 90
