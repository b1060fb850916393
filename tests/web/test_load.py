from __future__ import annotations

import pytest

from cleaner.model import Article, CleanResult, LedgerEntry, Report
from cleaner.plain import plain
from cleaner.records import build
from cleaner.web.errors import InvalidBody
from cleaner.web.load import load, load_list, pointer
from cleaner.web.resources.payload import Item, Page
from tests.render.samples import LEDGER, RESULT


def test_dump_is_the_models_own_form() -> None:
    assert plain(RESULT) == RESULT.to_dict()


def test_load_is_the_way_back() -> None:
    assert load(Article, plain(RESULT.article)) == RESULT.article
    assert load(Report, plain(RESULT.report)) == RESULT.report
    assert load_list(LedgerEntry, plain(LEDGER)) == LEDGER
    assert build(CleanResult, RESULT.to_dict()) == RESULT


def test_an_id_keeps_its_type() -> None:
    ids = [load(Item, {"content": "x", "id": value}).id for value in (1, "1", None)]
    assert ids == [1, "1", None]
    assert [type(value) for value in ids] == [int, str, type(None)]


def test_defaults_may_be_left_out() -> None:
    assert load(Page, {"content": "x"}) == Page("x")


def test_faults_are_bounded_and_do_not_quote_values() -> None:
    with pytest.raises(InvalidBody) as caught:
        load_list(Item, [{"content": 5, "url": {"secret": "page text"}}] * 1000)
    assert len(caught.value.faults) == 20
    assert "page text" not in str(caught.value.faults)


def test_a_name_as_long_as_a_page_is_cut() -> None:
    with pytest.raises(InvalidBody) as caught:
        load(Page, {"content": "x", "y" * 10_000: 1})
    assert len(caught.value.faults[0].pointer) < 200


def test_a_date_that_is_none_is_pointed_at() -> None:
    article = plain(RESULT.article)
    article["published"] = "yesterday"  # type: ignore[index]
    with pytest.raises(InvalidBody) as caught:
        load(Article, article)
    assert [fault.pointer for fault in caught.value.faults] == ["#/published"]


def test_pointer_escapes() -> None:
    assert pointer(["a~b", "c/d", 3]) == "#/a~0b/c~1d/3"


@pytest.mark.parametrize("moment", ["2026-12-31T23:59:60Z", "0000-01-01T00:00:00Z", "2026-01-01t00:00:00z"])
def test_a_moment_that_the_schema_knows_and_python_does_not(moment: str) -> None:
    article = plain(RESULT.article)
    article["published"] = moment  # type: ignore[index]
    with pytest.raises(InvalidBody, match="date-time"):
        load(Article, article)
