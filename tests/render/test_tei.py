from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleaner.model import Article, BodyBlock, CleanResult, Role, body_type
from cleaner.render import PROFILES, render
from tests.render.samples import ARTICLE as STORY
from tests.render.samples import EMPTY, LEDGER, REPORT, RESULT, entry

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def parsed(result: CleanResult, profile: str = "article") -> etree._Element:
    return etree.fromstring(render(result, "tei", PROFILES[profile]))


def texts(root: etree._Element, path: str) -> list[str]:
    return ["".join(node.itertext()) for node in root.xpath(path, namespaces=TEI)]


def test_the_story_in_its_order() -> None:
    root = parsed(RESULT, "illustrated")
    assert texts(root, "//t:body/t:head") == [STORY.title]
    assert texts(root, "//t:ab[@type='lead']") == [STORY.summary]
    assert texts(root, "//t:body/t:p") == ["Đoạn thứ nhất & <b>.", "Đoạn cuối."]
    assert texts(root, "//t:list/t:item") == ["Dài 1.200 m", "Rộng 24 m"]
    assert texts(root, "//t:figure/t:figDesc") == ["Cầu nhìn từ trên cao. (Văn An)"]
    assert texts(root, "//t:hi[@rend='bold']") == ["thứ nhất"]
    assert root.xpath("string(//t:ref/@target)", namespaces=TEI) == "https://example.vn/a?b=1&c=2"


def test_every_removed_block_is_a_note_that_names_a_declared_rule() -> None:
    root = parsed(RESULT)
    assert texts(root, "//t:back//t:note") == [entry.text for entry in LEDGER if not entry.kept]
    assert texts(root, "//t:back//t:note[@type='removed']") == ["Trang chủ", "Có thể bạn quan tâm"]
    declared = {"#" + node.get(XML_ID) for node in root.xpath("//t:category", namespaces=TEI)}
    assert set(root.xpath("//t:back//t:note/@resp", namespaces=TEI)) == declared


def test_header() -> None:
    root = parsed(RESULT)
    assert texts(root, "//t:titleStmt/t:author") == ["Lê Thị Bình", "Trần Văn Cường"]
    assert root.xpath("string(//t:date[@type='published']/@when)", namespaces=TEI) == "2024-03-05T09:30:00+07:00"
    assert texts(root, "//t:keywords/t:term[@type='tag']") == list(STORY.tags)


@given(st.text(min_size=1))
def test_any_text_gives_well_formed_xml(text: str) -> None:
    block = BodyBlock("paragraph", text, text.replace("&", "&amp;").replace("<", "&lt;"))
    article = Article(title=text, body=(block,), text=text, url=text, language="und")
    root = parsed(CleanResult(article, (entry(0, text, Role.AD, rule=text),), REPORT))
    assert len(texts(root, "//t:note")) == 1


def _built() -> CleanResult:
    """A story with lists in lists, items and quotations of two paragraphs."""
    paths = (
        "ol:nth-child(1) > li:nth-child(1)",
        "ol:nth-child(1) > li:nth-child(1) > ul:nth-child(1) > li:nth-child(1)",
    )
    items = [
        entry(at, f"Việc {at}", Role.LIST_ITEM, True)._replace(path=f"body > {path}") for at, path in enumerate(paths)
    ]
    twice = [
        entry(at, f"Lời {at}", Role.QUOTE, True)._replace(path=f"body > blockquote:nth-child(2) > p:nth-child({at})")
        for at in (3, 4)
    ]
    ledger = (*items, *twice)
    body = tuple(BodyBlock(body_type(one.role), one.text, one.text) for one in ledger)
    return CleanResult(Article(body=body), ledger, REPORT)


def test_it_fits_the_dtd_that_trafilatura_ships() -> None:
    """A DTD knows no namespaces, so the document is compared without its own. This one has no figures."""
    with (files("trafilatura") / "data" / "tei_corpus.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    lines = CleanResult(Article(body=(BodyBlock("preformatted", "a:\n  b", "a:\n  b"),)), (), REPORT)
    for result in (
        RESULT,
        EMPTY,
        lines,
        _built(),
        CleanResult(replace(STORY, title=None, summary=None), LEDGER, REPORT),
    ):
        root = etree.fromstring(
            render(result, "tei", PROFILES["article"]).replace(b' xmlns="http://www.tei-c.org/ns/1.0"', b"")
        )
        assert dtd.validate(root), dtd.error_log.filter_from_errors()
