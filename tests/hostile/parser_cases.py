"""Inputs of the kinds that html5lib-tests has: tokenizer states, and insertion modes of the tree builder.

The cases here are our own, made by combination. Those of https://github.com/html5lib/html5lib-tests (MIT) are
read from a checkout, where the environment's HTML5LIB_TESTS names one; they are not part of this repository.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

CHECKOUT = os.environ.get("HTML5LIB_TESTS", "")
_DATA = re.compile(r"^#data\n(.*?)\n#errors", re.MULTILINE | re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
#: Each opens an insertion mode of its own, or closes what another one opened.
_OUTER = (
    *("p", "b", "a", "div", "table", "tr", "td", "caption", "colgroup", "select", "button", "form", "li", "dd", "h1"),
    *("svg", "math", "template", "object", "pre", "textarea", "title", "nobr", "ruby", "frameset", "head", "body"),
)
_INNER = (
    *("p", "i", "a", "div", "table", "td", "option", "input", "li", "h2", "svg", "math", "script", "style", "br", "hr"),
    *("body", "html", "caption", "col", "img", "font", "plaintext"),
)
_TOKENS = (
    *("<", "</", "<!", "<!-", "<!--", "<!-->", "<!--->", "--!>", "-->", "<?", "<a", "<a ", "<a b", "<a b=", "<a b='"),
    *(
        '<a b="',
        "<a b=c",
        "</a ",
        "</ a>",
        "<a/>",
        "</a/>",
        "<a/b>",
        "<a b=''c>",
        "<A>",
        "<a\x00>",
        "<a b=\x00>",
        "\x00",
    ),
    *("&", "&#", "&#x", "&#x41", "&#65;", "&amp", "&ampx", "&notit;", "&#1114112;", "&#55296;", "&#128;", "&;", "& "),
    *(
        "<!DOCTYPE",
        "<!doctype html>",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script",
        "<title>",
        "</title>",
        "<textarea>\n",
    ),
    *("\r\n", "\r", "\f", "\ufeff", "\ufffe", "\U0010ffff", "<é>", "<1>", "<a\t\n=b>", "<plaintext>"),
)


def tree_cases() -> Iterator[str]:
    """An element in an element, closed in the wrong order, with text at every place."""
    for outer, inner in product(_OUTER, _INNER):
        yield f"1<{outer}>2<{inner}>3</{outer}>4</{inner}>5<{outer}>6"


def token_cases() -> Iterator[str]:
    """Pieces of tokens one after the other, between words."""
    for one, other in product(_TOKENS, _TOKENS):
        yield f"chữ{one}b c{other}d>e"


def checkout_cases(kind: str) -> Iterator[str]:
    """The inputs of a checkout: kind is "tree-construction" or "tokenizer"."""
    folder = Path(CHECKOUT) / kind
    for file in sorted(folder.rglob("*.dat")):
        yield from _DATA.findall(file.read_text("utf-8", "replace"))
    for file in sorted(folder.rglob("*.test")):
        for test in json.loads(file.read_text("utf-8")).get("tests", ()):
            yield _unescaped(test["input"]) if test.get("doubleEscaped") else test["input"]


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
