"""Stories that an endless page adds under the first, kept as data with their headlines."""

from __future__ import annotations

from cleaner import clean

STORY = "".join(
    f"<p>Chủ tịch công ty cho biết quý {n} doanh thu giảm nhẹ, song đơn hàng xuất khẩu đã phủ kín đến hết năm sau, "
    "và nhà máy mới sẽ chạy thử vào tháng ba nếu thiết bị về đúng hẹn.</p>"
    for n in ("một", "hai", "ba")
)
FURTHER = "<p>Kịch bản cơ sở là tỷ giá đi ngang đến cuối tháng nhờ kiều hối và thặng dư thương mại khá.</p>"


def page(second: str) -> str:
    head = "<head><title>Nhà máy giấy kín đơn hàng cả năm</title></head>"
    return f"{head}<body><article><h1>Nhà máy giấy kín đơn hàng cả năm</h1>{STORY}</article>{second}</body>"


def test_the_headline_of_the_next_article_is_a_related_title() -> None:
    result = clean(page(f"<article><h1>Ba kịch bản cho tỷ giá cuối năm</h1>{FURTHER}{FURTHER}</article>"))
    assert [item.title for item in result.article.related] == ["Ba kịch bản cho tỷ giá cuối năm"]
    assert "tỷ giá" not in result.article.text


def test_a_heading_inside_the_first_article_is_not() -> None:
    inside = page("").replace("</article>", f"<h2>Ba kịch bản cho tỷ giá cuối năm</h2>{FURTHER}{FURTHER}</article>")
    result = clean(inside)
    assert result.article.related == ()
    assert "Ba kịch bản cho tỷ giá cuối năm" in result.article.text


SECOND = "<div class=noi-dung><h1>Ba kịch bản cho tỷ giá cuối năm</h1>{}{}</div>".format("{}", FURTHER * 3)


def plain(second: str) -> str:
    return page("").replace("article>", "div>").replace("</body>", f"{second}</body>")


def test_a_second_headline_with_a_date_of_its_own_opens_another_story_in_any_element() -> None:
    result = clean(plain(SECOND.format("<p class=date>21/11/2026, 15:44</p>")))
    assert [item.title for item in result.article.related] == ["Ba kịch bản cho tỷ giá cuối năm"]
    assert "thặng dư" not in result.article.text


def test_a_large_heading_inside_the_story_opens_none() -> None:
    assert "thặng dư" in clean(plain(SECOND.format(""))).article.text
