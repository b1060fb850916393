"""JSON-LD as publishers print it: read what can be read, within bounds, and never raise.

Format: https://www.w3.org/TR/json-ld11/ (nodes, `@graph`, `@id` references). Real pages hold raw line
breaks inside strings, HTML comments and CDATA marks around the object, `//` comments, trailing and
missing commas, unescaped quotes and several objects in a row.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cleaner.text import collapse, nfc

#: Bounds of one page: characters of JSON-LD read, characters of one broken text that are repaired,
#: objects kept, and the longest list in which references are looked up (a live blog has thousands).
MAX_CHARS = 4_000_000
MAX_REPAIR_CHARS = 300_000
MAX_OBJECTS = 400
MAX_LIST = 64

# Spaces are counted, so that no text can make a pattern try the same ones again and again.
_NEXT_LINE = re.compile(r'[^\S\n]{0,99}\n\s{0,999}"')
# A quote closes a string only where JSON can go on after it; all others are letters of the string.
_CLOSE = re.compile(
    r'\s{0,999}(?:[:}\]]|,\s{0,999}(?:["{}\[\]]|-?\d|true|false|null|//)|\Z)'
    rf"|{_NEXT_LINE.pattern}|\s{{1,999}}(?://|/\*)"
)
_QUOTE = re.compile(r'\\.|"', re.DOTALL)
#: What is not JSON, and the quote that opens a string.
_NOISE = re.compile(r'"|//[^\n]*|/\*.*?(?:\*/|\Z)|<!--|-->|<!\[CDATA\[|\]\]>|,(?=\s{0,999}[}\]])', re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_INNER_QUOTE = re.compile(r'(?<!\\)"')
_BETWEEN = re.compile(r"[\s,;]*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")  # lone surrogates cannot be written as UTF-8
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_MEMBERS = ("@graph", "mainEntity", "breadcrumb")  # properties whose objects speak for the page
_DECODER = json.JSONDecoder(strict=False)  # strict=False lets raw control characters pass


def read_json_ld(texts: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """All objects of a page's JSON-LD texts: `@graph` and lists flattened, references replaced.

    A value `{"@id": x}` becomes the object that declares x, one level deep, so that no cycle can
    arise. Texts that cannot be read even after a repair give nothing. Never raises.
    """
    objects: list[dict[str, Any]] = []
    for text in _within_budget(texts):
        for value in _values(text):
            objects.extend(_flatten(value))
    del objects[MAX_OBJECTS:]
    declared = _declared(objects)
    return tuple({key: _resolved(value, declared) for key, value in item.items()} for item in objects)


def plain_text(value: object) -> str:
    """A JSON-LD value as display text in NFC: entities resolved, tags dropped, white space collapsed.

    >>> plain_text("Caf&eacute; <em>noir</em>")
    'Café noir'
    """
    if not isinstance(value, str):
        return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
    if "&" in value:
        value = html.unescape(value)
    if not value.isprintable():
        value = _UNPRINTABLE.sub("", value)
    if "<" in value:
        value = _MARKUP.sub("", value)
    return collapse(nfc(value))


def address_of(value: object) -> str:
    """The address that a JSON-LD value is, or that the object which it is names; "" for neither.

    >>> address_of({"@type": "WebPage", "@id": "https://bao.example.vn/1"}), address_of("https://bao.example.vn/2")
    ('https://bao.example.vn/1', 'https://bao.example.vn/2')
    """
    if isinstance(value, dict):
        found: Mapping[str, Any] = value
        return plain_text(found.get("@id")) or plain_text(found.get("url"))
    return plain_text(value)


def types(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The `@type` names of an object without their vocabulary's address."""
    declared = item.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return tuple(name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str))


def _within_budget(texts: Iterable[str]) -> Iterator[str]:
    left = MAX_CHARS
    for text in texts:
        left -= len(text)
        if left >= 0:
            yield text


def _values(text: str) -> list[Any]:
    """The JSON values of one text, as it stands or repaired."""
    text = text.strip().lstrip("\ufeff")
    if not text:
        return []
    try:
        return [_DECODER.decode(text)]
    except (ValueError, RecursionError):
        return _in_a_row(repair(text)) if len(text) <= MAX_REPAIR_CHARS else []


def repair(text: str) -> str:
    """Make a broken text readable: comments and marks dropped, quotes escaped, commas mended."""
    if '"' not in text:
        text = html.unescape(text)
    pieces: list[str] = []
    at = 0
    while (match := _NOISE.search(text, at)) is not None:
        pieces.append(text[at : match.start()])
        at = match.end()
        if match[0] == '"':
            end = _string_end(text, at)
            pieces.append(_mended(text, at, end) if end else text[at - 1 :])
            at = end or len(text)
    return "".join(pieces) + text[at:]


def _string_end(text: str, start: int) -> int:
    """Where the string ends whose letters begin at `start`, behind its quote; 0 when nothing closes it."""
    closing = (m.end() for m in _QUOTE.finditer(text, start) if m[0] == '"' and _CLOSE.match(text, m.end()))
    return next(closing, 0)


def _mended(text: str, start: int, end: int) -> str:
    """The string with its inner quotes escaped, and with the comma that is missing before a next line's string."""
    inner = _INNER_QUOTE.sub(r"\"", _BAD_ESCAPE.sub("", text[start : end - 1]))
    return f'"{inner}"' + ("," if _NEXT_LINE.match(text, end) else "")


def _in_a_row(text: str) -> list[Any]:
    """The values that follow each other up to the first that cannot be read."""
    values: list[Any] = []
    at = _BETWEEN.match(text).end()  # type: ignore[union-attr]  # it matches the empty string too
    while at < len(text) and len(values) < MAX_OBJECTS:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]
    return values


def _flatten(value: Any) -> list[dict[str, Any]]:
    """The objects of a value: members of lists and of `@graph`, a page's main entity and breadcrumb."""
    found: list[dict[str, Any]] = []
    stack = [value]
    while stack and len(found) < MAX_OBJECTS:
        item = stack.pop()
        if isinstance(item, list):
            stack += reversed(item[:MAX_OBJECTS])
        elif isinstance(item, dict):
            found.append(item)
            stack += [item[key] for key in reversed(_MEMBERS) if isinstance(item.get(key), list | dict)]
    return found


def _declared(objects: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """`@id` -> the fullest object with that name, of the objects and their direct values."""
    declared: dict[str, dict[str, Any]] = {}
    for item in objects:
        for candidate in (item, *_children(item)):
            name = candidate.get("@id")
            if isinstance(name, str) and len(candidate) > len(declared.get(name, ())):
                declared[name] = candidate
    return declared


def _children(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for value in item.values():
        for child in value[:MAX_LIST] if isinstance(value, list) else (value,):
            if isinstance(child, dict):
                yield child


def _resolved(value: Any, declared: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(value, dict):
        return declared.get(value["@id"], value) if _is_reference(value) else value
    if isinstance(value, list) and len(value) <= MAX_LIST:
        return [_resolved(child, declared) if isinstance(child, dict) else child for child in value]
    return value


def _is_reference(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("@id"), str) and value.keys() <= {"@id", "@type"}
