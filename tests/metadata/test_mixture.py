"""Pages in several languages say so; boilerplate does not count."""

from __future__ import annotations

import pytest

from cleaner import clean

VI = (
    "Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công liên tục của nghìn người thợ.",
    "Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại được bằng phà ngang.",
    "Theo ban quản lý, mỗi ngày sẽ có khoảng hai mươi nghìn lượt xe đi qua, giảm hẳn cảnh ùn tắc ở hai cây cầu cũ.",
)
EN = (
    "This morning the city opened the third bridge over the river, after three years of work by many builders.",
    "The bridge is 1,200 metres long and has four lanes, and it joins two districts that only ferries had linked.",
    "According to the board, some twenty thousand cars will cross it each day, which is good for the older bridges.",
)
FR = (
    "Ce matin, la ville a inauguré le troisième pont sur le fleuve, après trois ans de travaux dans les quartiers.",
    "Le pont mesure 1 200 mètres et relie des quartiers que les habitants rejoignaient avec une barque.",
    "Les services de la ville pensent que vingt mille voitures le prendront chaque jour, ce qui est bien pour tous.",
)
RU = (
    "Сегодня утром в городе открыли третий мост через реку, который тысячи рабочих строили три года без перерыва.",
    "Длина моста 1200 метров, на нём четыре полосы, и он соединяет два района, между которыми раньше ходил паром.",
)


def warned(*paragraphs: str, title: str = "Cầu mới qua sông", extra: str = "") -> list[str]:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = f"<html><body><article><h1>{title}</h1>{body}</article>{extra}</body></html>"
    return [warning for warning in clean(page).report.warnings if "languages" in warning]


@pytest.mark.parametrize(
    ("paragraphs", "first", "second"),
    [((*VI, *EN), "vi", "en"), ((*EN, *FR), "en", "fr"), ((*VI, *RU), "vi", "ru"), ((*FR, *RU), "fr", "ru")],
)
def test_two_languages(paragraphs: tuple[str, ...], first: str, second: str) -> None:
    (warning,) = warned(*paragraphs)
    assert f" {first} " in warning
    assert f" {second} " in warning
    assert "%" in warning


@pytest.mark.parametrize("paragraphs", [VI, EN, FR, RU], ids=["vi", "en", "fr", "ru"])
def test_one_language(paragraphs: tuple[str, ...]) -> None:
    assert warned(*paragraphs) == []


def test_one_foreign_quotation_makes_no_mixture() -> None:
    assert warned(*VI, *VI, VI[0] + " " + VI[1], EN[0]) == []


def test_boilerplate_in_another_language_does_not_count() -> None:
    lines = (
        "We use cookies and similar technologies to improve the site, and by using it you agree to the cookie policy.",
        "Subscribe to our newsletter and get the latest headlines delivered to your inbox every morning of the week.",
        "Copyright 2026. All rights reserved. No part may be reproduced without the written permission of the owner.",
    )
    box = "".join(f"<p>{line}</p>" for line in lines)
    assert warned(*VI, extra=f"<footer class='site-footer cookie-consent'>{box}</footer>") == []


def test_names_and_brands_in_vietnamese_prose_stay_vietnamese() -> None:
    lines = [f"{text} The Guardian và The New York Times of America cũng đưa tin này." for text in VI]
    assert warned(*lines) == []


def test_flattened_text_too() -> None:
    result = clean("Cầu mới qua sông\n\n" + "\n\n".join((*VI, *EN)) + "\n")
    assert [warning for warning in result.report.warnings if "languages" in warning]
