"""The parse is bounded in depth whatever the page holds."""

from __future__ import annotations

import time

from cleaner.parse import MAX_DEPTH, parse
from cleaner.parse.attributes import MAX_ATTRIBUTES


def depth(html: str) -> int:
    tree, _ = parse(html)
    node, levels = tree.body, 0
    while node is not None and (child := node.first_child) is not None:
        node, levels = child, levels + 1
    return levels


def test_honest_nesting_is_left_alone() -> None:
    html = "<div>" * 100 + "x" + "</div>" * 100
    assert parse(html)[1] == ()
    assert depth(html) >= 100


def test_deep_nesting_is_flattened_and_said_so() -> None:
    html = "<div>" * 100_000 + "đáy" + "</div>" * 100_000
    tree, warnings = parse(html)
    assert tree.body.text().split() == ["đáy"]
    assert "flattened" in warnings[0]
    assert depth(html) <= MAX_DEPTH + 5


def test_time_is_linear_in_the_depth() -> None:
    def seconds(size: int) -> float:
        start = time.perf_counter()
        parse("<div>" * size)
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(200_000) < 60 * seconds(20_000) + 0.5


def test_unclosed_paragraphs_are_not_nesting() -> None:
    assert parse("<p>đoạn" * 20_000)[1] == ()


def test_a_tag_with_thousands_of_attributes_is_bounded_and_keeps_its_text() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(20_000))
    tree, warnings = parse(f"<p>trước</p><div {attributes}>trong</div><p>sau</p>")
    assert len(tree.css_first("div").attributes) == MAX_ATTRIBUTES
    assert tree.body.text(separator=" ") == "trước trong sau"
    assert "attributes" in warnings[0]


def test_a_long_attribute_value_is_left_alone() -> None:
    html = f'<p>trước</p><img src="data:image/png;base64,{"A" * 50_000}" alt="ảnh"><p>sau</p>'
    tree, warnings = parse(html)
    assert warnings == ()
    assert len(tree.css_first("img").attributes["src"]) > 50_000


def test_long_text_without_tags_is_left_alone() -> None:
    words = "một hai ba " * 5_000
    tree, warnings = parse(f"<p>{words}</p>")
    assert warnings == ()
    assert tree.body.text() == words


def test_unclosed_formatting_elements_do_not_multiply() -> None:
    html = "".join(f"<font color={number}><p>đoạn {number}" for number in range(2_000))
    start = time.perf_counter()
    tree, warnings = parse(html)
    assert time.perf_counter() - start < 1.0
    assert len(tree.css("p")) == 2_000
    assert warnings
