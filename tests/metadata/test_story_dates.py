"""Dates printed far from the headline: with the story, or with something else."""

from __future__ import annotations

import pytest

from cleaner import clean, flags
from cleaner.metadata.announced import is_announced, is_change, is_label
from cleaner.metadata.dates import Dates, read_dates
from cleaner.model import Block, Role
from tests.metadata.pages import facts, head, html_page, judged

TEXT = "The council said that the old bridge over the river would be closed for repairs until the spring came."
LINKED = "The storm that came at night and what it left"
Line = tuple[Role, Block | str]
STORY: tuple[Line, ...] = ((Role.BODY, TEXT),) * 45  # longer than the reach of the headline


def dates(*lines: Line) -> Dates:
    """Of a page that declares nothing."""
    document = html_page(head(), *(line for _, line in lines), url="https://paper.example.org/bridge")
    return read_dates(facts(document, [judged(role) for role, _ in lines]), "en")


def published(*lines: Line) -> str | None:
    when = dates((Role.TITLE, "# The bridge is closed"), *lines).published
    return when.date().isoformat() if when else None


def linked(text: str) -> Block:
    return Block(0, text, links=1, link_chars=len(text))


@pytest.mark.parametrize(
    ("role", "line"),
    [
        (Role.DATE, "Published On: 12 May 2024"),
        (Role.DATE, "Page last modified May 12, 2024 @ 01:39 PM EST"),
        (Role.BYLINE, "Post time: 12-05-2024"),
        (Role.CHROME, "Posted on May 12, 2024"),
        (Role.CHROME, "Posted on the 12/05/2024 at 19:00 by @ann"),
        (Role.DATE, "12 May 2024"),
        (Role.CHROME, Block(0, "Short link: x.org/b\nLast updated May 12, 2024", flags=flags.FOOTER | flags.ARTICLE)),
    ],
)
def test_a_date_below_the_story(role: Role, line: Block | str) -> None:
    assert published(*STORY, (role, line)) == "2024-05-12"


@pytest.mark.parametrize(
    ("role", "line"),
    [
        (Role.CHROME, "12 May 2024"),
        (Role.CHROME, "Open today, May 12, 2024"),
        (Role.CHROME, "Posted by: Ann at May 12, 2024 05:48 PM"),
        (Role.CHROME, "The report was published on May 12, 2024"),
        (Role.CHROME, "Offers announced so far are published on May 12, 2024 by all of the towns along the river"),
        (Role.LEGAL, "Published under licence no. 12 of 12 May 2024"),
        (Role.DATE, Block(0, "Site updated May 12, 2024", flags=flags.FOOTER)),
        (Role.DATE, Block(0, "Published May 12, 2024", flags=flags.LINK)),
        (Role.DATE, Block(0, "Published May 12, 2024", flags=flags.NESTED_ARTICLE)),
        (Role.DATE, Block(0, "May 12, 2024 April 1, 2022", flags=flags.ASIDE)),
    ],
)
def test_no_date_of_the_story_below_it(role: Role, line: Block | str) -> None:
    assert published(*STORY, (role, line)) is None


def test_tags_and_names_may_stand_between_story_and_date_titles_of_others_may_not() -> None:
    date = (Role.DATE, "12 May 2024")
    tags = (Role.TAGS, linked("bridges rivers repairs councils spring closed roads"))
    assert published(*STORY, tags, (Role.BYLINE, linked("Written by Ann Lee and Ben Doe")), date) == "2024-05-12"
    assert published(*STORY, (Role.RELATED, linked(LINKED)), date) is None
    assert published(*STORY, (Role.CHROME, Block(0, "Read on", flags=flags.HEADING)), date) is None
    assert published(*STORY, *[(Role.CHROME, "Share")] * 6, date) is None


def test_what_announces_its_date_may_stand_anywhere_but_above_the_headline() -> None:
    far = ((Role.CHROME, Block(0, "Share this", flags=flags.HEADING)), *[(Role.CHROME, "Share")] * 9)
    announced = (Role.DATE, "Published On: 12 May 2024")
    assert published(*STORY, *far, announced) == "2024-05-12"
    assert published(*STORY, *far, (Role.DATE, "12 May 2024")) is None
    late = ((Role.CHROME, "Menu"),) * 9
    assert dates(announced, *late, (Role.TITLE, "# The bridge is closed"), *STORY).published is None


def test_lists_of_others_announce_several_days() -> None:
    own, other = (Role.DATE, "Published On: 12 May 2024"), (Role.DATE, "Published On: 9 May 2024")
    far = ((Role.CHROME, "Share"),) * 9
    assert published(*STORY, *far, own, (Role.RELATED, "Flood"), other) is None
    assert published(*STORY, *far, own, (Role.RELATED, "Flood"), own) == "2024-05-12"


def test_a_label_above_the_date() -> None:
    label, read = (Role.CHROME, "Published"), (Role.CHROME, "Reviewed:")
    far = ((Role.CHROME, "Share"),) * 9
    found = dates(
        (Role.TITLE, "# A"), *STORY, *far, label, (Role.DATE, "12 May 2024"), read, (Role.DATE, "3 June 2024")
    )
    assert found.published is not None
    assert found.published.date().isoformat() == "2024-05-12"
    assert found.modified is not None
    assert found.modified.date().isoformat() == "2024-06-03"
    assert published(*STORY, *far, (Role.CHROME, "Events"), (Role.DATE, "12 May 2024")) is None


def test_a_date_right_above_the_text_and_far_from_the_first_heading() -> None:
    menu = ((Role.CHROME, "Menu"),) * 45
    date = (Role.DATE, "12 May 2024")
    assert published(*menu, date, (Role.BODY, TEXT)) == "2024-05-12"
    assert published(*menu[:30], date, *menu[30:], *menu, (Role.BODY, TEXT)) == "2024-05-12"  # near the headline
    assert published(*menu, date, *menu, (Role.BODY, TEXT)) is None


def test_only_the_footer_of_the_article_right_under_the_headline_holds_its_date() -> None:
    own, page_s = flags.FOOTER | flags.ARTICLE, flags.FOOTER
    for flag, after, day in ((own, 3, "2024-05-12"), (page_s, 3, None), (own, 9, None)):
        between = ((Role.CHROME, "Share"),) * after
        date = (Role.CHROME, Block(0, "May 12, 2024 |", flags=flag))
        assert published(*between, date, *STORY) == day


def test_where_a_date_is_declared_none_is_looked_for_far_away() -> None:
    lines = [(Role.TITLE, "# The bridge is closed"), *STORY, (Role.DATE, "Published On: 12 May 2024")]
    declared = head(metas={"article:published_time": "2024-05-14"})
    document = html_page(declared, *(line for _, line in lines), url="https://paper.example.org/bridge")
    found = read_dates(facts(document, [judged(role) for role, _ in lines]), "en")
    assert found.published is not None
    assert found.published.day == 14
    assert [candidate.source for candidate in found.published_from] == ["meta article:published_time"]


def test_the_last_change_alone_is_change_and_date() -> None:
    found = dates((Role.TITLE, "# A"), *STORY, (Role.DATE, "Page last modified May 12, 2024"))
    assert found.published == found.modified
    assert found.modified is not None


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("By Ann Lee ⋅ Review Editor ⋅ Updated November 18, 2025", True),
        ("By Ann Lee Last Updated: December 6, 2024", True),
        ("Page last updated: October 15, 2026", True),
        ("August 16, 2019 - Updated July 9, 2025", False),
        ("Reviewed by Ann Lee | May 3, 2024", True),  # it opens the line
        ("By Ben Doe, reviewed by Ann Lee | May 3, 2024", False),
        ("Published May 3, 2024", False),
    ],
)
def test_lines_of_a_change(line: str, change: bool) -> None:
    assert is_change(line) is change


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Publié le samedi 12 mai 2024", True),
        ("Đăng ngày: 12/05/2024", True),
        ("Short link: x.org/b\nLast updated May 12, 2024", True),
        ("Publishers meet on May 12, 2024", False),
        ("Posted in rivers and lakes of the north by many, 12 May 2024", False),
        ("Site last updated May 12, 2024", False),
    ],
)
def test_announced_dates(text: str, announced: bool) -> None:
    assert is_announced(text) is announced


@pytest.mark.parametrize("text", ["Published", "Published on:", "Date published", "Ngày đăng:", "Last updated"])
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", ["", "Publisher", "Published by", "Updated daily", "Published works", "Last"])
def test_no_labels(text: str) -> None:
    assert not is_label(text)


def test_a_whole_page_with_a_signature_and_a_posted_line() -> None:
    text = "".join(f"<p>{TEXT}</p>" for _ in range(45))
    page = (
        f"<html lang=en><body><article><h1>The bridge is closed</h1>{text}<div>Posted on May 12, 2024</div></article>"
        "<h3>Latest articles</h3><ul><li><a href=/a>The storm that came at night and what it left</a>"
        "<span>Posted on May 20, 2024</span></li></ul></body></html>"
    )
    found = clean(page, url="https://paper.example.org/bridge").article
    assert found.published is not None
    assert found.published.date().isoformat() == "2024-05-12"
    assert found.modified is None
