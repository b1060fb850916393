from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cleaner.model import Article, BodyBlock, CleanResult
from cleaner.render import ARTICLE, PROFILES
from cleaner.render.markdown import render_markdown
from tests.render.samples import ARTICLE as STORY
from tests.render.samples import REPORT, RESULT


def as_html(markdown: str) -> str:
    return MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)


def as_text(markdown: str) -> str:
    """What a reader sees of it, white space aside."""
    seen: list[str] = []
    reader = HTMLParser()
    reader.handle_data = seen.append  # type: ignore[method-assign]
    reader.feed(as_html(markdown))
    reader.close()
    return "".join("".join(seen).split())


def of_block(text: str, kind: str = "paragraph") -> CleanResult:
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return CleanResult(Article(body=(BodyBlock(kind, text, html),), text=text), (), REPORT)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["Bảng so sánh #", "Ngôn ngữ C ##", "Ngôn ngữ C#", "#"])
def test_number_signs_behind_a_heading_are_its_words(text: str) -> None:
    result = CleanResult(Article(title=text, body=(BodyBlock("heading", text, text),)), (), REPORT)
    assert as_html(render_markdown(result, ARTICLE)) == f"<h1>{text}</h1>\n<h2>{text}</h2>\n"


def test_a_link_with_emphasis_in_it_is_one_link() -> None:
    html = 'Xem <a href="https://e.vn/a">bài <em>Đò</em> cuối</a> và <a href="https://e.vn/b">một</a>.'
    blocks = (BodyBlock("paragraph", "Xem bài Đò cuối và một.", html),)
    written = as_html(render_markdown(CleanResult(Article(body=blocks), (), REPORT), ARTICLE))
    assert written == f"<p>{html}</p>\n"


def test_a_heading_is_one_line() -> None:
    blocks = (BodyBlock("heading", "Phần một\ncủa câu chuyện", "Phần một<br>của câu chuyện"),)
    html = as_html(render_markdown(CleanResult(Article(body=blocks), (), REPORT), ARTICLE))
    assert html == "<h2>Phần một của câu chuyện</h2>\n"


@pytest.mark.parametrize(
    "html",
    [
        "<b>Hỏi:</b>Đáp là thế này",
        "Ông nói<b>“được”</b>rồi đi",
        "<b>Hỏi:</b> Đáp",
        "<i>A</i>b",
        "<b>(1)</b><i>x</i>",
        '<a href="https://a.vn"><b>Hỏi:</b></a>Đáp',
    ],
)
def test_marks_are_never_read_as_text(html: str) -> None:
    blocks = (BodyBlock("paragraph", re.sub("<[^>]*>", "", html), html),)
    text = as_text(render_markdown(CleanResult(Article(body=blocks), (), REPORT), ARTICLE))
    assert text == "".join(re.sub("<[^>]*>", "", html).split())


def test_structure() -> None:
    html = as_html(render_markdown(RESULT, PROFILES["illustrated"]))
    assert "<h1>Cầu mới qua sông</h1>" in html
    assert "<h2>Những con số</h2>" in html
    assert html.count("<li>") == 2
    assert "<strong>thứ nhất</strong>" in html
    assert '<a href="https://example.vn/a?b=1&amp;c=2">24 m</a>' in html
    assert '<img src="https://example.vn/cau.jpg" alt="Cầu nhìn từ trên cao.">' in html.replace(" />", ">")
    assert html.count("<blockquote>") == 2


@pytest.mark.parametrize(
    "text",
    [
        "# không phải tiêu đề",
        "1. không phải danh sách",
        "2024) cũng không",
        "- gạch đầu dòng",
        "> trích",
        "*sao* _gạch_ `mã` ~sóng~",
        "[chữ](http://example.vn)",
        "<script>alert(1)</script>",
        "&amp; &lt;",
        "| a | b |\n| - | - |",
        "===",
        "---",
        "+84 123",
        "\\*",
        "dòng một\ndòng hai",
        "![a](b)",
        "http://example.vn/_a_",
    ],
)
def test_what_looks_like_markup_is_read_letter_for_letter(text: str) -> None:
    assert as_text(render_markdown(of_block(text), ARTICLE)) == "".join(text.split())


@given(st.text(st.sampled_from("ab1.)#-+*_`~<>[]()!&\\|=: \nđ"), min_size=1).filter(str.strip))
def test_any_text_is_read_letter_for_letter(text: str) -> None:
    html = render_markdown(of_block(" ".join(text.split(" "))), ARTICLE)
    assert as_text(html) == re.sub(r"\s", "", text)


def test_marks_stand_against_letters() -> None:
    block = BodyBlock("paragraph", "a b c", "a<strong> b </strong>c")
    html = as_html(render_markdown(CleanResult(replace(STORY, body=(block,)), (), REPORT), ARTICLE))
    assert "a <strong>b</strong> c" in html


def test_a_link_with_brackets_and_spaces_stays_one_link() -> None:
    block = BodyBlock("paragraph", "x", '<a href="https://e.vn/a (b)&gt;c">x</a>')
    html = as_html(render_markdown(CleanResult(replace(STORY, body=(block,)), (), REPORT), ARTICLE))
    assert '<a href="https://e.vn/a%20%28b%29%3Ec">x</a>' in html


@pytest.mark.parametrize("text", ["if a:\n    b = *c*\n\n# ghi chú", "```\nmã\n```", "a < b && c\n\tmake"])
def test_preformatted_lines_are_fenced_and_read_letter_for_letter(text: str) -> None:
    html = as_html(render_markdown(of_block(text, "preformatted"), ARTICLE))
    assert unescape(html) == f"<pre><code>{text}\n</code></pre>\n"
