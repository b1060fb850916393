from __future__ import annotations

import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from cleaner.model import Article, BodyBlock, CleanResult, Image
from cleaner.render import ARTICLE, PROFILES
from cleaner.render.html import render_html, sanitise
from tests.render.samples import ARTICLE as STORY
from tests.render.samples import LEDGER, REPORT, RESULT

#: Things that must not survive, whichever field of an article they come in.
ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<img src="https://e.vn/a.jpg" srcset="javascript:alert(1)">',
    "<form action=https://evil.example><input name=p></form>",
    "<base href=https://evil.example>",
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    "<!--><script>alert(1)</script>-->",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
)


def elements(html: str) -> list[str]:
    return [node.tag for node in LexborHTMLParser(html).body.traverse() if node.tag not in ("body",)]  # type: ignore[union-attr,misc]


def assert_inert(html: str) -> None:
    tree = LexborHTMLParser(html)
    for node in tree.root.traverse():  # type: ignore[union-attr]
        assert node.tag not in ("script", "style", "svg", "math", "iframe", "form", "input", "base", "meta", "object")
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (node.tag, name)
            assert name in ("href", "src", "alt", "class", "rel", "colspan", "rowspan"), (node.tag, name)
            if name in ("href", "src"):
                scheme = re.match(r"[a-z][a-z0-9+.-]*:", re.sub(r"[\x00-\x20]", "", value or "").lower())
                assert scheme is None or scheme[0] in ("http:", "https:", "mailto:"), value


def test_elements_of_a_story() -> None:
    html = render_html(RESULT, PROFILES["illustrated"])
    tree = LexborHTMLParser(html)
    assert [node.tag for node in tree.css("body > *")] == [
        *("h1", "p", "p", "figure", "h2", "ul", "blockquote", "aside", "p"),
    ]
    assert [node.text() for node in tree.css("ul > li")] == ["Dài 1.200 m", "Rộng 24 m"]
    assert tree.css_first("figure > figcaption").text() == "Cầu nhìn từ trên cao. (Văn An)"  # type: ignore[union-attr]
    assert tree.css_first("figure > img").attributes["src"] == "https://example.vn/cau.jpg"  # type: ignore[union-attr]
    assert tree.css_first("p.lead").text() == STORY.summary  # type: ignore[union-attr]


def test_a_caption_without_a_picture_is_a_paragraph() -> None:
    result = CleanResult(replace(STORY, images=(Image(None, "Cầu nhìn từ trên cao."),)), LEDGER, REPORT)
    html = render_html(result, PROFILES["illustrated"])
    assert '<p class="caption">Cầu nhìn từ trên cao.</p>' in html
    assert "<figure" not in html


def test_default_profile_has_no_pictures() -> None:
    assert "figure" not in render_html(RESULT, ARTICLE)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_active_survives_in_any_field(attack: str) -> None:
    article = Article(
        title=attack,
        summary=attack,
        text=attack,
        body=(BodyBlock("paragraph", attack, attack), BodyBlock("table", attack, attack)),
        images=(Image(attack, attack, attack), Image("javascript:alert(1)", "c")),
    )
    assert_inert(render_html(CleanResult(article, (), REPORT), PROFILES["illustrated"]))


@pytest.mark.parametrize("attack", ATTACKS)
def test_sanitising_is_stable(attack: str) -> None:
    once = sanitise(attack)
    assert_inert(once)
    assert sanitise(once) == once


def test_what_is_allowed_is_left_alone() -> None:
    html = '<p>a <strong>b</strong> <em>c</em> <a href="https://e.vn/?a=1&amp;b=2" rel="noopener noreferrer">d</a></p>'
    assert sanitise(html) == html


def test_preformatted_lines_keep_their_white_space() -> None:
    block = BodyBlock("preformatted", "if a &lt; b:\n    c", "if <em>a</em> &lt; b:\n    c")
    assert render_html(CleanResult(Article(body=(block,)), (), REPORT), ARTICLE) == (
        "<pre>if <em>a</em> &lt; b:\n    c</pre>\n"
    )
