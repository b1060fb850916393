"""Dates as pages write them, for machines and for readers."""

from __future__ import annotations

import pytest

from cleaner.metadata.machine_date import read_machine
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.url_date import id_stamp, path_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-12-07T15:30:00+07:00", "2023-12-07T15:30:00+07:00"),
        ("2023-12-07T15:30:00Z", "2023-12-07T15:30:00+00:00"),
        ("2023-12-07T15:30Z", "2023-12-07T15:30:00+00:00"),
        ("2023-12-07T15:30:00+0700", "2023-12-07T15:30:00+07:00"),
        ("2023-12-07T15:30:00+07", "2023-12-07T15:30:00+07:00"),
        ("2023-12-07T15:30:00.000 +07:00", "2023-12-07T15:30:00+07:00"),
        ("2023-12-07T15:30:00.1234567Z", "2023-12-07T15:30:00.123456+00:00"),
        ("2023-12-07 15:30", "2023-12-07T15:30:00"),
        ("20231207T153000Z", "2023-12-07T15:30:00+00:00"),
        ("2023-12-07", "2023-12-07T00:00:00"),
        ("1701937800", "2023-12-07T08:30:00+00:00"),
        ("1701937800123", "2023-12-07T08:30:00+00:00"),
        ("Thu Dec 07 15:30:20 CET 2023", "2023-12-07T15:30:20+01:00"),
        ("Thu, 07 Dec 2023 08:30:00 GMT", "2023-12-07T08:30:00+00:00"),
        ("December 7, 2023", "2023-12-07T00:00:00"),
    ],
)
def test_machine_dates(text: str, iso: str) -> None:
    moment = read_machine(text)
    assert moment is not None
    assert moment.when.isoformat() == iso
    assert moment.timed == ("T00:00:00" not in iso)


@pytest.mark.parametrize("text", ["", "today", "0001-01-01T00:00:00", "2023-13-45", "{{ date }}", "9" * 5000])
def test_what_is_no_machine_date(text: str) -> None:
    assert read_machine(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thứ Năm, 07/12/2023, 15:30 (GMT+7)", "2023-12-07T15:30:00+07:00"),
        ("2023年12月7日 15時30分", "2023-12-07T15:30:00"),
        ("2023년 12월 7일 15시 30분", "2023-12-07T15:30:00"),
        ("Publicerad 7 december 2023 15.30", "2023-12-07T15:30:00"),
        ("7 dicembre 2023 alle 15.30", "2023-12-07T15:30:00"),
        ("7.12.2023 klo 9.05", "2023-12-07T09:05:00"),
        ("نشر في 7 ديسمبر 2023 15:30", "2023-12-07T15:30:00"),
        ("7 december 2023 version 1.25.3", "2023-12-07T00:00:00"),
        ("Chủ Nhật, 10/12/2023 - 09:15", "2023-12-10T09:15:00"),
        ("07/12/2023 15:30 GMT+7", "2023-12-07T15:30:00+07:00"),
        ("15:30 07/12/2023", "2023-12-07T15:30:00"),
        ("15:30, 07/12/2023", "2023-12-07T15:30:00"),
        ("07/12/2023 | 15:30", "2023-12-07T15:30:00"),
        ("18:27 | 14/08/2026", "2026-08-14T18:27:00"),
        ("14/08/2026 - 21:20", "2026-08-14T21:20:00"),
        ("15-08-2026 - 01:01 AM", "2026-08-15T01:01:00"),
        ("15-08-2026 - 17:09 PM", "2026-08-15T17:09:00"),
        ("Thứ Ba, 26/03/2019, 10:12:16", "2019-03-26T10:12:16"),
        ("10:30' - 07/12/2023", "2023-12-07T10:30:00"),
        ("9:2', 07/12/2023 (GMT+7)", "2023-12-07T09:02:00+07:00"),
        ("Ngày 7 tháng 12 năm 2023", "2023-12-07T00:00:00"),
        ("7 Tháng Mười Hai 2023", "2023-12-07T00:00:00"),
        ("07.12.2023", "2023-12-07T00:00:00"),
        ("15 giờ 30 phút, ngày 7/12/2023", "2023-12-07T15:30:00"),
        ("Cập nhật lúc 08h30 07/12/2023", "2023-12-07T08:30:00"),
        ("07/12/2023 15:30 (Giờ Đông Dương)", "2023-12-07T15:30:00+07:00"),
        ("Thứ Hai, ngày 20/07/2026 - 06:31", "2026-07-20T06:31:00"),
        ("T5, 07/12/2023", "2023-12-07T00:00:00"),
        ("7. Dezember 2023 um 15:46 Uhr", "2023-12-07T15:46:00"),
        ("Donnerstag, 7.12.23, 15.46 Uhr", "2023-12-07T15:46:00"),
        ("7 de diciembre de 2023", "2023-12-07T00:00:00"),
        ("Publié le 07/12/2023 - 14:16 UTC+1", "2023-12-07T14:16:00+01:00"),
        ("7 décembre 2023 à 13h05", "2023-12-07T13:05:00"),
        ("Dec. 7th, 2023 at 3:04 pm EST", "2023-12-07T15:04:00-05:00"),
        ("Dec 7, 2023, 3pm", "2023-12-07T15:00:00"),
        ("12:04 a.m., Dec 7, 2023", "2023-12-07T00:04:00"),
        ("2023 Dec 7", "2023-12-07T00:00:00"),
        ("7 grudnia 2023", "2023-12-07T00:00:00"),
        ("7 декабря 2023, 10:05", "2023-12-07T10:05:00"),
        ("2023年12月7日 08:30", "2023-12-07T08:30:00"),
        ("14/11/202608:22:00(Xem: 1306)", "2026-11-14T08:22:00"),
        ("Lê Lan08:30 | 15/11/20262 bình luận", "2026-11-15T08:30:00"),
        ("2023.12.07. 오후 3:20", "2023-12-07T15:20:00"),
        ("14/08/2026, đọc trong 2:30 min", "2026-08-14T00:00:00"),
    ],
)
def test_printed_dates(text: str, iso: str) -> None:
    moment = read_printed(text)
    assert moment is not None
    assert moment.when.isoformat() == iso


@pytest.mark.parametrize(
    "text",
    [
        "2 giờ trước",
        "Hôm qua",
        "yesterday",
        "Giá vàng 07/12",
        "December 2023",
        "30/02/2024",
        "Tỷ số 3-1",
        "Điện thoại 024.38.2023.99",
        "Thứ Tư, 07/12/2023",  # it was a Thursday
        "Monday, 7 December 2023",
        "07/12/1823",
        "07/12/20238",
        "07/12/2023 " * 20,
    ],
)
def test_what_is_no_printed_date(text: str) -> None:
    assert read_printed(text) is None


def test_the_order_of_day_and_month() -> None:
    assert read_printed("3/4/2024").when.month == 4  # type: ignore[union-attr]
    assert read_printed("3/4/2024", month_first=True).when.month == 3  # type: ignore[union-attr]
    assert read_printed("3/14/2024").when.month == 3  # type: ignore[union-attr]
    assert read_printed("Monday 3/4/2024").when.month == 3  # type: ignore[union-attr]  # April 3rd was a Wednesday


def test_dates_in_addresses() -> None:
    assert path_date("https://example.org/2025/09/04/flood").when.isoformat() == "2025-09-04T00:00:00"  # type: ignore[union-attr]
    assert path_date("https://example.org/n1/2024/0424/c1-402.html").when.day == 24  # type: ignore[union-attr]
    assert path_date("https://example.org/en/2024042/flood") is None
    assert path_date("https://example.org/2025/14/04/flood") is None
    assert id_stamp("https://example.vn/lu-len-20231207153012345.htm").when.minute == 30  # type: ignore[union-attr]
    assert id_stamp("https://example.vn/lu-len-188231207153012345.chn").when.day == 7  # type: ignore[union-attr]
    assert id_stamp("https://example.vn/lu-len-4954454.html") is None


@pytest.mark.parametrize("text", ["9.8 /10", "Range 9.9, 7.1/10", "Soft to medium (3-5/10 firm)", "8.5/10.24"])
def test_a_rating_is_no_date(text: str) -> None:
    assert read_printed(text) is None


@pytest.mark.parametrize("text", ["8 / 10 / 2024", "8.10.24", "8 - 10 - 2024"])
def test_one_sign_between_the_numbers(text: str) -> None:
    moment = read_printed(text)
    assert moment is not None
    assert moment.when.isoformat() == "2024-10-08T00:00:00"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/world/2024/apr/30/flood", "2024-04-30"),
        ("https://example.org/blog/2023/October/3/flood", "2023-10-03"),
        ("https://example.org/world/2024/asia/30/flood", None),
        ("https://example.org/world/2024/april/flood", None),
        ("https://example.org/world/2024/feb/30/flood", None),
    ],
)
def test_months_by_name_in_an_address(url: str, day: str | None) -> None:
    moment = path_date(url)
    assert (moment.when.date().isoformat() if moment else None) == day


@pytest.mark.parametrize(
    ("text", "day"), [("Tue, 11/10/2026 - 14:05", "2026-11-10"), ("Sun, 11/10/2026 - 14:05", "2026-10-11")]
)
def test_a_short_weekday_says_which_number_is_the_month(text: str, day: str) -> None:
    moment = read_machine(text)
    assert moment is not None
    assert moment.when.date().isoformat() == day


def test_a_word_like_a_short_weekday_says_nothing() -> None:
    moment = read_machine("The Sun 10/11/2026 14:05")
    assert moment is not None
    assert moment.when.date().isoformat() == "2026-11-10"


@pytest.mark.parametrize(
    "text",
    [
        "10 พ.ย. 2569 16:40 น.",
        "10 พฤศจิกายน 2569 เวลา 16:40 น.",
        "১০ নভেম্বর ২০২৬, ১৬: ৪০",
        "10 בנובמבר 2026, 16:40",
        "10 تشرين الثاني 2026 16:40",
        "10 نونبر 2026 16:40",
        "10 نومبر 2026 16:40",
        "10. studenoga 2026. - 16:40",
        "10. novembar 2026. 16:40",
        "10 नवम्बर 2026 16:40",
        "10 நவம்பர் 2026, 4:40 pm",
        "2026. november 10. – 16:40",
        "10.nov.2026 às 16h40",
        "ΤΡΙΤΗ 10 ΝΟΕΜΒΡΙΟΥ 2026 16:40",
        "10 Kas 2026 16:40",
    ],
)
def test_dates_of_more_of_the_worlds_press(text: str) -> None:
    moment = read_printed(text)
    assert moment is not None
    assert moment.when.isoformat() == "2026-11-10T16:40:00"


@pytest.mark.parametrize("text", ["10 studenoga 202", "10 נובמברים 2026", "10 พ.ย. 1569", "10.nova.2026"])
def test_words_that_only_begin_like_a_month_and_years_of_no_web(text: str) -> None:
    assert read_printed(text) is None
