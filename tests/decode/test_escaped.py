"""Escaped markup is markup; a story that speaks of markup is not."""

from html import escape

import pytest

from cleaner.decode import decode
from cleaner.model import RawPage

STORY = "".join(f"<p>Paragraph {number} of a story, with <b>bold</b> words &amp; a sign.</p>\n" for number in range(4))


@pytest.mark.parametrize("quote", [True, False])
def test_escaped_markup_is_read_as_markup(quote: bool) -> None:
    decoded = decode(RawPage(escape(STORY, quote=quote)))
    assert (decoded.text, decoded.kind) == (STORY, "html")
    assert decoded.warnings == ("the markup was escaped: its entities were resolved once",)


@pytest.mark.parametrize(
    "page",
    [
        f"<pre>{escape(STORY)}</pre>",  # a page that shows markup
        "A lesson: write &lt;p&gt;text&lt;/p&gt;, &lt;b&gt;bold&lt;/b&gt; and &lt;i&gt;slanted&lt;/i&gt; words.",
        "&lt;p&gt; opens a paragraph and &lt;/p&gt; closes it.",
        "&lt;p&gt;<b>One</b> and <i>two</i> and <u>three</u>&lt;/p&gt; &lt;/p&gt; &lt;/p&gt;",
    ],
)
def test_a_story_about_markup_stays(page: str) -> None:
    assert decode(RawPage(page)).text == page


def test_what_is_told_to_be_text_stays() -> None:
    assert decode(RawPage(escape(STORY), kind="text")).text == escape(STORY)
