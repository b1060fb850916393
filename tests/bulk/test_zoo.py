"""Each broken or odd input costs one row, and its neighbours nothing."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.bulk.readers import ReadOptions
from tests.bulk.archives import page
from tests.bulk.runs import run_all
from tests.bulk.zoo import ZOO

_LIMIT = 200_000


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """One run over the whole zoo, each beast between two whole pages; rows by cage."""
    folder = tmp_path_factory.mktemp("zoo")
    for number, beast in enumerate(ZOO.values()):
        cage = folder / "in" / f"{number:03d}"
        cage.mkdir(parents=True)
        (cage / beast.file).write_bytes(beast.content)
        (cage / "!before.html").write_bytes(page(number))
        (cage / "~after.html").write_bytes(page(number))
    found = run_all(folder / "out", folder / "in", seconds=2.0, read=ReadOptions(max_bytes=_LIMIT), across=False)
    cages: dict[str, list[dict[str, Any]]] = {name: [] for name in ZOO}
    names = list(ZOO)
    for row in found:
        cages[names[int(row["source"].split("/in/")[1][:3])]].append(row)
    return cages


def test_the_zoo_is_large() -> None:
    assert len(ZOO) >= 40


@pytest.mark.parametrize("name", ZOO)
def test_one_row_and_unharmed_neighbours(rows: dict[str, list[dict[str, Any]]], name: str) -> None:
    before, *own, after = rows[name]
    assert [(row["status"], row["error"]) for row in own] == [(ZOO[name].status, ZOO[name].error)]
    assert [before["status"], after["status"]] == ["cleaned", "cleaned"]
    assert own[0]["status"] == "cleaned" or own[0]["detail"] or own[0]["status"] == "not_article"
