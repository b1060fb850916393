"""Headings of a few dense characters between paragraphs, and those of boxes there."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.story import settle_story
from cleaner.settle.subheading import settle_subheading
from tests.settle.conftest import MakeBoard

PARAGRAPH = "港の渡し船は来年の春に終わり、町の人々は橋を歩いて渡ることになる。"
HEADING = "<h3>橋は無料</h3>"
OTHER = "<div><p>ほかの町の話題</p></div>"


def heading(board: Board) -> Role | None:
    settle_story(board)
    settle_subheading(board)
    return next(board.role(block.index) for block in board.blocks if block.tag == "h3")


def test_a_box_may_stand_between_paragraph_and_heading(make_board: MakeBoard) -> None:
    page = f"<div><p>{PARAGRAPH}</p>{OTHER}{HEADING}<p>{PARAGRAPH}</p></div>"
    assert heading(make_board(page, [0.9, 0.1, 0.3, 0.9], rules=False)) is Role.HEADING


def test_the_heading_of_a_box_is_none_of_the_storys(make_board: MakeBoard) -> None:
    page = f"<div><p>{PARAGRAPH}</p>{HEADING}{OTHER}<p>{PARAGRAPH}</p></div>"
    assert heading(make_board(page, [0.9, 0.3, 0.1, 0.9], rules=False)) is None


def test_each_heading_may_open_an_element_of_its_own(make_board: MakeBoard) -> None:
    section = f"<section><div><p>{PARAGRAPH}</p></div></section>"
    page = f"<div>{section}<section>{HEADING}<div><p>{PARAGRAPH}</p></div></section></div>"
    assert heading(make_board(page, [0.9, 0.3, 0.9], rules=False)) is Role.HEADING


def test_a_box_far_from_the_story_opens_none(make_board: MakeBoard) -> None:
    page = f"<main><div><p>{PARAGRAPH}</p></div></main><aside><div>{HEADING}<p>{PARAGRAPH}</p></div></aside>"
    assert heading(make_board(page, [0.9, 0.3, 0.9], rules=False)) is None


def test_scripts_without_capitals_as_well(make_board: MakeBoard) -> None:
    said = "הדלת כבדה, פלדה של שנות השבעים, ומאחוריה ריח של נייר ושל קפה."
    page = "<div><p>{0}</p><h3>{1}</h3><p>{0}</p></div>"
    assert heading(make_board(page.format(said, "ספר אחד חסר"), [0.9, 0.3, 0.9], rules=False)) is Role.HEADING
    assert heading(make_board(page.format(said, "2026"), [0.9, 0.3, 0.9], rules=False)) is None
