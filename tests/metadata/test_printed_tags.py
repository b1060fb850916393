"""Rows of tags that a page prints, and the menus, forms and cards that are named like them."""

from __future__ import annotations

import pytest

from cleaner.flags import ANCHOR, HINT_GROUPS, NAV
from cleaner.metadata.printed_tags import TAG_LABEL
from cleaner.metadata.site import site_keys
from cleaner.metadata.tags import read_tags
from cleaner.model import Block, Role, Run
from tests.metadata.pages import facts, head, html_page, judged

NAMED = sum(1 << bit for bit, (name, _) in enumerate(HINT_GROUPS) if name == "tags")
STORY = ("# Rivers rise", "The rain fell for a week.")


def row(*links: str, near: int = NAMED, flags: int = 0, page: str = "/") -> Block:
    runs = tuple(run for text in links for run in (Run(text, ANCHOR, page + text), Run(" ")))
    chars = sum(len("".join(text.split())) for text in links)
    return Block(0, " ".join(links), near=near, flags=flags, links=len(links), link_chars=chars, runs=runs)


def tags(*blocks: Block | str, metas: dict[str, str] | None = None) -> tuple[str, ...]:
    document = html_page(head(metas=metas), *blocks)
    roles = {"# Rivers rise": Role.TITLE, "The rain fell for a week.": Role.BODY}
    verdicts = [judged(roles.get(block, Role.CHROME) if isinstance(block, str) else Role.TAGS) for block in blocks]
    found = facts(document, verdicts)
    return read_tags(found, "Rivers rise", "News", site_keys(found)).value


def test_links_right_behind_the_story_in_an_element_named_so() -> None:
    assert tags(*STORY, row("floods", "dams")) == ("floods", "dams")
    assert tags(*STORY, row("floods"), row("dams")) == ("floods", "dams")


@pytest.mark.parametrize(
    "block",
    [
        row("floods"),
        row("floods", "dams", near=0),
        row("floods", "dams", page="#"),
        Block(0, "Categories", near=NAMED),
        Block(0, "First name", near=NAMED),
        row("Home", "World", near=0, flags=NAV),
    ],
)
def test_what_is_named_like_tags_and_is_none(block: Block) -> None:
    assert tags(*STORY, block) == ()


def test_not_what_stands_far_behind_the_story() -> None:
    assert tags(*STORY, *["Other stories"] * 9, row("floods", "dams")) == ()


def test_a_label_makes_tags_of_a_single_link() -> None:
    assert tags(*STORY, "Filed under", row("floods", near=0)) == ("floods",)
    assert tags(*STORY, "Filed by", row("floods", near=0)) == ()


def test_a_label_before_links_on_their_line() -> None:
    line = row("floods", "dams", near=0)
    labelled = line._replace(text=f"Topics {line.text}", runs=(Run("Topics "), *line.runs))
    assert tags(*STORY, labelled) == ("floods", "dams")
    other = line._replace(text=f"See {line.text}", runs=(Run("See "), *line.runs))
    assert tags(*STORY, other) == ()


def test_what_follows_a_label_need_not_be_linked() -> None:
    bare = [Block(0, text, near=NAMED) for text in ("Filed under:", "floods", "dams")]
    assert tags(*STORY[:1], *bare, *STORY[1:]) == ("floods", "dams")
    assert tags(*STORY[:1], *bare[1:], *STORY[1:]) == ()


def test_keywords_within_the_text_of_a_paper() -> None:
    assert tags(*STORY, *["More rain."] * 30, Block(0, "Keywords: floods, dams")) == ("floods", "dams")
    assert tags(*STORY, *["More rain."] * 30, Block(0, "Keywords")) == ()


def test_a_line_of_three_links_right_behind_the_story() -> None:
    assert tags(*STORY, row("floods", "dams", "rain", near=0)) == ("floods", "dams", "rain")
    assert tags(*STORY, "Share", row("floods", "dams", "rain", near=0)) == ()


def test_three_links_around_the_headline_are_tags_two_are_its_section() -> None:
    assert tags(*STORY[:1], row("floods", "dams", "rain"), *STORY[1:]) == ("floods", "dams", "rain")
    assert tags(*STORY[:1], row("World", "Asia"), *STORY[1:]) == ()


@pytest.mark.parametrize("label", ["Tags", "Filed under:", "Từ khóa:", "Mehr zum Thema", "Temas:", "キーワード"])
def test_labels(label: str) -> None:
    assert TAG_LABEL.fullmatch(label)


@pytest.mark.parametrize("label", ["Categories", "Tags of the town", "Topical", "In this article"])
def test_no_labels(label: str) -> None:
    assert not TAG_LABEL.fullmatch(label)


def test_how_many_stories_a_tag_has_is_no_part_of_it() -> None:
    assert tags(*STORY, row("coffee 3", "tea (12)")) == ("coffee", "tea")
    assert tags(*STORY, row("Covid 19", "Paris 2024", "rain")) == ("Covid 19", "Paris 2024", "rain")


def test_words_of_the_cms_that_are_no_tags() -> None:
    assert tags(*STORY, metas={"keywords": "Uncategorized"}) == ()
    assert tags(*STORY, metas={"keywords": "Chưa phân loại, lũ lụt"}) == ("lũ lụt",)
    assert tags(*STORY, metas={"keywords": "18153161"}) == ()
    assert tags(*STORY, metas={"keywords": "2024, floods"}) == ("2024", "floods")
