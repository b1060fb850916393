"""Linked titles with their leads between paragraphs, without a label or a class."""

from __future__ import annotations

from cleaner import clean
from cleaner.model import Role
from cleaner.settle.story import settle_story
from cleaner.settle.teasers import settle_teasers
from tests.settle.conftest import MakeBoard

STORY = (
    "<p>Xe tải chở gần chín tấn thanh long nổ lốp rồi lật nghiêng trên quốc lộ, hàng đổ tràn xuống mặt đường.</p>",
    "<p>Người dân hai bên đường mang bạt, thùng xốp ra giúp tài xế nhặt lại từng quả cho đến khi trời tối hẳn.</p>",
    "<p>Đến mười giờ đêm, số hàng còn lại được chuyển sang một chiếc xe khác để kịp chuyến đi ra phía bắc.</p>",
)
TITLES = ("Nữ tài xế container cứu bé gái đi lạc trên cao tốc", "Xe khách bốc cháy trên đèo, 28 người thoát nạn")
LEADS = (
    "Nhờ nữ tài xế nhanh trí, bé gái năm tuổi đã về với gia đình an toàn.",
    "Lửa bùng lên từ khoang máy rồi lan ra khắp xe chỉ sau ít phút.",
)
OWN = (
    "Cảnh sát giao thông có mặt phân luồng nên đường không tắc lâu.",
    "Chủ hàng cho biết thiệt hại chừng mười lăm triệu đồng.",
)


def text(*under: str) -> str:
    links = (f"<p><a href='/{n}.html'><b>{title}</b></a></p>" for n, title in enumerate(TITLES))
    pairs = "".join(f"{link}<p>{line}</p>" for link, line in zip(links, under, strict=False))
    body = f"{STORY[0]}{STORY[1]}{pairs}{STORY[2]}"
    page = f"<html lang=vi><body><h1>Xe tải chở thanh long lật nghiêng</h1><div>{body}</div></body></html>"
    return clean(page, url="https://baosongda.vn/xe-1.html").article.text or ""


def test_leads_under_linked_titles_are_not_the_story() -> None:
    found = text(*LEADS)
    assert not any(lead in found for lead in (*LEADS, *TITLES))
    assert "chuyển sang một chiếc xe khác" in found


def test_paragraphs_of_the_story_between_links_stay() -> None:
    found = text(*OWN)
    assert all(line in found for line in OWN)
    assert not any(title in found for title in TITLES)


def test_one_link_proves_nothing() -> None:
    assert LEADS[0] in text(LEADS[0])


def test_leads_under_titles_that_the_judge_gives_up_are_not_the_story(make_board: MakeBoard) -> None:
    pairs = "".join(f"<p><a href=/a>{title}</a></p><p>{lead}</p>" for title, lead in zip(TITLES, LEADS, strict=True))
    board = make_board(f"<div>{''.join(STORY)}{pairs}</div>", [0.99, 0.99, 0.99, 0.3, 0.9, 0.3, 0.9])
    settle_story(board)
    settle_teasers(board)
    assert [board.role(index) for index in (2, 4, 6)] == [Role.BODY, Role.RELATED, Role.RELATED]
