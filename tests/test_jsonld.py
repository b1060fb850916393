"""JSON-LD as it is found: broken in a few known ways, and never a reason to stop."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.jsonld import MAX_CHARS, MAX_OBJECTS, plain_text, read_json_ld, repair, types

STORY = {"@type": "NewsArticle", "headline": 'Nước "lên" nhanh'}


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "A"}',
        '\ufeff {"@type": "NewsArticle", "headline": "A"} ',
        '<!-- {"@type": "NewsArticle", "headline": "A"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>',
        '/* data */ {"@type": "NewsArticle", "headline": "A"}',
        '{"@type": "NewsArticle", "headline": "A",}',
        '{"@type": "NewsArticle", "headline": "A"};',
        '{"@type": "NewsArticle"\n "headline": "A"}',
        '{"@type": "NewsArticle", // kind\n "headline": "A"}',
        "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A&quot;}",
        '[{"@type": "NewsArticle", "headline": "A"}]',
    ],
)
def test_one_object_however_it_is_written(text: str) -> None:
    assert read_json_ld([text]) == ({"@type": "NewsArticle", "headline": "A"},)


def test_unescaped_quotes() -> None:
    (story,) = read_json_ld(['{"headline": "Nước "lên" nhanh", "url": "<a href="https://x.vn/">x</a>"}'])
    assert story == {"headline": 'Nước "lên" nhanh', "url": '<a href="https://x.vn/">x</a>'}


def test_control_characters_and_bad_escapes() -> None:
    (story,) = read_json_ld(['{"headline": "dòng một\ndòng\thai", "note": "it\\\'s"}'])
    assert plain_text(story["headline"]) == "dòng một dòng hai"
    assert story["note"] == "it's"


def test_objects_in_a_row() -> None:
    found = read_json_ld(['{"headline": "A"}{"headline": "B"},{"headline": "C"}'])
    assert [story["headline"] for story in found] == ["A", "B", "C"]


def test_what_is_right_is_not_repaired() -> None:
    text = json.dumps({"url": "https://x.vn//a/*b*/", "text": 'a "quoted" word, "x": 1 -->', "list": [1, 2]})
    (found,) = read_json_ld([text])
    assert found == json.loads(text)
    assert json.loads(repair(text)) == json.loads(text)


def test_graphs_lists_and_members_are_flattened() -> None:
    text = json.dumps([{"@graph": [STORY, {"@type": "WebPage", "mainEntity": {"@type": "Person"}}]}])
    assert [types(item) for item in read_json_ld([text])] == [(), ("NewsArticle",), ("WebPage",), ("Person",)]


def test_references_are_replaced_one_level_deep() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "author": {"@id": "#ann"}, "publisher": [{"@id": "#post"}]},
            {"@type": "Person", "@id": "#ann", "name": "Ann", "worksFor": {"@id": "#post"}},
            {"@type": "Organization", "@id": "#post", "name": "Post", "founder": {"@id": "#ann"}},
        ]
    }
    found = read_json_ld([json.dumps(graph)])
    assert found[1]["author"]["name"] == "Ann"
    assert found[1]["publisher"][0]["name"] == "Post"
    assert found[1]["author"]["worksFor"] == {"@id": "#post"}


def test_a_reference_to_itself_is_no_cycle() -> None:
    (found,) = read_json_ld(['{"@id": "#a", "@type": "Person", "knows": {"@id": "#a"}}'])
    assert found["knows"] == {"@id": "#a", "@type": "Person", "knows": {"@id": "#a"}}


def test_a_full_object_is_not_taken_for_a_reference() -> None:
    (found,) = read_json_ld(['{"author": {"@id": "#a", "name": "Ann"}}'])
    assert found["author"]["name"] == "Ann"


@pytest.mark.parametrize("text", ["", "   ", "null", "12", '"text"', "{", "not json", "[" * 3000, '{"a": ' * 3000])
def test_what_cannot_be_read_gives_nothing(text: str) -> None:
    assert read_json_ld([text]) == ()


def test_one_broken_text_does_not_hide_the_others() -> None:
    assert read_json_ld(["{oops", json.dumps(STORY)]) == (STORY,)


def test_bounds() -> None:
    assert read_json_ld([json.dumps(STORY) + " " * MAX_CHARS]) == ()
    assert len(read_json_ld([json.dumps([STORY] * (MAX_OBJECTS + 50))])) == MAX_OBJECTS


@pytest.mark.parametrize(
    "text",
    [
        '"' * 200_000,
        '{"a":' * 40_000,
        '\\"' * 100_000,
        "<!--" * 50_000,
        '{"a": "' + '" ' * 100_000,
        '{"a": "x"\n' * 20_000,
    ],
)
def test_time_is_bounded(text: str) -> None:
    start = time.process_time()
    read_json_ld([text])
    assert time.process_time() - start < 10


def test_a_large_live_blog_is_cheap() -> None:
    updates = [{"@type": "BlogPosting", "articleBody": "Nước lên. " * 40} for _ in range(1500)]
    text = json.dumps({**STORY, "liveBlogUpdate": updates})
    start = time.process_time()
    (found,) = read_json_ld([text])
    assert time.process_time() - start < 10
    assert found["headline"] == STORY["headline"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Bia &amp; <b>bóng</b> đá", "Bia & bóng đá"),
        ("a\n\tb", "a b"),
        ("1 < 2", "1 < 2"),
        ("\ud800x\x00", "x"),
        (12, "12"),
        (True, ""),
        (None, ""),
        (["a"], ""),
    ],
)
def test_plain_text(value: object, text: str) -> None:
    assert plain_text(value) == text


def test_types() -> None:
    assert types({"@type": "https://schema.org/NewsArticle"}) == ("NewsArticle",)
    assert types({"@type": ["schema:Article", 5]}) == ("Article",)
    assert types({}) == ()


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert isinstance(read_json_ld([text]), tuple)


@given(
    st.recursive(
        st.none() | st.text(max_size=20) | st.integers(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    )
)
def test_right_json_is_read_as_it_is(value: object) -> None:
    (found, *_) = (*read_json_ld([json.dumps({"value": value})]), None)
    assert found == {"value": value} or isinstance(value, dict)


def test_broken_texts_are_mended_in_linear_time() -> None:
    """Open comments, and a quote before endless line breaks, made the pattern start again at every character."""
    start = time.process_time()
    for text in ("/* " * 90_000, '{"a" "' + "\n" * 290_000, '"' + " " * 290_000):
        read_json_ld([text])
    assert time.process_time() - start < 5


def test_an_open_comment_ends_what_can_be_read() -> None:
    assert read_json_ld(['{"headline": "Cầu mới"} /* {"headline": "x"}']) == ({"headline": "Cầu mới"},)
