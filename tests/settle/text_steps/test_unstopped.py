from __future__ import annotations

import pytest

from cleaner.model import DecodedPage, Document, Head, Role
from cleaner.rulebook import Claim, Rule, Where
from cleaner.segment.lines import cut_lines
from cleaner.settle.board import Board
from cleaner.settle.text import settle_text
from tests.settle.text_steps.reading import RULEBOOK, find, roles

TITLE = "Chè Tân Cương tìm đường ra biển lớn\n"
BEFORE = "Vùng chè Tân Cương có hơn một nghìn hộ trồng. Phần lớn bán cho thương lái ngay tại vườn."
AFTER = "Mấy năm gần đây, hợp tác xã của chị Vũ Thị Hảo làm chè đóng gói. Giá bán cao gấp ba lần chè thường."


def middle(line: str, before: str = BEFORE, after: str = AFTER) -> str:
    return find(f"{TITLE}{before}\n{line}\n{after}\n{BEFORE.replace('trồng', 'chăm')}", line[:20]).role


@pytest.mark.parametrize(
    "line", ["Bán chè qua mạng", "Ai mua chè sạch?", "Từ vườn nhà đến siêu thị ở ba châu lục", "Chị Vũ Thị Hảo"]
)
def test_short_lines_are_headings(line: str) -> None:
    assert middle(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Chị Vũ Thị Hảo cùng các thành viên hợp tác xã thu hái lứa chè đầu tiên của vụ xuân trên đồi chè sau nhà "
        "sáng mùng năm",
        "Những gói chè xuất khẩu đầu tiên được kiểm tra lần cuối trước khi đóng thùng tại xưởng của hợp tác xã "
        "ở xóm Hồng Thái",
    ],
)
def test_long_lines_are_captions(line: str) -> None:
    assert middle(line) == "caption"


def test_what_a_colon_announces_is_no_caption() -> None:
    line = "Đơn xin cấp chỉ dẫn địa lý cho vùng chè Tân Cương được nộp hai lần và hai lần bị trả lại vì thiếu bản đồ"
    assert middle(line, before="Chuyện cũ được kể lại trong cuốn sổ của ông chủ nhiệm như sau:") != "caption"


def test_headings_of_a_live_report_are_no_captions() -> None:
    entries = "\n".join(
        f"Đoàn xe của đội {name} vượt qua đèo trong đêm và bám sát nhóm dẫn đầu trước khi vào thành phố {town}\n"
        f"Tay đua {name} cho biết mặt đường trơn. Anh đổi bánh hai lần ở chân đèo trước khi tăng tốc."
        for name, town in [("An Giang", "Huế"), ("Bình Dương", "Vinh"), ("Đồng Tháp", "Hà Nội"), ("Quân khu", "Sơn La")]
    )
    assert "caption" not in roles(f"Chặng đua dài nhất mùa giải\n{BEFORE}\n{entries}")


def test_points_of_a_list_are_no_captions() -> None:
    points = "\n".join(
        f"Hộ trồng chè thứ {number} ở xóm Hồng Thái nhận chứng nhận hữu cơ sau ba năm chuyển đổi cách chăm bón và hái"
        for number in ("nhất", "hai", "ba")
    )
    assert "caption" not in roles(f"{TITLE}{BEFORE}\n{points}\n{AFTER}")


@pytest.mark.parametrize(("line", "role"), [("- Chè búp non", "list_item"), ("2. Sao chè bằng chảo gang", "heading")])
def test_bullets_and_numbers(line: str, role: str) -> None:
    assert middle(line) == role


def test_the_end_of_a_quotation_over_two_paragraphs_stays_body() -> None:
    first = "“Tôi không nghĩ mình giàu lên nhờ chè. Tôi chỉ mong con tôi không phải đi làm xa"
    second = "Nếu một ngày chè lại rẻ như rơm thì tôi vẫn hái, vì mẹ tôi từng hái và bà ngoại tôi cũng từng hái ở đây”"
    assert find(f"{TITLE}{BEFORE}\n{first}\n{second}\n{AFTER}", "Nếu một ngày").role == "body"


@pytest.mark.parametrize("row", ["Độ ẩm: 78 %", "Đội hình: Hải, Tuấn, Minh, Lâm"])
def test_rows_of_a_table_are_no_headings(row: str) -> None:
    assert middle(row) == "body"


def test_weak_rules_are_weighed() -> None:
    """A rule that only hints decides together with the shape: the same line without it is a heading."""
    line = "Quang cảnh hội chè xuân ở xã"
    text = f"{TITLE}{BEFORE}\n{line}\n{AFTER}"
    page = DecodedPage(text, "text", "utf-8", "str")
    blocks = cut_lines(page, RULEBOOK)
    hint = Rule("test.hint", Role.CAPTION, "words of a caption", Where(), "test", 1, (), (), weak=True)
    going_on = Rule("test.goes-on", Role.BODY, "goes on", Where(), "test", 1, (), (), weak=True)

    def judged(*hints: tuple[str, Rule]) -> Role | None:
        claims = [tuple(Claim(rule, "") for start, rule in hints if block.text.startswith(start)) for block in blocks]
        board = Board(Document(page, blocks, Head()), claims)
        settle_text(board)
        return board.role(2)

    assert judged() is Role.HEADING
    assert judged(("Quang", hint), ("Mấy năm", going_on)) is Role.CAPTION


def test_results_in_a_row_are_no_captions() -> None:
    rows = "Vĩnh Hảo 1-1 Tân Phú\nĐồng Hỷ 0-2 Võ Nhai\nSông Công 3-2 Phú Bình"
    assert roles(f"{TITLE}{BEFORE}\n{AFTER}\nKết quả vòng 10\n{rows}")[3:] == ["heading", "body", "body", "body"]


def test_a_lone_star_heads_a_part_and_several_make_a_list() -> None:
    assert middle("* Bán chè qua mạng") == "heading"
    assert "list_item" in roles(f"{TITLE}{BEFORE}\n* Bán chè qua mạng\n* Đóng gói nhỏ\n{AFTER}")
    assert middle("* Bán chè qua mạng", before="Hợp tác xã làm hai việc trong mùa này:") == "list_item"


@pytest.mark.parametrize("line", ["Chị Vũ Thị Hảo bên chiếc máy sao chè", "Nông dân thu hoạch chè trên đồi Tân Cương"])
def test_who_is_seen_at_what(line: str) -> None:
    assert middle(line) == "caption"


@pytest.mark.parametrize("line", ["Nông dân học cách bán hàng", "2.000 đồng để không ai phải ngại"])
def test_headings_about_people_and_numbers(line: str) -> None:
    assert middle(line) == "heading"
