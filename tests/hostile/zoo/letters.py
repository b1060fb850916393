"""Letters: entities, marks of no width, directions, control characters, encodings."""

# ruff: noqa: E501 - one attack a line
from __future__ import annotations

from tests.hostile.zoo.attack import STORY, Attack, body, html, repeat, text


def _encoded(name: str, tries: str, encoding: str, declared: str = "utf-8", prose: str = STORY[0]) -> Attack:
    """A page in one encoding that declares another."""

    def make(size: int) -> bytes:
        page = f"<html><meta charset={declared}>" + repeat(size, f"<p>{prose}</p>")
        return page.encode(encoding, "replace")

    return Attack(name, "html", tries, make)


def _raw(name: str, tries: str, unit: bytes, kind: str = "html") -> Attack:
    def make(size: int) -> bytes:
        return b"<html><body><p>" + unit * (size // len(unit))

    return Attack(name, "html" if kind == "html" else "text", tries, make)


def _double(prose: str, times: int = 1) -> str:
    for _ in range(times):
        prose = prose.encode().decode("windows-1252", "ignore")
    return prose


ATTACKS = (
    html("entities", "named entities", "&amp;"),
    html("entities-unclosed", "ampersands without an entity", "&"),
    html("entities-long", "names of entities that go on and on", "&CounterClockwiseContourIntegra"),
    html("entities-numeric", "numeric entities", "&#7841;&#x1ea1;"),
    html("entities-invalid", "numbers that are no characters", "&#0;&#xD800;&#x110000;&#128;"),
    html("entities-digits", "one number of endless digits", "9", before="<p>&#"),
    html("entities-double", "entities of entities", "&amp;amp;lt;"),
    html("entities-legacy", "entities that stand for letters of an old encoding", "&micro;&cedil;&para;&eth; "),
    text("entities-in-text", "entities in a text page", lambda n: f"B&agrave; {n} &amp;amp; c&ocirc; Ba n&oacute;i.\n"),
    html("less-than", "nothing but <", "<"),
    html("end-tag-starts", "nothing but </", "</"),
    html("tag-starts", "tags that are never finished", "<a"),
    html("greater-than", "nothing but >", ">"),
    html("quotes", "nothing but quotes", "\"'"),
    html("one-word", "one endless word", "x", before="<p>"),
    html("spaces", "one endless space", " ", before="<p>a", after="b"),
    html("spaces-between", "wide spaces", "a \xa0\u3000\t ", before="<p>"),
    html("line-ends", "carriage returns", "\r", before="<p>a", after="b"),
    html("line-ends-mixed", "line ends of all kinds", "a\r\n\rb\n\r", before="<pre>"),
    html("zero-width", "characters of no width", "a\u200b\u200c\u200d\u2060\ufeff\u00ad"),
    html("zero-width-only", "nothing but characters of no width", "\u200b", before="<p>"),
    html("zero-width-captions", "captions that differ in characters of no width",
         "<figcaption>Ảnh\u200b: \u200dHải Đăng</figcaption>"),
    html("bidi", "directions opened and never closed", "\u202ea\u2066b\u202b"),
    html("bidi-names", "a name printed backwards", "<p class=byline>\u202enA nV nễyugN\u202c</p>"),
    html("marks", "one letter with endless marks", "\u0301", before="<p>a"),
    html("marks-unordered", "marks that must be sorted", "\u0301\u0323", before="<p>a"),
    html("marks-each", "a few marks on every letter", "a\u0302\u0301\u0323"),
    html("jamo", "letters that compose", "\u1112\u1161\u11ab"),
    html("ligatures", "letters that fold into several", "ﬃİẞŉﷺ"),
    html("emoji", "joined pictures", "\U0001f468\u200d\U0001f469\u200d\U0001f467"),
    html("tags-unicode", "invisible tag characters", "\U000e0041\U000e0020"),
    html("private-use", "private characters", "\ue000\U000f0000"),
    html("control", "control characters", "\x01\x02\x08\x0b\x0c\x1b[31m\x7f\x85"),
    html("separators", "the engine's own separator", "a\x1e\x1f\x1c", before="<p>"),
    html("nul", "nothing but NUL", "\x00"),
    html("nul-in-tags", "NUL inside names", "<p\x00 cl\x00ass=x>a\x00"),
    html("surrogates", "lone surrogates", "\ud800a\udfff"),
    html("surrogate-pairs", "pairs written as surrogates", "\ud83d\udc4d"),
    html("noncharacters", "noncharacters", "\ufffe\uffff\U0001ffff"),
    _raw("bytes-invalid", "bytes that are no UTF-8", b"\xff\xfe\x80a"),
    _raw("bytes-all", "every byte", bytes(range(1, 256))),
    _raw("bytes-truncated", "cut sequences", "ệ".encode()[:2] + b" "),
    _raw("bytes-overlong", "overlong UTF-8", b"\xc0\xbc\xe0\x80\xaf\xf0\x80\x80\xaf"),
    _raw("bytes-mixed", "two encodings in one page", "Tiếng Việt ".encode() + "Tiếng Việt ".encode("cp1258", "replace")),
    _raw("bytes-escape", "ISO-2022 escapes", b"\x1b$B!!\x1b(B a "),
    _encoded("utf-16-undeclared", "UTF-16 without a mark", "utf-16-le", "utf-16"),
    _encoded("utf-16-lied", "UTF-16 that says it is UTF-8", "utf-16", "utf-8"),
    _encoded("utf-32", "UTF-32, which no page is in", "utf-32"),
    _encoded("utf-7-declared", "UTF-7, which browsers dropped", "utf-7", "utf-7"),
    _encoded("windows-1258", "decomposed Vietnamese", "cp1258", "windows-1258"),
    _encoded("gb18030-lied", "Chinese that says it is Vietnamese", "gb18030", "windows-1258", "渡轮今天早上离开了码头。"),
    _encoded("shift-jis-lied", "Japanese that says it is Latin", "shift_jis", "iso-8859-1", "フェリーは今朝出航した。"),
    _encoded("ebcdic", "EBCDIC", "cp037"),
    _encoded("double-encoded", "UTF-8 encoded twice", "utf-8", prose=_double(STORY[0])),
    _encoded("triple-encoded", "UTF-8 encoded three times", "utf-8", prose=_double(STORY[0], 2)),
    text("double-encoded-lines", "short lines of UTF-8 encoded twice", lambda n: _double(f"Bến phà số {n} đã mở") + "\n"),
    html("double-encoded-words", "pieces of UTF-8 encoded twice", f"<b>{_double('đã mở')}</b>"),
    Attack("double-encoded-line", "text", "one endless line of UTF-8 encoded twice",
           lambda size: repeat(size, _double("Bến phà đã mở "))),
    Attack("tcvn3", "html", "an old Vietnamese encoding", lambda size: body(repeat(size, "<p>ChiÕc phµ ®iÖn ®Çu tiªn rêi bÕn</p>"))),
    Attack("vni", "html", "an old Vietnamese encoding", lambda size: body(repeat(size, "<p>Chieác phaø ñieän ñaàu tieân rôøi beán</p>"))),
    Attack("dashes-under-title", "html", "where a byline may stand, a paragraph of dashes",
           lambda size: f"<h1>The ferry to the island left on time</h1><p>{'-' * size}x</p><p>{STORY[0]}</p>"),
)  # fmt: skip
