"""Rows of short links that stand under a label of other articles, or in a class that says so."""

from __future__ import annotations

import pytest

from cleaner import CleanResult, clean

_STORY = "".join(
    f"<p>Ở xóm {name}, người dân bắt đầu vụ quế mới. Mỗi nhà bóc chừng {name} tạ vỏ, phơi ba nắng rồi mới bán.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)
_NAMES = ("Thời sự", "Bất động sản", "Tổ chức nhân sự", "Nông thôn mới", "Văn hóa - Giải trí")
_TITLES = ("Giá vàng miếng tăng lên 92 triệu đồng", "Cấm xe tải vào nội đô từ tháng 12", "Chợ nổi vắng khách")


def _page(row: str, label: str = "Tin liên quan") -> CleanResult:
    return clean(f"<html><body><h1>Mùa quế ở vùng cao</h1>{_STORY}<div><h4>{label}</h4>{row}</div></body></html>")


def _list(names: tuple[str, ...], tag: str = "li") -> str:
    return "".join(f"<{tag}><a href=/{number}>{name}</a></{tag}>" for number, name in enumerate(names))


def _roles(result: CleanResult, names: tuple[str, ...]) -> list[str]:
    return [entry.role.value for entry in result.ledger if entry.text in names]


def test_sections_under_a_label_are_furniture() -> None:
    result = _page(f"<ul>{_list(_NAMES)}</ul>")
    assert _roles(result, _NAMES) == ["chrome"] * len(_NAMES)
    assert result.article.related == ()


@pytest.mark.parametrize("tag", ["li", "h3"])
def test_headlines_stay(tag: str) -> None:
    result = _page(_list(_TITLES, tag))
    assert [item.title for item in result.article.related] == list(_TITLES)


def test_short_headlines_are_told_by_their_addresses() -> None:
    names = ("Chợ nổi vắng khách", "Lúa non có giá", "Cầu phao thông xe", "Phà cũ nghỉ chạy")
    row = "".join(f"<li><a href=/kinh-te/{number}2345678.htm>{name}</a></li>" for number, name in enumerate(names))
    assert [item.title for item in _page(f"<ul>{row}</ul>").article.related] == list(names)


def test_three_short_links_are_no_row() -> None:
    names = ("Chợ nổi vắng khách", "Lúa non có giá", "Cầu phao thông xe")
    assert [item.title for item in _page(f"<ul>{_list(names)}</ul>").article.related] == list(names)


def test_short_headings_of_three_words_are_headlines() -> None:
    names = ("Chợ nổi vắng khách", "Lúa non có giá", "Cầu phao thông xe", "Phà cũ nghỉ chạy")
    assert [item.title for item in _page(_list(names, "h3")).article.related] == list(names)
