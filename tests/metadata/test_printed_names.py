"""Names that stand where the author, the section or the outlet is told, and those that only stand beside it."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.metadata.signature import is_pen_name, read_signature
from cleaner.model import Article

STORY = "".join(
    f"<p>Phiên chợ thứ {name} của mùa nấm mở từ ba giờ sáng, người bán xuống núi từ đêm với đèn pin trên trán.</p>"
    for name in ("nhất", "hai", "ba", "tư", "năm")
)


def article(above: str, head: str = "", url: str = "https://baovungnui.vn/cho-nam-1.html") -> Article:
    return clean(f"<html lang=vi><head>{head}</head><body>{above}{STORY}</body></html>", url=url).article


TITLE = "<h1 class='article__title cms-title'>Phiên chợ nấm</h1>"


def authors(above: str) -> list[str]:
    return [author.name for author in article(above).authors]


def test_a_pen_name_where_the_system_prints_the_author() -> None:
    assert authors(f"{TITLE}<div class='article__meta'><span class='cms-author'>Teresa</span></div>") == ["Teresa"]


@pytest.mark.parametrize("word", ["Admin", "VOV", "PV", "teresa", "T"])
def test_no_pen_name(word: str) -> None:
    assert not is_pen_name(word)


def test_a_job_that_touches_the_name() -> None:
    line = "<div class=author><b>Minh Anh - Lê Hà</b><span>Phóng viên Ban Kinh tế</span></div>"
    assert authors(f"<h1>Phiên chợ nấm</h1>{line}") == ["Minh Anh", "Lê Hà"]


def test_staff_alone_still_sign() -> None:
    assert authors("<h1>Phiên chợ nấm</h1><div class=author>Phóng viên Kinh tế</div>") == ["Phóng viên Kinh tế"]


def test_who_organises_does_not_write() -> None:
    assert read_signature("Tổ chức thực hiện: Minh Anh").authors == ()
    assert [author.name for author in read_signature("Thực hiện: Minh Anh").authors] == ["Minh Anh"]


LIST = "<ul><li><a href=/phim>Phim</a></li><li><a href=/am-nhac>Âm nhạc</a></li></ul>"


def test_the_section_is_the_heading_over_its_list() -> None:
    assert article(f"<h2><a href=/van-hoa>Văn hóa</a></h2>{LIST}<h1>Phiên chợ nấm</h1>").section == "Văn hóa"


def test_without_a_heading_the_nearest_link() -> None:
    assert article(f"<div><a href=/van-hoa>Văn hóa</a></div>{LIST}<h1>Phiên chợ nấm</h1>").section == "Âm nhạc"


def test_a_section_whose_name_ends_in_a_number() -> None:
    assert article("<div><a href=/mien-54.htm>Miền 54</a></div><h1>Phiên chợ nấm</h1>").section == "Miền 54"


AUTHOR = (
    "<div><a href=/vn/{}/ha-trang>Hà Trang</a><div><span>11 Thg 11, 2026</span><span> · 3 phút đọc</span></div></div>"
)


def test_a_link_to_an_author_s_page_and_the_date_under_it() -> None:
    found = article(f"<h1>Phiên chợ nấm</h1>{AUTHOR.format('author')}", url="https://baovungnui.vn/cho-nam")
    assert [author.name for author in found.authors] == ["Hà Trang"]
    assert found.published is not None
    assert found.published.day == 11


def test_a_link_to_somebody_s_page_of_another_kind() -> None:
    found = article(f"<h1>Phiên chợ nấm</h1>{AUTHOR.format('nhan-vat')}<p>Phiên chợ mở sớm.</p>")
    assert found.authors == ()


def test_a_section_that_is_called_as_its_paper() -> None:
    link = "<a href=/vung-nui>Vùng núi</a>"
    assert article(f"<div>{link}</div><h1>Phiên chợ nấm</h1>").section == "Vùng núi"
    assert article(f"<div>{link.replace('/vung-nui', '/')}</div><h1>Phiên chợ nấm</h1>").section is None


OTHERS = "".join(f"<p><a href=/tin-{n}.html>Một bài khác về mùa nấm trên núi, số {n}</a></p>" for n in "123456789")


@pytest.mark.parametrize(("path", "tags"), [("/tag/", ("nấm", "chợ phiên")), ("/phim/", ())])
def test_tags_behind_the_list_of_other_stories(path: str, tags: tuple[str, ...]) -> None:
    row = f"<div class=tags-art><a href={path}a>nấm</a><a href={path}b>chợ phiên</a></div>"
    page = f"<html lang=vi><body><h1>Phiên chợ nấm</h1><div>{STORY}</div><h3>Đọc thêm</h3>{OTHERS}{row}</body></html>"
    assert clean(page).article.tags == tags


@pytest.mark.parametrize(("name", "moment"), [("Phiên chợ nấm", "2026-11-17T19:45:00+07:00"), ("Một phim khác", None)])
def test_the_hour_at_which_the_page_s_own_video_was_put_up(name: str, moment: str | None) -> None:
    video = f'{{"@type":"VideoObject","name":"{name}","uploadDate":"2026-11-17T19:45:00+07:00"}}'
    found = article("<h1>Phiên chợ nấm</h1>", f"<script type='application/ld+json'>{video}</script>").published
    assert (found.isoformat() if found else None) == moment


def test_readers_who_comment_with_a_day_behind_their_names() -> None:
    reader = "<div><b>Trần Quốc Hùng</b> - 16/11/2026<p>Chợ sạch sẽ nhưng bãi xe hơi xa.</p></div>"
    signed = "<p style='text-align:right'><b>Ngọc Bích</b></p>"
    page = f"<html lang=vi><body><h1>Phiên chợ nấm</h1>{STORY}{signed}<div>Ý kiến bạn đọc</div>{reader}</body></html>"
    assert [author.name for author in clean(page, url="https://baovungnui.vn/a-1.html").article.authors] == [
        "Ngọc Bích"
    ]


FRENCH = "".join(
    f"<p>Le marché de la saison {name} ouvre à trois heures du matin, les vendeurs descendent de la montagne.</p>"
    for name in ("humide", "sèche", "froide", "chaude", "des pluies")
)


@pytest.mark.parametrize(("host", "authors"), [("lejournal.vn", ["Mai Huong"]), ("lejournal.fr", [])])
def test_editions_of_the_vietnamese_press_in_other_languages(host: str, authors: list[str]) -> None:
    page = f"<html lang=fr><body><h1>Le marché</h1>{FRENCH}<p style='text-align:right'>Mai Huong/CVN</p></body></html>"
    assert [author.name for author in clean(page, url=f"https://{host}/a-1.html").article.authors] == authors


SHARED = "<h1 class='kbwc-title'>Phiên chợ nấm</h1>"


def test_a_shared_markup_names_no_outlet() -> None:
    assert article(SHARED, url="https://genk.vn/cho-nam.chn").site_name == "genk.vn"
    assert article(SHARED, url="https://kenh14.vn/cho-nam.chn").site_name == "Kênh 14"


PORTAL = "Cổng thông tin điện tử xã Vùng Núi"
DATE = "<div>16/11/2026 16:45:00 Cỡ chữ: A- A+</div>"
DATED = f"<div class=a><div><span>Thông báo mở phiên chợ nấm đầu mùa</span></div>{DATE}"


def test_an_office_names_its_portal_on_every_page() -> None:
    footer = f"<div class=f><p>{PORTAL.upper()}</p></div>"
    page = (
        f"<html lang=vi><head><title>{PORTAL}</title></head><body>{DATED}<div>{STORY}</div></div>{footer}</body></html>"
    )
    found = clean(page).article
    assert found.title == "Thông báo mở phiên chợ nấm đầu mùa"
    assert found.published is not None
    assert found.published.hour == 16


def test_a_story_of_a_portal_keeps_its_headline() -> None:
    title = f"{PORTAL} có giao diện mới"
    assert article(f"<h1>{title}</h1>", f"<title>{title}</title>").title == title
