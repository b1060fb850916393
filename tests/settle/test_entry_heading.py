"""Headings of a live page's entries, and those of cards that sell something."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.entry_heading import settle_entry_headings
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>'
TEXT = "Tâm bão đã vào vùng bờ biển phía bắc, gió giật cấp 12, cây đổ ngang nhiều tuyến phố."


def entry(heading: str, text: str = TEXT) -> str:
    return f"<div class=entry><h3>{heading}</h3><p>{text}</p></div>"


def settled(board: Board) -> list[Role | None]:
    settle_story(board)
    settle_entry_headings(board)
    return [board.role(block.index) for block in board.blocks]


def test_a_doubtful_heading_beside_one_of_its_make_is_story(make_board: MakeBoard) -> None:
    html = f"<head>{LIVE}</head><body>{entry('Mất điện diện rộng')}{entry('Tâm bão vào bờ')}</body>"
    board = make_board(html, [0.3, 0.9, 0.9, 0.9], rules=False)
    assert settled(board) == [Role.HEADING, Role.BODY] * 2


def test_without_such_a_one_it_is_left_alone(make_board: MakeBoard) -> None:
    other = f"<section class=box><h2>Tâm bão vào bờ</h2><p>{TEXT}</p></section>"
    board = make_board(f"<head>{LIVE}</head><body>{entry('Mất điện')}{other}</body>", [0.3, 0.9, 0.9, 0.9], rules=False)
    assert settled(board)[0] is None


def test_a_heading_that_heads_nothing_kept_is_left_alone(make_board: MakeBoard) -> None:
    html = f"<head>{LIVE}</head><body>{entry('Bài khác')}{entry('Tâm bão vào bờ')}</body>"
    board = make_board(html, [0.3, 0.1, 0.9, 0.9], rules=False)
    assert settled(board)[:2] == [None, None]


def test_pages_that_declare_no_news_are_left_alone(make_board: MakeBoard) -> None:
    board = make_board(f"<body>{entry('Gói cơ bản')}{entry('Gói cao cấp')}</body>", [0.3, 0.9, 0.9, 0.9], rules=False)
    assert settled(board)[0] is None


@pytest.mark.parametrize(("head", "role"), [(LIVE, Role.DATE), ("", Role.BODY)])
def test_the_hour_of_a_live_page_s_entry_is_a_date(head: str, role: Role, make_board: MakeBoard) -> None:
    entries = f"<div><p>09:40</p><p>{TEXT}</p></div><div><p>Lúc 08:55</p><p>{TEXT}</p></div>"
    board = make_board(f"<head>{head}</head><body>{entries}</body>", rules=False)
    assert settled(board)[:3:2] == [role, Role.BODY]


@pytest.mark.parametrize(
    "stamp", ["13:31KEY EVENTDanielle Prior", "12:14 Joel Whitty", "9.05 am | Ann Lee", "20:42KEY EVENT"]
)
def test_the_hour_may_be_glued_to_the_entry_s_author(stamp: str, make_board: MakeBoard) -> None:
    board = make_board(f"<head>{LIVE}</head><body><div><p>{stamp}</p><p>{TEXT}</p></div></body>", rules=False)
    assert settled(board)[0] is Role.DATE


def test_a_sentence_that_begins_with_the_hour_stays(make_board: MakeBoard) -> None:
    said = "13:31 the whale came down on the roof of a car park"
    board = make_board(f"<head>{LIVE}</head><body><div><p>{said}</p><p>{TEXT}</p></div></body>", rules=False)
    assert settled(board)[0] is Role.BODY
