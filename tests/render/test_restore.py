from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.errors import OptionError
from cleaner.model import Role
from cleaner.pipeline import clean
from cleaner.render import VerdictChange, restore, revise
from cleaner.render.html import sanitise_inline
from tests.render.samples import ARTICLE, BODY, LEDGER

ROOT = Path(__file__).parents[2]


def test_a_block_comes_back_at_its_place() -> None:
    article, ledger = restore(ARTICLE, LEDGER, {4, 13})
    texts = [block.text for block in article.body]
    assert texts == [BODY[0].text, "Cầu nhìn từ trên cao.", *(block.text for block in BODY[1:]), "Một bài khác"]
    assert article.text.split("\n\n") == [ARTICLE.summary, *texts]
    assert [entry.id for entry in ledger if entry.kept and not LEDGER[entry.id].kept] == [4, 13]


def test_the_ledger_says_who_decided_and_what_it_was() -> None:
    _, ledger = restore(ARTICLE, LEDGER, {13})
    assert ledger[13].rule == "editor.restore"
    assert ledger[13].role is Role.BODY
    assert ledger[13].evidence == "was related by vi.related:tail"


def test_restored_text_is_escaped() -> None:
    ledger = (*LEDGER[:13], LEDGER[13]._replace(text="<b>&"))
    article, _ = restore(ARTICLE, ledger, {13})
    assert article.body[-1].html == "&lt;b&gt;&amp;"


def test_restored_lines_of_a_text_page_are_as_printed_and_no_longer_offers() -> None:
    result = clean(
        "Cầu mới\n\nSáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.\n\nXem thêm: Anh &amp; em\n"
    )
    cut = next(entry for entry in result.ledger if "&amp;" in entry.text)
    assert not cut.kept
    article, ledger = restore(result.article, result.ledger, {cut.id})
    revised = revise(result, [VerdictChange(cut.id, Role.BODY, True)])
    assert article.body[-1].html == "Xem thêm: Anh &amp; em"
    assert article.body[-1].text == "Xem thêm: Anh & em"
    assert (article, ledger) == (revised.article, revised.ledger)


def test_restoring_what_is_kept_or_nothing_changes_nothing() -> None:
    for ids in ((), {3}):
        assert restore(ARTICLE, LEDGER, ids) == (ARTICLE, LEDGER)


def test_an_id_that_is_not_there_is_refused() -> None:
    with pytest.raises(OptionError, match="99"):
        restore(ARTICLE, LEDGER, {99})


def test_the_html_of_an_article_that_was_with_strangers_is_sanitised() -> None:
    bold = BODY[0]._replace(html='<b onclick="x()">a</b><script>x()</script><a href="javascript:x()">c</a>')
    article, _ = restore(replace(ARTICLE, body=(bold, *BODY[1:])), LEDGER, ())
    assert article.body == (bold._replace(html="<b>a</b><a>c</a>"), *BODY[1:])


@pytest.mark.parametrize(
    "page", [*(ROOT / "tests" / "pages").glob("*/page.html"), *(ROOT / "seeds").glob("*.html")], ids=str
)
def test_html_of_the_engine_s_own_stays_byte_for_byte(page: Path) -> None:
    blocks = clean(page.read_bytes()).article.body
    assert [sanitise_inline(block.html) for block in blocks] == [block.html for block in blocks]


@pytest.mark.parametrize(
    "html",
    [
        "a\u00a0b",
        "a<br>b",
        "&amp;nbsp; &amp;lt; &lt;p&gt;",
        "\"a\" 'b' – ’",
        '<a href="https://e.vn/?a=1&amp;b=%20c#d"><strong>x</strong></a>',
        '<a href="mailto:a@e.vn">x</a>',
        '<a href="https://e.vn/?q=&quot;x&quot;&amp;y=&#x27;z&#x27;">x</a>',
        '<a href="https://e.vn/?q=&lt;b&gt;">x</a>',
        "<strong><em><code><sup><sub><mark>x</mark></sub></sup></code></em></strong>",
    ],
)
def test_what_the_engine_could_write_stays(html: str) -> None:
    assert sanitise_inline(html) == html
