"""Pages that a tool turned into Markdown."""

from __future__ import annotations

from cleaner import clean
from tests.settle.text_steps.reading import find, read

PAGE = (
    "# Ba cách giữ ấm cho **đàn trâu**\n\n"
    "**Rét đậm kéo dài khiến nhiều hộ vùng cao phải lo chống rét cho gia súc.**\n\n"
    "![chuong-trau](https://example.vn/a.jpg)\n\n"
    "Ông Giàng A Páo che bạt quanh chuồng từ đầu tháng, mỗi đêm đốt hai đống trấu để giữ ấm.\n\n"
    "[Người dân Sa Pa dựng chuồng mới cho trâu bò tránh rét](https://example.vn/b.htm)\n\n"
    "## Cho ăn đủ\n\n"
    "Mỗi con cần sáu cân cỏ khô một ngày, thêm nước ấm pha muối theo [hướng dẫn của huyện](/c.htm).\n\n"
    "[chống rét](/tag/a) [gia súc](/tag/b)\n"
)


def test_roles_are_those_of_the_words() -> None:
    assert find(PAGE, "# Ba").role == "title"
    assert find(PAGE, "## Cho").role == "heading"
    assert find(PAGE, "[Người dân").role == "related"
    assert find(PAGE, "![chuong").rule == "shape.markdown-picture"
    assert find(PAGE, "[chống rét]").rule == "shape.markdown-links"


def test_a_link_inside_a_sentence_is_story() -> None:
    assert find(PAGE, "Mỗi con").kept


def test_the_article_is_free_of_marks() -> None:
    article = clean(PAGE.encode(), None, "text/plain; charset=utf-8").article
    assert article.title == "Ba cách giữ ấm cho đàn trâu"
    assert "hướng dẫn của huyện." in article.text
    assert not set("*#[]") & set(article.text)


def test_nothing_of_the_page_is_lost() -> None:
    assert "".join("".join(line.text.split()) for line in read(PAGE)) == "".join(PAGE.split())
