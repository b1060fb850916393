"""What only a flattened text shows: the agency before its first sentence, and who signs above it."""

from __future__ import annotations

import pytest

from cleaner import clean

_STORY = (
    "{head}The bridge over the strait was shut on Saturday after a freighter had hit its pillar, officials said.\n"
    "Nobody was hurt, and engineers expect to open one lane on Monday, the harbour master told reporters.\n"
)


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("SANTIAGO, March 7 (Reuters) - ", "Reuters"),
        ("PORTVILLE, Colo. (AP) — ", "AP"),
        ("PORTVILLE (seventh of its name) - ", None),
        ("The mayor (Labour) — ", None),
    ],
)
def test_agency(head: str, agency: str | None) -> None:
    text = f"Bridge over the strait shut after a crash\nMarch 7, 2026\n{_STORY.format(head=head)}"
    assert clean(text).article.agency == agency


def test_who_helped_and_edited_is_no_author() -> None:
    tail = "Reporting by Ann Lee in Lima; Editing by Jo Lund\nBo Ek contributed to this report.\n"
    text = f"Bridge over the strait shut after a crash\nBy Ann Lee\nMarch 7, 2026\n{_STORY.format(head='')}{tail}"
    assert [author.name for author in clean(text).article.authors] == ["Ann Lee"]


def test_who_signs_below_is_the_author_where_nobody_signs_above() -> None:
    text = f"Bridge over the strait shut after a crash\nMarch 7, 2026\n{_STORY.format(head='')}Reporting by Ann Lee\n"
    assert [author.name for author in clean(text).article.authors] == ["Ann Lee"]
