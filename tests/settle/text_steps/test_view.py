"""The measures of a line, and the reading of cards."""

from __future__ import annotations

import pytest

from cleaner.model import Block, DecodedPage, Document, Head
from cleaner.settle.lines.cards import read_cards
from cleaner.settle.lines.view import View, look, restates


def view(text: str) -> View:
    blocks, start, gap = [], 0, 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(len(blocks), line, start, start + len(line), gap=gap))
        gap = 0 if line.strip() else gap + 1
        start += len(line) + 1
    return look(Document(DecodedPage(text, "text", "utf-8", "str"), tuple(blocks), Head()))


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("Trời mưa.", "."), ("Trời mưa?”", "?"), ("Trời mưa (to).", "."), ("Trời mưa)", ""), ("Gồm có:", ":"),
        ("天下雨了。", "."), ("»Det regner.«", "."), ("Trời mưa…", "…"), ("Mưa. Nắng", ""), ("It rained. — VNS", "."),
        ("It rained — VNS", ""),
    ],
)  # fmt: skip
def test_stop(text: str, stop: str) -> None:
    assert view(text).lines[0].stop == stop


@pytest.mark.parametrize(
    ("text", "count"),
    [("Một câu.", 1), ("Một câu. Hai câu. Ba", 3), ("Rau... rồi đến cá.", 1), ("Ông nói: “Mưa.” Rồi đi.", 2)],
)
def test_sentences(text: str, count: int) -> None:
    assert view(text).lines[0].sentences == count


def test_names_are_capitalised_words_inside_sentences() -> None:
    line = view("Ông Lê Lai gặp UBND xã Phú Mỹ. Hôm sau ông về.").lines[0]
    assert line.names == {"lê", "lai", "phú", "mỹ", "ông"}


def test_shares() -> None:
    lines = view("một hai ba bốn\nmột hai ba năm\nsáu bảy")
    assert lines.shared(lines.lines[0]) == pytest.approx(2 / 3)
    assert lines.told(lines.lines[0]) == 0
    assert lines.told(lines.lines[1]) == pytest.approx(2 / 3)
    assert restates(lines.lines[2], lines.lines[:2]) == 0


def test_novelty_needs_enough_facts() -> None:
    lines = view("Ở đây Lan gặp Hoa\nỞ đó Bình gặp Minh năm 2020 và Tuấn\nThì Nga về")
    assert lines.novelty([lines.lines[1]], before=1) == 1.0
    assert lines.novelty([lines.lines[2]], before=2) is None


def test_usual_gap() -> None:
    paragraph = "Đây là một đoạn văn đủ dài để được coi là đoạn văn trong bài báo này."
    assert view("\n\n".join([paragraph] * 6)).usual_gap == 1
    assert view("\n".join([paragraph] * 6)).usual_gap == 0


TITLE, OTHER = "Một tiêu đề về chuyện xa", "Tiêu đề khác về chuyện gần"
TEASER = "Đoạn giới thiệu đủ dài để kể lại câu chuyện ở nơi xa ấy cho người đọc."
CAPTION = "Người trong ảnh đứng bên bờ sông."


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([TITLE, OTHER], [["title"], ["title"]]),
        ([TITLE, TEASER, OTHER, TEASER], [["title", "summary"], ["title", "summary"]]),
        ([CAPTION, TITLE, TEASER, CAPTION, OTHER, TEASER], [["caption", "title", "summary"]] * 2),
        ([CAPTION, TITLE, CAPTION, OTHER], [["caption", "title"]] * 2),
        ([TITLE, OTHER, TEASER], [["title"], ["title", "summary"]]),
    ],
)
def test_cards(lines: list[str], parts: list[list[str]]) -> None:
    cards = read_cards(view("\n".join(lines)).lines)
    assert [[part for _, part in card.parts] for card in cards] == parts
