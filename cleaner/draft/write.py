"""Drafts as TOML, in the form of the packs in rules/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from cleaner.draft.entry import FieldDraft, PackDraft, RuleDraft
from cleaner.text import collapse

_WIDTH = 118


def pack_toml(pack: PackDraft, entries: Iterable[RuleDraft | FieldDraft]) -> str:
    """A whole rule file."""
    rest = ("Names on every page that no rule above uses, with what their blocks were judged:", *pack.unused)
    parts = ["\n".join(_pack(pack)), *map(entry_toml, entries), "\n".join(map(comment, rest if pack.unused else ()))]
    return "\n\n".join(filter(None, parts)) + "\n"


def entry_toml(entry: RuleDraft | FieldDraft) -> str:
    """One [[rule]] or [[field]] with its comments."""
    lines = _field(entry) if isinstance(entry, FieldDraft) else _rule(entry)
    return "\n".join((*map(comment, entry.found), *lines))


def comment(text: str) -> str:
    """A line that TOML passes over, whatever the text holds.

    >>> comment("a\\nb\\x00")
    '# a b'
    """
    return "# " + "".join(letter for letter in collapse(text) if letter.isprintable())


def quoted(text: str) -> str:
    """A TOML basic string (https://toml.io/en/v1.0.0#string); JSON's escapes are among TOML's, but for DEL.

    >>> quoted('a "b"')
    '"a \\\\"b\\\\""'
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _pack(pack: PackDraft) -> Iterator[str]:
    yield comment(f"{pack.site_name or pack.host}. Drafted from stored pages; look at every line before you trust it.")
    yield from map(comment, pack.remarks)
    yield "[pack]"
    if pack.languages:
        yield f"languages = {_listed(pack.languages)}"
    yield f"hosts = {_listed((pack.host,))}"
    if pack.generator:
        yield comment(f"The pages name their system: {pack.generator}")
    if pack.fingerprint:
        yield comment("Names that only this markup may have; without the # they mark sister sites too:")
        yield comment(f"fingerprint = {_listed(pack.fingerprint)}")
    yield f"seen = {quoted(pack.seen)}"
    if pack.site_name:
        yield f"site_name = {quoted(pack.site_name)}"
    if pack.dateline_prefixes:
        yield f"dateline_prefixes = {_listed(pack.dateline_prefixes)}"


def _rule(rule: RuleDraft) -> Iterator[str]:
    yield "[[rule]]"
    yield f"id = {quoted(rule.id)}"
    yield f"role = {quoted(rule.role.value)}"
    yield f"why = {quoted(rule.why)}"
    if rule.weak:
        yield "weak = true"
    else:
        yield f"confidence = {rule.confidence:g}"
    yield "where = { " + ", ".join(f"{name} = {_value(value)}" for name, value in rule.where) + " }"
    yield f"hits = {_listed(rule.hits)}"
    yield f"misses = {_listed(rule.misses)}"


def _field(field: FieldDraft) -> Iterator[str]:
    yield "[[field]]"
    yield f"id = {quoted(field.id)}"
    yield f"field = {quoted(field.field)}"
    yield f"selector = {_value(field.selectors)}"
    if field.attr:
        yield f"attr = {quoted(field.attr)}"
    yield f"hits = {_listed(field.hits)}"
    yield f"misses = {_listed(field.misses)}"


def _value(value: tuple[str, ...] | int) -> str:
    """A list of one is written without brackets: inside { } a list may not be broken into lines by hand anyway."""
    if isinstance(value, int):
        return str(value)
    return quoted(value[0]) if len(value) == 1 else f"[{', '.join(map(quoted, value))}]"


def _listed(texts: tuple[str, ...]) -> str:
    one = f"[{', '.join(map(quoted, texts))}]"
    return one if len(one) < _WIDTH else "[\n" + "".join(f"    {quoted(text)},\n" for text in texts) + "]"
