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
        "#top",
        " #top",
    ):
        assert offered(link(0, TITLE, href)) == (RelatedItem(TITLE),)


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
