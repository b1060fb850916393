"""Of which texts the judge is asked."""

from __future__ import annotations

import pytest

from cleaner.classify.whole_page import is_whole_page
from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import RawPage
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment

PROSE = "Người dân hai bờ sông đi lại dễ hơn từ khi cây cầu mới khánh thành vào cuối tháng trước."
MENU = [
    f"Mục {name}" for name in "anh bắc cửa dân em gió hoa in khu lúa mưa nhà ong phố quê rau sen tàu vườn xuân".split()
]


def whole(*lines: str) -> bool:
    text = decode(RawPage("\n\n".join(lines), None, None, "text"), Limits().max_bytes)
    return is_whole_page(segment(text, default_rulebook()))


def test_a_menu_above_prose_makes_a_page() -> None:
    assert whole(*MENU, PROSE, PROSE)
    assert whole(*(f"{number}. {name}" for number, name in enumerate(MENU)), PROSE, PROSE)


@pytest.mark.parametrize(
    "lines",
    [
        [PROSE, *MENU],  # a list that a story ends in
        [PROSE, *(f"{number}. Ông {name}" for number, name in enumerate(MENU * 3))],
        MENU,
        [*MENU[:4], PROSE],
        [f"{name}: 12.500 đồng" for name in MENU] + [PROSE],
        [f"{name} như lời ru ngày cũ" for name in MENU] + [PROSE],
        [f"{name}," for name in MENU] + [PROSE],
    ],
)
def test_lists_verse_and_prices_do_not(lines: list[str]) -> None:
    assert not whole(*lines)


def test_no_page_has_so_many_lines() -> None:
    page = [*MENU, PROSE]
    assert whole(*page * 400)
    assert not whole(*page * 500)
