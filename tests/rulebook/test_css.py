from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cleaner.rulebook.css_parse import compile_selector

PAGE = """<!doctype html><body>
<div id=top class="box news" data-kind="a-b">
<h2 class=title>A</h2><p class="x y">B</p><p class=z lang=vi-VN>C <b>c</b></p></div>
<ul class=news><li><a rel="tag nofollow" href="/t/1">D</a></li></ul>
<figure type=Photo><figcaption>E</figcaption></figure>
</body>"""
SELECTORS = [
    "p", "*.x", ".news", "div.news", "#top", "#top.box", "[lang]", "[rel~=tag]", "[rel=tag]", "[href^='/t']",
    '[href$="1"]', "[data-kind|=a]", "[data-kind*='-']", "[type=Photo]", "div p", "div > p", "body > p",
    "div b", "div > b", "h2 + p", "h2 ~ p", "p + p", ".x ~ .z", "p:not(.x)", "p:not([lang])",
    "figure[type=Photo] > figcaption", "ul.news li a[rel~=tag]", ".box .title + .x", ".none", "div.news.box",
    "li div", "figure p",
]  # fmt: skip


def elements() -> list[LexborNode]:
    root = LexborHTMLParser(PAGE).root
    assert root is not None
    return [node for node in root.traverse() if (node.tag or "")[:1].isalpha()]


@pytest.mark.parametrize("selector", SELECTORS)
def test_selects_what_lexbor_selects(selector: str) -> None:
    tree = LexborHTMLParser(PAGE)
    root = tree.root
    assert root is not None
    compiled = compile_selector(selector)
    ours = [node.mem_id for node in root.traverse() if (node.tag or "")[:1].isalpha() and compiled.selects(node)]
    assert ours == [node.mem_id for node in tree.css(selector)]


def test_looks_at_the_element_and_not_inside_it() -> None:
    (outer,) = (node for node in elements() if node.attributes.get("id") == "top")
    assert not compile_selector(".x").selects(outer)


@pytest.mark.parametrize(
    "selector", ["", "p,", "p, b", "p:hover", "p:has(b)", "..a", ":not(p b)", "p::before", "*", "div > *", ":not(p)"]
)
def test_refuses(selector: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        compile_selector(selector)
