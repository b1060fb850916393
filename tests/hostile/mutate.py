"""Mutations that know what a page is made of: tags, attributes, texts, declarations."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from tests.properties.strategies import BLOCKS, CLASSES, INLINE, LABELS, PROSE, UNSEEN

_TOKEN = re.compile(r"<[^<>]*>?|[^<]+")
_MOST_TOKENS = 400
_TAGS = (
    *BLOCKS, *INLINE, *UNSEEN, "table", "tr", "caption", "select", "option", "textarea", "title", "head", "body",
    "html", "svg", "math", "desc", "foreignObject", "mtext", "annotation-xml", "br", "img", "ruby", "rt", "details",
    "summary", "button", "form", "plaintext", "xmp", "frameset", "object", "picture", "video", "dl", "dt", "dd",
    "font", "nobr", "marquee", "listing", "base", "meta", "link", "input", "label",
)  # fmt: skip
_ATTRIBUTES = (
    "hidden", 'style="display:none"', 'aria-hidden="true"', 'itemprop="articleBody"', 'role="navigation"',
    'href="javascript:alert(1)"', 'href="https://example.com/a-post12345.html"', 'href="//["', "src=a.jpg",
    'alt="Quang cảnh buổi lễ sáng nay. Ảnh: Hải Đăng"', 'colspan="9000000000000000"', "id=a id=b", 'class=""',
    'datetime="2026-13-45T99:99"', 'type="application/ld+json"', 'name="author" content="Nguyễn Văn An"',
    'property="article:published_time" content="0000-00-00"', 'http-equiv="refresh" content="0;url=//e.vn"',
    'dir="rtl"', 'lang="vi"', 'encoding="text/html"',
)  # fmt: skip
_ODD = (
    "\x00", "\x1e", "\x1c", "\x85", "\u2028", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u0301",
    "\u0323\u0301", "\ud83d", "\udc4d", "\U0001f44d", "\U000e0041", "\x7f", "\x1b[31m", "\ufffe", "\r", "\v", "\f",
    "\xa0", "ﬃ", "İ", "ẞ", "ŉ", "Ǆ", "Ω", "\u1e9b\u0323", "가", "\u1100\u1161", "〈", "\u0344", "ﷺ", "Ã¡Â»â€",
    "&#0;", "&#xD800;", "&#x110000;", "&amp;amp;", "&lt", "&notin", "&NotEqualTilde;", "&#13;", "&#128;", "&nbsp",
)  # fmt: skip
_DECLARED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"@id":"#a"}}</script>',
    '<script type="application/ld+json">[[[{"@graph":[{"@id":"a","author":{"@id":"a"}}]}]]]</script>',
    '<script type="application/ld+json">{"datePublished":1e999,"author":[null,{"name":[]}],"@type":["x",1]}</script>',
    '<meta property="og:title" content="Cầu mới">', '<meta name="description" content="">', "<base href=http://[>",
    '<link rel="canonical" href="https://[::1">', "<!DOCTYPE html>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml ?>",
    '<meta charset="utf-16">', '<meta charset="x-user-defined">', "<time datetime=2026-02-30>30/2/2026</time>",
)  # fmt: skip

Tokens = list[str]
Step = Callable[[random.Random, Tokens], None]


def fragment(chance: random.Random) -> str:
    """A piece of a page."""
    tag = chance.choice(_TAGS)
    return chance.choice((
        f"<{tag}>",
        f"</{tag}>",
        f"<{tag} {chance.choice(_ATTRIBUTES)}>",
        f'<{tag} class="{chance.choice(CLASSES)}">',
        chance.choice(PROSE),
        chance.choice(LABELS),
        chance.choice(LABELS) + "\n",
        chance.choice(_ODD),
        chance.choice(_DECLARED),
        "\n" * chance.randint(1, 3),
        chance.choice(("<", ">", '"', "&", "<p", "<a href='", " ", ". ", "(", ": ")),
    ))  # fmt: skip


def _insert(chance: random.Random, tokens: Tokens) -> None:
    tokens.insert(chance.randint(0, len(tokens)), fragment(chance))


def _delete(chance: random.Random, tokens: Tokens) -> None:
    if tokens:
        del tokens[chance.randrange(len(tokens))]


def _replace(chance: random.Random, tokens: Tokens) -> None:
    if tokens:
        tokens[chance.randrange(len(tokens))] = fragment(chance)


def _swap(chance: random.Random, tokens: Tokens) -> None:
    if tokens:
        one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
        tokens[one], tokens[other] = tokens[other], tokens[one]


def _repeat(chance: random.Random, tokens: Tokens) -> None:
    if tokens:
        start = chance.randrange(len(tokens))
        end = min(len(tokens), start + chance.randint(1, 4))
        tokens[start:end] = tokens[start:end] * chance.randint(2, 12)


def _wrap(chance: random.Random, tokens: Tokens) -> None:
    start = chance.randint(0, len(tokens))
    end = chance.randint(start, len(tokens))
    tag = chance.choice(_TAGS)
    tokens[start:end] = [f'<{tag} class="{chance.choice(CLASSES)}">', *tokens[start:end], f"</{tag}>"]


def _odd_letter(chance: random.Random, tokens: Tokens) -> None:
    if tokens:
        index = chance.randrange(len(tokens))
        at = chance.randint(0, len(tokens[index]))
        tokens[index] = tokens[index][:at] + chance.choice(_ODD) + tokens[index][at:]


def _attribute(chance: random.Random, tokens: Tokens) -> None:
    tags = [index for index, token in enumerate(tokens) if token[:1] == "<" and token[-1:] == ">"]
    if tags:
        index = chance.choice(tags)
        tokens[index] = f"{tokens[index][:-1]} {chance.choice(_ATTRIBUTES)}>"


STEPS: tuple[Step, ...] = (_insert, _insert, _delete, _replace, _swap, _repeat, _wrap, _odd_letter, _attribute)


def mutate(page: str, seed: int) -> str:
    """The page after one to six steps; the same seed gives the same page."""
    chance = random.Random(seed)
    tokens: Tokens = _TOKEN.findall(page)[:_MOST_TOKENS]
    for _ in range(chance.randint(1, 6)):
        chance.choice(STEPS)(chance, tokens)
    return "".join(tokens)


def cross(page: str, other: str, seed: int) -> str:
    """The beginning of one page and the end of another, cut between tokens."""
    chance = random.Random(seed)
    one, two = _TOKEN.findall(page)[:_MOST_TOKENS], _TOKEN.findall(other)[:_MOST_TOKENS]
    return "".join(one[: chance.randint(0, len(one))] + two[chance.randint(0, len(two)) :])
