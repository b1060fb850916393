"""What is left is named by its class, unless its words say otherwise."""

from __future__ import annotations

import pytest

from cleaner import clean

_STORY = "".join(
    f"<p>Ở xóm {name}, người dân bắt đầu vụ quế mới. Mỗi nhà bóc chừng {name} tạ vỏ, phơi ba nắng rồi mới bán.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)


def _entry(row: str, words: str) -> tuple[str, str]:
    page = clean(f"<html><body><h1>Mùa quế ở vùng cao</h1>{_STORY}<div>{row}</div></body></html>")
    return next((entry.role.value, entry.rule) for entry in page.ledger if words in entry.text)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("<div class=topic-x><a href=/a>Giá vàng miếng tăng lên 92 triệu đồng</a></div>", "Giá vàng"),
        ("<div class=date-x><a href=/a>부산 금은방 절도 용의자 이틀 만에 검거</a><span>11-10</span></div>", "부산"),
        ("<div><a href=/a>深海魚の新種を発見、高校生が命名</a></div>", "深海魚"),
        ("<div><a href=/a>Giá vàng miếng tăng lên 92 triệu đồng</a></div>", "Giá vàng"),
    ],
)
def test_headlines_are_other_articles(row: str, words: str) -> None:
    assert _entry(row, words)[0] == "related"


@pytest.mark.parametrize(
    ("row", "words", "role"),
    [
        ("<div class=topic-x><a href=/a>quế Trà Bồng</a></div>", "quế Trà Bồng", "tags"),
        (
            "<div><a href=/a>Đối ngoại</a> <a href=/b>Tổ chức nhân sự</a> <a href=/c>Hội nhập</a></div>",
            "nhân sự",
            "chrome",
        ),
        ("<div><a href=/a>スポーツニュース</a></div>", "スポーツ", "chrome"),
    ],
)
def test_names_are_none(row: str, words: str, role: str) -> None:
    assert _entry(row, words)[0] == role


def test_a_short_linked_heading_beside_longer_ones_is_another_article() -> None:
    row = (
        "<div class=x><a href=/a1><h2>Chợ nổi vắng khách</h2></a></div>"
        "<div class=x><a href=/a2><h2>Giá vàng miếng tăng lên 92 triệu đồng</h2></a></div>"
    )
    assert _entry(row, "Chợ nổi")[0] == "related"
    assert _entry("<div class=x><a href=/a1><h2>Chợ nổi vắng khách</h2></a></div>", "Chợ nổi")[0] != "related"


def test_a_class_makes_a_caption_only_beside_a_picture() -> None:
    words = "Con phà cuối cùng rời bến sông Mẫu"
    row = f"<div class=credit><span>{words}</span></div>"
    assert _entry(f"<div class=thumb><img src=/a.jpg>{row}</div>", words)[0] == "caption"
    assert _entry(f"<div class=thumb><img src=/a.svg>{row}</div>", words)[1] != "hint.caption"
    assert _entry(row, words)[1] != "hint.caption"
    linked = f"<div class=credit><a href=/a>{words}</a></div>"
    assert _entry(f"<div class=thumb><img src=/a.jpg>{linked}</div>", words)[1] != "hint.caption"
