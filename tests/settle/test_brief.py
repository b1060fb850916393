"""Sentences of a brief that the judge doubts, and doubtful sentences that are none of it."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.brief import settle_brief
from cleaner.settle.headline import settle_headline
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Phà nghỉ hai ngày"}</script>'
TOLD = "Phà Cồn Sậy nghỉ từ sáng mai để thay dây neo."
LONG = "Sáng nay hơn sáu chục chuyến đò ngang vẫn chở khách qua sông, phần đông là học trò và bà con đi chợ. " * 8


def told(make_board: MakeBoard, box: str, score: float = 0.24, head: str = NEWS, more: str = "") -> Role | None:
    body = f"<h1>Phà nghỉ hai ngày</h1>{box}{more}"
    board = make_board(f"<html lang=vi><head>{head}</head><body>{body}</body></html>", [0.1, score, 0.9], rules=False)
    settle_headline(board)
    settle_story(board)
    settle_brief(board)
    return board.role(1)


def test_a_sentence_in_the_element_of_the_text_is_the_story(make_board: MakeBoard) -> None:
    assert told(make_board, f"<div class=detail-content><p>{TOLD}</p></div>") is Role.BODY


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=box-notice><p>{TOLD}</p></div>",
        f"<div class='detail-content related'><p>{TOLD}</p></div>",
        f"<div class=detail-content><p>{TOLD[:-1]}</p></div>",
        f"<div class=detail-content><p><a href=/b>{TOLD}</a></p></div>",
    ],
)
def test_elsewhere_and_where_it_is_no_sentence_it_stays_out(make_board: MakeBoard, box: str) -> None:
    assert told(make_board, box) is None


def test_on_other_pages_and_beside_a_longer_story_it_stays_out(make_board: MakeBoard) -> None:
    box = f"<div class=detail-content><p>{TOLD}</p></div>"
    assert told(make_board, box, head="") is None
    assert told(make_board, box, 0.1) is None
    assert told(make_board, box, more=f"<div class=detail-content><p>{LONG}</p></div>") is None


def test_behind_a_table_it_is_the_story_and_behind_an_offer_it_is_not(make_board: MakeBoard) -> None:
    table = "<div class=body><table><tr><td>19:15</td></tr></table>{}<p>" + TOLD + "</p></div>"
    offer = "<div><a href=/b>Giá vàng miếng tăng lên 92 triệu đồng</a></div>"
    for between, role in (("", Role.BODY), (offer, None)):
        body = f"<h1>Phà nghỉ hai ngày</h1>{table.format(between)}"
        scores = [0.1, 0.6, 0.1, 0.2] if between else [0.1, 0.6, 0.2]
        board = make_board(f"<html lang=vi><head>{NEWS}</head><body>{body}</body></html>", scores, rules=False)
        settle_headline(board)
        settle_story(board)
        settle_brief(board)
        assert board.role(len(scores) - 1) is role
