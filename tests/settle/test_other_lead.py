"""The class of a lead also marks the leads on cards of other articles."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.headline import settle_headline
from cleaner.settle.other_lead import settle_other_leads
from tests.settle.conftest import MakeBoard

LEAD = "Bến đò hơn trăm năm tuổi sẽ ngừng chạy khi cây cầu mới thông xe."
OTHER = "Đàn cò về trú đông trên cù lao sớm hơn mọi năm một tháng."


def leads(make_board: MakeBoard, above: str, below: str) -> list[tuple[str, Role | None]]:
    title = "Bến đò cuối cùng trên sông Mẫu"
    board = make_board(f"{above}<h1>{title}</h1>{below}", rules=False)
    for block in board.blocks:
        if block.tag == "p":
            board.judge(block.index, Role.SUMMARY, "site.summary", "")
    settle_headline(board)
    settle_other_leads(board)
    return [(block.text, board.role(block.index)) for block in board.blocks if block.tag == "p"]


def test_leads_on_cards_above_and_below_are_other_articles(make_board: MakeBoard) -> None:
    card = f"<div><article><p>{OTHER}</p></article></div>"
    found = leads(make_board, card, f"<div><p>{LEAD}</p></div>{card}")
    assert found == [(OTHER, Role.RELATED), (LEAD, Role.SUMMARY), (OTHER, Role.RELATED)]


def test_a_lead_of_two_paragraphs_stays_whole(make_board: MakeBoard) -> None:
    found = leads(make_board, "", f"<div><p>{LEAD}</p><p>{OTHER}</p></div>")
    assert [role for _, role in found] == [Role.SUMMARY, Role.SUMMARY]


def test_the_same_lead_for_another_screen_is_a_copy(make_board: MakeBoard) -> None:
    found = leads(make_board, "", f"<div><p>{LEAD}</p></div><div><section><p>{LEAD}</p></section></div>")
    assert [role for _, role in found] == [Role.SUMMARY, Role.DUPLICATE_BODY]
