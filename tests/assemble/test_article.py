from __future__ import annotations

from urllib.parse import urljoin

import pytest

from cleaner import clean
from tests.web.conftest import PAGE

CAPTION = "<figure><img src=/i.jpg><figcaption>Cầu mới nhìn từ trên cao. Ảnh: Minh Anh</figcaption></figure>"
OFFERED = "<div class=related><h3>Tin liên quan</h3><ul><li><a href=c.html>Phà cũ chạy chuyến cuối</a></li></ul></div>"
LINKED = "<p>Trước đó, <a href=b.html>ban quản lý</a> đã mời người dân hai bờ sông đi thử cầu trong một buổi sáng.</p>"
CANONICAL = '<link rel=canonical href="https://bao.example.vn/x/1.html">'


@pytest.mark.parametrize(
    ("label", "head", "base"),
    [
        ("https://bao.example.vn/x/1.html", "", "https://bao.example.vn/x/"),
        (None, CANONICAL, "https://bao.example.vn/x/"),
        ("https://dai-ly.example.vn/y/9.html", CANONICAL, "https://dai-ly.example.vn/y/"),
        (
            "https://luu.example.vn/2024/1.html",
            "<base target=_blank><base href=//bao.example.vn/z/>",
            "https://bao.example.vn/z/",
        ),
        ("https://bao.example.vn/x/1.html", "<base href=/>", "https://bao.example.vn/"),
        (None, "<base href='https://bao.example.vn/z/'>" + CANONICAL, "https://bao.example.vn/z/"),
        ("https://bao.example.vn/x/1.html", "<base href=''>", "https://bao.example.vn/x/"),
        ("https://bao.example.vn/x/1.html", "<base href='javascript:alert(1)//'>", "https://bao.example.vn/x/"),
        ("https://bao.example.vn/x/1.html", "<base href='https://[a/'>", "https://bao.example.vn/x/"),
    ],
)
def test_links_pictures_and_related_stories_have_one_base(label: str | None, head: str, base: str) -> None:
    html = PAGE.replace("</title>", f"</title>{head}").replace("</article>", CAPTION + LINKED + OFFERED + "</article>")
    article = clean(html, label).article
    assert [image.url for image in article.images] == [urljoin(base, "/i.jpg")]
    assert [item.url for item in article.related] == [f"{base}c.html"]
    assert [block.html for block in article.body if f'<a href="{base}b.html">' in block.html]


def test_preformatted_lines_keep_their_indentation_and_links() -> None:
    code = (
        "<pre><code><b>def</b> tinh_phi(xe):  \n"
        "    return xe.so_ngay * 40_000 # theo <a href=c.html>bảng giá</a> năm nay\n"
        "\nprint(tinh_phi(xe))\n</code></pre>"
    )
    page = PAGE.replace("</article>", LINKED + code + LINKED + "</article>")
    article = clean(page, "https://bao.example.vn/x/1.html").article
    (block,) = [block for block in article.body if block.type == "preformatted"]
    after = "\n\nprint(tinh_phi(xe))"
    assert block.text == "def tinh_phi(xe):\n    return xe.so_ngay * 40_000 # theo bảng giá năm nay" + after
    assert block.html == (
        "<strong>def</strong> tinh_phi(xe):\n    return xe.so_ngay * 40_000 # theo "
        '<a href="https://bao.example.vn/x/c.html">bảng giá</a> năm nay' + after
    )
    assert block.text in article.text


def test_emphasis_inside_a_link_does_not_part_the_link() -> None:
    linked = LINKED.replace("ban quản lý", "ban <em>quản lý</em> cầu").replace(
        "đi thử", "<a href=c.html>đi</a> <a href=d.html>thử</a>"
    )
    article = clean(PAGE.replace("</article>", linked + "</article>"), kind="html").article
    html = next(block.html for block in article.body if "b.html" in block.html)
    assert '<a href="b.html">ban <em>quản lý</em> cầu</a>' in html
    assert '<a href="c.html">đi</a> <a href="d.html">thử</a>' in html
