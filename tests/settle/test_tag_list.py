"""Key words that are links of their own, one below the other, and other links under such a label."""

from __future__ import annotations

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>The {name} village began its cinnamon harvest. Each house peels some {name} bales and dries them for days.</p>"
    for name in ("first", "second", "third", "fourth", "fifth")
)


def tags(row: str) -> tuple[str, ...]:
    page = f"<html lang=en><body><article><h1>Cinnamon in the hills</h1>{STORY}</article>{row}</body></html>"
    return clean(page).article.tags


@pytest.mark.parametrize("label", ["Related Topics", "Tags", "Temas relacionados"])
def test_a_list_under_its_label(label: str) -> None:
    row = f"<section><h2>{label}</h2><ul><li><a href=/a>harvest</a></li><li><a href=/b>cinnamon</a></li></ul></section>"
    assert tags(row) == ("harvest", "cinnamon")


def test_headlines_and_what_stands_elsewhere_are_no_key_words() -> None:
    other = "<li><a href=/c>Five villages in the hills that everybody should have seen once</a></li>"
    row = f"<section><h2>Related Topics</h2><ul><li><a href=/a>harvest</a></li>{other}</ul></section>"
    assert tags(row) == ("harvest",)
    menu = "<footer><ul><li><a href=/d>Imprint</a></li></ul></footer>"
    assert tags(f"<section><h2>Tags</h2><ul><li><a href=/a>harvest</a></li></ul></section>{menu}") == ("harvest",)


def test_all_categories_of_a_blog_are_no_key_words_of_a_story() -> None:
    row = "<section><h2>Categories</h2><ul><li><a href=/a>Harvest</a></li><li><a href=/b>Law</a></li></ul></section>"
    assert tags(row) == ()


def test_the_row_of_buttons_beside_the_list_is_none_of_it() -> None:
    row = "<div><div>Tags</div><ul><li><a href=/a>harvest</a></li></ul></div><div><a href=/f>Facebook page</a></div>"
    assert tags(row) == ("harvest",)
