"""Small boxes whose class says what they are, and parts of the story in elements of the same name."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.named_box import settle_named_boxes
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

NEWS = """<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>"""
STORY = "<p>The ferry to the island will stop in spring, the council said on Sunday after a long debate.</p>"
BOX = "<div class='c-newsletter js-x'><h4>The river letter</h4><p>All that you need to know of the port</p></div>"


def roles(make_board: MakeBoard, body: str, scores: list[float], head: str = NEWS) -> list[Role | None]:
    board = make_board(f"{head}<body>{body}</body>", scores, rules=False)
    settle_story(board)
    settle_named_boxes(board)
    return [board.role(block.index) for block in board.blocks]


def test_doubtful_lines_of_a_newsletter_box_are_an_offer(make_board: MakeBoard) -> None:
    found = roles(make_board, f"{STORY}{BOX}{STORY}", [0.9, 0.6, 0.6, 0.9])
    assert found == [Role.BODY, Role.PROMO, Role.PROMO, Role.BODY]


def test_a_sure_line_makes_it_a_part_of_the_story(make_board: MakeBoard) -> None:
    assert roles(make_board, f"{STORY}{BOX}{STORY}", [0.9, 0.6, 0.9, 0.9])[1] is Role.HEADING


def test_a_letter_that_is_the_story_stays(make_board: MakeBoard) -> None:
    letter = f"<div class='newsletter-post'>{STORY * 9}</div>"
    assert set(roles(make_board, letter, [0.6] * 9)) == {Role.BODY}


def test_elsewhere_than_in_the_news_such_names_say_little(make_board: MakeBoard) -> None:
    assert Role.PROMO not in roles(make_board, f"{STORY}{BOX}", [0.9, 0.6, 0.6], head="")


def test_a_name_far_above_says_nothing_of_a_heading_over_text(make_board: MakeBoard) -> None:
    section = (
        f"<div class='content-more'><section><h3>Where the ferry went</h3><div><div>{STORY}</div></div></section></div>"
    )
    assert roles(make_board, f"{STORY}{section}", [0.9, 0.6, 0.9]) == [Role.BODY, Role.HEADING, Role.BODY]
    box = f"<div class='read-more'><h3>Where the ferry went</h3></div>{STORY}"
    assert roles(make_board, f"{STORY}{box}", [0.9, 0.6, 0.9])[1] is Role.RELATED
