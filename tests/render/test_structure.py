"""Lists, quotations and headings come out as the page built them, in every format that has such things."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from cleaner import clean
from cleaner.model import Article, BodyBlock, CleanResult
from cleaner.render import ARTICLE, PROFILES, render
from cleaner.render.structure import Group, Heading, List, structure
from tests.render.samples import REPORT

_BEFORE = "<p>Sáng nay, hội làm vườn của huyện chỉ cách trồng cây ăn quả cho hơn hai trăm hộ ở bốn xã ven sông.</p>"
_AFTER = "<p>Hội sẽ trở lại vào tháng sau để xem cây lớn thế nào và giúp những hộ trồng chưa được vì đất còn mặn.</p>"
_STEPS = (
    "<ol><li>Đào hố rộng gấp đôi bầu rễ của cây.</li>"
    "<li><p>Đặt cây vào giữa hố rồi lấp đất cho kín rễ.</p><p>Không nén đất quá chặt quanh gốc cây.</p></li>"
    "<li>Tưới nước vào buổi chiều, khi trời đã mát.</li></ol>"
)
_TOOLS = "<ul><li>Cái xẻng<ul><li>cán gỗ, lưỡi thép</li><li>cán dài một mét</li></ul></li><li>Cái xô mười lít</li></ul>"
_WORDS = (
    "<blockquote><p>Trồng cây là việc của cả một đời người chứ không phải của một mùa, ông Bảy nói.</p>"
    "<p>Ai trồng hôm nay thì con cháu người ấy sẽ có bóng mát để ngồi, ông nói thêm.</p></blockquote>"
)


def _page(inside: str) -> CleanResult:
    story = f"<article><h1>Trồng cây ăn quả</h1>{_BEFORE}{inside}{_AFTER}</article>"
    return clean(f"<html lang=vi><head><meta property=og:type content=article></head><body>{story}</body>")


def _html(result: CleanResult) -> str:
    return render(result, "html").decode()


def _through_markdown(result: CleanResult) -> str:
    """The tags and words of its Markdown, as a reader of Markdown has them."""
    html = MarkdownIt("commonmark").render(render(result, "markdown").decode())
    return re.sub(r"\s*\n\s*", "", html)


def test_a_numbered_list_keeps_its_numbers_and_an_item_its_paragraphs() -> None:
    result = _page(_STEPS)
    assert _STEPS in _html(result)
    assert re.sub("<p>|</p>", "", _STEPS) in re.sub("<p>|</p>", "", _through_markdown(result))
    assert "   Không nén đất" in render(result, "markdown").decode()


def test_lists_stand_in_lists() -> None:
    result = _page(_TOOLS)
    assert _TOOLS in _html(result)
    assert _TOOLS in _through_markdown(result)


def test_paragraphs_of_one_quotation_stay_together() -> None:
    result = _page(_WORDS)
    assert _WORDS in _html(result)
    assert _WORDS in _through_markdown(result)


def test_two_lists_in_a_row_stay_two() -> None:
    two = "<ul><li>Xoài cát Hòa Lộc</li><li>Nhãn lồng</li></ul><ul><li>Đất phù sa</li><li>Nước ngọt</li></ul>"
    result = _page(two)
    assert two.replace("</ul><ul>", "</ul>\n<ul>") in _html(result)
    assert two in _through_markdown(result)


def test_headings_keep_their_rank_below_the_title() -> None:
    inside = f"<h3>Chuẩn bị</h3>{_AFTER}<h4>Dụng cụ</h4>{_TOOLS}<h3>Cách làm</h3>{_STEPS}"
    ranks = [(piece.level, piece.html) for piece in structure(_page(inside), ARTICLE) if isinstance(piece, Heading)]
    assert ranks == [(2, "Chuẩn bị"), (3, "Dụng cụ"), (2, "Cách làm")]


def test_entries_of_a_live_page_are_no_list() -> None:
    entry = "<li><h3>{0} giờ</h3><p>Hộ thứ {0} đã trồng xong hai mươi cây xoài.</p><p>Nước về lúc {0} giờ.</p></li>"
    result = _page("<ul>" + "".join(entry.format(hour) for hour in (7, 8, 9)) + "</ul>")
    assert not [piece for piece in structure(result, ARTICLE) if isinstance(piece, List)]


def test_signs_of_a_flattened_list_are_not_printed_twice() -> None:
    lines = ("- Xoài", "- Nhãn", "1. Đào hố", "2) Đặt cây", "2) Tưới nước", "Không có dấu")
    blocks = tuple(BodyBlock("list_item", line, line) for line in lines)
    html = _html(CleanResult(Article(body=blocks), (), REPORT))
    assert html == (
        "<ul><li>Xoài</li><li>Nhãn</li></ul>\n"
        "<ol><li>Đào hố</li><li>Đặt cây</li><li>Tưới nước</li></ol>\n<ul><li>Không có dấu</li></ul>\n"
    )


def test_a_list_goes_on_behind_a_picture() -> None:
    picture = "<figure><img src=/c.jpg><figcaption>Hố vừa đào xong. Ảnh: Minh Anh</figcaption></figure>"
    result = _page(_STEPS.replace("<li>Tưới", f"<li>{picture}Tưới"))
    html = render(result, "html", PROFILES["illustrated"]).decode()
    assert '</figure>\n<ol start="3"><li>Tưới nước' in html


def test_a_picture_between_the_paragraphs_of_an_item_leaves_it_whole() -> None:
    result = _page(_STEPS.replace("</p><p>", "</p><img src=/c.jpg><p>"))
    html = render(result, "html", PROFILES["illustrated"]).decode()
    assert html.count("<ol") == 1
    assert re.search(r"<li>(?:(?!</li>).)*</p>\s*<figure><img src=\"/c.jpg\" alt=\"\"></figure>\s*<p>", html)


def test_tei_has_items_numbers_and_ranks() -> None:
    result = _page(f"<h2>Dụng cụ</h2>{_TOOLS}<h2>Cách làm</h2>{_STEPS}{_WORDS}")
    root = etree.fromstring(render(result, "tei"))
    tei = {"t": "http://www.tei-c.org/ns/1.0"}
    assert root.xpath("//t:list[@rend='numbered']/t:item/@n", namespaces=tei) == ["1", "2", "3"]
    assert len(root.xpath("//t:item/t:list/t:item", namespaces=tei)) == 2
    assert len(root.xpath("//t:item[@n='2']/t:p", namespaces=tei)) == 2
    assert root.xpath("//t:ab[@type='heading']/@n", namespaces=tei) == ["2", "2"]
    assert len(root.xpath("//t:quote/t:p", namespaces=tei)) == 2


@pytest.mark.parametrize("inside", [_STEPS, _TOOLS, _WORDS, _TOOLS + _STEPS + _WORDS])
def test_no_block_is_lost_or_moved(inside: str) -> None:
    result = _page(inside)
    words = "".join("".join(block.text.split()) for block in result.article.body)
    assert words in "".join(re.sub("<[^>]*>", "", _html(result)).split())
    assert words in "".join(re.sub("<[^>]*>", "", _through_markdown(result)).split())


def test_a_result_without_its_ledger_has_flat_lists() -> None:
    result = replace(_page(_TOOLS + _WORDS), ledger=())
    pieces = structure(result, ARTICLE)
    assert not [piece for piece in pieces if isinstance(piece, Group)]
    (tools,) = [piece for piece in pieces if isinstance(piece, List)]
    assert len(tools.items) == 4
