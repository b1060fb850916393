"""Words and lines that are furniture on one page and story on another: what tips the scales, and what must not."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.bio import settle_bio
from cleaner.settle.board import Board
from cleaner.settle.claims import settle_claims
from cleaner.settle.groups import settle_groups
from cleaner.settle.headline import settle_headline
from cleaner.settle.labels import settle_labels
from cleaner.settle.lead import settle_lead
from cleaner.settle.offer import settle_offer
from cleaner.settle.repeats import settle_repeats
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LONG = "Nine bakeries in the valley wrote down for a month where each new customer had first heard of them."
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "description": "%s"}</script>'


def roles(board: Board) -> list[Role | None]:
    return [board.role(block.index) for block in board.blocks]


# -- words of buttons ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("html", "score", "role"),
    [
        ("<h2>TikTok</h2>", 0.8, None),
        ("<h2>TikTok</h2>", 0.3, Role.SHARE_WIDGET),
        ("<p>TikTok</p>", 0.8, Role.SHARE_WIDGET),
        ("<table><tr><td>May 7, 2026</td></tr></table>", 0.7, None),
        ("<p>May 7, 2026</p>", 0.7, Role.DATE),
        ("<ul><li>Photo: Ana Ruiz</li></ul>", 0.9, Role.CREDIT),
        ("<h3>Leave a reply</h3>", 0.9, Role.COMMENT),
    ],
)
def test_a_heading_item_or_cell_of_the_story_may_be_a_buttons_word(
    make_board: MakeBoard, html: str, score: float, role: Role | None
) -> None:
    board = make_board(html, [score])
    settle_claims(board)
    assert roles(board) == [role]


# -- boxes of other articles ---------------------------------------------------------------------
@pytest.mark.parametrize(("score", "role"), [(0.9, None), (0.6, Role.RELATED)])
def test_a_short_heading_ends_a_box_when_the_judge_is_sure(
    make_board: MakeBoard, score: float, role: Role | None
) -> None:
    board = make_board(f"<div><p>Read more:</p><h3>2. Weigh</h3><p>{LONG}</p></div>", [0.1, score, 0.99])
    settle_claims(board)
    settle_labels(board)
    assert roles(board)[:2] == [Role.RELATED_LABEL, role]


def test_a_teaser_under_the_label_stays_in_the_box_however_sure_the_judge_is(make_board: MakeBoard) -> None:
    board = make_board('<div><p>Read more:</p><p><a href="/x">The bridge that fell twice</a></p></div>', [0.1, 0.9])
    settle_claims(board)
    settle_labels(board)
    assert roles(board) == [Role.RELATED_LABEL, Role.RELATED]


# -- offers of subscription -----------------------------------------------------------------------
def offer(*lines: str) -> str:
    return "<div><div><p>Subscribe now</p>" + "".join(lines) + f"</div><p>{LONG}</p></div>"


@pytest.mark.parametrize(
    ("html", "role"),
    [
        (offer("<p>All articles.</p>", "<ul><li>Daily puzzles.</li></ul>"), Role.PROMO),
        (offer("<p>All articles.</p>", f"<p>{LONG * 3}</p>"), Role.BODY),  # the story's own container
        (offer(*(f"<p>Line {n}.</p>" for n in range(20))), Role.BODY),
    ],
)
def test_a_small_box_under_a_label_of_subscription_is_an_offer(make_board: MakeBoard, html: str, role: Role) -> None:
    board = make_board(html)
    settle_claims(board)
    settle_story(board)
    settle_offer(board)
    assert roles(board)[:2] == [Role.PROMO, role]
    assert board.role(board.blocks[-1].index) is Role.BODY


# -- headlines -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("tag", "score", "role"), [("h2", 0.9, None), ("h2", 0.5, Role.CHROME), ("p", 0.9, Role.CHROME)]
)
def test_a_heading_of_the_titles_words_may_open_a_part(
    make_board: MakeBoard, tag: str, score: float, role: Role | None
) -> None:
    title = "What is a tide table?"
    html = f"<title>{title}</title><h1>{title}</h1><p>{LONG}</p><{tag}>{title}</{tag}><p>{LONG} And so on.</p>"
    board = make_board(html, [0.1, 0.9, score, 0.9], rules=False)
    settle_headline(board)
    assert roles(board)[2] is role


# -- leads ---------------------------------------------------------------------------------------
def lead_page(lead: str, between: int) -> str:
    head = f"<head><title>Sele votes</title>{NEWS % LONG}</head>"
    buttons = "".join(f"<div>Button number {n}</div>" for n in range(between))
    return f"{head}<body><h1>Sele votes</h1>{lead}{buttons}<div><p>The story begins here. {LONG}</p></div></body>"


def lead_board(make_board: MakeBoard, lead: str, between: int, score: float) -> Board:
    board = make_board(lead_page(lead, between), [0.1, score, *[0.0] * between, 0.95], rules=False)
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    return board


def test_a_declared_lead_right_behind_the_headline_counts_however_far_the_story_is(make_board: MakeBoard) -> None:
    board = lead_board(make_board, f"<p>{LONG}</p>", 20, 0.2)
    assert roles(board)[:3] == [Role.TITLE, Role.SUMMARY, None]


@pytest.mark.parametrize(
    ("prefix", "role"),
    [
        ("Sele. ", Role.SUMMARY),
        ("Sele voted last night. ", Role.SUMMARY),
        ("So the valley voted late last night. ", None),
    ],
)
def test_a_place_before_the_lead_is_not_declared(make_board: MakeBoard, prefix: str, role: Role | None) -> None:
    assert lead_board(make_board, f"<p>{prefix}{LONG}</p>", 0, 0.2).role(1) is role


def test_a_declared_lead_in_the_middle_of_the_furniture_does_not(make_board: MakeBoard) -> None:
    board = make_board(
        f"<head><title>Sele votes</title>{NEWS % LONG}</head><body><h1>Sele votes</h1>"
        + "".join(f"<div>Button number {n}</div>" for n in range(8))
        + f"<p>{LONG}</p>"
        + "".join(f"<div>Button number {n}</div>" for n in range(8, 28))
        + f"<div><p>The story begins here. {LONG}</p></div></body>",
        [0.1, *[0.0] * 8, 0.2, *[0.0] * 20, 0.95],
        rules=False,
    )
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    assert Role.SUMMARY not in roles(board)


@pytest.mark.parametrize(
    ("lead", "role"),
    [("<h3>{0}</h3>", None), ("<h2>{0}</h2>", Role.SUMMARY), ("<p>{0}</p>", Role.SUMMARY)],
)
def test_a_short_lower_heading_is_a_subtitle_and_no_lead(make_board: MakeBoard, lead: str, role: Role | None) -> None:
    subtitle = "How nine bakers count their customers"
    board = make_board(
        lead_page(lead.format(subtitle), 0).replace(NEWS % LONG, NEWS % subtitle), [0.1, 0.2, 0.95], rules=False
    )
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    assert roles(board)[1] is role


# -- pull quotes ---------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("quote", "score", "role"),
    [
        ("Where each new customer had first heard of them", 0.7, Role.DUPLICATE_BODY),
        ("Where each new customer had first heard of them", 0.95, Role.QUOTE),
        ("Where each old customer had first heard of them", 0.7, Role.QUOTE),
        ("Nine bakeries", 0.7, Role.QUOTE),
    ],
)
def test_a_quotation_of_the_storys_own_words_was_pulled_out_of_it(
    make_board: MakeBoard, quote: str, score: float, role: Role
) -> None:
    board = make_board(f"<p>{LONG}</p><blockquote>“{quote}”</blockquote>", [0.9, score], rules=False)
    settle_story(board)
    settle_repeats(board)
    assert roles(board) == [Role.BODY, role]


@pytest.mark.parametrize(
    ("name", "words", "role"),
    [
        ("pullquote", "had first heard of them", Role.DUPLICATE_BODY),
        ("pullquote", "who was the first to hear", Role.BODY),
        ("remark", "had first heard of them", Role.BODY),
    ],
)
def test_a_class_that_names_a_pull_quote_tells_of_fewer_words(
    make_board: MakeBoard, name: str, words: str, role: Role
) -> None:
    board = make_board(f"<p>{LONG}</p><div class='{name}'>“{words}”</div>", [0.9, 0.7], rules=False)
    settle_story(board)
    settle_repeats(board)
    assert roles(board) == [Role.BODY, role]


@pytest.mark.parametrize(
    ("speaker", "role"),
    [("ANA RUIZ, GEOGRAPHER", Role.DUPLICATE_BODY), ("She said no more than that.", Role.BODY)],
)
def test_who_said_it_goes_with_a_quotation_that_was_pulled_out(make_board: MakeBoard, speaker: str, role: Role) -> None:
    box = f"<div class='pullquote'><p>“had first heard of them”</p><p>{speaker}</p></div>"
    board = make_board(f"<p>{LONG}</p>{box}", [0.9, 0.7, 0.7], rules=False)
    settle_story(board)
    settle_repeats(board)
    assert roles(board)[2] is role


# -- who the author is ---------------------------------------------------------------------------
BIO = "Ana Ruiz is a marine geographer at the university of Sele and the author of two books."


def story_with(last: str, author: str = "Ana Ruiz", at: int = 8, size: int = 8) -> str:
    paragraphs = [f"<p>Part {n} of the story. {LONG}</p>" for n in range(size)]
    paragraphs.insert(at, last)
    return f'<head><meta name="author" content="{author}"></head><body>{"".join(paragraphs)}</body>'


@pytest.mark.parametrize(
    ("html", "role"),
    [
        (story_with(f"<p>{BIO}</p>"), Role.BYLINE),
        (story_with(f"<p>{BIO}</p>", author="Karl Meier and Ana Ruiz"), Role.BYLINE),
        (story_with(f"<p>{BIO}</p>", size=5), Role.BYLINE),  # a brief
        (story_with(f"<p>{BIO}</p>", author="Karl Meier"), Role.BODY),
        (story_with(f"<p>{BIO}</p>", author="Ana"), Role.BODY),
        (story_with(f"<p>{BIO}</p>", at=3), Role.BODY),
        (story_with(f"<p>“{BIO}”</p>"), Role.BODY),
        (story_with(f"<h2>Why trust us</h2><p>{BIO}</p>"), Role.BODY),
    ],
)
def test_a_last_paragraph_that_begins_with_the_declared_author_tells_of_the_author(
    make_board: MakeBoard, html: str, role: Role
) -> None:
    board = make_board(html, rules=False)
    settle_story(board)
    settle_bio(board)
    found = next(block for block in board.blocks if "marine geographer" in block.text)
    assert board.role(found.index) is role


# -- tables --------------------------------------------------------------------------------------
def table(cell: str) -> str:
    return "<table>" + "".join(f"<tr><td>Route {n}</td><td>{cell}</td></tr>" for n in range(3)) + "</table>"


@pytest.mark.parametrize(
    ("cell", "scores", "role"),
    [
        ("11 cars", [0.25] * 6, Role.TABLE),
        ("11 cars", [0.15] * 6, None),
        ("11 cars", [0.4] * 5 + [0.01], None),  # the last cell is for sure no story
        (LONG * 4, [0.4] * 6, None),  # such cells lay out a page
    ],
)
def test_a_table_of_data_is_kept_as_a_whole(
    make_board: MakeBoard, cell: str, scores: list[float], role: Role | None
) -> None:
    board = make_board(table(cell), scores, rules=False)
    settle_groups(board)
    assert roles(board)[-1] is role
