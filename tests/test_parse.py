"""The parse is bounded in depth whatever the page holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies
from selectolax.lexbor import SelectolaxError

from cleaner.limits import most_pieces
from cleaner.parse import MAX_DEPTH, parse
from cleaner.parse.attributes import MAX_ATTRIBUTES
from cleaner.parse.depth import MAX_OPTIONS, MAX_UNSEEN
from cleaner.parse.tags import markup, tags


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
        start = time.process_time()
        parse("<div>" * size)
        return time.process_time() - start

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
    start = time.process_time()
    tree, warnings = parse(html)
    assert time.process_time() - start < 5
    assert len(tree.css("p")) == 2_000
    assert warnings


def elements(html: str) -> int:
    tree, _ = parse(html)
    return len(tree.css("body *"))


def test_end_tags_of_nothing_do_not_hide_the_depth() -> None:
    html = "<div></x></span>" * 3_000
    assert depth(html) <= MAX_DEPTH + 5
    assert "nesting" in parse(html)[1][0]


@pytest.mark.parametrize(
    "before",
    [
        "<!-->",
        "<!--->",
        "<!-- x --!>",
        "<!x <title>",
        "<?x <title>",
        "</ <title>",
        "<!doctype '<title>'>",
        "<title></titles><script></title>",
        "<svg><div><style></svg><title></style>",
    ],
)
def test_what_ends_sooner_than_it_seems_hides_no_depth(before: str) -> None:
    html = before + "<div>" * 3_000
    assert depth(html) <= MAX_DEPTH + 5
    assert "nesting" in parse(html)[1][0]


@pytest.mark.parametrize(
    "unit",
    ["<div><!--</div>-->", "<div x='</div>'>", "<div><script></div></script>", "<div><!-- <div></div></div> -->"],
)
def test_end_tags_that_are_none_hide_no_depth(unit: str) -> None:
    html = unit * (MAX_UNSEEN + 1)
    assert depth(html) <= MAX_DEPTH + 5
    assert "nesting" in parse(html)[1][0]


def test_comments_and_declarations_are_no_tags() -> None:
    html = "<!doctype html><!-- <div> > --><p x='<!--'>a</p><!----><!--<div>--!><b>b</b></>c<!-- <i>"
    assert [tag.name for tag in tags(html.encode())] == ["p", "p", "b", "b"]


def test_formatting_is_not_opened_again_without_end() -> None:
    opened = "".join(f"<b class=c{number}>" for number in range(400))
    html = f"<p>{opened}</p>" + "<p>đoạn</p>" * 2_000
    tree, warnings = parse(html)
    assert elements(html) == 2_001
    assert "formatting" in warnings[0]
    assert tree.body.text(separator=" ").split() == ["đoạn"] * 2_000


def test_some_formatting_left_open_is_what_browsers_make_of_it() -> None:
    html = "<p><b><i></p>" + "<p>đoạn</p>" * 1_000
    assert parse(html)[1] == ()
    assert elements(html) == 3 * 1_001  # in the first paragraph they are opened, in all others opened again


def test_tags_without_number_are_bounded_and_their_text_stays() -> None:
    html = "<li>m" * 100_000
    tree, warnings = parse(html)
    assert len(tree.css("li")) == most_pieces(len(html))
    assert tree.body.text().count("m") == 100_000
    assert "tags" in warnings[0]


def test_options_without_number_are_bounded() -> None:
    tree, warnings = parse("<select>" + "<option>mục</option>" * 8_000 + "</select>")
    assert len(tree.css("option")) == MAX_OPTIONS
    assert "options" in warnings[0]


def test_what_looks_like_tags_in_scripts_counts_for_nothing() -> None:
    script = "<script>" + "if (a<b) document.write('<div>');" * 2_000 + "</script>"
    html = f"<p>trước</p>{script}<p>sau</p>"
    tree, warnings = parse(html)
    assert warnings == ()
    assert [node.text() for node in tree.css("p")] == ["trước", "sau"]


@pytest.mark.parametrize(
    "hidden",
    [
        "a{}='<>'",
        "a{}='>'",
        'a{} = "<b>"',
        "a{}='>>' b{}",
        "a{}='\"><i c=\"'",
        'c" a{}="><b d"',
        "a='>' b{} </p x{}",
        "z{} a{}='<b>'",
    ],
)
def test_attributes_are_bounded_whatever_their_values(hidden: str) -> None:
    html = "<p " + " ".join(hidden.replace("{}", str(number)) for number in range(2_000)) + " >chữ</p>"
    tree, warnings = parse(html)
    assert len(tree.css_first("p").attributes) <= MAX_ATTRIBUTES
    assert tree.css_first("p").text() == "chữ"
    assert "attributes" in warnings[0]


def test_one_value_hides_no_tag_of_thousands_of_attributes() -> None:
    html = "<p a='>' " + " ".join(f"b{number}" for number in range(20_000)) + ">chữ</p>"
    assert len(parse(html)[0].css_first("p").attributes) == MAX_ATTRIBUTES


def test_a_sign_in_a_value_is_no_reason_to_look_at_every_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.parse.attributes.tags", lambda text: pytest.fail("every tag is looked at"))
    script = "<script>" + "if (a<b) c='<i>';" * 50 + "</script>"
    tree, warnings = parse(script + "<p title='a > b'>chữ</p>" * 500)
    assert (len(tree.css("p")), warnings) == (500, ())


def test_a_parser_without_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> None:
        raise SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr("cleaner.parse.LexborHTMLParser", fails)
    with pytest.raises(MemoryError):
        parse("<p>x</p>")


@pytest.mark.parametrize("html", ["<p>Đọc thêm", "<div>" * 2 * MAX_DEPTH + "Đọc thêm"])
def test_the_utf8_form_at_hand_is_what_is_read(html: str) -> None:
    (given, warnings), (made, same) = parse(html, html.encode()), parse(html)
    assert (given.html, warnings) == (made.html, same)
    assert given.body is not None
    assert given.body.text().strip() == "Đọc thêm"


_PIECES = (
    b"<script> </script> </script <svg> </svg> </svg <math <title> <title/> </title <style\n </STYLE > <SVG/ <iframe "
    b"<p> </p> <font <div/ <!-- --> --!> <!--> <!x <?x </ </> < / > \" ' = a"
).split(b" ")


@settings(max_examples=500)
@given(strategies.lists(strategies.sampled_from([*_PIECES, b" "]), max_size=40).map(b"".join))
def test_markup_has_the_tags_of_its_page(page: bytes) -> None:
    def seen(page: bytes) -> list[tuple[bytes, str, bool]]:
        return [(page[tag.start : tag.end], tag.name, tag.closes) for tag in tags(page)]

    assert seen(markup(page)) == seen(page)
    assert list(tags(markup(markup(page)))) == list(tags(markup(page)))


def test_what_looks_like_tags_in_a_script_is_no_reason_to_look_at_every_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("attributes", "depth"):
        monkeypatch.setattr(f"cleaner.parse.{module}.tags", lambda text: pytest.fail("every tag is looked at"))
    script = "<script>" + "if (a<b" + " c" * 4_000 + ")" + "'<b>'" * 600 + "'<div>'" * 600 + "</script>"
    tree, warnings = parse(script + "<p>chữ</p>" * 2_000)
    assert (len(tree.css("p")), warnings) == (2_000, ())
