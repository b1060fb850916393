"""What a server streams is read where its script puts it, once, and never lost."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner import flags as f
from cleaner.model import Document
from cleaner.pipeline import clean
from tests.segment.test_html import cut, texts
from tests.visible import ledger_text, visible_text

_STORY = '<p>Một</p><p>Theo <a href="/b" class="c">báo cáo</a> mới.</p>'


def _page(body: str, boxes: str) -> str:
    return f"<body><header>Đầu trang</header><main>{body}</main><footer>Chân trang</footer>{boxes}</body>"


def _box(number: str, content: str) -> str:
    return f'<div hidden id="S:{number}">{content}</div><script>$RC("B:{number}","S:{number}")</script>'


def _block(document: Document, text: str) -> int:
    return next(block.flags for block in document.blocks if block.text == text)


def test_a_box_is_read_at_its_place_and_is_not_hidden_there() -> None:
    page = _page('<template id="B:0"></template>', _box("0", _STORY))
    assert texts(page) == ["Đầu trang", "Một", "Theo báo cáo mới.", "Chân trang"]
    assert not _block(cut(page), "Theo báo cáo mới.") & f.HIDDEN
    assert _block(cut(page), "Một") & f.MAIN


def test_a_box_inside_of_a_box() -> None:
    boxes = _box("1", "<p>Trong</p>") + _box("0", '<p>Trước</p><template id="P:1"></template><p>Sau</p>')
    assert texts(_page('<template id="B:0"></template>', boxes))[1:-1] == ["Trước", "Trong", "Sau"]


def test_what_belongs_into_a_sentence_does_not_part_it() -> None:
    page = _page('<p>Giá <template id="P:a"></template> đồng.</p>', _box("a", "<b>500</b>"))
    assert texts(page)[1:-1] == ["Giá 500 đồng."]


@pytest.mark.parametrize(
    ("body", "boxes"),
    [
        ("", _box("0", _STORY)),
        ("", _box("0", f'<template id="B:0"></template>{_STORY}')),
        ("", _box("0", '<template id="B:1"></template>Một') + _box("1", '<template id="B:0"></template>Hai')),
        ('<noscript><template id="B:0"></template></noscript>', _box("0", _STORY)),
        ('<svg><foreignObject><template id="B:0"></template></foreignObject></svg>', _box("0", _STORY)),
        ('<template id="B:0"></template><template id="B:0"></template>', _box("0", "Một") + _box("0", "Hai")),
        ('<template id="B:0"></template><template id="P:0"></template>', _box("0", _STORY)),
        ('<template id="B:0"></template>', _box("0", "")),
        ('<template id="B:"></template>', _box("", _STORY)),
        ('<template id="B:0"></template>', '<div id="S:0">Một</div>'),
    ],
    ids=[
        "no place",
        "in itself",
        "in each other",
        "in noscript",
        "in a drawing",
        "twice",
        "two places",
        "empty",
        "no number",
        "shown",
    ],
)
def test_its_text_is_there_once_whatever_the_place(body: str, boxes: str) -> None:
    page = _page(body, boxes)
    assert sorted(ledger_text(clean(page))) == sorted(visible_text(page))
    for word in ("Một", "Hai", "báo cáo"):
        assert "".join(texts(page)).count(word) == boxes.count(word)


def test_paths_lead_to_where_it_was_sent() -> None:
    boxes = _box("1", "<p>Trong</p>") + "chữ" + _box("0", '<p>Trước</p><template id="P:1"></template><p>Sau</p>')
    page = _page('<p>Đầu</p><template id="B:0"></template>', boxes)
    tree = LexborHTMLParser(page)
    for block in cut(page).blocks:
        if block.tag == "p":
            assert tree.css_first(block.path).text() == block.text


def test_a_page_of_boxes_without_end_keeps_all() -> None:
    places = "".join(f'<template id="B:{number}"></template>' for number in range(300))
    boxes = "".join(_box(str(number), f"<p>đoạn {number}</p>") for number in range(300))
    assert sorted(texts(_page(places, boxes))) == sorted(
        ["Đầu trang", "Chân trang", *(f"đoạn {number}" for number in range(300))]
    )
