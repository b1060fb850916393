"""A story of hundreds of paragraphs is kept to its end; a long list of teasers is not made one."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.model import BODY_ROLES
from tests.test_cost import _story


@pytest.mark.parametrize("paragraphs", [130, 300, 800, 3000])
def test_a_long_story_is_kept_to_its_end(paragraphs: int) -> None:
    ledger = clean(_story(paragraphs)).ledger
    assert [entry.text for entry in ledger if entry.role not in BODY_ROLES] == ["The council meets again"]


def test_far_linked_paragraphs_are_not_taken_along() -> None:
    links = "".join(f'<p class="text"><a href="/x/{n}">Story number {n} of another day</a></p>' for n in range(30))
    page = _story(200).replace("</article>", f"{links}</article>")
    kept = [entry.text for entry in clean(page).ledger if entry.kept]
    assert len([text for text in kept if text.startswith("Story number")]) < 5
