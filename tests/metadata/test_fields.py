"""Section, tags, site, address, agency, dateline, description: hits and the traps beside them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaner.flags import ANCHOR
from cleaner.metadata.address import read_url
from cleaner.metadata.agency import read_agency
from cleaner.metadata.dateline import read_dateline
from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.pieces import link_texts, pieces
from cleaner.metadata.robots import read_robots
from cleaner.metadata.section import read_section
from cleaner.metadata.site import blog_name, host_label, read_site_name, site_keys
from cleaner.metadata.summary import read_descriptions
from cleaner.metadata.tags import read_tags
from cleaner.model import Author, Block, Document, Role, Run, Verdict
from tests.metadata.pages import URL, facts, head, hit, html_page, judged, text_page, verdict_of

TITLE = "Đội bóng làng vô địch"


# -- section -------------------------------------------------------------------------------------
def section(document: Document, verdicts: Sequence[Verdict] = ()) -> str | None:
    found = facts(document, verdicts)
    return read_section(found, TITLE, site_keys(found)).value


def trail(*names: str) -> dict[str, object]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [{"position": place, "item": {"name": name}} for place, name in enumerate(names, 1)],
    }


def test_the_last_step_of_the_breadcrumb() -> None:
    assert section(html_page(head(json_ld=[trail("Trang chủ", "Thể thao", "Bóng đá")]))) == "Bóng đá"


def test_home_and_headline_are_no_section() -> None:
    assert section(html_page(head(json_ld=[trail("Home", "Thể thao", TITLE)]))) == "Thể thao"
    assert section(html_page(head(json_ld=[trail("Trang chủ", TITLE)]), url=None)) is None


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("Trang chủ", "Thể thao", "ẢNH"), "Thể thao"),
        (("Trang chủ", "Video", "Thể thao"), "Thể thao"),
        (("Trang chủ", "Video"), "Video"),
        (("Home", "Arts", "Photography"), "Photography"),
    ],
)
def test_what_a_page_is_made_of_is_no_section_below_one(steps: tuple[str, ...], name: str) -> None:
    assert section(html_page(head(json_ld=[trail(*steps)]))) == name


def test_breadcrumb_in_positions_out_of_order() -> None:
    mixed = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"position": 2, "name": "Bóng đá"}, {"position": "1", "name": "Thể thao"}],
    }
    assert section(html_page(head(json_ld=[mixed]))) == "Bóng đá"


@pytest.mark.parametrize("trailing", [{}, {"itemListElement": 5}, {"itemListElement": ["x", None]}])
def test_a_breadcrumb_without_steps(trailing: dict[str, object]) -> None:
    page = html_page(head(metas={"article:section": "Thể thao"}, json_ld=[{"@type": "BreadcrumbList", **trailing}]))
    assert section(page) == "Thể thao"


def test_lists_of_sections_give_the_last() -> None:
    assert section(html_page(head(metas={"article:section": "Thể thao,Bóng đá"}))) == "Bóng đá"
    story = {"@type": "NewsArticle", "articleSection": ["Thể thao", "Bóng đá"]}
    assert section(html_page(head(json_ld=[story]))) == "Bóng đá"


def test_a_rule_that_finds_the_whole_path() -> None:
    path = hit("section", "Thể thao Bóng đá", block=0)
    assert section(html_page(head(hits=[path]), "Thể thao", "Bóng đá", "Đoạn.")) == "Bóng đá"


def test_a_last_step_that_leads_to_this_page_is_no_section() -> None:
    steps = [{"position": 1, "name": "Bóng đá", "item": "https://x.vn/bong-da"}, {"position": 2, "name": "Vô địch"}]
    own = [steps[0], {**steps[1], "item": {"@id": URL}}]
    other = [steps[0], {**steps[1], "item": {"@id": "https://x.vn/vo-dich"}}]
    assert section(html_page(head(json_ld=[{"@type": "BreadcrumbList", "itemListElement": own}]))) == "Bóng đá"
    assert section(html_page(head(json_ld=[{"@type": "BreadcrumbList", "itemListElement": other}]))) == "Vô địch"


def test_another_spelling_of_the_headline_is_no_section() -> None:
    spelled = head(metas={"og:title": "Làng nhỏ có cúp"}, json_ld=[trail("Thể thao", "Làng nhỏ có cúp")])
    assert section(html_page(spelled)) == "Thể thao"
    short = html_page(head(json_ld=[trail("Thể thao", "Bóng đá")]), "# Bóng đá", "Đội bóng làng vô địch")
    assert section(short) == "Bóng đá"  # an <h1> may name the section


@pytest.mark.parametrize(
    "name", ["Uncategorized", "Category: Uncategorized", "Chưa phân loại", "Cart", "< Back to all"]
)
def test_what_stands_where_there_is_no_section(name: str) -> None:
    assert section(html_page(head(metas={"article:section": name}), url=None)) is None


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Category: Floods", "Floods"),
        ("Training>", "Training"),
        ("Back pain", "Back pain"),
        ("World Cup 2026", "World Cup 2026"),
    ],
)
def test_signs_and_labels_around_a_section(written: str, name: str | None) -> None:
    assert section(html_page(head(metas={"article:section": written}), url=None)) == name


def test_a_path_from_the_home_page_without_a_name() -> None:
    runs = (Run("Trang chủ", ANCHOR, "/"), Run(" "), Run("Bóng đá", ANCHOR, "/b1.html"))
    path = Block(0, "Trang chủ Bóng đá", runs=runs, links=2)
    assert section(html_page(head(), path, "# Vô địch", url=None)) == "Bóng đá"
    assert section(html_page(head(), path, *["Một đoạn."] * 3, "# Vô địch", url=None)) is None
    menu = Block(0, "Home Terms", runs=(Run("Home", ANCHOR, "/"), Run(" "), Run("Terms", ANCHOR, "/t")), links=2)
    assert section(html_page(head(), menu, "# Vô địch", url=None)) is None


def test_a_declared_subject_goes_before_a_form() -> None:
    form = trail("Home", "Blog")
    story = {"@type": "Article", "articleSection": "Bóng đá"}
    assert section(html_page(head(json_ld=[form, story]), url=None)) == "Bóng đá"
    assert section(html_page(head(json_ld=[form]), url=None)) == "Blog"
    assert section(html_page(head(json_ld=[trail("Home", "Thể thao"), story]), url=None)) == "Thể thao"


def test_judged_sections_count_near_the_headline_only() -> None:
    roles = [judged(Role.SECTION), judged(Role.TITLE)]
    assert section(html_page(head(), "Bóng đá", "# Vô địch", url=None), roles) == "Bóng đá"
    far = html_page(head(), "# Vô địch", *["Một đoạn."] * 9, "Giỏ hàng", url=None)
    assert section(far, [judged(Role.TITLE), *[judged(Role.BODY)] * 9, judged(Role.SECTION)]) is None
    dated = html_page(head(), "22 November 2026", "# Vô địch", url=None)
    assert section(dated, roles) is None


def test_the_menu_entry_that_the_address_spells() -> None:
    assert (
        section(html_page(head(), "Thời sự", "Thể thao", "# Đội bóng", "Thể thao là niềm vui của cả làng này."))
        == "Thể thao"
    )
    assert section(html_page(head(), "Thời sự", "# Đội bóng")) is None
    assert section(html_page(head(), "The Thao", url="http://[bad")) is None


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("o-to", "Ô tô"),
        ("am-thuc", "Ẩm thực"),
        ("y-kien", "Ý kiến"),
        ("doi-song", "Đời sống"),
        ("doi-song", "\u00d0ời sống"),
    ],
)
def test_menu_entries_that_begin_with_a_marked_letter(step: str, name: str) -> None:
    page = html_page(head(), "Thời sự", name, "# Đội bóng", url=f"https://bao.example.vn/{step}/doi-bong-1.html")
    assert section(page) == name


# -- tags ----------------------------------------------------------------------------------------
def tags(document: Document, verdicts: Sequence[Verdict] = ()) -> tuple[str, ...]:
    found = facts(document, verdicts)
    return read_tags(found, TITLE, "Thể thao", site_keys(found)).value


def test_tags_of_a_rule_before_keywords() -> None:
    found = [hit("tags", "bóng đá"), hit("tags", "làng Đông")]
    assert tags(html_page(head(metas={"keywords": "thể thao, tin tức"}, hits=found))) == ("bóng đá", "làng Đông")


def test_declared_tags_once_each_in_order() -> None:
    assert tags(html_page(head(metas={"article:tag": ("bóng đá", "Làng Đông", "Bóng đá")}))) == ("bóng đá", "Làng Đông")
    assert tags(html_page(head(metas={"keywords": "bóng đá, làng Đông, "}))) == ("bóng đá", "làng Đông")
    story = {"@type": "NewsArticle", "keywords": ["bóng đá", "làng Đông"]}
    assert tags(html_page(head(json_ld=[story]))) == ("bóng đá", "làng Đông")


def test_what_is_no_tag() -> None:
    sentence = "Đội bóng của ngôi làng nhỏ bên sông vừa thắng trận chung kết hôm qua trên sân nhà"
    assert tags(html_page(head(metas={"keywords": sentence}))) == ()
    assert tags(html_page(head(metas={"keywords": TITLE}))) == ()
    assert tags(html_page(head(metas={"keywords": "Báo Sông Đà", "og:site_name": "Báo Sông Đà"}))) == ()
    assert tags(html_page(head(metas={"keywords": "Thể thao"}))) == ()


def test_keywords_of_a_site_are_no_tags() -> None:
    assert tags(html_page(head(metas={"keywords": "xã Sông Đà, trang thông tin điện tử, DotNetNuke"}))) == ()
    assert tags(html_page(head(metas={"keywords": "Đọc báo, báo điện tử, bóng đá"}))) == ()
    assert tags(html_page(head(metas={"keywords": "bóng đá, thông tin điện tử"}))) == ("bóng đá", "thông tin điện tử")


def test_a_label_is_no_tag() -> None:
    line = hit("tags", "Từ khóa: bóng đá làng Đông", block=0)
    assert tags(html_page(head(hits=[line]), "Từ khóa:", "bóng đá", "làng Đông")) == ("bóng đá", "làng Đông")


def test_links_side_by_side_under_a_label_of_its_own() -> None:
    row = Block(1, "bóng đálàng Đông", runs=(Run("bóng đá", ANCHOR, "/a"), Run("làng Đông", ANCHOR, "/b")), links=2)
    found = hit("tags", "Chủ đề:bóng đálàng Đông", block=0)
    assert tags(html_page(head(hits=[found]), "Chủ đề:", row)) == ("bóng đá", "làng Đông")


def test_a_thread_of_stories_is_no_tag() -> None:
    def line(text: str, *names: str) -> Block:
        return Block(0, text, runs=tuple(Run(name, ANCHOR, f"/{name}") for name in names), links=len(names))

    thread, row = line("Sự kiện: Giải làng", "Giải làng"), line("Từ khóa: bóng đá, sân cỏ", "bóng đá", "sân cỏ")
    page = html_page(head(), "Một đoạn.", thread, row)
    assert tags(page, [judged(Role.BODY), judged(Role.TAGS), judged(Role.TAGS)]) == ("bóng đá", "sân cỏ")


def test_links_of_a_judged_tag_line() -> None:
    runs = (Run("Tags: "), Run("bóng đá", ANCHOR, "/a"), Run(" "), Run("làng Đông", ANCHOR, "/b"))
    line = Block(0, "Tags: bóng đá làng Đông", runs=runs)
    assert tags(html_page(head(), line), [judged(Role.TAGS)]) == ("bóng đá", "làng Đông")
    plain, verdicts = text_page((Role.TAGS, "Từ khóa: bóng đá, làng Đông"))
    assert tags(plain, verdicts) == ("bóng đá", "làng Đông")


def test_pieces_of_a_container() -> None:
    blocks = [Block(0, "A b"), Block(1, "C"), Block(2, "D")]
    assert pieces(hit("tags", "A b C", block=0), blocks) == ["A b", "C"]
    assert pieces(hit("tags", "A b X", block=0), blocks) == ["A b X"]
    assert pieces(hit("tags", "A", block=0), blocks) == ["A"]
    linked = Block(0, "A C", runs=(Run("A", ANCHOR, "/a"), Run(" "), Run("C", ANCHOR, "/c")))
    assert pieces(hit("tags", "A C", block=0), [linked]) == ["A", "C"]
    split = Block(0, "A C", runs=(Run("A ", ANCHOR, "/a"), Run("C", ANCHOR | 1, "/a")))
    assert link_texts(split) == ["A C"]


# -- site ----------------------------------------------------------------------------------------
def site(document: Document, verdicts: Sequence[Verdict] = (), publication: str = "") -> str | None:
    return read_site_name(facts(document, verdicts), publication).value


def test_site_names_in_order_of_trust() -> None:
    publisher = {"@type": "NewsArticle", "publisher": {"name": "Sông Đà Online"}}
    metas = {"og:site_name": "Báo Sông Đà"}
    assert site(html_page(head(metas=metas, json_ld=[publisher]))) == "Báo Sông Đà"
    assert site(html_page(head(json_ld=[publisher]))) == "Sông Đà Online"
    assert site(html_page(head(json_ld=[{"@type": "NewsArticle", "publisher": "Sông Đà Online"}]))) == "Sông Đà Online"
    assert site(html_page(head())) == "baosongda.vn"


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("Báo Sông Đà -", "Báo Sông Đà"),
        ("| Báo Sông Đà |", "Báo Sông Đà"),
        ("Tin tức - Báo Sông Đà", "Tin tức - Báo Sông Đà"),
    ],
)
def test_signs_at_the_ends_are_no_part_of_a_site_s_name(declared: str, name: str) -> None:
    assert site(html_page(head(metas={"og:site_name": declared}))) == name


@pytest.mark.parametrize("declared", ["Blog", "Homepage", "Trang chủ"])
def test_what_a_template_says_is_no_site_s_name(declared: str) -> None:
    publisher = {"@type": "NewsArticle", "publisher": {"name": "Sông Đà Blog"}}
    assert site(html_page(head(metas={"og:site_name": declared}, json_ld=[publisher]))) == "Sông Đà Blog"


def test_an_official_site_is_named_at_the_title_s_end() -> None:
    name = "Trang thông tin điện tử xã Sông Đà"
    assert site(html_page(head(f"Vô địch - {name}"))) == name
    assert (
        site(html_page(head("Vô địch - Cổng thông tin điện tử"))) == "baosongda.vn"
    )  # of which office it does not say
    assert site(html_page(head("Vô địch - Trang nhất"))) == "baosongda.vn"
    assert site(html_page(head("Vô địch - Báo Vùng Cao điện tử"))) == "Báo Vùng Cao điện tử"
    assert site(html_page(head("Vô địch - Báo Vùng Cao nói gì"))) == "baosongda.vn"
    assert site(html_page(head("Vô địch - Tin nổi bật - Cổng thông tin xã Sông Đà"))) == "Cổng thông tin xã Sông Đà"


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("Báo Sông Đà Online - Vô địch", "Báo Sông Đà Online"),
        ("Báo Sông Đà | Vô địch", "Báo Sông Đà"),
        ("Báo Sông Đà nói gì về giải làng - Vô địch", "baosongda.vn"),
        ("Báo Sông Đà Online", "baosongda.vn"),
    ],
)
def test_a_name_that_spells_the_host_may_open_the_title(declared: str, name: str) -> None:
    assert site(html_page(head(declared))) == name


def test_a_handle_names_the_site_last_and_without_its_sign() -> None:
    handle = {"twitter:site": "@baosongda"}
    assert site(html_page(head(metas=handle))) == "baosongda"
    assert site(html_page(head("Vô địch | Báo Sông Đà", metas=handle))) == "Báo Sông Đà"
    assert site(html_page(head("Vô địch | Baosongda", metas=handle))) == "Baosongda"
    assert site(html_page(head(metas={"twitter:site": "@songda_bao"}))) == "baosongda.vn"


def test_an_address_is_no_name() -> None:
    page = html_page(head(metas={"og:site_name": "https://baosongda.vn"}))
    found = read_site_name(facts(page))
    assert found.value == "baosongda.vn"
    assert verdict_of(found.candidates, "https://baosongda.vn") == "rejected: an address, not a name"


def test_the_name_that_spells_the_host() -> None:
    assert site(html_page(head(metas={"copyright": "Báo Sông Đà"}))) == "Báo Sông Đà"
    assert site(html_page(head(metas={"copyright": "Công ty Nước sạch"}))) == "baosongda.vn"
    assert site(html_page(head(title=f"{TITLE} | Báo Sông Đà"))) == "Báo Sông Đà"


def test_the_packs_name_stands_in_for_the_host() -> None:
    assert site(html_page(head()), publication="Báo Sông Đà") == "Báo Sông Đà"
    assert (
        site(html_page(head(metas={"og:site_name": "Sông Đà Online"})), publication="Báo Sông Đà") == "Sông Đà Online"
    )


def test_a_text_page_names_its_site_only_if_an_address_bears_it_out() -> None:
    lines = ((Role.BYLINE, "PV/SONGDA.VN"), (Role.SOURCE_URL, "https://songda.vn/a-1.html"))
    assert site(*text_page(*lines)) == "SONGDA.VN"
    assert site(*text_page(lines[0])) is None
    assert site(*text_page(lines[0], (Role.SOURCE_URL, "https://example.de/1"))) is None


def test_host_labels() -> None:
    assert [host_label(host) for host in ("dantri.com.vn", "bbc.co.uk", "news.example.org", "localhost", "")] == [
        "dantri", "bbc", "example", "", "",
    ]  # fmt: skip


# -- address -------------------------------------------------------------------------------------
def test_addresses_in_order_of_trust() -> None:
    page = html_page(
        head(metas={"og:url": "https://www.baosongda.vn/b.htm"}, canonical="https://www.baosongda.vn/a.htm")
    )
    assert read_url(facts(page)).value == "https://www.baosongda.vn/a.htm"
    assert read_url(facts(html_page(head()))).value == URL
    assert read_url(facts(html_page(head(), url=None))).value is None


def test_a_canonical_home_page_is_a_templates_mistake() -> None:
    page = html_page(head(canonical="https://www.baosongda.vn/"))
    assert read_url(facts(page)).value == URL


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("https://x.vn/a.htm?utm_source=zalo&utm_medium=social&zarsrc=30", "https://x.vn/a.htm"),
        ("https://x.vn/a.htm?fbclid=IwAR0&id=5&gclid=1#anh", "https://x.vn/a.htm?id=5#anh"),
        ("https://x.vn/?p=12&b=%20&a=", "https://x.vn/?p=12&b=%20&a="),
        ("https://x.vn/a.htm?gclids=1&tin_utm_a=2&mc=3", "https://x.vn/a.htm?gclids=1&tin_utm_a=2&mc=3"),
    ],
)
def test_an_address_says_nothing_of_where_its_reader_came_from(given: str, wanted: str) -> None:
    found = read_url(facts(html_page(head(canonical=given), url=None)))
    assert found.value == wanted
    assert [(candidate.raw, candidate.verdict) for candidate in found.candidates] == [(given, "chosen")]


@pytest.mark.parametrize("label", ["javascript:alert(1)", "file:///etc/passwd", "cau.html", "//x.vn/a", "https://[::1"])
def test_a_senders_label_that_is_no_address_of_the_web_is_none(label: str) -> None:
    found = read_url(facts(html_page(head(), url=label)))
    assert found.value is None
    assert [candidate.raw for candidate in found.candidates] == [label]


def test_a_relative_canonical_is_made_whole() -> None:
    assert read_url(facts(html_page(head(canonical="/a.htm")))).value == "https://www.baosongda.vn/a.htm"
    assert read_url(facts(html_page(head(canonical="/a.htm"), url=None))).value is None


def test_a_printed_source_line() -> None:
    document, verdicts = text_page(
        (Role.SOURCE_URL, "Nguồn: https://songda.vn/a-1.html."), url="https://archive.example/1"
    )
    assert read_url(facts(document, verdicts)).value == "https://songda.vn/a-1.html"


# -- agency and dateline -------------------------------------------------------------------------
def agency(found: Facts, language: str = "vi", signed: Sequence[str] = ()) -> str | None:
    outlets = frozenset({key("Sông Đà")})
    dateline = read_dateline(found, site_keys(found), outlets).value
    return read_agency(found, tuple(map(Author, signed)), dateline, language, outlets).value


def agency_of(document: Document, verdicts: Sequence[Verdict] = ()) -> str | None:
    found = facts(document, verdicts)
    return read_agency(found, (), None, "vi", (), site_keys(found)).value


def test_a_credited_source() -> None:
    found = facts(*text_page((Role.BODY, "Đoạn."), (Role.AGENCY_SOURCE, "Theo Reuters")))
    assert agency(found) == "Reuters"


def test_a_paper_named_like_a_person_where_somebody_else_signs() -> None:
    lines = text_page((Role.BYLINE, "Hải Yến"), (Role.AGENCY_SOURCE, "Theo Sông Lam"))
    assert agency(facts(*lines), signed=["Hải Yến"]) == "Sông Lam"
    assert agency(facts(*lines), signed=["Hải Yến", "Sông Lam"]) is None


def test_the_datelines_outlet_counts_on_a_text_page_only() -> None:
    lead = "(Sông Đà) - Sáng nay nước lên nhanh ở vùng hạ du."
    document, verdicts = text_page((Role.SUMMARY, lead))
    assert agency(facts(document, verdicts)) == "Sông Đà"
    page = html_page(head(), "# Lũ", lead)
    assert agency(facts(page, [judged(Role.TITLE), judged(Role.SUMMARY)])) is None


def test_a_news_agency_before_the_lead_counts_everywhere() -> None:
    page = html_page(head(), "# Lũ", "(Reuters) - Sáng nay nước lên nhanh.")
    assert agency(facts(page, [judged(Role.TITLE), judged(Role.SUMMARY)])) == "Reuters"


@pytest.mark.parametrize(
    ("last", "wanted"),
    [
        ("The boat stays under the bridge. — VNS", "VNS"),
        ("“I will row on,” he said. - AFP", "AFP"),
        ("The boat stays under the bridge. — Chức", None),
        ("The boat stays under the bridge, says AFP", None),
        ("Trade fell by 3% - AFP", None),
    ],
)
def test_an_agency_may_close_the_last_sentence(last: str, wanted: str | None) -> None:
    page = html_page(head(), "# The ferry", "The ferry runs.", last)
    kept = [judged(Role.TITLE), judged(Role.BODY), judged(Role.BODY)]
    assert agency(facts(page, kept), language="en") == wanted


def test_the_site_s_own_name_alone_is_no_agency() -> None:
    metas = {"og:site_name": "Báo Sông Đà"}
    own = html_page(head(metas=metas, hits=[hit("agency", "Báo Sông Đà")]), "Báo Sông Đà")
    assert agency_of(own) is None
    other = html_page(head(metas=metas, hits=[hit("agency", "Báo Sông Hồng")]), "Báo Sông Hồng")
    assert agency_of(other) == "Báo Sông Hồng"
    signed = html_page(head(metas=metas, hits=[hit("agency", "Mai An/Báo Sông Đà")]), "Mai An/Báo Sông Đà")
    assert agency_of(signed) == "Báo Sông Đà"
    news = html_page(head(metas={"og:site_name": "TTXVN"}, hits=[hit("agency", "TTXVN")]), "TTXVN")
    assert agency_of(news) == "TTXVN"


def test_an_address_is_no_agency() -> None:
    page = html_page(head(hits=[hit("agency", "an.mai@example.vn")]), "an.mai@example.vn")
    assert agency_of(page) is None


def test_a_person_whom_a_rule_finds_is_no_agency() -> None:
    assert agency_of(html_page(head(hits=[hit("agency", "Theo Mai An (Tổng hợp)")]), "Đoạn.")) is None


def test_an_outlet_on_the_date_line_behind_the_story() -> None:
    verdicts = [judged(Role.TITLE), judged(Role.BODY), judged(Role.DATE)]
    page = html_page(head(), "# Vô địch", "Đội bóng làng đã thắng.", "FILI - 16:22:00 18/11/2026")
    assert agency_of(page, verdicts) == "FILI"
    bare = html_page(head(), "# Vô địch", "Đội bóng làng đã thắng.", "16:22:00 18/11/2026")
    assert agency_of(bare, verdicts) is None
    above = html_page(head(), "FILI - 16:22:00 18/11/2026", "# Vô địch", "Đội bóng làng đã thắng.")
    assert agency_of(above, [judged(Role.DATE), judged(Role.TITLE), judged(Role.BODY)]) is None


def test_an_agency_that_signs() -> None:
    assert agency(facts(html_page(head())), "de", ["Anna Berg", "dpa"]) == "dpa"
    assert agency(facts(html_page(head())), "de", ["Anna Berg"]) is None


@pytest.mark.parametrize(
    ("lead", "dateline"),
    [
        ("(Sông Đà) - Sáng nay nước lên.", "Sông Đà"),
        ("(NLĐO)- Sáng nay nước lên.", "NLĐO"),
        ("TTO - Sáng nay nước lên.", "TTO"),
        ("VTV.vn - Sáng nay nước lên.", "VTV.vn"),
        ("TRUNG QUỐC - Sáng nay nước lên.", "TRUNG QUỐC"),
        ("Hà Nội (TTXVN 7/12) - Sáng nay nước lên.", "Hà Nội (TTXVN 7/12)"),
        ("Sông Đà Sáng nay nước lên.", "Sông Đà"),
        ("Sông Đà dâng cao sáng nay.", None),
        ("Hà Nội - thành phố bên sông - sáng nay mưa.", None),
        ("Ông An - trưởng thôn - nói nước lên nhanh.", None),
        ("(Ba năm sau) ông trở lại làng.", None),
        ("PGS- TS Lê An nói nước lên nhanh.", None),
        ("Sáng nay nước lên.", None),
    ],
)
def test_datelines(lead: str, dateline: str | None) -> None:
    found = facts(*text_page((Role.SUMMARY, lead)))
    assert read_dateline(found, frozenset(), frozenset({key("Sông Đà")})).value == dateline


# -- description ---------------------------------------------------------------------------------
def test_descriptions_are_compared_with_the_printed_lead() -> None:
    metas = {"og:description": "Sáng nay nước lên...", "description": "Tin tức, thời sự trong ngày"}
    page = html_page(head(metas=metas), "# Lũ", "(Sông Đà) - Sáng nay nước lên nhanh ở hạ du.")
    found = read_descriptions(facts(page, [judged(Role.TITLE), judged(Role.SUMMARY)]))
    assert found.value == ("Sáng nay nước lên...", "Tin tức, thời sự trong ngày")
    assert [candidate.verdict for candidate in found.candidates] == ["chosen", "agrees", "weaker"]


# -- robots --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("metas", "flags"),
    [
        ({"robots": "noarchive, NoAI"}, ("noarchive", "noai")),
        ({"robots": "none", "tdm-reservation": "1"}, ("none", "tdm-reservation")),
        ({"robots": "index, follow, max-image-preview:large", "tdm-reservation": "0"}, ()),
        ({"robots": "no " + "no" * 40}, ()),
        ({}, ()),
    ],
)
def test_what_a_page_asks_of_machines(metas: dict[str, str], flags: tuple[str, ...]) -> None:
    found = read_robots(facts(html_page(head(metas=metas))))
    assert found.value == flags
    assert [candidate.raw for candidate in found.candidates] == list(metas.values())
    assert any(candidate.verdict == "chosen" for candidate in found.candidates) is bool(flags)


def test_a_name_spells_a_host_with_hyphens() -> None:
    url = "https://www.song-da.example/a-story"
    assert site(html_page(head(title="Cầu mới thông xe - Sông Đà"), url=url)) == "Sông Đà"
    assert site(html_page(head(title="Cầu mới thông xe - Sông Lô"), url=url)) == "song-da.example"


def test_a_blog_is_named_before_its_headline() -> None:
    blog = head(title="Slow Ferries: The last boat")
    at_home = html_page(blog, "# Slow Ferries", url="https://slowferries.blogs.example/a")
    assert site(at_home) == "Slow Ferries"
    assert blog_name(facts(at_home)) == "Slow Ferries"
    elsewhere = html_page(blog, "# Slow Ferries", url="https://boatnews.example/slow-ferries")
    assert blog_name(facts(elsewhere)) == ""
