from __future__ import annotations

import pytest

from cleaner.assemble.related import related
from cleaner.flags import LINK
from cleaner.model import Block, DecodedPage, Document, Head, RelatedItem, Role, Run, Verdict

BASE = "https://bao.example.vn/kinh-te/bai.html"
TITLE, OTHER = "Giá lúa tăng lại sau Tết", "Cá tra lập kỷ lục mới"
TEASER = "Thương lái ở Thoại Sơn đặt cọc lúa non với giá cao hơn vụ trước gần một nghìn đồng."


def link(number: int, text: str, href: str, figure: int = -1, tag: str = "a") -> Block:
    runs = (Run(text, 4, href),)
    return Block(number, text, tag=tag, link_chars=len(text), links=1, runs=runs, figure=figure)


def offered(*blocks: Block, rules: tuple[str, ...] = (), role: Role = Role.RELATED) -> tuple[RelatedItem, ...]:
    named = rules or ("test.box",) * len(blocks)
    document = Document(DecodedPage("", "html", "utf-8", "str", BASE), blocks, Head())
    return related(document, tuple(Verdict(role, False, rule, "test", 0.9) for rule in named), BASE)


# -- text: `settle` names the parts ----------------------------------------------------------------
def test_card_of_a_text_page() -> None:
    blocks = [Block(0, "Nông dân cấy lúa. (Ảnh: AN BÌNH)"), Block(1, f">> {TITLE}"), Block(2, TEASER), Block(3, OTHER)]
    parts = ("shape.related-caption", "shape.related-title", "shape.related-summary", "shape.related-title")
    assert offered(*blocks, rules=parts) == (
        RelatedItem(TITLE, None, TEASER, "Nông dân cấy lúa.", "AN BÌNH"),
        RelatedItem(OTHER),
    )


def test_arrows_and_entities() -> None:
    assert offered(Block(0, "=> Gi&aacute; lúa tăng lại sau Tết", start=0)) == (RelatedItem(TITLE),)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("« Nous devons laisser les forêts tranquilles »", "« Nous devons laisser les forêts tranquilles »"),
        ("»Wir kommen wieder«, sagt der Storch", "»Wir kommen wieder«, sagt der Storch"),
        ("» Giá lúa tăng lại sau Tết »", "Giá lúa tăng lại sau Tết"),
        ("خانه\u200cها را خنک می\u200cکنند", "خانه\u200cها را خنک می\u200cکنند"),
        ("\u200cGiá lúa\u200d tăng lại\u200b sau Tết", "Giá lúa tăng lại sau Tết"),
    ],
)
def test_angles_are_arrows_or_quotation_marks_and_joiners_are_spelling(printed: str, title: str) -> None:
    assert offered(Block(0, printed)) == (RelatedItem(title),)


def test_a_title_that_begins_with_a_number_keeps_it() -> None:
    assert offered(Block(0, "24 họa sĩ vẽ tranh gây quỹ")) == (RelatedItem("24 họa sĩ vẽ tranh gây quỹ"),)


# -- HTML --------------------------------------------------------------------------------------
def test_links_are_resolved_and_each_story_counts_once() -> None:
    blocks = [link(0, TITLE, "/lua.html"), link(1, OTHER, "ca.html"), link(2, TITLE, "/lua.html")]
    assert offered(*blocks) == (
        RelatedItem(TITLE, "https://bao.example.vn/lua.html"),
        RelatedItem(OTHER, "https://bao.example.vn/kinh-te/ca.html"),
    )


def test_sentence_behind_a_title_is_its_teaser() -> None:
    blocks = [
        link(0, TITLE, "/lua.html"),
        Block(1, TEASER, tag="p"),
        link(2, OTHER, "/ca.html"),
        link(3, TEASER, "/ca.html"),
    ]
    assert [item.summary for item in offered(*blocks)] == [TEASER, TEASER]


def test_words_beside_a_picture_are_the_caption_of_the_next_title() -> None:
    blocks = [Block(0, "Lúa chín. Ảnh: An Bình", tag="figcaption", figure=0), link(1, TITLE, "/lua.html")]
    assert offered(*blocks)[0][2:] == (None, "Lúa chín.", "An Bình")


def test_a_heading_beside_a_picture_is_a_title() -> None:
    assert offered(Block(0, TITLE, tag="h2", figure=0, flags=LINK)) == (RelatedItem(TITLE),)


def test_several_links_in_one_block() -> None:
    block = Block(
        0, f"{TITLE} | {OTHER}", tag="p", links=2, runs=(Run(TITLE, 4, "/1"), Run(" | "), Run(OTHER, 4, "/2"))
    )
    assert [item.title for item in offered(block)] == [TITLE, OTHER]


def test_scripts_and_jumps_are_no_addresses() -> None:
    for href in (
        "javascript:open()",
        "JavaScript:open()",
        " javascript:open()",
        "java\nscript:open()",
        "#",
    ):
        assert offered(link(0, TITLE, href)) == (RelatedItem(TITLE),)
    assert offered(link(0, TITLE, "#top")) == ()  # a place inside the page


def test_broken_addresses_and_comment_counts() -> None:
    assert offered(link(0, f"{TITLE} (12)", "http://[bad")) == (RelatedItem(TITLE, "http://[bad"),)


def test_other_roles_are_no_offers() -> None:
    assert offered(link(0, TITLE, "/lua.html"), role=Role.BODY) == ()


def labelled(line: str, evidence: str, *, linked: str) -> str:
    """The title made of a line that a rule knew by its label; linked: the part of the line that is a link."""
    rest = line.removesuffix(linked)
    block = Block(0, line, tag="p", links=1, runs=(Run(rest), Run(linked, href="/b")))
    page = Document(DecodedPage("", "html", "utf-8", "meta"), (block,), Head())
    verdict = Verdict(Role.RELATED, False, "vi.related.label-with-title", evidence, 0.9)
    return related(page, (verdict,), "https://example.vn/")[0].title


def test_the_label_of_a_line_is_no_part_of_the_title() -> None:
    title = "Cháy lớn: ba người chết ở quận 1"
    for label in ("Xem thêm: ", ">> XEM THÊM: "):
        assert labelled(label + title, "starts with “xem thêm:”", linked=label + title) == title
        assert labelled(label + title, "starts with “xem thêm:”", linked=title) == title
    whole = f"found “Read also | {title}”"
    assert labelled(f"Read also | {title}", whole, linked=f"Read also | {title}") == title
    assert labelled(f"Read also | {title}", whole, linked=title) == title


# -- what is no other story ------------------------------------------------------------------------
FAR = "https://bao.example.vn/kinh-te/gia-lua-tang-lai-sau-tet-{}.html"
LONG, FURTHER = "Thương lái đặt cọc lúa non ở Thoại Sơn", "Cá tra lập kỷ lục mới sau ba năm mất giá"


@pytest.mark.parametrize(
    ("title", "href"),
    [
        ("Báo Ví Dụ, về trang chủ của tòa soạn", "/"),
        ("Thời sự trong nước và quốc tế hôm nay", "https://thoisu.example.vn"),
        ("Nguyễn Thị Minh Khai và cộng sự", "/tac-gia/nguyen-thi-minh-khai-1204.html"),
        ("Kinh tế đồng bằng sông Cửu Long", "/tag/kinh-te-dong-bang-song-cuu-long"),
        ("Kinh tế đồng bằng sông Cửu Long", "/chu-de/dong-bang"),
        ("toasoan@bao.example.vn", "mailto:toasoan@bao.example.vn"),
        ("# Mùa lúa mới ở miền Tây 2026", "/su-kien/mua-lua-8378.htm"),
        (LONG, BASE + "?from=box#binh-luan"),
        ("2026/11/10 18:00", "/lua-12345.html"),
        ("Về đầu trang", "#"),
        (f"Đến phần tiếp theo: {LONG}", "#phan-2"),
    ],
)
def test_addresses_and_words_that_are_no_other_story(title: str, href: str) -> None:
    assert offered(link(0, title, href), link(1, OTHER, "/ca.html")) == (
        RelatedItem(OTHER, "https://bao.example.vn/ca.html"),
    )


def test_the_table_of_contents_is_no_offer() -> None:
    contents, heading = link(0, LONG, "#"), Block(1, LONG, tag="h2")
    document = Document(DecodedPage("", "html", "utf-8", "str", BASE), (contents, heading), Head())
    roles = (Role.RELATED, Role.HEADING)
    verdicts = tuple(Verdict(role, role is Role.HEADING, "test.box", "test", 0.9) for role in roles)
    assert related(document, verdicts, BASE) == ()


def test_a_name_in_a_sentence_is_no_title() -> None:
    words = "Theo tin của các báo và hãng thông tấn "
    block = Block(0, words + "Báo Ví Dụ Mới", tag="p", links=1, runs=(Run(words), Run("Báo Ví Dụ Mới", 4, "/a-12345")))
    assert offered(block) == ()


def test_short_links_in_a_row_within_a_block_are_no_titles() -> None:
    names = ("Đối ngoại", "Tổ chức nhân sự", "Khoa học - Công nghệ")
    runs = tuple(Run(name, 4, f"/{number}") for number, name in enumerate(names))
    assert offered(Block(0, " ".join(names), tag="div", links=3, runs=runs)) == ()


def test_links_that_lost_their_address_are_told_by_their_words() -> None:
    titles = (LONG, FURTHER, "Nông dân Lâm Hà trúng mùa hồng giòn")
    blocks = [link(number, title, "/") for number, title in enumerate(titles)]
    assert offered(*blocks) == tuple(RelatedItem(title) for title in titles)


# -- themes above headlines ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        (("div", "Mùa lúa mới"), ("h3", LONG), LONG),
        (("h2", "Mùa lúa mới"), ("h1", LONG), LONG),
        (("div", "22.04.2026 Thoại Sơn, An Giang mùa lúa"), ("h3", OTHER), OTHER),
        (("div", "Đọc thêm:"), ("div", LONG), LONG),
        (("h3", LONG), ("div", "Theo phóng viên thường trú tại đồng bằng"), LONG),
        (("h2", OTHER), ("h3", "Và những gì nông dân kể lại sau vụ mùa"), OTHER),
        (("h3", LONG), ("a", f"{LONG} 107"), LONG),
        (("a", LONG), ("h3", f"{LONG} (107)"), LONG),
    ],
)
def test_of_two_names_of_one_story_the_headline_counts(
    first: tuple[str, str], second: tuple[str, str], title: str
) -> None:
    href = FAR.format(12345)
    blocks = [link(number, text, href, tag=tag) for number, (tag, text) in enumerate((first, second))]
    assert offered(*blocks) == (RelatedItem(title, href),)


@pytest.mark.parametrize(
    ("pieces", "title"),
    [(("Mùa lúa mới", LONG), LONG), (("Thương lái đặt", "cọc lúa non ở Thoại Sơn"), LONG)],
)
def test_two_links_of_one_address_in_a_block_are_one_story(pieces: tuple[str, str], title: str) -> None:
    href = FAR.format(12345)
    runs = (Run(pieces[0], 4, href), Run(" "), Run(pieces[1], 4, href))
    assert offered(Block(0, " ".join(pieces), tag="div", links=2, runs=runs)) == (RelatedItem(title, href),)


# -- what stands around a title --------------------------------------------------------------------
@pytest.mark.parametrize(
    "printed",
    [
        "14:42 {}",
        "01:10{}",
        "29/03/2026 - {}",
        "02.11.2026{}",
        "{}19:11",
        "{}8 ноября, 10:12",
        "{}02.11.2026",
    ],
)
def test_the_time_glued_to_a_title_is_no_part_of_it(printed: str) -> None:
    assert offered(link(0, printed.format(LONG), "/a")) == (RelatedItem(LONG, "https://bao.example.vn/a"),)


@pytest.mark.parametrize("title", ["Thế giới hôm nay: 11/11/2026", "Trận đấu lúc 19:00", "2026 là năm của lúa sạch"])
def test_a_time_that_is_told_stays(title: str) -> None:
    assert offered(link(0, title, "/a"))[0].title == title


def test_words_beside_a_picture_that_nothing_calls_its_caption() -> None:
    blocks = [Block(0, "Kinh tế", tag="span", figure=0), link(1, TITLE, "/lua.html")]
    assert offered(*blocks)[0].caption is None


def test_a_teaser_stands_near_its_title() -> None:
    far = [Block(number, "Quảng cáo", tag="p") for number in range(1, 6)]
    assert offered(link(0, TITLE, "/lua.html"), *far, Block(6, TEASER, tag="p"))[0].summary is None


def test_a_line_with_a_label_names_a_story_without_a_link() -> None:
    block = Block(0, f"LIRE AUSSI : {LONG}", tag="p")
    document = Document(DecodedPage("", "html", "utf-8", "str"), (block,), Head())
    verdict = Verdict(Role.RELATED, False, "fr.related.label-with-title", "starts with “lire aussi :”", 0.9)
    assert related(document, (verdict,)) == (RelatedItem(LONG),)
