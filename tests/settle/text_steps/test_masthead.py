"""What stands above the title, and between it and the story."""

from __future__ import annotations

import pytest

from tests.settle.text_steps.reading import find, roles

TITLE = "Xã Mường Cang dựng lại cầu treo sau lũ"
STORY = (
    "Sau bốn tháng, người dân xã Mường Cang đã có cầu treo mới thay cây cầu bị lũ cuốn hồi tháng sáu.",
    "Cầu dài 82 mét, rộng 2 mét. Kinh phí do huyện và người dân cùng góp.",
    "Trưởng bản Lò Văn Inh nói từ nay học trò không phải đi bè. Chợ phiên cũng đông hơn trước.",
)


def page(*above: str, between: tuple[str, ...] = ()) -> list[str]:
    return roles("\n".join((*above, TITLE, *between, *STORY)))


@pytest.mark.parametrize(
    "above",
    [
        ("Thời sự", "Kinh tế vĩ mô", "Văn hóa - Giải trí"),
        ("Xã hội > Đời sống",),
        ("Ảnh",),
        (f"Trang đầu Tin tỉnh {TITLE[:30]}...", "Tin tỉnh"),
        ("Chính sách và cuộc sống",),
    ],
)
def test_short_lines_above_the_title(above: tuple[str, ...]) -> None:
    found = page(*above)
    assert set(found[: len(above)]) <= {"chrome", "section"}
    assert found[len(above)] == "title"


def test_a_short_title_above_a_subtitle_stays() -> None:
    assert roles("\n".join(("Cầu treo Mường Cang", "Nơi từng phải đi bè đến lớp mỗi mùa lũ về", *STORY)))[0] == "title"


def test_clocks_and_counters_beside_a_date() -> None:
    found = page(between=("20/11/2026 08:15", "4:12", "Bản tin điện tử"))
    assert found[1:4] == ["date", "chrome", "chrome"]


def test_a_heading_where_nothing_else_stands_above_the_story() -> None:
    assert "chrome" not in page(between=("Bốn tháng chờ đợi",))


def test_a_name_behind_a_counter_signs() -> None:
    assert page(between=("20/11/2026 08:15", "0:48", "Lò Minh Châu"))[3] == "byline"


def test_short_verse_under_a_name_and_a_date_stays() -> None:
    verse = (
        "Cầu treo mùa lũ",
        "nước réo dưới chân",
        "em qua mỗi sáng",
        "tay níu dây văng",
        "chợ phiên xa lắc",
        "cha chờ bên sông",
    )
    assert "chrome" not in page(between=("Lò Minh Châu", "20/11/2026", *verse))


FERRIES = """Council lets ferries run through the night
{line}
{date}
Save
Share this article
Normal text size
Larger text size
Very large text size
Ferries between the old harbour and Elm Point will run all night from December, the council decided on Monday.
Boats leave every hour until four, and the last train waits for them, said harbour master Bo Ek.
The council pays two million a year for it and hopes that fewer people drive home after a drink."""
DATE = "11 November 2026 — 5.00am"


@pytest.mark.parametrize("line", ["Tessa Marchetti and Rob Kwan", "Tessa Marchetti @tessam", "Maëlle LE GUENNIC."])
def test_who_signs_beside_the_date(line: str) -> None:
    assert find(FERRIES.format(line=line, date=DATE), line).role == "byline"


@pytest.mark.parametrize(
    ("line", "date"), [("Tessa Marchetti @tessam", "Print"), ("Follow us @tessam", DATE), ("2 Readers @tessam", DATE)]
)
def test_who_does_not_sign(line: str, date: str) -> None:
    assert find(FERRIES.format(line=line, date=date), line).role == "chrome"
