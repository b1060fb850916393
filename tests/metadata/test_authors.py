"""Authors: people before institutions, declared and printed lines weighed against each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cleaner.flags import HINT_GROUPS
from cleaner.metadata.authors import read_authors
from cleaner.metadata.site import site_keys
from cleaner.model import Block, DecodedPage, Document, Role, Verdict
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment
from tests.metadata.pages import URL, facts, head, hit, html_page, judged, text_page, verdict_of

BYLINE = sum(1 << bit for bit, (name, _) in enumerate(HINT_GROUPS) if name == "byline")
SITE = {"og:site_name": "River Post"}


def authors(document: Document, language: str = "en", verdicts: Sequence[Verdict] = ()) -> list[str]:
    found = facts(document, verdicts)
    return [author.name for author in read_authors(found, site_keys(found), language).value]


def make(html: str) -> Document:
    return segment(DecodedPage(html, "html", "utf-8", "str"), default_rulebook())


def story(author: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "author": author}


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "name": "Ann Lee"},
        [{"@type": "Person", "name": "Ann Lee"}],
        "Ann Lee",
        ["Ann Lee"],
        {"@type": "Person", "givenName": "Ann", "familyName": "Lee"},
        {"@type": "Person", "name": "By Ann Lee"},
        [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "River Post"}],
    ],
)
def test_forms_of_json_ld(author: object) -> None:
    assert authors(html_page(head(metas=SITE, json_ld=[story(author)]))) == ["Ann Lee"]


@pytest.mark.parametrize("author", [None, "", {"@type": "Person", "name": ""}, 7, [[]], {"name": ["Ann"]}, {}])
def test_json_ld_without_a_name(author: object) -> None:
    assert authors(html_page(head(json_ld=[story(author)]))) == []


def test_parts_of_a_name_stand_in_the_order_of_its_language() -> None:
    parts = {"@type": "Person", "givenName": "Văn An", "familyName": "Nguyễn"}
    page = html_page(head(json_ld=[story(parts)]))
    assert authors(page, "vi") == ["Nguyễn Văn An"]
    assert authors(page, "en") == ["Văn An Nguyễn"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("author", "Ann Lee"), ("article:author", "Ann Lee"), ("byl", "By Ann Lee"), ("dc.creator", "Lee, Ann")],
)
def test_meta_elements(name: str, value: str) -> None:
    assert authors(html_page(head(metas={name: value}))) == ["Ann Lee"]


def test_an_address_or_handle_is_no_author() -> None:
    metas = {"article:author": "https://www.facebook.com/riverpost", "author": "desk@riverpost.example"}
    assert authors(html_page(head(metas=metas))) == []


def test_the_site_is_rejected_where_people_sign() -> None:
    page = html_page(head(metas={**SITE, "author": "Ann Lee"}, json_ld=[story({"name": "River Post"})]))
    found = facts(page)
    result = read_authors(found, site_keys(found), "en")
    assert [author.name for author in result.value] == ["Ann Lee"]
    assert verdict_of(result.candidates, "River Post").startswith("rejected")


def test_a_newsroom_may_sign_in_json_ld_where_nobody_else_does() -> None:
    assert authors(html_page(head(metas=SITE, json_ld=[story({"@type": "Organization", "name": "River Post"})]))) == [
        "River Post"
    ]


def test_a_meta_element_never_lets_the_site_sign() -> None:
    assert authors(html_page(head(metas={**SITE, "author": "River Post"}))) == []


def test_in_the_vietnamese_press_no_institution_signs() -> None:
    page = html_page(head(metas={"og:site_name": "Báo Sông Đà"}, json_ld=[story({"name": "Báo Sông Đà"})]))
    assert authors(page, "vi") == []
    organization = story({"@type": "Organization", "name": "Tòa soạn"})
    assert authors(html_page(head(json_ld=[organization])), "vi") == []


def test_a_rule_that_finds_more_people_goes_before_json_ld() -> None:
    found = [hit("author", "Ann Lee", "generic.author"), hit("author", "Bo Ek", "generic.author")]
    page = html_page(head(json_ld=[story({"name": "Ann Lee"})], hits=found), "# Flood", "Text.")
    assert authors(page) == ["Ann Lee", "Bo Ek"]


def test_names_behind_another_headline_are_of_another_story() -> None:
    found = [hit("author", "Ann Lee", "generic.author", 1), hit("author", "Bo Ek", "generic.author", 9)]
    page = html_page(
        head(json_ld=[story({"name": "Ann Lee"})], hits=found), "# Flood", *["Text."] * 7, "# Another story", "Bo Ek"
    )
    assert authors(page) == ["Ann Lee"]


def test_a_site_rule_counts_anywhere() -> None:
    page = html_page(head(hits=[hit("author", "Bình An", "site.author", 60)]), "# Lũ", *["Đoạn."] * 70)
    assert authors(page, "vi") == ["Bình An"]


def test_a_byline_near_the_headline_that_no_rule_knows() -> None:
    assert authors(html_page(head(), "# Flood", "By Ann Lee, Paris", "Text.")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Flood", "By Ann Lee, Reuters", "Text.")) == ["Ann Lee", "Reuters"]


def test_prose_that_begins_like_a_byline_is_none() -> None:
    prose = "By noon the river had risen so far that the old bridge had to be closed to all traffic, and by night " * 2
    assert authors(html_page(head(), "# Flood", prose)) == []


def test_a_class_that_says_byline() -> None:
    name = Block(0, "Ann Lee", near=BYLINE)
    assert authors(html_page(head(), "# Flood", name, "Text.")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Flood", Block(0, "5 min read", near=BYLINE))) == []


def test_a_guess_adds_nothing_to_a_declared_author() -> None:
    page = html_page(head(json_ld=[story({"name": "Ann Lee"})]), "# Flood", "By Ann Lee and Bo Ek")
    assert authors(page) == ["Ann Lee"]


def test_a_bold_line_behind_the_last_paragraph_signs_a_vietnamese_story() -> None:
    name = Block(0, "Bình An", bold_chars=6)
    page = html_page(head(), "# Lũ về", "Một đoạn văn dài về lũ.", name)
    verdicts = [judged(Role.TITLE), judged(Role.BODY), judged(Role.CHROME)]
    assert authors(page, "vi", verdicts) == ["Bình An"]
    plain = html_page(head(), "# Lũ về", "Một đoạn văn dài về lũ.", Block(0, "Bình An"))
    assert authors(plain, "vi", verdicts) == []


def test_judged_lines_of_a_text_page() -> None:
    document, verdicts = text_page(
        (Role.BYLINE, "TS Lê Bình An"),
        (Role.BYLINE, "nguyên Vụ trưởng Vụ Pháp chế"),
        (Role.BODY, "Đoạn văn."),
        (Role.AGENCY_SOURCE, "Theo VOV"),
    )
    found = facts(document, verdicts)
    (author,) = read_authors(found, site_keys(found), "vi").value
    assert (author.name, author.role) == ("TS Lê Bình An", "nguyên Vụ trưởng Vụ Pháp chế")


def test_evidence_names_every_place() -> None:
    page = html_page(head(metas={"author": "Ann Lee"}, json_ld=[story({"name": "Ann Lee"}), story({"name": "Bo Ek"})]))
    found = facts(page)
    verdicts = [(c.source, c.verdict) for c in read_authors(found, site_keys(found), "en").candidates]
    assert verdicts == [("json-ld author", "chosen"), ("json-ld author", "weaker"), ("meta author", "agrees")]


def test_the_name_under_a_label_that_stands_alone() -> None:
    assert authors(html_page(head(), "# Rivers rise", "Written by", "Ann Lee", "The rain fell.")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Rivers rise", "Sorted by", "Ann Lee", "The rain fell.")) == []
    assert authors(html_page(head(), "# Rivers rise", "Written by", "The rain fell on the town.")) == []
    assert authors(html_page(head(), "# Rivers rise", "Words by", "Ann Lee, Curator of Boats")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Rivers rise", "Words by", "Hull Quay, the last Friday of May")) == []


def test_a_byline_behind_its_date() -> None:
    assert authors(html_page(head(), "# Rivers rise", "May 18, 2023 By Ann Lee In")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Rivers rise", "4 min read · By Ann Lee")) == ["Ann Lee"]
    assert authors(html_page(head(), "# Rivers rise", "12 songs sung By Ann Lee")) == []


def test_an_office_in_a_block_of_its_own_is_nobody() -> None:
    named = [hit("author", "Ann Lee", block=1), hit("author", "Marketing Director", block=2)]
    assert authors(html_page(head(hits=named), "# Rivers rise", "Ann Lee", "Marketing Director")) == ["Ann Lee"]
    alone = [hit("author", "Staff Reporter", block=1)]
    assert authors(html_page(head(hits=alone), "# Rivers rise", "Staff Reporter")) == ["Staff Reporter"]


def test_the_site_behind_a_name_is_cut_off() -> None:
    line = hit("author", "Ann Lee River Post", block=1)
    assert authors(html_page(head(metas=SITE, hits=[line]), "# Rivers rise", line.value)) == ["Ann Lee"]
    other = hit("author", "Ann Lee Rivers", block=1)
    assert authors(html_page(head(metas=SITE, hits=[other]), "# Rivers rise", other.value)) == ["Ann Lee Rivers"]


def test_who_signs_the_stories_that_a_scrolling_page_adds_is_no_author() -> None:
    blocks = ["# Rivers rise", "The rain fell.", "Ann Lee", *["More rain."] * 15, "Bo Ek"]
    roles = [Role.TITLE, Role.BODY, Role.BYLINE, *[Role.RELATED] * 15, Role.RELATED]
    both = [hit("author", "Ann Lee", block=2), hit("author", "Bo Ek", block=18)]
    assert authors(html_page(head(hits=both), *blocks), verdicts=list(map(judged, roles))) == ["Ann Lee"]
    far = html_page(head(hits=both[1:]), *blocks)  # where nobody else signs, far away is where the author stands
    assert authors(far, verdicts=list(map(judged, roles))) == ["Bo Ek"]


def test_who_signs_another_story_of_the_graph_is_no_author() -> None:
    other = {**story({"@type": "Person", "name": "Bo Ek"}), "url": "https://tin.example.vn/the-thao/tran-dau-8.html"}
    own = {**story({"@type": "Organization", "name": "River Post"}), "mainEntityOfPage": {"@id": URL}}
    page = html_page(head(metas=SITE, json_ld=[other, own]))
    assert authors(page) == ["River Post"]
    sketch = story({"@type": "Person", "name": "Ann Lee"})  # names no page
    assert authors(html_page(head(metas=SITE, json_ld=[other, own, sketch]))) == ["Ann Lee"]
    # Where none names this page, an address may be an older one of its own.
    assert authors(html_page(head(metas=SITE, json_ld=[other, sketch]))) == ["Bo Ek"]


def _teasers(*signed: int) -> Document:
    hits = [hit("author", "Ann Lee" if at < 3 else "River Bureau", "generic.author.classed", at) for at in signed]
    return html_page(head(hits=hits), "# Flood", "Ann Lee", "The river rose.", "It fell.", "Bridge", "River Bureau")


def test_who_signs_the_teasers_beside_a_signed_story_is_no_author() -> None:
    verdicts = [judged(Role.TITLE), judged(Role.BYLINE), judged(Role.BODY), judged(Role.BODY)]
    verdicts += [judged(Role.RELATED), judged(Role.BYLINE)]
    assert authors(_teasers(1, 5), verdicts=verdicts) == ["Ann Lee"]
    assert authors(_teasers(5), verdicts=verdicts) == ["River Bureau"]  # signed behind the story alone


def test_the_link_in_a_byline_that_holds_more_than_a_name() -> None:
    linked = make("<h1>Flood</h1><div class='who-author'><span>Tangier:</span><a href=/ann>Ann Lee</a></div>")
    assert authors(linked) == ["Ann Lee"]
    place = make("<h1>Flood</h1><div class='who-author'><span>Reports:</span><a href=/all>more from here</a></div>")
    assert authors(place) == []


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("（中央社記者蔡智明嘉義縣10日電）阿里山鐵路冬季再推夜間體驗。", ["蔡智明"]),
        ("〔記者王小明／台北報導〕港口今天重新開放。", ["王小明"]),
        ("新华社北京11月10日电（记者王小明、李红）港口重新开放。", ["王小明", "李红"]),
        ("(부산=연합뉴스) 김선호 기자 = 예인선이 처음으로 운항했다.", ["김선호"]),
        ("記者團今天在台北訪問了港口。", []),
        ("(부산) 김선호 기자가 말했다.", []),
    ],
)
def test_the_reporter_in_an_east_asian_dateline(opening: str, names: list[str]) -> None:
    page = html_page(head(), "# 標題", opening)
    assert authors(page, "zh", [judged(Role.TITLE), judged(Role.BODY)]) == names


def test_a_declared_reporter_goes_before_that_of_the_dateline() -> None:
    page = html_page(head(json_ld=[story("李紅")]), "# 標題", "〔記者王小明／台北報導〕港口今天重新開放。")
    assert authors(page, "zh", [judged(Role.TITLE), judged(Role.BODY)]) == ["李紅"]


def test_the_name_in_brackets_behind_a_japanese_story() -> None:
    verdicts = [judged(Role.TITLE), judged(Role.BODY, True), judged(Role.BODY, True)]
    signed = html_page(head(), "# 見出し", "駅舎が図書館に変わった。", "「旅に出たと思えばいい」と笑う。【山本有紀】")
    assert authors(signed, "ja", verdicts) == ["山本有紀"]
    agency = html_page(head(), "# 見出し", "駅舎が図書館に変わった。", "「旅に出たと思えばいい」と笑う。【共同】")
    assert authors(agency, "ja", verdicts) == []


def test_a_label_and_a_name_behind_the_story_sign_where_only_the_site_does() -> None:
    declared = head(json_ld=[story({"@type": "Organization", "name": "River Post"})])
    verdicts = [judged(Role.TITLE), judged(Role.BODY, True), judged(Role.BYLINE)]
    assert authors(html_page(declared, "# Flood", "The river rose.", "Editor : Ann Lee"), "ro", verdicts) == ["Ann Lee"]
    assert authors(html_page(declared, "# Flood", "It rose.", "Editor : see below"), "ro", verdicts) == ["River Post"]


def test_an_agency_signs_beside_people_and_a_company_does_not() -> None:
    person, agency = {"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Lusa"}
    assert authors(html_page(head(json_ld=[story([person, agency])]))) == ["Ann Lee", "Lusa"]
    company = {"@type": "Organization", "name": "Bridge Builders"}
    assert authors(html_page(head(json_ld=[story([person, company])]))) == ["Ann Lee"]


def test_chinese_names_behind_the_word_for_reporter() -> None:
    assert authors(html_page(head(), "# 标题", "江河新闻记者 王鑫 陈雪", "夜里的图书馆还亮着灯。"), "zh") == [
        "王鑫",
        "陈雪",
    ]
    assert authors(html_page(head(), "# 見出し", "記者 山本 有紀", "駅舎が図書館に。"), "ja") == ["山本 有紀"]
