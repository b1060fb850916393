"""From whom the newsroom has the story: a credited source, or an outlet named before the lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import host_spelling, key
from cleaner.metadata.outlets import AGENCIES, is_outlet
from cleaner.metadata.reading import Found, Reading, settle
from cleaner.metadata.signature import read_signature
from cleaner.metadata.site import host_label
from cleaner.model import Author, Role

_WITHIN = re.compile(r"\(([^()\d]{2,20}?)[\s,]*(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?\)$")  # City (Agency 7/12)

#: "PORTVILLE, March 7 (Reuters) - ", "(서울=연합뉴스) ", "中新网北京3月7日电 ": the agency before the first sentence.
_WIRED = re.compile(r"[^()!?]{2,60}\(([^()\d]{2,20})\) ?(?:[-–—]|--) ?\S")
_WIRES = re.compile(r"\([^()=]{1,12}=([^()=\d]{2,12})\)|(新华社|中新网|中新社)[^\d。，,]{1,8}\d{1,2}月\d{1,2}日电")

_SOURCE = re.compile(r"^Nguồn(?: tin)? ([^:]{2,40}): ?https?://")
_LEAD, _OPENINGS = 120, 60  # characters; blocks above the end of any head
_GAVE = re.compile(r"\(?\s?[Ww]ith (?:agency )?inputs? from ([A-Z][\w ]{1,19}?)\s?\.?\)?$")
_CLOSED = re.compile(r"[.!?”\"’)] ?[–—-]{1,2} ?([A-Z][\w+/ ]{1,19})$")


def read_agency(
    facts: Facts,
    authors: tuple[Author, ...],
    dateline: str | None,
    language: str,
    outlets: Collection[str] = (),
    names: Collection[str] = (),
) -> Found[str | None]:
    """Trust: a credit printed in a signature, a rule's selector, the dateline's outlet, an agency that signs.

    On an HTML page the outlet before the lead is the site itself unless it is a news agency; a flattened
    text has no other place that says whose it is, so there any outlet counts.
    """
    signed = {key(author.name) for author in authors}
    readings = [*_credited(facts, signed, language, outlets), *_from_rules(facts, signed, language, outlets)]
    own = frozenset() if facts.is_text else _own_names(facts, names)
    readings = [_checked(reading, own) for reading in readings]
    within = _WITHIN.search(dateline or "")
    dateline = within[1] if within else dateline
    if dateline and is_outlet(dateline, outlets):
        counts = key(dateline) in AGENCIES or facts.is_text
        readings.append(Reading(dateline, dateline, "dateline", "" if counts else "the site itself"))
    readings += _wired(facts)
    readings += _behind_dash(facts)
    readings += [Reading(author.name, author.name, "author") for author in authors if key(author.name) in AGENCIES]
    return settle(readings, lambda one, other: key(one) == key(other))


def _wired(facts: Facts) -> Iterator[Reading[str]]:
    """The agency in the brackets of a place and day before the first sentence of a text, which declares nothing."""
    for block in facts.document.blocks[:_OPENINGS] if facts.is_text else ():
        found = _WIRED.match(block.text[:_LEAD]) or _WIRES.match(block.text[:_LEAD])
        name = next((group for group in found.groups() if group), "") if found else ""
        if found and key(name) in AGENCIES:
            yield Reading(name, found[0], f"before the first sentence, block {block.index}")


def _behind_dash(facts: Facts) -> Iterator[Reading[str]]:
    """The agency that closes the last sentence of the story: "... under the new bridge. — AFP"; that gave to it:
    "(With inputs from PTI)"."""
    for block in facts.closing:
        found = _GAVE.match(block.text) or (_CLOSED.search(block.text) if block is facts.closing[0] else None)
        if found and key(found[1]) in AGENCIES:
            yield Reading(found[1], found[0], f"behind the last sentence, block {block.index}")


def _own_names(facts: Facts, names: Collection[str]) -> frozenset[str]:
    return frozenset((*names, host_spelling(host_label(facts.host))))


def _checked(reading: Reading[str], own: Collection[str]) -> Reading[str]:
    """The site's own name alone on a line credits nobody; behind a person it says for whom she writes."""
    if "@" in reading.value:
        return reading._replace(rejected="an address")
    is_own = key(reading.value) in own or host_spelling(reading.value) in own
    if is_own and key(reading.value) not in AGENCIES and not read_signature(reading.raw).authors:
        return reading._replace(rejected="the site itself")
    return reading


def _credited(facts: Facts, signed: set[str], language: str, outlets: Collection[str]) -> Iterator[Reading[str]]:
    if language not in ("vi", "und"):
        return
    for role in (Role.AGENCY_SOURCE, Role.BYLINE):
        for block in facts.printed.get(role, ()):
            signature = read_signature(block.text, outlets)
            if signature.agency:
                yield _unsigned(signature.agency, block.text, f"printed, block {block.index}", signed)
            elif role is Role.AGENCY_SOURCE and signed and signature.authors:
                yield from _other_author(signature.authors, block.text, f"printed, block {block.index}", signed)
    for block in facts.printed.get(Role.SOURCE_URL, ()):
        source = _SOURCE.match(block.text)
        if source and is_outlet(source[1], outlets):
            yield Reading(source[1], block.text, f"before the source's address, block {block.index}")
    for block in facts.closing:
        if block in facts.printed.get(Role.DATE, ()) and (agency := read_signature(block.text, outlets).agency):
            yield _unsigned(agency, block.text, f"date line behind the story, block {block.index}", signed)


def _other_author(authors: tuple[Author, ...], raw: str, source: str, signed: set[str]) -> Iterator[Reading[str]]:
    """ "Theo Tiền Phong" reads like a person's name; where somebody else signs, it is the source."""
    name = ", ".join(author.name for author in authors)
    if not signed & {key(author.name) for author in authors}:
        yield Reading(name, raw, source)


def _from_rules(facts: Facts, signed: set[str], language: str, outlets: Collection[str]) -> Iterator[Reading[str]]:
    for hit in facts.hits.get("agency", ()):
        signature = read_signature(hit.value, outlets)
        if signature.agency or not signature.authors:
            yield _unsigned(signature.agency or hit.value.strip(" ()"), hit.value, f"rule {hit.rule_id}", signed)
    for hit in facts.hits.get("author", ()) if language == "vi" else ():
        credit = read_signature(hit.value, outlets).agency
        if credit and is_outlet(credit.split("/")[0].strip(), outlets):
            yield _unsigned(credit, hit.value, f"rule {hit.rule_id}", signed)


def _unsigned(value: str, raw: str, source: str, signed: set[str]) -> Reading[str]:
    return Reading(value, raw, source, "it is the author" if key(value) in signed else "")
