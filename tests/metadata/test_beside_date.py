"""Who signs under the headline, where no class says so: a name on the line beside the date."""

from __future__ import annotations

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>Sáng ngày {n}, người dân bản Mường họp bàn việc sửa lại con đường dốc dẫn lên điểm trường của bản.</p>"
    for n in ("hai", "ba", "tư")
)


def authors(above: str) -> list[str]:
    page = f"<html lang=vi><head><title>Đường lên bản Mường</title></head><body><h1>Đường lên bản Mường</h1>{above}"
    return [author.name for author in clean(f"{page}<div>{STORY}</div></body></html>").article.authors]


@pytest.mark.parametrize(
    "above",
    [
        "<div><div>Minh Chiến</div><div>15/11/2026 19:03</div></div>",
        "<div><div>15/11/2026 19:03</div><div>Minh Chiến</div></div>",
    ],
)
def test_a_name_beside_the_date_signs(above: str) -> None:
    assert authors(above) == ["Minh Chiến"]


@pytest.mark.parametrize("words", ["Hà Nội", "Thể thao", "Chia sẻ", "Minh Chiến kể chuyện", "Daily Post"])
def test_places_sections_and_buttons_do_not(words: str) -> None:
    assert authors(f"<div><div>{words}</div><div>15/11/2026 19:03</div></div>") == []


def test_a_name_away_from_the_date_does_not() -> None:
    above = "<div>Minh Chiến</div><div>Cỡ chữ</div><div>15/11/2026 19:03</div>"
    assert authors(above) == []
