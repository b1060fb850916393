"""The visible text of a page, computed without the engine: what "nothing is lost" is checked against."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import html5lib

from cleaner import CleanResult

#: Elements whose content no reader sees.
UNSEEN = frozenset("script style template noscript iframe noframes noembed head title desc".split())


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def visible_text(markup: str) -> str:
    """All text of the page in document order, white space removed.

    html5lib builds the tree that the HTML standard prescribes and shares no code with the engine's parser.
    """
    tree = html5lib.parse(markup, treebuilder="etree", namespaceHTMLElements=False)
    return squeezed("".join(_texts(tree)))


def _texts(element: object) -> Iterator[str]:
    """Depth first, without recursion: pages may nest hundreds of levels deep."""
    stack: list[object] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        children = list(item)  # type: ignore[call-overload]
        tail = [(child, child.tail) for child in children]
        seen = isinstance(item.tag, str) and _local(item.tag) not in UNSEEN  # type: ignore[attr-defined]
        if not seen:
            continue
        for child, after in reversed(tail):
            if after:
                stack.append(after)
            stack.append(child)
        if item.text:  # type: ignore[attr-defined]
            stack.append(item.text)  # type: ignore[attr-defined]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def ledger_text(result: CleanResult) -> str:
    """The ledger's texts, white space removed, without the copies that stood in attributes."""
    return squeezed("".join(entry.text for entry in result.ledger if "/@" not in (entry.path or "")))
