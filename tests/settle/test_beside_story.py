"""What the judge keeps with doubt beside the element that holds the story, and what it may keep there."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.beside_story import settle_beside_story
from cleaner.settle.board import Board
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

NEWS = '<head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bão"}</script></head>'
STORY = "".join(
    f"<p>Đoạn {number}: người dân ven biển rời nhà từ sáng, mang theo những gì có thể.</p>" for number in "123"
)
SURE = [0.99, 0.99, 0.99]


def settled(board: Board) -> list[Role | None]:
    settle_story(board)
    settle_beside_story(board)
    return [board.role(block.index) for block in board.blocks]


def page(inside: str = "", behind: str = "", head: str = NEWS) -> str:
    return f"{head}<body><main><div>{STORY}{inside}</div>{behind}</main></body>"


def test_a_doubtful_section_behind_the_story_is_not_of_it(make_board: MakeBoard) -> None:
    html = page(behind="<section><div><p>Vì sao chọn dịch vụ của chúng tôi?</p></div></section>", head="")
    assert settled(make_board(html, [*SURE, 0.75], rules=False))[-1] is Role.CHROME
    assert settled(make_board(html, [*SURE, 0.85], rules=False))[-1] is Role.BODY


@pytest.mark.parametrize(("head", "role"), [(NEWS, Role.CHROME), ("", Role.BODY)])
def test_a_doubtful_box_in_the_story_is_not_of_it_on_pages_of_news(
    make_board: MakeBoard, head: str, role: Role
) -> None:
    html = page(inside="<aside><p>Nghe bản tin sáng của chúng tôi.</p></aside>", head=head)
    assert settled(make_board(html, [*SURE, 0.55], rules=False))[-1] is role


def test_a_doubtful_paragraph_in_the_element_of_the_story_stays(make_board: MakeBoard) -> None:
    assert settled(make_board(page(inside="<p>Đêm nay mưa.</p>"), [*SURE, 0.55], rules=False))[-1] is Role.BODY


@pytest.mark.parametrize("inside", ["<ul><li>Cấp 9</li></ul>", "<table><tr><td>Cấp 9</td></tr></table>"])
def test_pieces_of_lists_and_tables_stay(make_board: MakeBoard, inside: str) -> None:
    assert Role.CHROME not in settled(make_board(page(inside=inside), [*SURE, 0.55], rules=False))


def test_a_doubtful_lead_above_the_element_of_the_story_stays(make_board: MakeBoard) -> None:
    html = f"{NEWS}<body><main><header><p>Bão vào bờ sớm hơn dự báo.</p></header><div>{STORY}</div></main></body>"
    assert settled(make_board(html, [0.55, *SURE], rules=False))[0] is Role.BODY


def test_a_story_told_in_many_elements_stays(make_board: MakeBoard) -> None:
    parts = "".join(f"<section><p>Câu hỏi {number}: bão đi đâu, và bao giờ thì tan?</p></section>" for number in "1234")
    board = make_board(f"{NEWS}<body><main>{parts}</main></body>", [0.9, 0.9, 0.6, 0.6], rules=False)
    assert settled(board) == [Role.BODY] * 4


def test_doubtful_text_around_a_short_story_does_not_hide_where_it_stands(make_board: MakeBoard) -> None:
    """Behind three paragraphs, more than they hold in cards of another section: what the judge is sure of decides."""
    cards = "".join(
        f"<section><div><h3>Tin khác số {number} của ngày</h3><p>Một câu dẫn dài bằng một đoạn của bài, kể về một "
        "chuyện khác hẳn ở một nơi khác trên đất nước.</p></div></section>"
        for number in range(6)
    )
    roles = settled(make_board(page(behind=cards), [*SURE, *[0.6] * 12], rules=False))
    assert roles == [Role.BODY] * 3 + [Role.CHROME] * 12


def test_a_table_behind_the_story_is_not_of_it_however_its_cells_add_up(make_board: MakeBoard) -> None:
    table = "<div><table><tr><td>SJC</td><td>148,0</td></tr></table></div>"
    behind = settled(make_board(page(behind=f"<p>Giá vàng</p>{table}"), [*SURE, 0.6, 0.25, 0.25], rules=False))
    assert behind[-2:] == [Role.CHROME, Role.CHROME]
    inside = settled(make_board(page(inside=f"<p>Giá vàng</p>{table}"), [*SURE, 0.6, 0.25, 0.25], rules=False))
    assert inside[-2:] == [None, None]


BEHIND = "<h4><a href=/b>Giá vàng miếng tăng lên 92 triệu đồng</a></h4>"
WIDGET = "<table><tr><td>Giải tám</td></tr></table>"


@pytest.mark.parametrize(("head", "role"), [(NEWS, Role.CHROME), ("", Role.TABLE)])
def test_behind_the_title_of_another_article_a_page_of_news_needs_surer_text(
    make_board: MakeBoard, head: str, role: Role
) -> None:
    html = page(behind=f"<section><div>{BEHIND}{WIDGET}</div></section>", head=head)
    assert settled(make_board(html, [*SURE, 0.1, 0.8], rules=False))[-1] is role


def test_there_a_sure_paragraph_and_its_heading_stay(make_board: MakeBoard) -> None:
    more = "<div><h2>Nước rút chậm</h2><p>Đến chiều, nước ở ba xã ven sông mới rút được chừng nửa mét.</p></div>"
    html = page(behind=f"<section><div>{BEHIND}</div>{more}</section>")
    roles = settled(make_board(html, [*SURE, 0.1, 0.8, 0.95], rules=False))
    assert roles[-2:] == [Role.HEADING, Role.BODY]
    assert settled(make_board(html, [*SURE, 0.1, 0.8, 0.85], rules=False))[-1] is Role.CHROME


def test_the_heading_of_a_box_goes_the_way_of_its_list(make_board: MakeBoard) -> None:
    inside = "<div><p>Dấu hiệu nhận biết</p><ul><li>Gió giật mạnh dần.</li></ul></div>"
    assert settled(make_board(page(inside=inside), [*SURE, 0.55, 0.85], rules=False))[-2] is Role.BODY
    assert settled(make_board(page(inside=inside), [*SURE, 0.55, 0.45], rules=False))[-2] is Role.CHROME


def test_what_is_quoted_is_told_in_the_element_around_it(make_board: MakeBoard) -> None:
    quote = (
        "<blockquote><p>Điều 115. Người lao động được nghỉ một ngày khi con kết hôn.</p><p>1. Nghỉ.</p></blockquote>"
    )
    html = f"<body><main><div><p>Luật quy định như sau về ngày nghỉ:</p>{quote}</div><div><p>Gọi ngay.</p></div></main>"
    assert settled(make_board(html, [0.9, 0.9, 0.9, 0.55], rules=False))[-1] is Role.CHROME


def test_where_nothing_is_sure_no_element_is_the_story_s(make_board: MakeBoard) -> None:
    html = f"{NEWS}<body><div><div><p>Tàu nghỉ ba ngày.</p></div><div><p>Vé được hoàn tiền.</p></div></div></body>"
    assert settled(make_board(html, [0.5, 0.5], rules=False)) == [Role.BODY, Role.BODY]


def test_a_page_that_prints_the_press_s_licence_is_of_news(make_board: MakeBoard) -> None:
    licence = "<footer><p>Giấy phép số 12/GP-BTTTT cấp ngày 01/02/2023</p></footer>"
    html = f"<html lang=vi><body><p>Tàu nghỉ ba ngày.</p>{licence}</body></html>"
    assert make_board(html).is_news
    assert not make_board(html.replace("Giấy phép số 12/GP-BTTTT cấp", "Giấy phép bị thu hồi")).is_news


@pytest.mark.parametrize(("name", "role"), [("noidung", Role.CHROME), ("khung", Role.BODY)])
def test_a_story_of_one_doubtful_paragraph_is_where_the_element_says_so(
    make_board: MakeBoard, name: str, role: Role
) -> None:
    story = f"<h1>Bão vào bờ</h1><div class='{name}'><p>Bão vào bờ lúc 3 giờ sáng, gió giật cấp 9.</p></div>"
    quiz = (
        "<section><div><h3>Tử vi hôm nay</h3><p>Một tin vui đến từ người thân khiến bạn nhẹ lòng.</p></div></section>"
    )
    board = make_board(f"{NEWS}<body><main>{story}{quiz}</main></body>", [0.5, 0.54, 0.64, 0.46], rules=False)
    settle_story(board)
    board.judge(0, Role.TITLE, "test", "")
    settle_beside_story(board)
    assert [board.role(index) for index in (1, 3)] == [Role.BODY, role]
