"""Lists whose items are title and teaser of other articles, and lists of the story with links in them."""

from __future__ import annotations

from cleaner import clean

STORY = "".join(
    f"<p>Sáng mùng {name}, đò ngang chở hơn sáu chục chuyến, khách phần đông là học trò và bà con đi chợ.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm", "sáu")
)
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bến đò mùa nước"}</script>'
OFFERED = (
    "<ul><li><a href=/a>Giá vàng miếng tăng lên 92 triệu đồng</a><span>Sau hai phiên giảm, giá quay đầu.</span></li>"
    "<li><a href=/b>Cấm xe tải vào nội đô từ tháng 12</a><span>Quy định áp dụng từ 6h đến 20h.</span></li></ul>"
)
TOLD = (
    "<ul><li><a href=/a>Bến Mẫu</a>, nơi đò chạy từ năm giờ sáng đến tám giờ tối.</li>"
    "<li><a href=/b>Bến Sậy</a>, nơi đò chỉ chạy vào ngày phiên chợ.</li></ul>"
)


def text(items: str, head: str = NEWS) -> str:
    page = (
        f"<html lang=vi><head>{head}</head><body><h1>Bến đò mùa nước</h1><div>{STORY}{items}{STORY}</div></body></html>"
    )
    return clean(page, url="https://baobenmau.vn/ben-do-1.html").article.text


def test_titles_glued_to_their_teasers_are_other_articles() -> None:
    assert "vàng" not in text(OFFERED)


def test_items_that_open_with_the_link_of_a_name_stay() -> None:
    assert "Bến Sậy" in text(TOLD)
