"""What stands beside a fact on the page and is not it: readers' names, a round letter, counters, cards."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.signature import read_signature
from cleaner.model import Article

MENU = (("thoi-su", "Thời sự"), ("kinh-te", "Kinh tế"), ("the-thao", "Thể thao"), ("nong-nghiep", "Nông nghiệp"))
STORY = "".join(
    f"<p>Người dân xóm {name} bắt đầu vụ quế mới. Mỗi nhà bóc chừng {name} tạ vỏ, phơi ba nắng rồi mới bán.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)


def article(above: str = "", under: str = "", behind: str = "") -> Article:
    page = f"<html lang=vi><body>{above}<h1>Mùa quế ở vùng cao</h1>{under}{STORY}{behind}</body></html>"
    return clean(page, url="https://baovungcao.vn/mua-que-123.html").article


def authors(**parts: str) -> list[str]:
    return [author.name for author in article(**parts).authors]


def test_the_clock_above_a_headline_that_is_no_h1() -> None:
    clock = "<header><h1>Cổng thông tin Vùng Cao</h1><div>Thứ Hai, ngày 23 tháng 11 năm 2026</div></header>"
    date = "<h3>Mùa quế ở vùng cao</h3><div>22/11/2026 | 14:35 PM</div>"
    other = "<ul><li><a href=/a-b-c>Bắc cầu qua suối Nậm Chăn</a></ul>"
    box = f"<section><header><h1>Tin liên quan</h1></header>{other}</section>"
    page = f"<html lang=vi><head><title>Mùa quế ở vùng cao</title></head><body>{clock}{date}{STORY}{box}</body></html>"
    published = clean(page, url="https://baovungcao.vn/mua-que-123.html").article.published
    assert published is not None
    assert published.isoformat() == "2026-11-22T14:35:00+07:00"


def test_readers_who_comment_are_no_authors() -> None:
    behind = "<div class=comment-item><a class=author-name>Lê Tấn Phát</a><p>Hay quá.</p></div>"
    assert authors(under="<a class=author-name>Minh Anh</a>", behind=behind) == ["Minh Anh"]


@pytest.mark.parametrize(
    "avatar", ["<span>M</span><a class=name>Minh Anh</a>", "<div>M</div><a class=name>Minh Anh</a>"]
)
def test_the_letter_of_a_picture_is_no_author(avatar: str) -> None:
    assert authors(under=f"<div class=block-author>{avatar}</div>") == ["Minh Anh"]


def test_a_letter_that_begins_the_name_is_read_off() -> None:
    assert [author.name for author in read_signature("MMinh Anh").authors] == ["Minh Anh"]
    assert [author.name for author in read_signature("TTXVN").authors] == []


def test_counters_and_buttons_behind_the_date() -> None:
    under = "<div>Ngày đăng: 20/11/2026 15:30 Lượt xem: 318 Cỡ chữ A- A+ In bài viết Gửi cho bạn bè</div>"
    published = article(under=under).published
    assert published is not None
    assert published.isoformat() == "2026-11-20T15:30:00+07:00"


def test_a_date_that_opens_a_paragraph_is_no_date_line() -> None:
    assert (
        article(under=f"<p>20/11/2026 là ngày hội của cả vùng. {'Bà con mang quế ra chợ từ sớm. ' * 4}</p>").published
        is None
    )


def test_the_month_of_a_blog_system() -> None:
    moment = read_printed("20 Th11, 2026 15:30")
    assert moment is not None
    assert moment.when.isoformat() == "2026-11-20T15:30:00"


@pytest.mark.parametrize(
    "path",
    [
        "<div class=box-breadcrumb><a href=/>Trang chủ</a><a href=/kt>Kinh tế</a><a href=/nn>Nông nghiệp</a></div>",
        "<div class=breadcrumbs><a href=/>Trang chủ</a> <span>Nông nghiệp</span></div>",
        "<nav class=c-breadcrumb><a href=/>Trang chủ</a><a href=/nn>Nông nghiệp</a><span>20/11/2026</span></nav>",
        "<div class=chuyen-muc><a href=/nn>Nông nghiệp</a></div>",
    ],
)
def test_sections_of_printed_paths(path: str) -> None:
    assert article(above=path).section == "Nông nghiệp"


def test_the_section_on_another_storys_card() -> None:
    cards = "".join(
        f"<div class=card><span class=cate-name>Thể thao</span><a href=/{n}>Tin {n}</a></div>" for n in range(9)
    )
    assert article(behind=cards).section is None


@pytest.mark.parametrize(
    "link",
    [
        "<div class=nhan><a href='/nong-nghiep'>Nông nghiệp</a></div>",
        "<div><a href='/kinh-te.htm'>Kinh tế</a> <a href='/kinh-te/nong-nghiep-35.htm'>Nông nghiệp</a></div>",
        "<span><a href='https://baovungcao.vn/nong-nghiep/'>Nông nghiệp</a></span>",
    ],
)
def test_a_section_that_only_its_address_spells(link: str) -> None:
    assert article(above=link).section == "Nông nghiệp"


@pytest.mark.parametrize(
    "above",
    [
        "".join(f"<div><a href='/{slug}'>{name}</a></div>" for slug, name in MENU),  # a menu without landmarks
        "<nav><div><a href='/nong-nghiep'>Nông nghiệp</a></div></nav>",
        "<div><a href='/tin-88.htm'>Nông nghiệp</a></div>",  # any other link above the headline
        "<div>Nông nghiệp</div>",
    ],
)
def test_links_above_the_headline_that_are_no_section(above: str) -> None:
    assert article(above=above).section is None


def test_the_section_that_is_linked_as_a_tag_is_none() -> None:
    above = "<div class=nhan><a rel=tag href='/nong-nghiep/'>Nông nghiệp</a></div>"
    tags = "<div><a rel=tag href='/tag/que/'>quế</a> <a rel=tag href='/tag/vung-cao/'>vùng cao</a></div>"
    found = article(above=above, behind=tags)
    assert (found.section, found.tags) == ("Nông nghiệp", ("quế", "vùng cao"))
    also = "<div><a rel=tag href='/tag/nong-nghiep/'>nông nghiệp</a> <a rel=tag href='/tag/que/'>quế</a></div>"
    assert article(above=above, behind=also).tags == ("nông nghiệp", "quế")


@pytest.mark.parametrize(
    ("signed", "name", "job"),
    [
        ("<b>Đỗ Minh Khôi</b><br>Nguyên giảng viên Trường Đại học Vùng Cao", "Đỗ Minh Khôi", "Nguyên giảng viên"),
        ("<b>TS Lê Thu Hà</b><br><i>Viện Nghiên cứu cây có dầu</i>", "TS Lê Thu Hà", "Viện Nghiên cứu"),
    ],
)
def test_the_job_under_a_name_in_the_same_paragraph(signed: str, name: str, job: str) -> None:
    (author,) = article(behind=f"<p class=tac-gia style='text-align:right'>{signed}</p>").authors
    assert author.name == name
    assert author.role.startswith(job)


def test_two_names_in_one_paragraph_are_two_authors() -> None:
    behind = "<p class=tac-gia style='text-align:right'><b>Minh Anh</b><br><b>Thu Hà</b></p>"
    assert authors(behind=behind) == ["Minh Anh", "Thu Hà"]


@pytest.mark.parametrize("day", ["T6, 20/11/2026 | 15:30", "CN, 22/11/2026 | 15:30", "20/11/2026 | 15:30"])
def test_the_date_under_the_headline_before_those_of_teasers(day: str) -> None:
    cards = "".join(f"<div><a href=/{n}>Bài khác số {n} của vùng cao</a><p>18/11/2026</p></div>" for n in range(4))
    published = article(under=f"<div>{day}Lượt xem: 318ThíchChia sẻ</div>", behind=cards).published
    assert published is not None
    assert published.strftime("%d/%m/%Y | %H:%M") in day


def test_a_paragraph_under_the_headline_that_opens_with_a_number_is_no_date() -> None:
    published = article(under="<p>T6 là tên con đường đất dẫn vào rừng quế.</p>", behind="<p>18/11/2026</p>").published
    assert published is not None
    assert published.day == 18


OVER = (
    "<div>Chủ nhật, 22/11/2026, 19:22 GMT+7</div><div><a href=/>Trang nhất</a> &gt; <a href=/nn>Nông nghiệp</a></div>"
)


def test_a_later_day_above_the_headline_is_that_of_the_visit() -> None:
    under = "<div>Cập nhật lúc 08:40, Thứ Hai, 19/05/2014 (GMT+7)</div>"
    published = article(above=OVER, under=under).published
    assert published is not None
    assert published.isoformat() == "2014-05-19T08:40:00+07:00"


@pytest.mark.parametrize("under", ["", "<div><a href=/cu>Vụ quế năm ngoái</a> <i>(19/05/2014)</i></div>"])
def test_a_day_above_the_headline_stays_where_no_line_under_it_says_another(under: str) -> None:
    published = article(above=OVER, under=under).published
    assert published is not None
    assert published.isoformat() == "2026-11-22T19:22:00+07:00"


def test_the_weekday_of_a_date_is_no_author() -> None:
    assert authors(under="<div>CN, 22/11/2026 - 21:00</div>") == []
    assert read_signature("T6, 20/11/2026 | 15:30").authors == ()


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Thanh Thắng/VOV - Miền Trung", ["Thanh Thắng"], "VOV - Miền Trung"),
        ("Thanh Thắng - Miền Trung", ["Thanh Thắng", "Miền Trung"], None),
        ("HELEN, Theo Phụ nữ số 14:00 17/11/2026", ["HELEN"], "Phụ nữ số"),
        ("Mây, Theo Nhịp sống", ["Mây"], "Nhịp sống"),
    ],
)
def test_offices_and_pen_names(line: str, names: list[str], agency: str | None) -> None:
    signature = read_signature(line)
    assert ([author.name for author in signature.authors], signature.agency) == (names, agency)


def test_the_people_of_a_broadcast_by_their_work() -> None:
    behind = "<p><em>Biên tập và dẫn chuyện: Yến Nhi</em></p><p><em>Kỹ thuật âm thanh: Lâm Trí</em></p>"
    found = article(behind=behind)
    assert [author.name for author in found.authors] == ["Yến Nhi"]
    assert "Lâm Trí" not in (found.text or "")


SECTIONS = "<header><a href=/>Báo</a> <a href=/a/>A</a> <a href=/tin/mien-nui/>Miền núi</a></header>"


def test_a_link_to_a_step_of_the_pages_own_path_names_its_section() -> None:
    page = f"<html><body>{SECTIONS}<h1>Mùa quế ở vùng cao</h1>{STORY}</body></html>"
    assert clean(page, url="https://bao.vn/tin/mien-nui/mua-que.html").article.section == "Miền núi"
    assert clean(page, url="https://bao.vn/tin/mien-nui-va-bien/mua-que.html").article.section is None


CARDS = """<h2>{}</h2><div class=card><a href=/p/1>Miriam Castellan</a><div>Partner</div></div>
<div class=card><a href=/p/2>Jerome Okoye</a><div>Associate</div></div>"""


@pytest.mark.parametrize(
    ("label", "names"), [("Authors", ["Miriam Castellan", "Jerome Okoye"]), ("By", ["Miriam Castellan"])]
)
def test_cards_of_several_authors(label: str, names: list[str]) -> None:
    story = "<p>The court held that time spent on watching accounts is no injury by itself, and sent it back.</p>" * 4
    page = f"<html lang=en><body><h1>Court narrows standing</h1>{CARDS.format(label)}<main>{story}</main></body></html>"
    assert [author.name for author in clean(page).article.authors] == names
