"""The page itself among the addresses that it links."""

from __future__ import annotations

from cleaner.model import Document


def own_pages(document: Document, base: str | None) -> frozenset[str]:
    """The addresses under which the page says that it stands, without what jumps inside of it; never a site's front."""
    head = document.head
    declared = (document.page.url, base, *head.links.get("canonical", ()), *head.metas.get("og:url", ()))
    return frozenset(filter(_is_below_front, (_whole(address) for address in declared if address)))


def is_own(address: str, pages: frozenset[str]) -> bool:
    """Whether the address is one of these, whatever is asked of it besides.

    >>> pages = frozenset(["https://a.example/lua.html", "https://b.example/read?id=1"])
    >>> is_own("https://a.example/lua.html?from=box#top", pages), is_own("https://b.example/read?id=2", pages)
    (True, False)
    """
    whole = _whole(address)
    return whole in pages or whole.partition("?")[0] in pages


def _whole(address: str) -> str:
    return address.partition("#")[0].strip()


def _is_below_front(address: str) -> bool:
    """Whether it names more than a host."""
    return bool(address.partition("://")[2].partition("/")[2])
