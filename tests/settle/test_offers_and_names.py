"""What looks like the story's own box or signature by its markup, and is told by its words or its neighbours."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.model import Role

STORY = "".join(
    f"<p>Đợt mưa thứ {name} trong tháng làm nước sông lên nhanh, hàng chục hộ ven bờ phải dọn đồ lên gác.</p>"
    for name in ("nhất", "hai", "ba", "tư")
)


def roles(body: str) -> dict[str, Role]:
    story = f"<div class='article__body cms-body'>{STORY}{body}</div>"
    page = f"<html lang=vi><body><h1>Nước sông lên nhanh</h1>{story}</body></html>"
    return {entry.text: entry.role for entry in clean(page, url="https://baosongda.vn/a-1.html").ledger}


@pytest.mark.parametrize(
    "line",
    [
        "Đặt mua báo in Sông Đà",
        "Quý bạn đọc có thể đặt mua báo Sông Đà tại các bưu cục trên toàn quốc.",
        "Mời bạn đọc theo dõi trang Sông Đà trên Facebook để xem tin mới",
    ],
)
def test_an_offer_in_a_fact_box_is_no_fact(line: str) -> None:
    found = roles(f"<div class='notebox cms-note'><p>Ba mốc nước cần nhớ</p><p>{line}</p></div>")
    assert found["Ba mốc nước cần nhớ"] is Role.NOTE
    assert found[line] is Role.PROMO


@pytest.mark.parametrize(
    "line", ["Báo động ba ở mức 24 m.", "Người dân gọi số 112 khi nước vào nhà.", "Đặt mua vé tàu qua mạng từ hôm nay"]
)
def test_the_facts_of_a_box_stay(line: str) -> None:
    assert roles(f"<div class='notebox cms-note'><p>Cần nhớ</p><p>{line}</p></div>")[line] is Role.NOTE


@pytest.mark.parametrize(
    ("invitation", "line", "role"),
    [
        ("Mời quý độc giả xem video đang được quan tâm:", "Xe tải dìu ô tô mất phanh trên đèo Bảo Lộc", Role.PROMO),
        ("Mời quý độc giả xem video đang được quan tâm:", "Xe tải dìu ô tô mất phanh xuống hết đèo.", Role.BODY),
        ("Mời quý độc giả theo dõi cuộc trò chuyện:", "Xe tải dìu ô tô mất phanh trên đèo Bảo Lộc", Role.BODY),
    ],
)
def test_the_title_of_a_film_to_which_readers_are_invited(invitation: str, line: str, role: Role) -> None:
    assert roles(f"<p><em>{invitation}</em></p><p>{line}</p><p>{STORY[3:90]}</p>")[line] is role


def test_places_as_headings_down_to_the_last_short_line() -> None:
    forecast = "".join(
        f"<p><b>{place}</b></p><p>{weather}</p>"
        for place, weather in (
            (
                "Vùng Núi Phía Bắc",
                "Đêm không mưa, ngày nắng nhẹ, gió đông bắc cấp hai, nhiệt độ thấp nhất 12 đến 15 độ.",
            ),
            ("Đồng Bằng Ven Biển", "Có mây, sáng sớm rét, trưa chiều hửng nắng, nhiệt độ cao nhất từ 23 đến 25 độ."),
            ("Thanh Hóa - Huế", "Phía bắc có mây, phía nam mưa vài nơi."),
            ("Nam Bộ", "Chiều tối có dông vài nơi."),
        )
    )
    found = roles(forecast)
    assert found["Thanh Hóa - Huế"] is found["Nam Bộ"] is Role.HEADING


def test_a_signature_above_a_short_line_stays_one() -> None:
    assert roles("<p><b>Thu Hà - Minh Anh</b></p><p>Nước đang rút.</p>")["Thu Hà - Minh Anh"] is Role.BYLINE


LEAD = "Từ đêm qua, mực nước sông đã vượt báo động hai, chính quyền cho học sinh nghỉ học."
OTHER = "Học sinh vùng ven sông nghỉ học hai ngày"


@pytest.mark.parametrize("link", [f"<a href=/a>&gt;&gt; {OTHER}</a>", f"&gt;&gt; <a href=/a>{OTHER}</a>"])
def test_other_articles_under_the_lead_in_its_own_element(link: str) -> None:
    html = f"<h1>Nước sông lên nhanh</h1><h2 class=cms-desc>{LEAD}<br>{link}</h2><div class=cms-body>{STORY}</div>"
    article = clean(f"<html lang=vi><body>{html}</body></html>", url="https://baosongda.vn/a-1.html").article
    assert article.summary == LEAD
    assert [related.title for related in article.related] == [OTHER]


def test_a_lead_of_two_lines_stays_one() -> None:
    lead = f"{LEAD}<br>Đến sáng nay, <a href=/a>học sinh vùng ven sông</a> vẫn nghỉ học."
    html = f"<h1>Nước sông lên nhanh</h1><h2 class=cms-desc>{lead}</h2><div class=cms-body>{STORY}</div>"
    article = clean(f"<html lang=vi><body>{html}</body></html>", url="https://baosongda.vn/a-1.html").article
    assert article.summary is not None
    assert article.summary.endswith("vẫn nghỉ học.")


def test_the_section_s_name_above_the_headline_offers_nothing() -> None:
    lead = "Ba bạn lớp 7 làm robot nhặt bóng bàn từ hộp sữa và động cơ quạt hỏng."
    meta = f'<meta name="description" content="{lead}">'
    licence = "<footer><p>Giấy phép số 12/GP-BTTTT cấp ngày 01/02/2023</p></footer>"
    box = "<div><div>{}</div><div class=player></div><h1>Robot nhặt bóng</h1>{}</div>"
    page = "<html lang=vi><head>{}</head><body>{}{}</body></html>"
    crumb = box.format("<a href=/video>Video</a>", f"<div class=sapo><p>{lead}</p></div>")
    assert clean(page.format(meta, crumb, licence), url="https://x.vn/a").article.summary == lead
