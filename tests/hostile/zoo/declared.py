"""What a page declares of itself: JSON-LD, meta, links, base; huge, deep, circular or broken."""

# ruff: noqa: E501 - one attack a line
from __future__ import annotations

import json

from tests.hostile.zoo.attack import OPEN, Attack, count, declared, head, repeat

_SPACES = (
    "".join(f'<meta property="{name}" content="Phà điện rời bến">' for name in ("og:site_name", "og:description"))
    + '<meta name=author content="An   "><title>a - b</title><meta property="og:title" content="Phà - bến'
)
_LD = '<script type="application/ld+json">'


def _json(name: str, tries: str, unit: str, before: str = "", after: str = "") -> Attack:
    """A JSON-LD text of one unit."""
    return Attack(name, "html", tries, lambda size: head(_LD + before + repeat(size, unit) + after + "</script>"))


def _object(name: str, tries: str, before: str, unit: str, after: str) -> Attack:
    return Attack(name, "html", tries, lambda size: head(_LD + before + count(
        size, lambda n: unit.replace("%", str(n))) + after + "</script>"))  # fmt: skip


def _live_blog(size: int) -> str:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": f"Bến {number}",
            "datePublished": "2026-11-22T08:00:00+07:00",
            "articleBody": f"Phà thứ {number} rời bến. " * 8,
            "author": {"@type": "Person", "name": f"An {number}"},
        }
        for number in range(size // 400)
    ]
    blog = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    return head(_LD + json.dumps(blog, ensure_ascii=False) + "</script>")


def _cycles(size: int) -> str:
    """Objects that refer to each other by @id, and to themselves."""
    number = size // 130
    graph = [
        {
            "@id": f"#{n}",
            "@type": "NewsArticle",
            "author": {"@id": f"#{n}"},
            "publisher": {"@id": f"#{(n + 1) % number}"},
        }
        for n in range(number)
    ]
    return head(_LD + json.dumps({"@graph": graph}) + "</script>")


def _fan(size: int) -> str:
    """A billion laughs by reference: every object refers many times to the next."""
    graph = [
        {"@id": f"#{n}", "@type": "NewsArticle", "author": [{"@id": f"#{n + 1}"}] * 60} for n in range(size // 900 + 1)
    ]
    return head(_LD + json.dumps({"@graph": graph}) + "</script>")


def _deep(name: str, opening: str, closing: str) -> Attack:
    def make(size: int) -> str:
        levels = size // (len(opening) + len(closing))
        return head(_LD + opening * levels + "1" + closing * levels + "</script>")

    return Attack(name, "html", "nesting in JSON-LD", make)


def _whole(name: str, tries: str, unit: str, before: str = "") -> Attack:
    """A page that is nothing else."""
    return Attack(name, "html", tries, lambda size: before + repeat(size, unit))


ATTACKS = (
    Attack("json-ld-live-blog", "html", "a live blog of the page's size", _live_blog),
    Attack("json-ld-cycles", "html", "cycles by @id", _cycles),
    Attack("json-ld-fan", "html", "references that multiply", _fan),
    _deep("json-ld-deep-lists", "[", "]"),
    _deep("json-ld-deep-objects", '{"a":', "}"),
    _deep("json-ld-deep-graphs", '{"@graph":[', "]}"),
    _json("json-ld-open-lists", "lists that are never closed", "["),
    _json("json-ld-open-objects", "objects that are never closed", '{"a":'),
    _json("json-ld-quotes", "nothing but quotes", '"'),
    _json("json-ld-quotes-spaces", "quotes and spaces", '"                    '),
    _json("json-ld-one-space", "a quote and one endless space", " ", after='"'),
    _json("json-ld-escapes", "nothing but backslashes", "\\"),
    _json("json-ld-comments-open", "comments that are not closed", "/* "),
    _json("json-ld-comments", "comments", "/* a */ //b\n"),
    _json("json-ld-comments-quoted", "comments and quotes that are not closed", '/* "'),
    _json("json-ld-newlines", "a quote and endless line breaks", "\n", before='{"a"'),
    _json("json-ld-quote-newlines", "quotes and line breaks", '"\n\n\n\n\n\n'),
    _json("json-ld-escaped-quotes", "escaped quotes", '\\"'),
    _json("json-ld-marks", "markup comments", "<!-- --> <![CDATA[ ]]>"),
    _json("json-ld-commas", "nothing but commas", ",\n"),
    _json("json-ld-commas-spaces", "commas before spaces", ",                    "),
    _json("json-ld-entities", "JSON written in entities", "{&quot;a&quot;:1}"),
    _json("json-ld-in-a-row", "objects in a row", '{"@type":"NewsArticle","headline":"a"}\n'),
    _json("json-ld-unquoted", "strings with quotes inside", '{"a":"b "c" d"},'),
    _json("json-ld-digits", "a number of endless digits", "9"),
    _json("json-ld-no-numbers", "numbers that are none", "[NaN,Infinity,-1e999],"),
    _object("json-ld-graph", "a graph of a million objects", '{"@graph":[', '{"@type":"NewsArticle","headline":"a%"},', "{}]}"),
    _object("json-ld-authors", "a million authors", '{"@type":"NewsArticle","author":[', '{"@type":"Person","name":"An %"},', "null]}"),
    _object("json-ld-names", "a million names", '{"@type":"NewsArticle","author":[', '"Nguyễn Văn %",', '"x"]}'),
    _object("json-ld-keywords", "a million keywords", '{"@type":"NewsArticle","keywords":[', '"từ %",', "1]}"),
    _object("json-ld-keyword-line", "a million keywords in one line", '{"@type":"NewsArticle","keywords":"', "từ %,", '"}'),
    _object("json-ld-headline", "an endless headline", '{"@type":"NewsArticle","headline":"', "Bến % ", '"}'),
    _object("json-ld-date", "an endless date", '{"@type":"NewsArticle","datePublished":"2026-', "%", '"}'),
    _object("json-ld-body", "an endless articleBody", '{"@type":"NewsArticle","articleBody":"', "Bến % đã mở. ", '"}'),
    _object("json-ld-types", "a million types", '{"headline":"a","@type":[', '"NewsArticle",', '"x"]}'),
    _object("json-ld-keys", "a million properties", '{"@type":"NewsArticle"', ',"p%":1', "}"),
    _object("json-ld-images", "a million pictures", '{"@type":"NewsArticle","image":[', '{"@type":"ImageObject","url":"/%.jpg"},', "1]}"),
    declared("json-ld-many", "a million JSON-LD texts", lambda n: f'{_LD}{{"@type":"NewsArticle","headline":"a{n}"}}</script>'),
    declared("json-ld-many-broken", "a million broken JSON-LD texts", lambda n: f'{_LD}{{"a":"b "c" {n}",}}</script>'),
    declared("metas", "meta elements of a million names", lambda n: f'<meta name=m{n} content="a">'),
    declared("metas-title", "a million titles", lambda n: f'<meta property="og:title" content="Bến phà {n}">'),
    declared("metas-author", "a million authors", lambda n: f'<meta name="author" content="Nguyễn Văn {n}">'),
    declared("metas-date", "a million dates", lambda n: f'<meta property="article:published_time" content="2026-11-{n % 99}">'),
    declared("metas-tag", "a million tags", lambda n: f'<meta property="article:tag" content="tag {n}">'),
    declared("metas-section", "a million sections", lambda n: f'<meta property="article:section" content="Mục {n}">'),
    declared("metas-description", "a million descriptions", lambda n: f'<meta name=description content="Sáng 14/10, chiếc phà điện đầu tiên {n}">'),
    declared("metas-keywords", "an endless line of keywords", lambda n: f"từ {n}, ", before='<meta name=keywords content="', after='">'),
    declared("meta-author-line", "an endless line of authors", lambda n: f"Nguyễn An {n}, ", before='<meta name=author content="', after='">'),
    declared("meta-title-line", "an endless title", lambda n: f"Bến {n} | ", before='<meta property="og:title" content="', after='">'),
    declared("metas-spaces", "values of one endless space", lambda n: " ", before=_SPACES, after='b">'),
    declared("meta-date-line", "an endless date", lambda n: f"{n}-", before='<meta property="article:published_time" content="', after='">'),
    declared("meta-refresh", "pages to go on to", lambda n: f'<meta http-equiv=refresh content="0;url=https://evil.example/{n}">'),
    declared("meta-charsets", "charsets that contradict each other", lambda n: f'<meta charset="{("utf-8", "utf-16", "utf-7", "x-user-defined", "gb2312")[n % 5]}">'),
    declared("bases", "base addresses", lambda n: f'<base href="https://[:{n}">'),
    declared("canonicals", "addresses of the page", lambda n: f'<link rel=canonical href="https://e{n}.example/a">'),
    declared("alternates", "languages", lambda n: f'<link rel=alternate hreflang=x{n} href="/a">'),
    declared("rels", "endless rel values", lambda n: f"r{n} ", before='<link href=a rel="', after='">'),
    declared("title", "an endless title", lambda n: f"Bến {n} - ", before="</title><title>", after="</title>"),
    declared("title-open", "a title that is not closed", lambda n: f"Bến {n} ", before="<title>", after=""),
    *(declared(f"spaces-{name.replace(':', '-')}", f"an endless space in {name}", lambda n: " ",
               before=f'<meta property="{name}" content="Phà, bến', after='b">')
      for name in ("author", "og:description", "article:published_time", "article:section", "keywords", "og:url")),
    Attack("no-body", "html", "a head without end", lambda size: repeat(size, "<meta name=a content=b>") + OPEN),
    _whole("feed-items", "a feed of a million items", "<item><title>a</title></item>", before="<rss><channel>"),
    _whole("feed-categories", "an item of a million categories", "<category>a</category>", before="<rss><channel><item>"),
    _whole("escaped", "markup that was escaped", "&lt;p&gt;a&lt;/p&gt;"),
    _whole("escaped-open", "escaped tags that never end", "&lt;p a", before="&lt;p&gt;&lt;/p&gt;&lt;/p&gt;&lt;/p&gt;"),
)  # fmt: skip
