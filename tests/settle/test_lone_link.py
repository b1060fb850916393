from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.model import Role
from cleaner.settle.lone_link import settle_lone_links
from tests.settle.conftest import MakeBoard

STORY = "".join(
    f"<p>Công an xã {name} kiểm tra các cơ sở in ấn. Lực lượng thu giữ {name} máy in và nhiều phôi giấy chưa dùng.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)
AFTER = STORY.replace("xã", "bản")


def role(markup: str, words: str) -> str:
    head = "<html lang=vi><body><article><h1>Dẹp giấy khám sức khỏe giả</h1>"
    page = f"{head}{STORY}{markup}{AFTER}</article></body></html>"
    return next(str(entry.role) for entry in clean(page).ledger if entry.text.startswith(words))


@pytest.mark.parametrize("markup", ["<p><a href=/b>{}</a></p>", "<p><a href=/b><b>{}</b></a></p>"])
def test_a_title_between_paragraphs(markup: str) -> None:
    title = "Tạm giữ nhóm bán bằng lái xe giả ở khu công nghiệp"
    assert role(markup.format(title), title) == "related"


@pytest.mark.parametrize(
    "words",
    ["Toàn bộ kết luận được công bố trên trang của sở vào sáng nay.", "Full text of the ruling for our readers"],
)
def test_linked_sentences_and_other_languages_stay(words: str) -> None:
    assert role(f"<p><a href=/b>{words}</a></p>", words) in ("body", "heading")


CARD = (
    "<a href=/sen><h4>Người giữ giống sen cuối cùng</h4><p>Giữa phố xá chật chội, ông vẫn dành hai đầm cho sen.</p></a>"
)


def teaser_role(make_board: MakeBoard, html: str) -> Role | None:
    board = make_board(html, rules=False)
    for block in board.blocks:
        if block.tag == "p":
            board.judge(block.index, Role.BODY, "judge.story", "")
    settle_lone_links(board)
    return board.role(len(board.blocks) - 1)


def test_a_sentence_inside_the_link_of_a_title_is_its_teaser(make_board: MakeBoard) -> None:
    assert teaser_role(make_board, f"<div>{CARD}</div>") is Role.RELATED


def test_a_linked_paragraph_under_a_heading_of_the_story_stays(make_board: MakeBoard) -> None:
    text = "<p>Giữa phố xá chật chội, ông vẫn dành hai đầm cho sen.</p>"
    assert teaser_role(make_board, f"<div><h4>Người giữ sen</h4><a href=/sen>{text}</a></div>") is Role.BODY
    assert teaser_role(make_board, f"<div><h4>Người giữ sen</h4>{text}</div>") is Role.BODY


BOX = (
    "<p>Khu chợ họp từ nửa đêm.</p><div class=insert><h4><a href=/cho>Chợ nổi cuối cùng vào mùa</a></h4>"
    "<p>Ghe thưa dần theo từng năm.</p></div><p>Đến sáng thì chợ tan.</p>"
)


@pytest.mark.parametrize(("doubt", "role"), [(0.6, Role.RELATED), (0.95, Role.BODY)])
def test_what_a_box_holds_besides_a_linked_title_is_its_teaser(make_board: MakeBoard, doubt: float, role: Role) -> None:
    board = make_board(BOX, [0.9, 0.1, doubt, 0.9], rules=False)
    for block in board.blocks:
        if block.tag == "p":
            board.judge(block.index, Role.BODY, "judge.story", "")
    settle_lone_links(board)
    assert [board.role(index) for index in (0, 2, 3)] == [Role.BODY, role, Role.BODY]


def test_a_paragraph_of_the_story_under_a_linked_heading_stays(make_board: MakeBoard) -> None:
    board = make_board(BOX.replace("<div class=insert>", "").replace("</div>", ""), [0.9, 0.1, 0.6, 0.9], rules=False)
    for block in board.blocks:
        if block.tag == "p":
            board.judge(block.index, Role.BODY, "judge.story", "")
    settle_lone_links(board)
    assert board.role(2) is Role.BODY
