"""Whole pages as tools flatten them: the story comes out, and the menus, boxes and footer around it do not."""

from __future__ import annotations

import pytest

from cleaner import CleanResult, clean
from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import RawPage
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment
from cleaner.train.flatten import HABITS, flatten
from tests.visible import ledger_text

SECTIONS = (
    "Thời sự|Chính trị|Xã hội|Giao thông|Môi trường|Đô thị|Thế giới|Châu Á|Châu Âu|Châu Mỹ|Kinh doanh|Tài chính"
    "|Chứng khoán|Bất động sản|Doanh nghiệp|Khởi nghiệp|Hàng hóa|Nông sản|Giáo dục|Tuyển sinh|Du học|Học đường|Sức khỏe"
    "|Dinh dưỡng|Làm đẹp|Y tế|Phòng bệnh|Thể thao|Bóng đá|Quần vợt|Cờ vua|Đua xe|Văn hóa|Âm nhạc|Điện ảnh|Sân khấu|Sách"
    "|Du lịch|Ẩm thực|Điểm đến|Khách sạn|Công nghệ|Thiết bị|Internet|Viễn thông|Xe|Xe máy|Ô tô|Pháp luật|Tòa án|Bạn đọc"
    "|Nhịp sống|Gia đình|Trẻ em|Người già|Ảnh|Video|Podcast|Đồ họa|Báo in|Rao vặt|Việc làm|Thư giãn|Tử vi|Xổ số"
).split("|")
TITLE = "Huyện ven biển Tân Lập trồng lại hai trăm héc-ta rừng ngập mặn"
STORY = (
    "Sau ba mùa gió chướng mất đê, huyện Tân Lập sẽ trồng lại rừng ngập mặn dọc mười hai cây số bờ biển phía đông.",
    "Theo kế hoạch được công bố sáng 14/11, huyện sẽ trồng cây mắm và cây đước trên 200 héc-ta bãi bồi trong hai năm.",
    "Ông Đỗ Hữu Lành, trưởng phòng nông nghiệp huyện, nói mỗi héc-ta rừng lớn giữ được chừng bốn tấn phù sa một năm.",
    "“Rừng còn thì đê còn, đê còn thì ruộng muối bên trong mới làm được”, bà Trịnh Thị Mến, một chủ ruộng, nói.",
    "Người dân tham gia được trả tiền công theo ngày và được nuôi cua dưới tán rừng từ năm thứ ba, sau khi cây bén rễ.",
    "Trước đây, xã An Hòa trồng thử mười héc-ta vào năm 2021 và đến nay bảy phần mười số cây vẫn sống.",
)
OFFERED = (
    "Cá linh về muộn, chợ nổi vắng ghe từ đầu tháng",
    "Thêm hai cây cầu dân sinh khánh thành ở cù lao Dài",
    "Giá muối tăng gấp rưỡi sau một tháng mưa trái mùa",
    "Trường nghề mở lớp sửa máy tàu cho ngư dân trẻ",
)
FOOTER = "Giấy phép số 123/GP-BTTTT do Bộ Thông tin và Truyền thông cấp ngày 01/02/2020. Tổng biên tập: Lưu Hải Yến"


def page() -> str:
    menu = "".join(f"<li><a href='/muc-{number}'>{name}</a></li>" for number, name in enumerate(SECTIONS))
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    offered = "".join(f"<li><a href='/bai-{number}.html'>{title}</a></li>" for number, title in enumerate(OFFERED))
    return (
        f"<html><head><title>{TITLE} - Báo Duyên Hải</title></head><body><div><ul>{menu}</ul></div>"
        f"<div><h1>{TITLE}</h1><div><span>14/11/2026 08:30</span></div>{story}<p>Lâm Vũ</p></div>"
        f"<div><h3>Tin liên quan</h3><ul>{offered}</ul></div><div><h3>Chuyên mục</h3><ul>{menu}</ul></div>"
        f"<div><p>{FOOTER}</p></div></body></html>"
    )


@pytest.fixture(scope="module", params=HABITS)
def result(request: pytest.FixtureRequest) -> CleanResult:
    markup = decode(RawPage(page(), None, None, "html"), Limits().max_bytes)
    return clean(flatten(segment(markup, default_rulebook()), request.param), kind="text")


def test_the_story_is_all_of_the_text(result: CleanResult) -> None:
    assert result.article.text.split("\n\n") == list(STORY)


def test_the_headline_is_the_title(result: CleanResult) -> None:
    assert result.article.title == TITLE


def test_date_and_author_beside_the_story_are_read(result: CleanResult) -> None:
    assert result.article.published is not None
    assert result.article.published.isoformat() == "2026-11-14T08:30:00+07:00"
    assert [author.name for author in result.article.authors] == ["Lâm Vũ"]


def test_other_stories_come_back_as_data(result: CleanResult) -> None:
    assert [item.title for item in result.article.related] == list(OFFERED)


def test_every_line_is_in_the_ledger_with_a_rule_and_its_evidence(result: CleanResult) -> None:
    assert all(entry.rule and entry.evidence for entry in result.ledger)
    assert sum(entry.text.endswith("Xổ số") or "Xổ số](" in entry.text for entry in result.ledger) == 2
    assert "".join(FOOTER.split()) in "".join(ledger_text(result).split())


def test_verse_above_a_paragraph_is_no_menu() -> None:
    words = dict.fromkeys(name.split()[-1].lower() for name in SECTIONS)
    verse = [f"Sông trôi qua {word} như lời ai hát" for word in words if len(word) > 2][:30]
    text = "\n".join(["Sông và những tên làng", "", *verse, "", STORY[3]])
    told = clean(text, kind="text").article.text
    assert [line for line in verse[:-1] if line not in told] == []  # the last stands as a caption would


def test_a_long_list_under_a_story_is_no_menu() -> None:
    names = [f"{number}. Hộ ông Phan Văn {'ABCDE'[number % 5]}: {number * 50}.000 đồng" for number in range(1, 66)]
    text = "\n".join([TITLE, "", *STORY, "", "Danh sách các hộ nhận hỗ trợ đợt một:", *names])
    assert clean(text, kind="text").article.text.count("000 đồng") == len(names)
