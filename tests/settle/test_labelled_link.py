"""Titles of other articles behind a label, in languages without a pack as well, and what looks like them."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.labelled_link import settle_labelled_links
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

NEWS = """<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>"""
STORY = "<p>The ferry to the island will stop in spring, the council said on Sunday after a long debate.</p>"
OFFER = "<p><strong>Lasi arī:</strong> <a href=/x>Jūrmalas dzenis izkaļ caurumu trešajā skolā</a></p>"


def role(make_board: MakeBoard, line: str, head: str = NEWS) -> Role | None:
    board = make_board(f"{head}<body><article>{STORY}{line}{STORY}</article></body>", rules=False)
    settle_story(board)
    settle_labelled_links(board)
    return board.role(1)


@pytest.mark.parametrize(
    "line",
    [
        OFFER,
        "<p><b>READ</b> <a href=/x>Young weavers of Kiangan bring back a lost red</a></p>",
        "<p>READ MORE:<br>* <a href=/x>The ferry captain</a><br>* <a href=/y>Cheese rolls that get shorter</a></p>",
        "<p>FUNDA OLUNYE UDABA LAPHA | <a href=/x>Kuboshwe abahlanu besolwa ngokugwaza</a></p>",
        "<div>あわせて読む：<a href=/x>廃線の鉄橋を歩く道に整備</a></div>",
    ],
)
def test_a_label_and_a_linked_title(make_board: MakeBoard, line: str) -> None:
    assert role(make_board, line) is Role.RELATED


@pytest.mark.parametrize(
    "line",
    [
        "<p>Two reports: <a href=/x>Ferries and their future</a>, <a href=/y>Roads and their past</a> were read.</p>",
        "<p>Website: <a href=/x>www.port.example</a></p>",
        "<p>She said: <a href=/x>the whole debate of that evening</a> was a farce.</p>",
        "<p>The council published what it had found in a long report: <a href=/x>Ferries and their future</a></p>",
        "<p>Lasi arī <a href=/x>Jūrmalas dzenis izkaļ caurumu trešajā skolā</a></p>",
        "<p>Джерело: <a href=/x>міський голова Ігор Терехов у Telegram</a></p>",
        "<blockquote><p>Again: <a href=/x>the ferry to the island will stop</a></p></blockquote>",
    ],
)
def test_sentences_and_data_stay(make_board: MakeBoard, line: str) -> None:
    assert role(make_board, line) is not Role.RELATED


def test_blogs_print_such_lines_as_text(make_board: MakeBoard) -> None:
    assert role(make_board, OFFER, head="") is Role.BODY


def test_a_source_is_no_other_article(make_board: MakeBoard) -> None:
    line = "<p>Quelle: <a href=/x>Statistisches Amt der Hansestadt</a></p>"
    board = make_board(f"{NEWS}<body><article>{STORY}{line}{STORY}</article></body>")
    settle_story(board)
    settle_labelled_links(board)
    assert board.role(1) is not Role.RELATED
