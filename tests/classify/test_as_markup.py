"""A text as the judge sees it."""

from __future__ import annotations

from cleaner.classify.as_markup import as_markup
from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import Document, RawPage
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment


def read(text: str) -> Document:
    return as_markup(segment(decode(RawPage(text, None, None, "text"), Limits().max_bytes), default_rulebook()))


def test_signs_are_elements() -> None:
    document = read("## Lúa trên đất mặn\n\n* Một\n\n- Hai\n\nBa thửa ruộng.\n")
    assert [block.tag for block in document.blocks] == ["h2", "li", "li", "p"]


def test_links_are_counted_and_pictures_are_not() -> None:
    document = read("* [Thời sự](/thoi-su) và [Thế giới](/the-gioi)\n\n[![Cầu](/c.jpg) Cầu mới](/cau.html)\n")
    assert [(block.links, block.link_chars) for block in document.blocks] == [(2, 15), (1, 7)]
    assert document.blocks[1].text == "Cầu mới"


def test_blank_lines_are_boxes_within_boxes() -> None:
    document = read("Một dòng\nHai dòng\n\nBa dòng\n\n\n\nBốn dòng\n")
    assert [block.container for block in document.blocks] == [1, 1, 2, 4]
    assert document.containers == (-1, 0, 0, -1, 3)


def test_the_first_line_is_the_title() -> None:
    assert read("Lúa trên đất mặn - Báo Duyên Hải\nThời sự\n").head.title == "Lúa trên đất mặn - Báo Duyên Hải"
