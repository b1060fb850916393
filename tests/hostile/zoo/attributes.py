"""Attributes: huge, many, the same, and values that are numbers beyond all bounds."""

# ruff: noqa: E501 - one attack a line
from __future__ import annotations

from tests.hostile.zoo.attack import Attack, body, count, counted, html, repeat


def _value(name: str, attribute: str, unit: str, tag: str = "p") -> Attack:
    def make(size: int) -> str:
        return body(f'<{tag} {attribute}="{repeat(size, unit)}">chữ</{tag}><p>sau')

    return Attack(name, "html", f"a huge value of {attribute}", make)


ATTACKS = (
    _value("huge-class", "class", "x"),
    _value("huge-class-list", "class", "article-body caption "),
    _value("huge-class-camel", "class", "aB"),
    _value("huge-class-dashes", "class", "read-"),
    _value("huge-id", "id", "related-"),
    _value("huge-href", "href", "a/../", "a"),
    _value("huge-href-spaces", "href", " \t", "a"),
    _value("huge-style", "style", "display: n one;"),
    _value("huge-alt", "alt", "Ảnh: Hải Đăng. ", "img"),
    _value("huge-src", "src", "A", "img"),
    _value("huge-datetime", "datetime", "2026-", "time"),
    _value("huge-itemprop", "itemprop", "articleBody "),
    _value("huge-role", "role", "main "),
    _value("huge-data", "data-src", "&quot;", "img"),
    Attack("many-attributes", "html", "attributes of one tag, each compared with the others",
           lambda size: body("<p " + count(size, lambda n: f"a{n}=1 ") + ">chữ</p>")),
    Attack("many-attributes-values", "html", "attributes with quotes and signs",
           lambda size: body("<p " + count(size, lambda n: f"a{n}='<>' ") + ">chữ</p>")),
    Attack("many-attributes-bare", "html", "attributes without value",
           lambda size: body("<p " + count(size, lambda n: f"a{n} ") + ">chữ</p>")),
    Attack("many-attributes-slashes", "html", "a tag of slashes and quotes",
           lambda size: body("<p " + repeat(size, "/\"' ") + ">chữ</p>")),
    counted("many-attributes-each", "250 attributes on every tag",
            lambda n: "<p " + " ".join(f"a{i}" for i in range(250)) + ">chữ</p>"),
    counted("many-attributes-short", "2,000 attributes on every tag, none of them long",
            lambda n: "<p " + " ".join(f"a{i}" for i in range(2_000)) + ">chữ</p>"),
    html("same-attribute", "one attribute again and again", "id=a ", before="<p ", after=">chữ</p>"),
    html("unquoted-end", "a tag that never ends", "a=b ", before="<p class='", after=""),
    html("duplicate-ids", "the same id on every element", "<p id=main>chữ</p><div id=main></div>"),
    counted("distinct-ids", "another id on every element", lambda n: f"<p id=p{n} class='c{n} d{n}'>chữ {n}</p>"),
    html("colspan", "cells that span 9e15 columns", "<td colspan=9000000000000000 rowspan=9000000000000000>ô</td>",
         before="<table><tr>"),
    html("colgroups", "columns that span 9e15 columns", "<colgroup span=9000000000000000><col span=99999999999>",
         before="<table>"),
    html("list-numbers", "numbers of list items", "<li value=99999999999999999999>mục", before="<ol start=9e99 reversed>"),
    html("tabindex", "numbers that are none", "<p tabindex=-9e999 width=1e400 height=NaN>chữ"),
    html("hidden-all", "every element hidden", '<p hidden style="display : none" aria-hidden=true>chữ</p>'),
    html("microdata", "itemscopes in itemscopes",
         '<div itemscope itemtype="https://schema.org/Person" itemprop=author><span itemprop=name>An</span></div>'),
)  # fmt: skip
