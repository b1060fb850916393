from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from cleaner.rulebook import Rulebook
from tests.rulebook.packs import book, books, rule


def owners(loaded: Rulebook, html: str) -> list[tuple[str, str]]:
    """(tag, owner) of every selector that selects an element, in page order."""
    body = LexborHTMLParser(html).body
    assert body is not None
    return [
        (node.tag or "", entry.owner)
        for node in body.traverse()
        if (node.tag or "-")[0].isalpha()
        for entry in loaded.selectors.candidates(node.tag or "", node.attributes)
        if entry.selects(node)
    ]


def test_found_by_any_kind_of_key(tmp_path: Path) -> None:
    selectors = {
        "a": ".box",
        "b": "#top",
        "c": "figcaption",
        "d": "[rel~=tag]",
        "e": "[type=Photo]",
        "f": "div .box > i",
    }
    loaded = book(tmp_path, *(rule(f'selector = "{selector}"', name) for name, selector in selectors.items()))
    html = (
        "<div id=top><p class='x box'><i>1</i></p></div><figcaption>2</figcaption>"
        "<a rel='nofollow tag'>3</a><b type=Photo>4</b><b type=photo>5</b>"
    )
    assert owners(loaded, html) == [("div", "b"), ("p", "a"), ("i", "f"), ("figcaption", "c"), ("a", "d"), ("b", "e")]


def test_simple_means_that_the_key_decides(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule('selector = [".a", "#b", "p", ".a.b", "p.c", "[d]", "p > .e"]'))
    found = {
        entry.selector: entry.simple
        for table in (
            loaded.selectors.classes,
            loaded.selectors.ids,
            loaded.selectors.tags,
            *loaded.selectors.attributes.values(),
        )
        for entries in table.values()
        for entry in entries
    }
    assert found == {".a": True, "#b": True, "p": True, ".a.b": False, "p.c": False, "[d]": False, "p > .e": False}


def test_kinds_of_owners(tmp_path: Path) -> None:
    field = '[[field]]\nid = "t.author"\nfield = "author"\nselector = ".by"\nattr = "title"\nhits = ["x"]\n'
    text = f"[pack]\nfingerprint = ['.cms']\nseen = '2026'\n{rule('''selector = '.box' ''')}{field}"
    loaded = books(tmp_path, {"cms/test.toml": text})
    entries = {entry.kind: entry for name in ("cms", "box", "by") for entry in loaded.selectors.classes[name]}
    assert entries["pack"].owner == "cms/test"
    assert entries["rule"].owner == "test.rule"
    assert (entries["field"].owner, entries["field"].field, entries["field"].attr) == ("t.author", "author", "title")
    assert loaded.pack_of == {"test.rule": "cms/test", "t.author": "cms/test"}
