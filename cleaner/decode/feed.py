"""The one item of a feed, as a page: what an RSS or Atom reader hands on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from cleaner.errors import UnsupportedMedia

if TYPE_CHECKING:
    from bs4 import Tag

_ROOT = re.compile(r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:rss|rdf:RDF|feed|item|entry)[\s>]")
_ITEM = re.compile(r"<(?:item|entry)[\s>/]")
_STORY = ("encoded", "content", "description", "summary")  # the first that an item has; `encoded` is content:encoded
_DECLARED = {
    "title": "og:title",
    "link": "og:url",
    "pubDate": "article:published_time",
    "published": "article:published_time",
    "date": "article:published_time",
    "updated": "article:modified_time",
    "creator": "author",
    "author": "author",
}

#: The elements of an item by their names without a prefix: feeds forget to declare those.
Parts = dict[str, list["Tag"]]


def as_page(text: str) -> str | None:
    """The page that the only item of a feed describes; None where the text is no feed.

    RSS 2.0 and 1.0, with `content:encoded` and Dublin Core, and Atom (RFC 4287). The item's markup becomes the page,
    under its title; what else it says of itself becomes the page's meta elements.

    Raises UnsupportedMedia for a feed of several items or of none, or with entities of its own.
    """
    if not _ROOT.match(text):
        return None
    count = sum(1 for _ in _ITEM.finditer(text))
    if count != 1:
        raise UnsupportedMedia(f"the content is a feed of {count} items, not a page; send its items one by one")
    if "<!ENTITY" in text:
        raise UnsupportedMedia("the content is a feed that declares entities, which are not expanded")
    from bs4 import BeautifulSoup  # only feeds need it

    item = BeautifulSoup(text, "xml").find(("item", "entry"))
    return _page(item) if item else None


def _page(item: Tag) -> str:
    parts = _parts(item)
    channel = _parts(item.parent) if item.parent else {}
    title = escape(_said(parts["title"][0])) if "title" in parts else ""
    metas = [*_metas(parts), *(("og:site_name", _said(tag)) for tag in channel.get("title", [])[:1])]
    head = "".join(f'<meta property="{name}" content="{escape(said)}">' for name, said in metas if said)
    return f"<title>{title}</title>{head}<body><article><h1>{title}</h1>\n{_story(parts)}</article>"


def _parts(element: Tag) -> Parts:
    found: Parts = defaultdict(list)
    for child in element.find_all(True, recursive=False):
        found[child.name.rpartition(":")[2]].append(child)
    return dict(found)


def _metas(parts: Parts) -> Iterator[tuple[str, str]]:
    for name, declared in _DECLARED.items():
        for tag in parts.get(name, ()):
            yield declared, _said(tag)
    for at, tag in enumerate(parts.get("category", ())):
        yield "article:tag" if at else "article:section", _said(tag)


def _said(tag: Tag) -> str:
    """What an element says: a person's name, an address, or its text."""
    name = tag.find("name", recursive=False)
    attribute = tag.get("href") or tag.get("term")
    return " ".join((attribute if isinstance(attribute, str) else (name or tag).get_text()).split())


def _story(parts: Parts) -> str:
    """The item's markup, which stands there as text, or in Atom as elements."""
    tag = next((parts[name][0] for name in _STORY if name in parts), None)
    if tag is None:
        return ""
    return tag.decode_contents() if tag.find(True) else tag.get_text()
