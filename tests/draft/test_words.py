from __future__ import annotations

import pytest

from cleaner.draft.words import tell_by_words


@pytest.mark.parametrize(
    ("texts", "others", "found"),
    [
        (["Hotline"], ["Thân bài."], (("line", ("Hotline",)),)),
        (["Gọi ngay: 09", "Gọi ngay: 08 hoặc"], ["Thân"], (("max_chars", 40), ("starts", ("gọi ngay:",)))),
        (["Lan Anh (theo VTV)", "Bảo (theo VTV)"], ["Thân"], (("max_chars", 40), ("ends", ("(theo vtv)",)))),
        (["Hotline"], ["HOTLINE:"], None),
        (["Gọi ngay: 09"], ["Gọi ngay: sẽ có người tới"], (("line", ("Gọi ngay: 09",)),)),
        (["Ông nói rằng mọi việc đã xong xuôi từ tuần trước."], ["Thân"], None),
    ],
)
def test_the_most_general_condition(texts: list[str], others: list[str], found: object) -> None:
    assert tell_by_words(texts, others) == found


def test_two_starts_that_share_no_whole_word_are_no_start() -> None:
    assert tell_by_words(["Nguyễn An viết", "Nguyệt Ánh viết"], ["x"]) == (
        ("line", ("Nguyễn An viết", "Nguyệt Ánh viết")),
    )
