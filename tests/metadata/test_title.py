"""The printed headline wins, whatever else names the page."""

from __future__ import annotations

import pytest

from cleaner.metadata.headline import behind_kickers, declared, has_kicker, has_tail, printed
from cleaner.metadata.keys import key
from cleaner.metadata.site import site_keys
from cleaner.metadata.title import read_title
from cleaner.model import Block, Document, Role
from tests.metadata.pages import facts, head, hit, html_page, judged, text_page, verdict_of

HEADLINE = "Cầu mới qua sông Đà thông xe"


def title(document: Document) -> str | None:
    found = facts(document)
    return read_title(found, site_keys(found)).value


def test_one_voice() -> None:
    assert title(html_page(head(title=HEADLINE))) == HEADLINE
    assert title(html_page(head(), f"# {HEADLINE}")) == HEADLINE
    assert title(html_page(head(metas={"og:title": HEADLINE}))) == HEADLINE
    assert title(html_page(head(json_ld=[{"@type": "NewsArticle", "headline": HEADLINE}]))) == HEADLINE


def test_nothing_names_the_page() -> None:
    assert title(html_page(head(), "Một đoạn văn.")) is None


def test_the_printed_headline_beats_two_declarations() -> None:
    declared_as = "Cầu mới sông Đà chính thức thông xe"
    page = html_page(head(title=declared_as, metas={"og:title": declared_as}), f"# {HEADLINE}")
    assert title(page) == HEADLINE


def test_three_declarations_beat_a_printed_headline_that_no_rule_knows() -> None:
    other = "Cầu mới sông Đà chính thức thông xe"
    declared_as = head(title=other, metas={"og:title": other}, json_ld=[{"@type": "NewsArticle", "headline": other}])
    assert title(html_page(declared_as, f"# {HEADLINE}")) == other


def test_the_headline_of_a_site_rule_beats_all_declarations() -> None:
    other = "Cầu mới sông Đà chính thức thông xe"
    story = {"@type": "NewsArticle", "headline": other}
    declared_as = head(other, metas={"og:title": other}, json_ld=[story], hits=[hit("title", HEADLINE, "cms.title")])
    assert title(html_page(declared_as, f"# {HEADLINE}")) == HEADLINE


def test_a_generic_rule_is_no_site_rule() -> None:
    other = "Cầu mới sông Đà chính thức thông xe"
    story = {"@type": "NewsArticle", "headline": other}
    found = [hit("title", HEADLINE, "generic.title")]
    declared_as = head(other, metas={"og:title": other}, json_ld=[story], hits=found)
    assert title(html_page(declared_as, f"# {HEADLINE}")) == other


@pytest.mark.parametrize(("kind", "wins"), [("BlogPosting", True), ("Article", True), ("NewsArticle", False)])
def test_a_blog_s_titles_for_search_engines_do_not_outvote_its_headline(kind: str, wins: bool) -> None:
    other = "Cầu mới sông Đà chính thức thông xe"
    declared_as = head(title=other, metas={"og:title": other}, json_ld=[{"@type": kind, "headline": other}])
    assert title(html_page(declared_as, f"# {HEADLINE}")) == (HEADLINE if wins else other)


def test_a_short_heading_of_a_blog_may_be_its_name() -> None:
    declared_as = head(HEADLINE, metas={"og:title": HEADLINE}, json_ld=[{"@type": "Article", "headline": HEADLINE}])
    assert title(html_page(declared_as, "# Chuyện sông Đà", HEADLINE)) == HEADLINE


def test_a_headline_printed_in_two_halves_is_the_whole_one() -> None:
    whole = f"{HEADLINE}: Dân hai bờ mừng"
    cut = head(title=HEADLINE, metas={"og:title": HEADLINE})
    assert title(html_page(cut, f"# {whole}")) == whole
    assert title(html_page(cut, f"# {HEADLINE} | Dân hai bờ")) == HEADLINE


def test_the_site_s_name_in_an_h1_is_not_the_first_heading() -> None:
    metas = {"og:site_name": "Báo Sông Đà", "og:title": "Ảnh: sông Đà, cầu mới và người đi chợ"}
    page = html_page(head(metas=metas), "# Báo Sông Đà", f"# {HEADLINE}", "# Cầu nào sẽ xây bên sông Đà")
    assert title(page) == HEADLINE


@pytest.mark.parametrize(
    "declared_as",
    [
        f"{HEADLINE} | Báo Sông Đà",
        f"{HEADLINE} - Báo Sông Đà",
        f"Báo Sông Đà: {HEADLINE}",
        f"{HEADLINE} – baosongda.vn",
    ],
)
def test_the_site_is_no_part_of_the_headline(declared_as: str) -> None:
    assert title(html_page(head(title=declared_as, metas={"og:site_name": "Báo Sông Đà"}))) == HEADLINE


def test_the_site_may_stand_twice_before_the_headline() -> None:
    declared_as = f"Báo Sông Đà | BaoSongDa - {HEADLINE}"
    page = html_page(head(title=declared_as, metas={"og:site_name": "Báo Sông Đà"}), "# Chuyên trang")
    assert title(page) == HEADLINE


def test_what_the_title_element_says_before_og_title_is_a_name() -> None:
    declared_as = head(title=f"Nhật ký bờ sông: {HEADLINE}", metas={"og:title": HEADLINE})
    assert title(html_page(declared_as, "# Nhật ký bờ sông", "# Mở đầu")) == HEADLINE


def test_a_headline_is_no_name_because_the_title_element_begins_with_it() -> None:
    declared_as = head(title=f"{HEADLINE} - Ảnh và video", metas={"og:title": HEADLINE})
    assert title(html_page(declared_as, f"# {HEADLINE}")) == HEADLINE
    metas = {"og:title": "Báo Sông Đà", "og:site_name": "Báo Sông Đà"}
    assert title(html_page(head(title=f"{HEADLINE} | Báo Sông Đà", metas=metas), f"# {HEADLINE}")) == HEADLINE


def test_a_long_headline_is_no_name_of_the_site_though_it_is_declared_as_one() -> None:
    long = f"{HEADLINE} sau ba năm chờ đợi"
    site = {"@type": "WebSite", "name": long}
    assert title(html_page(head(title=long, json_ld=[site]), f"# {long}")) == long
    site = {"@type": "WebSite", "name": "Nhật ký bờ sông"}
    assert title(html_page(head(title=HEADLINE, json_ld=[site]), "# Nhật ký bờ sông")) == HEADLINE


def test_a_kicker_that_is_the_sites_name_is_no_part_of_the_headline() -> None:
    declared_as = f"Baosongda Blog: {HEADLINE}"
    page = html_page(head(title=declared_as, metas={"og:title": declared_as}), f"# {HEADLINE}")
    assert title(page) == HEADLINE
    other = f"Giao thông: {HEADLINE}"
    assert title(html_page(head(title=other, metas={"og:title": other}), f"# {HEADLINE}")) == other


def test_a_dash_inside_the_headline_stays() -> None:
    text = "Sông Đà - dòng sông của những cây cầu"
    assert title(html_page(head(title=text, metas={"og:site_name": "Báo Sông Đà"}))) == text


def test_a_logo_in_an_h1_is_not_the_headline() -> None:
    page = html_page(head(title=HEADLINE, metas={"og:site_name": "Báo Sông Đà"}), "# Báo Sông Đà", f"# {HEADLINE}")
    found = facts(page)
    result = read_title(found, site_keys(found))
    assert result.value == HEADLINE
    assert verdict_of(result.candidates, "Báo Sông Đà").startswith("rejected")


def test_an_h1_that_nothing_resembles_loses_to_the_declared_title() -> None:
    page = html_page(head(title=HEADLINE, metas={"og:title": HEADLINE}), "# Chuyên mục phóng sự")
    assert title(page) == HEADLINE


def test_an_h1_alone_is_taken_even_if_it_looks_like_a_label() -> None:
    assert title(html_page(head(), "# Chuyên mục phóng sự")) == "Chuyên mục phóng sự"


def test_og_title_says_that_the_kicker_in_the_h1_is_none_of_the_headline() -> None:
    page = html_page(head(metas={"og:title": HEADLINE}), f"# Giao thông - {HEADLINE}")
    assert title(page) == HEADLINE


def test_og_title_says_that_the_kicker_belongs_to_the_headline() -> None:
    page = html_page(head(metas={"og:title": f"Hòa Bình: {HEADLINE}"}), f"# {HEADLINE}")
    assert title(page) == f"Hòa Bình: {HEADLINE}"


def test_one_headline_behind_two_kickers() -> None:
    page = html_page(head(metas={"og:title": f"Hòa Bình: {HEADLINE}"}), f"# Giao thông - {HEADLINE}")
    assert title(page) == HEADLINE


def test_words_glued_by_the_markup_are_spelled_as_declared() -> None:
    page = html_page(head(metas={"og:title": "Hòa Bình / Cầu thông xe"}), "# Hòa BìnhCầu thông xe")
    assert title(page) == "Hòa Bình / Cầu thông xe"


def test_a_badge_in_front_is_left_to_the_declared_spelling() -> None:
    page = html_page(head(metas={"og:title": "Trực tiếp: Bão số 9 vào bờ"}), "# ● TRỰC TIẾP Bão số 9 vào bờ")
    assert title(page) == "Trực tiếp: Bão số 9 vào bờ"
    page = html_page(head(metas={"og:title": "Trực tiếp: Bão số 9 vào bờ"}), "# TRỰC TIẾP Bão số 9 vào bờ")
    assert title(page) == "TRỰC TIẾP Bão số 9 vào bờ"


def test_printed_quotes_are_kept() -> None:
    page = html_page(head(metas={"og:title": "Dân làng 'chờ' cầu mới"}), "# Dân làng “chờ” cầu mới")
    assert title(page) == "Dân làng “chờ” cầu mới"


def test_entities_and_soft_hyphens() -> None:
    assert title(html_page(head(metas={"og:title": "Bia &amp; bóng đá"}))) == "Bia & bóng đá"
    assert title(html_page(head(), "# Stra\u00adßen\u00adbau")) == "Straßenbau"


def test_a_judged_title_of_a_text_page() -> None:
    document, verdicts = text_page((Role.TITLE, HEADLINE), (Role.BODY, "Sáng nay cầu đã thông xe."))
    found = facts(document, verdicts)
    assert read_title(found, site_keys(found)).value == HEADLINE


def test_a_text_page_without_a_title_has_none() -> None:
    document, verdicts = text_page((Role.BODY, "Sáng nay cầu đã thông xe."))
    found = facts(document, verdicts)
    assert read_title(found, site_keys(found)).value is None


def test_headings_in_menus_are_left_out_where_there_are_others() -> None:
    from cleaner import flags

    menu = Block(0, "Thực đơn", tag="h1", flags=flags.NAV)
    assert [block.text for block in facts(html_page(head(), menu, f"# {HEADLINE}")).headings] == [HEADLINE]
    assert [block.text for block in facts(html_page(head(), menu)).headings] == ["Thực đơn"]


def test_a_page_without_h1_finds_the_block_that_prints_the_title() -> None:
    page = html_page(head(title=HEADLINE), "Trang chủ", HEADLINE, "Đoạn văn.")
    assert [block.index for block in facts(page).headings] == [1]


def test_verdicts_say_who_agreed() -> None:
    page = html_page(head(title=f"{HEADLINE} | Báo Sông Đà", metas={"og:title": "Tin cầu đường"}), f"# {HEADLINE}")
    found = facts(page, [judged(Role.TITLE)])
    verdicts = [candidate.verdict for candidate in read_title(found, site_keys(found)).candidates]
    assert verdicts == ["chosen", "weaker", "agrees"]


def test_headline_forms() -> None:
    names = frozenset({key("Tin Nhanh")})
    assert declared("Lũ lên | Tin Nhanh", names).text == "Lũ lên"
    assert declared("Lũ lên, Tin Nhanh, 3.5.2024", names).text == "Lũ lên"
    assert declared("Lũ lên, dân chạy", names).text == "Lũ lên, dân chạy"
    assert has_tail(printed("Lũ lên - Thời sự"), key("Lũ lên"))
    assert not has_tail(printed("Lũ lên cao"), key("Lũ lên"))
    assert has_kicker(printed("Thời sự: Lũ lên"), key("Lũ lên"))
    assert not has_kicker(printed("Nước Lũ lên"), key("Lũ lên"))
    assert list(behind_kickers("A - B: C")) == ["B: C", "C"]
