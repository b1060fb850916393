from __future__ import annotations

import pytest

from cleaner.errors import OptionError
from cleaner.model import Role
from cleaner.render import restore
from tests.render.samples import ARTICLE, BODY, LEDGER


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


def test_restoring_what_is_kept_or_nothing_changes_nothing() -> None:
    for ids in ((), {3}):
        assert restore(ARTICLE, LEDGER, ids) == (ARTICLE, LEDGER)


def test_an_id_that_is_not_there_is_refused() -> None:
    with pytest.raises(OptionError, match="99"):
        restore(ARTICLE, LEDGER, {99})
