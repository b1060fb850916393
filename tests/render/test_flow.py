from __future__ import annotations

from dataclasses import replace

from cleaner.model import BodyBlock, CleanResult, Image, Role
from cleaner.render import PROFILES
from cleaner.render.flow import body_positions, flow
from tests.render.samples import ARTICLE, BODY, LEDGER, REPORT, RESULT, entry

ILLUSTRATED = PROFILES["illustrated"]


def test_positions_count_the_blocks_begun() -> None:
    assert body_positions(LEDGER, BODY) == (0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 7, 7)


def test_rows_merged_into_one_block_count_once() -> None:
    ledger = (entry(0, "a 1", Role.TABLE, True), entry(1, "b 2", Role.TABLE, True), entry(2, "end", Role.BODY, True))
    body = (BodyBlock("table", "a 1 b 2", ""), BodyBlock("paragraph", "end", "end"))
    assert body_positions(ledger, body)[-1] == 2


def test_without_figures_the_flow_is_the_body() -> None:
    assert flow(RESULT, PROFILES["article"]) == BODY


def test_two_pictures_with_equal_captions_stand_at_their_own_places() -> None:
    ledger = (
        entry(0, "Chợ sáng.", Role.CAPTION),
        entry(1, "Một.", Role.BODY, True),
        entry(2, "Chợ sáng.", Role.CAPTION),
        entry(3, "Hai.", Role.BODY, True),
    )
    one, two = Image("https://e.vn/1.jpg", "Chợ sáng."), Image("https://e.vn/2.jpg", "Chợ sáng.")
    body = (BodyBlock("paragraph", "Một.", "Một."), BodyBlock("paragraph", "Hai.", "Hai."))
    article = replace(ARTICLE, body=body, images=(one, two))
    assert flow(CleanResult(article, ledger, REPORT), ILLUSTRATED) == (one, body[0], two, body[1])


def test_a_picture_without_caption_follows_the_one_before() -> None:
    bare = Image("https://e.vn/bare.jpg", None)
    article = replace(ARTICLE, images=(*ARTICLE.images, bare))
    pieces = flow(CleanResult(article, LEDGER, REPORT), ILLUSTRATED)
    assert pieces[1:3] == (ARTICLE.images[0], bare)


def test_pictures_stand_where_the_page_printed_them() -> None:
    one, two = Image("https://e.vn/1.jpg", None, place=1), Image("https://e.vn/2.jpg", None, place=len(BODY))
    article = replace(ARTICLE, images=(one, two))
    pieces = flow(CleanResult(article, LEDGER, REPORT), ILLUSTRATED)
    assert pieces == (BODY[0], one, *BODY[1:], two)


def test_a_place_that_is_none_loses_no_picture() -> None:
    """Who sends a result back may have written any number."""
    one, two = Image("https://e.vn/1.jpg", None, place=-7), Image("https://e.vn/2.jpg", None, place=10**30)
    article = replace(ARTICLE, images=(one, two))
    assert flow(CleanResult(article, LEDGER, REPORT), ILLUSTRATED) == (one, *BODY, two)


def test_no_piece_is_lost_or_doubled() -> None:
    pieces = flow(RESULT, ILLUSTRATED)
    assert [piece for piece in pieces if isinstance(piece, BodyBlock)] == list(BODY)
    assert [piece for piece in pieces if isinstance(piece, Image)] == list(ARTICLE.images)
