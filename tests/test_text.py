from __future__ import annotations

from unicodedata import is_normalized

import pytest

from cleaner import clean
from cleaner.jsonld import plain_text
from cleaner.model import Role
from cleaner.text import _TONE, _TONE_TABLE, fold
from tests.web.conftest import PAGE, TEXT

DECLARED = r"""</title><meta name="section" content="The&#770;&#809; thao"><script type="application/ld+json">
{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Tra\u0302\u0300n Va\u0306n An"}}</script>"""


def test_marks_behind_escapes_are_composed() -> None:
    assert plain_text("Tra\u0302\u0300n") == "Tr\u1ea7n"


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("thành phố", "tha&#768;nh <b>phô&#769;</b>").replace("</title>", DECLARED),
        TEXT.replace("thành phố", "tha&#768;nh phô&#769;"),
    ],
)
def test_letters_that_entities_spell_are_composed_in_every_output(page: str) -> None:
    article = clean(page).article
    shown = [article.text, article.title or "", *(block.html for block in article.body), *(article.section or "")]
    assert "thành phố" in article.text
    assert all(is_normalized("NFC", text) for text in shown)


def test_an_author_declared_with_combining_marks_is_read() -> None:
    page = PAGE.replace("</title>", DECLARED)
    assert [author.name for author in clean(page).article.authors] == ["Trần Văn An"]


@pytest.mark.parametrize("letter", ["\u0110", "\u00d0"])
def test_a_label_may_be_printed_with_the_icelandic_letter(letter: str) -> None:
    """Old keyboards and converters write eth for Đ; a reader sees no difference."""
    offers = "\n".join((f"{letter}ọc thêm", "Phà cũ chạy chuyến cuối cùng", "Giá đất hai bên cầu tăng gấp đôi"))
    html = PAGE.replace("</article>", "".join(f"<p>{line}</p>" for line in offers.split("\n")) + "</article>")
    for page in (TEXT + "\n" + offers, html):
        labels = [entry.role for entry in clean(page).ledger if entry.text == f"{letter}ọc thêm"]
        assert labels == [Role.RELATED_LABEL]


def test_every_syllable_with_two_places_for_its_tone_is_found() -> None:
    assert len(_TONE_TABLE) == 15
    assert all(_TONE.fullmatch(syllable) for syllable in _TONE_TABLE)


def test_signs_of_no_width_between_spaces_leave_one_space() -> None:
    assert fold("đọc \u200b thêm\u00ad") == "đọc thêm"
