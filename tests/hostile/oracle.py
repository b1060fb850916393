"""What must hold for every input, hostile or not."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter

from lxml import etree  # type: ignore[import-untyped]
from selectolax.lexbor import LexborHTMLParser

from cleaner import CleanResult, RawPage, clean
from cleaner.decode import decode
from cleaner.errors import EmptyInput, InputError
from cleaner.model import DecodedPage, Kind
from cleaner.render import FORMATS, render
from cleaner.render.html import INLINE_TAGS, sanitise
from tests.properties.test_verdicts import check_article, check_ledger, check_report
from tests.visible import UNSEEN, ledger_text, visible_text

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
#: Elements of which html5lib 1.1 reads an older standard than lexbor does.
_UNLIKE = re.compile(
    r"<(?:select|svg|math|template|frameset|ruby|rtc|rb|menuitem|isindex|noscript|iframe|plaintext)", re.IGNORECASE
)
_SAFE = ("http:", "https:", "mailto:")


class Broken(AssertionError):
    """A promise that an input broke; the message begins with the promise's name."""


def outcome(content: bytes | str, kind: Kind | None = None) -> CleanResult | None:
    """The result, or None for an input that is refused with a type of ours; anything else is raised."""
    try:
        return clean(content, kind=kind)
    except InputError as refusal:
        if not str(refusal):
            raise Broken("a refusal says why") from refusal
        return None


def check(content: bytes | str, kind: Kind | None = None, *, reference: bool = True) -> CleanResult | None:
    """Every promise at once; raises Broken.

    reference: count the visible text with html5lib as well. It is slow, and wrong on some foreign content.
    """
    result = outcome(content, kind)
    if result is None:
        return None
    page = decode(RawPage(content, kind=kind))
    check_lossless(page, result)
    if reference and page.kind == "html" and not _UNLIKE.search(page.text):
        check_against_reference(page, result)
    check_valid(result)
    check_formats(result)
    for block in result.article.body:
        check_inline(block.html, block.text)
    return result


def check_lossless(page: DecodedPage, result: CleanResult) -> None:
    """The ledger holds each visible character of the tree that the parser built, or of the text."""
    wanted = squeezed(parsed_text(page.text) if page.kind == "html" else page.text)
    _same_letters("lossless", wanted, squeezed(ledger_text(result)), in_order=page.kind == "text")


def check_against_reference(page: DecodedPage, result: CleanResult) -> None:
    """The same by another parser, which shares no code with the engine's."""
    _same_letters("lossless by html5lib", squeezed(visible_text(page.text)), squeezed(ledger_text(result)))


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFD", text).split())


def parsed_text(markup: str) -> str:
    """All text that the engine's parser finds in a page as it stands, unbounded, whatever `segment` does of it."""
    tree = LexborHTMLParser(markup)
    node = tree.body if tree.body is not None else tree.root
    texts: list[str] = []
    stack = [node]
    while stack:
        node = stack.pop()
        if node is None:
            continue
        if node.tag == "-text":
            texts.append(node.text_content or "")
        stack.append(node.next if node is not tree.body else None)
        if node.tag not in UNSEEN:
            stack.append(node.first_child)
    return "".join(texts)


def _same_letters(promise: str, wanted: str, got: str, *, in_order: bool = False) -> None:
    if wanted == got or (not in_order and Counter(wanted) == Counter(got)):
        return
    lost, added = Counter(wanted) - Counter(got), Counter(got) - Counter(wanted)
    raise Broken(f"{promise}: lost {''.join(lost.elements())[:60]!r}, added {''.join(added.elements())[:60]!r}")


def check_valid(result: CleanResult) -> None:
    """The ledger's and the report's own rules, and JSON that is UTF-8 and finite."""
    try:
        check_ledger(result)
        if result.report.kind == "html":  # the ledger of a text keeps entities as they were printed
            check_article(result)
        check_report(result)
    except AssertionError as wrong:
        raise Broken(f"valid: {wrong}") from wrong
    json.dumps(result.to_dict(), ensure_ascii=False, allow_nan=False).encode()


def check_formats(result: CleanResult) -> None:
    """Every format can be written and read again; the HTML stays as it is when it is sanitised again."""
    written = {name: render(result, name) for name in FORMATS}
    for name in ("json", "jsonld", "ninjs"):
        json.loads(written[name])
    etree.fromstring(written["tei"], etree.XMLParser(resolve_entities=False, huge_tree=True))
    html = written["html"].decode()
    if sanitise(html) != html:
        raise Broken("sanitised: a second pass changes the HTML")


def check_inline(html: str, text: str) -> None:
    """A body block's HTML: the allowed elements, only safe links, and no other words than its text."""
    body = LexborHTMLParser(html).body
    if body is None:
        raise Broken("inline: no tree")
    for node in body.traverse(include_text=False):
        if node is body or node.tag == "body":
            continue
        if node.tag not in INLINE_TAGS:
            raise Broken(f"inline: <{node.tag}>")
        for name, value in node.attributes.items():
            scheme = _SCHEME.match("".join((value or "").split()))
            if name != "href" or (scheme and scheme[0].lower() not in _SAFE):
                raise Broken(f"inline: {name}={value!r}")
    _same_letters("inline", squeezed(text), squeezed(body.text()))


def check_deterministic(content: bytes | str, kind: Kind | None = None) -> None:
    first, second = outcome(content, kind), outcome(content, kind)
    if (first and first.to_dict()) != (second and second.to_dict()):
        raise Broken("deterministic: the second result differs")


def check_decoded_once(content: bytes | str, kind: Kind | None = None) -> None:
    """What was decoded is clean: decoding its UTF-8 form changes nothing, a repaired encoding aside."""
    try:
        page = decode(RawPage(content, kind=kind))
        again = decode(RawPage(page.text, kind=page.kind))
    except EmptyInput:
        return
    except InputError:
        return
    if page.encoding_source != "repaired" and again.text != page.text:
        raise Broken("idempotent: decoding what was decoded changes it")
