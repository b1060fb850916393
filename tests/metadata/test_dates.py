"""Which of a page's dates is the publication, and in which zone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaner import clean, flags
from cleaner.metadata.dates import Dates, read_dates
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.published_day import published_day
from cleaner.model import Block, Document, Role, Verdict
from tests.metadata.pages import URL, facts, head, hit, html_page, judged, text_page, verdict_of


def dates(document: Document, language: str = "vi", verdicts: Sequence[Verdict] = ()) -> Dates:
    return read_dates(facts(document, verdicts), language)


def published(document: Document, language: str = "vi", verdicts: Sequence[Verdict] = ()) -> str | None:
    when = dates(document, language, verdicts).published
    return when.isoformat() if when else None


def story(**values: str) -> dict[str, str]:
    return {"@type": "NewsArticle", **values}


def test_json_ld_before_meta_before_print() -> None:
    page = html_page(
        head(
            metas={"article:published_time": "2024-05-11T08:00:00+07:00"},
            json_ld=[story(datePublished="2024-05-12T08:30:00+07:00", dateModified="2024-05-13T08:00:00+07:00")],
        ),
        "# Lũ về",
        "10/05/2024 07:00",
    )
    found = dates(page)
    assert found.published is not None
    assert found.published.isoformat() == "2024-05-12T08:30:00+07:00"
    assert found.modified is not None
    assert found.modified.isoformat() == "2024-05-13T08:00:00+07:00"
    assert verdict_of(found.published_from, "2024-05-11T08:00:00+07:00") == "weaker"


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time",
        "datepublished",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date",
        "date",
        "published",
        "og:publish_date",
    ],
)
def test_meta_elements(name: str) -> None:
    assert published(html_page(head(metas={name: "2024-05-12T08:30:00+07:00"}))) == "2024-05-12T08:30:00+07:00"


@pytest.mark.parametrize(("language", "month"), [("en-US", 4), ("en-GB", 5)])
def test_declared_dates_have_the_order_of_the_page_too(language: str, month: int) -> None:
    declared = (
        head(language=language, metas={"date": "04/05/2024"}),
        head(language=language, json_ld=[story(datePublished="04/05/2024", dateModified="04/05/2024")]),
    )
    for page in (html_page(one, url="https://paper.example.com/x") for one in declared):
        found = dates(page, "en")
        day = published_day(page)
        assert found.published
        assert day
        assert found.published.month == day.month == month
    assert found.modified
    assert found.modified.month == month


def test_a_printed_line_near_the_headline() -> None:
    assert published(html_page(head(), "# Lũ về", "12/05/2024 08:30", "Đoạn.")) == "2024-05-12T08:30:00+07:00"


def test_no_date_is_invented() -> None:
    prose = (
        "Năm 2019, ngày 12/05, nước dâng; đến 13/05/2019 thì rút, theo lời kể của những người dân sống ở ven sông Đà."
    )
    assert published(html_page(head(), "# Lũ về", prose)) is None
    assert published(html_page(head(), "# Lũ về", "2 giờ trước")) is None


def test_the_masthead_clock_is_rejected() -> None:
    clock = Block(0, "Thứ Hai, 20/05/2024", flags=flags.HEADER)
    assert published(html_page(head(), clock, "# Lũ về", "Đoạn.")) is None
    found = dates(html_page(head(), clock, "# Lũ về", "12/05/2024 08:30"))
    assert found.published is not None
    assert found.published.day == 12
    assert verdict_of(found.published_from, "Thứ Hai, 20/05/2024") == "rejected: masthead clock"


def test_a_date_above_the_headline_in_the_same_header_is_its_date() -> None:
    date = Block(0, "12/05/2024", flags=flags.HEADER)
    headline = Block(0, "Lũ về", tag="h1", flags=flags.HEADER)
    assert published(html_page(head(), date, headline)) == "2024-05-12T00:00:00+07:00"


def test_a_licence_date_is_rejected() -> None:
    page = html_page(head(), "# Lũ về", "Giấy phép số 12 cấp ngày 12/05/2024")
    assert published(page) is None


def test_a_footer_date_is_rejected() -> None:
    assert published(html_page(head(), "# Lũ về", Block(0, "12/05/2024", flags=flags.FOOTER))) is None


def test_a_weekday_that_contradicts_rejects_the_line() -> None:
    assert published(html_page(head(), "# Lũ về", "Thứ Hai, 12/05/2024")) is None  # a Sunday
    assert published(html_page(head(), "# Lũ về", "Chủ Nhật, 12/05/2024")) == "2024-05-12T00:00:00+07:00"


def test_teaser_dates_far_below_are_not_read() -> None:
    page = html_page(head(hits=[hit("published", "2024-05-01T00:00", "generic.time", 60)]), "# Lũ", *["Đoạn."] * 70)
    assert published(page) is None


def test_the_number_in_the_address_is_no_publication() -> None:
    found = dates(html_page(head(), url=URL))
    assert found.published is None
    assert verdict_of(found.published_from, URL).startswith("rejected: the time of creation")


def test_a_dated_path_is_a_publication() -> None:
    assert published(html_page(head(), url="https://example.org/2024/05/12/flood"), "en") == "2024-05-12T00:00:00+00:00"


def test_the_day_gets_its_time_from_another_reading_of_that_day() -> None:
    declared = [story(datePublished="2024-05-12")]
    assert published(html_page(head(json_ld=declared), "# Lũ về")) == "2024-05-12T00:00:00+07:00"
    assert not dates(html_page(head(json_ld=declared), "# Lũ về")).timed
    verdicts = [judged(Role.TITLE), judged(Role.DATE)]
    timed = html_page(head(json_ld=declared), "# Lũ về", "12/05/2024 08:30")
    assert published(timed, verdicts=verdicts) == "2024-05-12T08:30:00+07:00"
    other_day = html_page(head(json_ld=declared), "# Lũ về", "13/05/2024 08:30")
    assert published(other_day, verdicts=verdicts) == "2024-05-12T00:00:00+07:00"


def test_zones() -> None:
    naive = html_page(head(json_ld=[story(datePublished="2024-05-12T08:30:00")]), url="https://example.org/a")
    assert published(naive, "vi") == "2024-05-12T08:30:00+07:00"
    assert published(naive, "en") == "2024-05-12T08:30:00+00:00"
    stated = head(json_ld=[story(datePublished="2024-05-12T08:30:00", dateModified="2024-05-12T09:00:00+02:00")])
    assert published(html_page(stated, url="https://example.org/a"), "de") == "2024-05-12T08:30:00+02:00"
    utc = html_page(head(json_ld=[story(datePublished="2024-05-12T08:30:00Z")]))
    assert published(utc, "vi") == "2024-05-12T15:30:00+07:00"
    assert published(utc, "en") == "2024-05-12T08:30:00+00:00"


@pytest.mark.parametrize(
    ("printed", "offset"),
    [
        ("November 2, 2026 at 2:30 PM ET", "-05:00"),
        ("July 2, 2026, 2:30 p.m. (ET)", "-04:00"),
        ("Updated 9:05 AM PT, Mon November 2, 2026", "-08:00"),
        ("07/12/2023 15:30+07", "+07:00"),
        ("07/12/2023 15:30 +0700", "+07:00"),
        ("le 2 novembre 2026 à 14:30 et mis à jour", ""),
        ("Nov. 2, 2026, 2:30 p.m. ETA", ""),
        ("07/12/2023 15:30 +17 comments", ""),
    ],
)
def test_the_zone_behind_a_printed_time(printed: str, offset: str) -> None:
    moment = read_printed(printed)
    assert moment is not None
    assert moment.when.isoformat()[19:] == offset


def test_local_time_labelled_utc_is_found_out_by_the_printed_clock() -> None:
    verdicts = [judged(Role.TITLE), judged(Role.DATE)]
    page = html_page(head(json_ld=[story(datePublished="2024-05-12T08:30:00Z")]), "# Lũ về", "12/05/2024 08:30")
    assert published(page, "vi", verdicts) == "2024-05-12T08:30:00+07:00"


def test_a_change_is_the_date_only_where_no_other_is_printed() -> None:
    updated = html_page(head(), "# Flood", "Updated May 12, 2024")
    assert published(updated, "en") == "2024-05-12T00:00:00+07:00"  # .vn
    both = html_page(head(), "# Flood", "May 10, 2024", "Updated May 12, 2024")
    found = dates(both, "en")
    assert found.published is not None
    assert found.published.day == 10
    assert found.modified is not None
    assert found.modified.day == 12
    vietnamese = dates(html_page(head(), "# Bão vào", "Đăng ngày: 10/05/2024", "Sửa đổi ngày: 12/05/2024 - 09:00"))
    assert vietnamese.published is not None
    assert vietnamese.published.day == 10
    assert vietnamese.modified is not None
    assert vietnamese.modified.day == 12


@pytest.mark.parametrize(
    ("changed", "line", "day"),
    [
        ("2024-06-20", "10/05/2024", "2024-05-10"),  # both written anew with every change
        ("2024-06-19", "10/05/2024", "2024-05-10"),
        ("2024-06-21", "10/05/2024", "2024-06-20"),  # changed later: the declared day is its own
        ("2024-06-20", "19/06/2024", "2024-06-20"),  # another zone's day
        ("2024-06-20", "10/07/2024", "2024-06-20"),
    ],
)
def test_a_day_written_anew_with_every_change_is_not_the_publication(changed: str, line: str, day: str) -> None:
    declared = head(
        json_ld=[story(datePublished="2024-06-20T08:00:00+07:00", dateModified=f"{changed}T08:00:00+07:00")]
    )
    page = html_page(declared, "# Lũ về", line)
    assert (published(page, verdicts=[judged(Role.TITLE), judged(Role.DATE)]) or "")[:10] == day


def test_a_teaser_s_earlier_date_does_not_reject_a_declared_one() -> None:
    moment = "2024-06-20T08:00:00+07:00"
    declared = head(json_ld=[story(datePublished=moment, dateModified=moment)])
    page = html_page(declared, "# Lũ về", *["Một đoạn văn."] * 9, "10/05/2024")
    verdicts = [judged(Role.TITLE), *[judged(Role.BODY)] * 9, judged(Role.DATE)]
    assert published(page, verdicts=verdicts) == moment


def test_american_order_is_taken_from_the_page() -> None:
    for language, month in (("en-US", 3), ("en-GB", 4), ("de", 4)):
        page = html_page(head(language=language), "# Flood", "3/4/2024", url="https://example.org/a")
        found = dates(page, "en").published
        assert found is not None
        assert found.month == month


def test_a_text_page_reads_its_judged_lines() -> None:
    document, verdicts = text_page((Role.TITLE, "Lũ về"), (Role.DATE, "Chủ Nhật, 12/05/2024 - 08:16"))
    assert published(document, "vi", verdicts) == "2024-05-12T08:16:00+07:00"
    document, verdicts = text_page((Role.TITLE, "Lũ về ngày 12/05/2024"), (Role.BODY, "Sáng 12/05/2024, nước lên."))
    assert published(document, "vi", verdicts) is None


def test_unreadable_declarations_are_rejected_not_raised() -> None:
    page = html_page(
        head(metas={"article:published_time": "{{published}}"}, json_ld=[{"@type": "Article", "datePublished": ["x"]}])
    )
    found = dates(page)
    assert found.published is None
    assert verdict_of(found.published_from, "{{published}}") == "rejected: not a date"


def test_a_declared_change_is_no_publication() -> None:
    page = html_page(head(metas={"article:modified_time": "2024-05-12T08:30:00+07:00"}), "# Flood", "Long text.")
    found = dates(page, "en")
    assert found.published is None
    assert found.modified is not None
    assert found.modified.isoformat() == "2024-05-12T08:30:00+07:00"


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<script>var page = {"created": "2024-05-12", "pubDate": "2024-05-12T08:30:00"}</script>',
        '<script type="application/json">{"props": {"date": "2024-05-12"}}</script>',
        '<img src="/uploads/2024-05-12-bridge.jpg" alt="The bridge">',
        '<img src="/wp-content/uploads/2024/05/12/bridge.jpg" alt="The bridge">',
        '<a href="/news/2024/05/12/storm">The storm that came at night and what it left behind</a>',
        "<footer>Open today, May 12, 2024, from nine to five</footer>",
        "<p>The bridge has been closed since May 12, 2024, when a lorry hit its railing at night and fled.</p>",
        "<p>© 2024 The Paper</p>",
    ],
)
def test_no_date_is_borrowed(elsewhere: str) -> None:
    story = "<p>The council said that the old bridge over the river would be closed for repairs until the spring.</p>"
    page = f"<html lang=en><body><h1>The bridge is closed</h1>{story * 3}{elsewhere}</body></html>"
    assert clean(page, url="https://paper.example.com/bridge").article.published is None


@pytest.mark.parametrize(
    ("changed", "language"),
    [
        ("Data actualizării: 12.05.2024 15:03", "ro"),
        ("수정 2024-05-12 15:00", "ko"),
        ("Aangepast 12 mei 2024 15:00", "nl"),
    ],
)
def test_the_line_of_the_last_change_before_that_of_the_publication(changed: str, language: str) -> None:
    both = html_page(head(), "# Flood", changed, "10.05.2024 14:22")
    assert str(published(both, language)).startswith("2024-05-10T14:22")
    assert str(published(html_page(head(), "# Flood", changed), language)).startswith("2024-05-12T15:0")


def test_figures_behind_a_month_are_no_year_of_the_buddha() -> None:
    assert published(html_page(head(), "# Влак", "10 ное 264218 прочитания"), "bg") is None


def test_the_line_that_names_the_author_is_nearer_than_a_comment_s_date() -> None:
    page = (
        "<html lang=vi><body><h1>Hẻm biết thở</h1><div class=author>Lê Lan08:30 | 15/11/2026</div>"
        + "".join(f"<p>Đoạn {n} kể chuyện con hẻm nhỏ, nơi bà con trồng dây leo và gom nước mưa.</p>" for n in range(8))
        + "<div class=comment><b>Minh Khôi</b><p>Hẻm nhà tôi cũng nóng.</p><span>16/11/2026 09:41</span></div>"
    )
    article = clean(page, url="https://x.vn/a").article
    assert article.published is not None
    assert article.published.isoformat() == "2026-11-15T08:30:00+07:00"
