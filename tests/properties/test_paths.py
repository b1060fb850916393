"""A block's path is a CSS selector that finds its element in any tree of the page."""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup
from hypothesis import assume, given

from cleaner import clean
from tests.properties.strategies import pages
from tests.visible import squeezed, visible_text

COMMENTED = """<!doctype html><!-- made by hand --><body><!-- top -->
<div><!-- story --><p>The ferry left the harbour at six in the morning.</p><!-- ad --><script>1</script>
<p>It was an hour late.<!-- end --></p></div></body>"""


def check(markup: str) -> None:
    """html5lib and soupsieve share no code with the engine's parser and selectors."""
    tree = BeautifulSoup(markup, "html5lib")
    for entry in clean(markup, kind="html").ledger:
        if entry.path and not entry.path.startswith("…"):
            found = tree.select_one(entry.path)
            assert found is not None, entry
            assert not Counter(squeezed(entry.text)) - Counter(squeezed(found.get_text())), entry


def test_comments_are_no_children() -> None:
    check(COMMENTED)
    assert [entry.path for entry in clean(COMMENTED, kind="html").ledger] == [
        "body > div:nth-child(1) > p:nth-child(1)",
        "body > div:nth-child(1) > p:nth-child(3)",
    ]


@given(pages)
def test_paths_select(markup: str) -> None:
    assume(visible_text(markup))
    check(markup)
