from __future__ import annotations

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>Người dân xóm {name} bắt đầu vụ quế mới. Mỗi nhà bóc chừng {name} tạ vỏ, phơi ba nắng rồi mới bán.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)
KEYS = "<a href=/a>vỏ quế</a><a href=/b>Trà Bồng</a>"
HEAD = '<meta name="keywords" content="tin mới, vỏ quế">'


def tags(row: str, head: str = "") -> tuple[str, ...]:
    page = f"<html><head>{head}</head><body><h1>Mùa quế ở vùng cao</h1>{STORY}{row}</body></html>"
    return clean(page).article.tags


@pytest.mark.parametrize(
    "row",
    [
        f"<div><span>Tags</span>{KEYS}</div>",
        f"<div><b>Chủ đề liên quan:</b> {KEYS}</div>",
        f"<div><h3>Từ khóa</h3><div>{KEYS}</div></div>",
        "<div><a href=/tag/vo-que>vỏ quế</a> <a href=/tag/tra-bong>Trà Bồng</a></div>",
        "<div class=tags-new><a href=/a>vỏ quế</a> <a href=/b>Trà Bồng</a> <a>Bạn có thể quan tâm</a></div>",
    ],
)
def test_the_printed_row_goes_before_words_for_search_engines(row: str) -> None:
    assert tags(row) == ("vỏ quế", "Trà Bồng")
    assert tags(row, HEAD) == ("vỏ quế", "Trà Bồng")


@pytest.mark.parametrize(
    "row",
    [
        "<div><a href=/a>Giá quế giảm</a><a href=/b>Chợ phiên Trà Bồng</a></div>",
        "<div class=hot-tags><a href=/c>World Cup</a><a href=/d>giá vàng</a></div>",
    ],
)
def test_other_rows_of_links_are_not_the_storys(row: str) -> None:
    assert tags(row, HEAD) == ("tin mới", "vỏ quế")
