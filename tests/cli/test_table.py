from __future__ import annotations

import unicodedata

from cleaner.cli.table import fit, harmless, rows, width


def test_marks_take_no_cell_and_wide_letters_two() -> None:
    text = "Hòa Bình"
    assert width(unicodedata.normalize("NFD", text)) == width(text) == len(text)
    assert width("新聞") == 4


def test_fit_never_exceeds_its_room() -> None:
    for text in ("sáng nay trời đẹp", "新聞新聞新聞", unicodedata.normalize("NFD", "Hòa Bình hôm nay")):
        for room in range(1, 30):
            assert width(fit(text, room)) <= room
    assert fit("ngắn", 4) == "ngắn"


def test_columns_stand_under_their_heads() -> None:
    lines = list(rows(("a", "b"), [("新聞", "x"), ("hòa", "y")]))
    assert [width(line[: line.index(last)]) for line, last in zip(lines, "bxy", strict=True)] == [6, 6, 6]


def test_harmless_is_one_line_of_printable_letters() -> None:
    assert harmless("a\tb\nc\x1b[0m\u200b") == "a b c[0m"
