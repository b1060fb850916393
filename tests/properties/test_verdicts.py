"""No verdict is anonymous, and every entry says where it stood."""

from __future__ import annotations

from hypothesis import assume, given

from cleaner import CleanResult, Role, clean
from cleaner.model import BODY_ROLES, KEPT_ROLES
from tests.properties.strategies import pages, scrapes
from tests.visible import visible_text


def check_ledger(result: CleanResult) -> None:
    for number, entry in enumerate(result.ledger):
        assert entry.id == number
        assert entry.text.strip()
        assert entry.role in Role
        assert entry.kept == (entry.role in KEPT_ROLES)
        assert entry.rule
        assert entry.evidence
        assert 0.0 <= entry.confidence <= 1.0


def check_article(result: CleanResult) -> None:
    """The article is made of the kept entries and of nothing else."""
    kept = [entry.text for entry in result.ledger if entry.role in BODY_ROLES]
    assert [block.text for block in result.article.body] == kept
    lead = [entry.text for entry in result.ledger if entry.role is Role.SUMMARY]
    assert result.article.text == "\n\n".join([*lead, *kept])


def check_report(result: CleanResult) -> None:
    report = result.report
    own = [entry for entry in result.ledger if "/@" not in (entry.path or "")]
    assert report.blocks == len(own) == sum(report.roles.values()) == sum(report.rules.values())
    assert 0.0 <= report.quality <= 1.0
    assert 0.0 <= report.kept_share <= 1.0


@given(pages)
def test_html(markup: str) -> None:
    assume(visible_text(markup))
    result = clean(markup, kind="html")
    check_ledger(result)
    check_article(result)
    check_report(result)
    assert all(entry.path for entry in result.ledger)


@given(scrapes)
def test_text(text: str) -> None:
    result = clean(text, kind="text")
    check_ledger(result)
    check_report(result)
    ends = [-1, *(entry.end for entry in result.ledger)]
    assert all(end <= entry.start < entry.end for end, entry in zip(ends, result.ledger, strict=False))
