from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.model import Role
from cleaner.settle.headline import settle_headline
from tests.settle.conftest import MakeBoard

STORY = "".join(
    f"<tr><td>Nhà vườn {name} kể rằng giá chôm chôm đầu vụ cao, nay thương lái trả một nửa mà vẫn lựa trái.</td></tr>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)


def title(above: str, below: str = "", line: str = "<b>Chôm chôm được mùa, lo đầu ra</b>") -> str | None:
    rows = f"{above}<tr><td>{line}</td></tr>{below}{STORY}"
    return clean(f"<html><head><title>Bao Vuon</title></head><body><table>{rows}</table></body></html>").article.title


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<tr><td>Trang chủ &gt; Nông nghiệp</td></tr>", ""),
        ("", "<tr><td>Thứ Sáu, 01/09/2006, 08:40 (GMT+7)</td></tr>"),
    ],
)
def test_a_bold_line_beside_date_or_section_is_the_headline(above: str, below: str) -> None:
    assert title(above, below) == "Chôm chôm được mùa, lo đầu ra"


def test_a_bold_line_alone_is_none() -> None:
    assert title("") == "Bao Vuon"


def test_a_bold_sentence_under_the_section_is_none() -> None:
    above = "<tr><td>Trang chủ &gt; Nông nghiệp</td></tr>"
    assert title(above, line="<b>Chôm chôm năm nay được mùa.</b>") == "Bao Vuon"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("Trao máy tính cho điểm trường - Tin hoạt động - Cổng thông tin", "h3"),
        ("Tin hoạt động - Cổng thông tin", "h1"),
    ],
)
def test_an_h1_that_the_title_element_names_behind_the_headline(make_board: MakeBoard, head: str, wanted: str) -> None:
    board = make_board(
        f"<head><title>{head}</title></head><body><h1>Tin hoạt động</h1><h3>Trao máy tính cho điểm trường</h3>",
        rules=False,
    )
    settle_headline(board)
    assert [block.tag for block in board.having(Role.TITLE)] == [wanted]


PORTAL = "<title>Tin tức - Cổng thông tin xã Ba</title>"
NEWS = "<p>Sáng nay, người dân thôn Bảy cùng nhau đổ bê tông con đường dài sáu trăm mét qua đầu làng.</p>" * 2


def portal(headline: str) -> str | None:
    trail = "<div class=duong-dan><a href=/>Trang chủ</a> &gt; <a href=/tin>Tin tức</a></div>"
    date = "<span class=ngay>(18/11/2026)</span>"
    return clean(f"<html lang=vi><head>{PORTAL}</head><body>{trail}{headline}{date}<div>{NEWS}</div>").article.title


def test_a_heading_between_section_and_date() -> None:
    assert portal("<h3 class=tua>Xã Ba làm đường vào thôn Bảy</h3>") == "Xã Ba làm đường vào thôn Bảy"


def test_a_linked_heading_is_no_headline() -> None:
    assert portal("<h3><a href=/b>Xã Ba làm đường vào thôn Bảy</a></h3>") != "Xã Ba làm đường vào thôn Bảy"


DATED = "<div class=ngay>16:20 | 13/11/2026</div>"
PARAGRAPHS = STORY.replace("<tr><td>", "<p>").replace("</td></tr>", "</p>")


def plain_title(line: str, date: str = DATED) -> str | None:
    body = f"<h2>Tin tức</h2><div class=bai><div>{line}</div>{date}<div>{PARAGRAPHS}</div></div>"
    page = f"<html><head><title>Tin tức - Cổng tỉnh</title></head><body>{body}</body></html>"
    return clean(page).article.title


def test_a_line_right_above_its_date_is_the_headline_though_it_is_not_bold() -> None:
    assert plain_title("Lễ ra quân làm thủy lợi mùa khô") == "Lễ ra quân làm thủy lợi mùa khô"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Lễ ra quân làm thủy lợi mùa khô", ""),
        ("Lễ ra quân làm thủy lợi mùa khô.", DATED),
        ("Tin trong tỉnh", DATED),
        ("<a href=/a>Lễ ra quân làm thủy lợi mùa khô</a>", DATED),
    ],
)
def test_a_plain_line_is_none_without_a_date_or_with_a_stop_or_a_link(line: str, date: str) -> None:
    assert plain_title(line, date) == "Tin tức - Cổng tỉnh"


def test_a_heading_of_the_menu_is_no_headline() -> None:
    menu = "<nav><h1>Điều hướng</h1><a href=/>Trang chủ</a></nav>"
    body = f"<div class=bai><div>Lễ ra quân làm thủy lợi mùa khô</div>{DATED}<div>{PARAGRAPHS}</div></div>"
    result = clean(f"<html><head><title>Tin tức - Cổng tỉnh</title></head><body>{menu}{body}</body></html>")
    assert result.article.title == "Lễ ra quân làm thủy lợi mùa khô"


def test_the_date_under_the_headline_goes_before_the_masthead_s() -> None:
    menu = "<nav><h1>Điều hướng</h1></nav><header><div>Chủ nhật, 22/11/2026</div></header>"
    body = f"<div class=bai><div>Lễ ra quân làm thủy lợi mùa khô</div>{DATED}<div>{PARAGRAPHS}</div></div>"
    result = clean(f"<html><head><title>Tin tức - Cổng tỉnh</title></head><body>{menu}{body}</body></html>")
    assert str(result.article.published) == "2026-11-13 16:20:00+07:00"


CLOCK = "<tr><td>Thứ sáu, 3/10/2008, 11:55 AM GMT+7</td></tr>"


@pytest.mark.parametrize("head", ["Báo Vườn Online - Chôm chôm được mùa, lo đầu ra", "Bao Vuon"])
def test_headline_and_date_in_one_cell(head: str) -> None:
    cell = "<tr><td><b>Chôm chôm được mùa, lo đầu ra</b><br>Cập nhật lúc 08:14, Thứ Ba, 30/09/2008</td></tr>"
    result = clean(f"<html><head><title>{head}</title></head><body><table>{CLOCK}{cell}{STORY}</table></body></html>")
    assert result.article.title == "Chôm chôm được mùa, lo đầu ra"
    assert str(result.article.published) == "2008-09-30 08:14:00+07:00"
    assert "Cập nhật" not in result.article.text


def test_a_bold_line_above_a_sentence_with_a_date_is_no_headline() -> None:
    sentence = "Giá thu mua giảm từ ngày 30/09/2008 vì xe hàng bị ách lại ở cửa khẩu suốt ba tuần, nhà vườn kể."
    cell = f"<tr><td><b>Chôm chôm được mùa</b><br>{sentence}</td></tr>"
    page = f"<html><head><title>Bao Vuon</title></head><body><table>{cell}{STORY}</table></body></html>"
    assert clean(page).article.title == "Bao Vuon"
