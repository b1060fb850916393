"""A short line alone with a picture in a small element, on pages of news."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.story import settle_story
from cleaner.settle.under_picture import settle_under_picture
from tests.settle.conftest import MakeBoard

NEWS = """<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>"""
STORY = "<p>Die Stadt kauft das Netz zurück, das sie vor zwanzig Jahren verkauft hatte, und zahlt lange daran.</p>"


def _role_beside(make_board: MakeBoard, body: str, text: str, head: str = NEWS) -> Role | None:
    board = make_board(f"{head}<body><div>{STORY}{body}{STORY}</div></body>", rules=False)
    settle_story(board)
    settle_under_picture(board)
    return next(board.role(block.index) for block in board.blocks if block.text == text)


def test_words_alone_with_a_picture_in_an_element_are_its_caption(make_board: MakeBoard) -> None:
    words = "Ein Heizkraftwerk in Wuppertal"
    framed = f"<div><div><img src=/a.jpg></div><div><p>{words}</p></div></div>"
    assert _role_beside(make_board, framed, words) is Role.CAPTION
    assert _role_beside(make_board, framed, words, head="") is Role.BODY  # cards of a shop are set so


def test_a_sentence_and_what_others_share_the_element_with_are_none(make_board: MakeBoard) -> None:
    sentence, words = "Die Leitungen sind älter als vierzig Jahre.", "Ein Heizkraftwerk in Wuppertal"
    assert _role_beside(make_board, f"<div><img src=/a.jpg><p>{sentence}</p></div>", sentence) is Role.BODY
    assert _role_beside(make_board, f"<div><img src=/a.jpg><p>{words}</p>{STORY}</div>", words) is Role.BODY
