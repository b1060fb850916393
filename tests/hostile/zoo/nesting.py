"""Depth, and elements that are left open: what costs a tree builder more than the page's length."""

from __future__ import annotations

from tests.hostile.zoo.attack import Attack, body, counted, html, repeat

_OPENED = "<b><i><em><strong><font color=red><code><s><small><big><u><tt><nobr>"


def _closed(tag: str, text: str = "") -> Attack:
    def make(size: int) -> str:
        levels = size // (2 * len(tag) + 5 + len(text.encode()))
        return body(f"<{tag}>{text}" * levels + "đáy" + f"</{tag}>" * levels)

    return Attack(f"nested-{tag}" + ("-text" if text else ""), "html", f"depth: <{tag}> in <{tag}>", make)


def _reopened(name: str, opened: str, unit: str) -> Attack:
    """Formatting elements left open, which the parser opens again in every paragraph that follows."""
    return html(name, "formatting elements re-opened in every block", unit, before=f"<p>{opened}</p>")


def _classes(size: int) -> str:
    """Each level has a class of its own and a word, closed at the end."""
    levels = size // 40
    return body("".join(f"<div class=c{number}>chữ " for number in range(levels)) + "</div>" * levels)


ATTACKS = (
    *(_closed(tag) for tag in ("div", "span", "blockquote", "ul", "section", "figure", "font", "button", "object")),
    *(_closed(tag, "chữ ") for tag in ("div", "span", "article", "li", "b", "a", "table", "svg")),
    html("nested-table-cells", "depth of tables", "<table><tr><td>"),
    html("nested-templates", "depth of templates", "<template>"),
    html("nested-svg", "depth of foreign content", "<svg><g><foreignObject><div>"),
    html("nested-math", "depth of foreign content", "<math><mtext><p>"),
    html("nested-select", "select in select", "<select><option>a"),
    html("nested-lists", "depth of lists with text", "<ul><li>mục"),
    html("nested-links", "a link in a link in a table", "<a href=/x><table>"),
    html("nested-forms", "forms in forms", "<form><div>x"),
    html("unclosed-everything", "all kinds of elements left open", "<div><p><b><i><a href=x><span><li><td><h2>x"),
    html("unclosed-anchors", "links re-opened in every paragraph", "<p><a href=/x>chữ"),
    counted("unclosed-fonts", "formatting elements that differ", lambda n: f"<font color={n}><p>x"),
    counted("unclosed-fonts-spans", "fonts left open in spans", lambda n: f"<font color={n}><span>x</span>"),
    _reopened("reopened-formatting", _OPENED * 3, "<p>x"),
    _reopened("reopened-formatting-few", _OPENED, "<p>x</p>"),
    _reopened("reopened-formatting-many", "".join(f"<b class=c{n}>" for n in range(500)), "<p>x"),
    _reopened("reopened-in-cells", "<b><i><u>" * 30, "<table><tr><td>x</table>"),
    _reopened("reopened-long-attributes", "".join(f'<font class="{"c" * 900}{n}">' for n in range(24)), "<p>x"),
    html("adoption-agency", "end tags of formatting elements in wrong order", "<b><i><p>x</b></i></p>"),
    html("adoption-agency-deep", "formatting closed below blocks", "<a><div><div><div>x</a>"),
    html("adoption-agency-open", "formatting closed, blocks left open", "<b><p>x</b>"),
    html("misnested-inline", "inline tags in wrong order", "<em><b>x</em></b>"),
    html("end-tags-only", "end tags of what was never opened", "</p></br></div></table></b>"),
    html("foster-parenting", "text inside a table but outside of its cells", "<tr>chữ ", before="<table>"),
    html("foster-paragraphs", "blocks inside a table but outside of its cells", "<p>chữ<td>a", before="<table>"),
    html("foster-inline", "formatting inside a table but outside of its cells", "<b>chữ<tr>", before="<table>"),
    html("many-bodies", "body and html tags again and again", "<body class=x><html lang=en>chữ"),
    html("frameset", "a frameset in the page", "<frameset><frame src=x></frameset>"),
    Attack("nested-classes", "html", "depth with a class a level", _classes),
    Attack("nested-1000-siblings", "html", "wide and deep", lambda size: body(
        "<div>" * 400 + repeat(size, "<div><p>chữ</p></div>"))),
)  # fmt: skip
