"""Lists that the judge keeps with doubt, on pages of news and on others."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.doubtful_list import settle_doubtful_lists
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

STORY = "<p>Sáng nay, người dân ven biển rời nhà để tránh bão.</p><p>Đêm qua, gió đã mạnh cấp 9.</p>"
ITEMS = "<ul><li>Bão mạnh cấp 9</li><li>Mưa lớn ba ngày</li></ul>"


def last_roles(make_board: MakeBoard, kind: str, scores: list[float], items: str = ITEMS) -> list[Role | None]:
    head = f'<head><script type="application/ld+json">{{"@type": "{kind}"}}</script></head>'
    board = make_board(f"{head}<body><article>{items}{STORY}</article></body>", [*scores, 0.99, 0.99], rules=False)
    settle_story(board)
    settle_doubtful_lists(board)
    return [board.role(block.index) for block in board.blocks[:-2]]


def test_a_doubtful_list_of_a_news_page_is_no_story(make_board: MakeBoard) -> None:
    assert last_roles(make_board, "NewsArticle", [0.75, 0.55]) == [Role.CHROME, Role.CHROME]


@pytest.mark.parametrize(("kind", "scores"), [("NewsArticle", [0.9, 0.6]), ("BlogPosting", [0.75, 0.55])])
def test_a_list_that_is_likely_or_of_another_page_stays_whole(
    make_board: MakeBoard, kind: str, scores: list[float]
) -> None:
    assert last_roles(make_board, kind, scores) == [Role.LIST_ITEM, Role.LIST_ITEM]


def test_lists_are_judged_one_by_one(make_board: MakeBoard) -> None:
    two = "<ul><li>Bão mạnh cấp 9</li></ul><ol><li>Mưa lớn ba ngày</li></ol>"
    assert last_roles(make_board, "NewsArticle", [0.9, 0.55], two) == [Role.LIST_ITEM, Role.CHROME]


@pytest.mark.parametrize(
    ("above", "wanted"),
    [
        ("<h3>Ba việc phải làm</h3>", Role.LIST_ITEM),
        ("<p>Người dân cần chuẩn bị:</p>", Role.LIST_ITEM),
        ("<p>Người dân đã chuẩn bị xong.</p>", Role.CHROME),
    ],
)
def test_a_list_that_the_story_leads_to(make_board: MakeBoard, above: str, wanted: Role) -> None:
    head = '<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>'
    for listed, role in ((ITEMS, wanted), (ITEMS.replace("Bão", "<a href=/b>Bão</a>"), Role.CHROME)):
        board = make_board(f"{head}<body><article>{STORY}{above}{listed}", [0.99, 0.99, 0.9, 0.75, 0.55], rules=False)
        settle_story(board)
        settle_doubtful_lists(board)
        assert [board.role(block.index) for block in board.blocks[-2:]] == [role, role]
