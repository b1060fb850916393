"""Dates printed with the story and far from its headline: announced ones, and lines at the ends of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner import flags
from cleaner.metadata.announced import is_announced, is_change, is_label
from cleaner.metadata.date_sources import DateReading, is_date_line, is_elsewhere
from cleaner.metadata.facts import Facts
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.reading import Reading
from cleaner.model import Block, Role

_ABOVE, _BELOW = 6, 5  # blocks between the story's text and its date line
_TITLE_WORDS = 5  # of a link that may be another article's title
_NO_STORY = flags.LINK | flags.NESTED_ARTICLE | flags.ASIDE | flags.FORM


def story_dates(facts: Facts, month_first: bool) -> Iterator[DateReading]:
    """For HTML pages that give no other date, the surest first."""
    announced = [reading for block, line in _announced(facts) for reading in _read(block, line, month_first)]
    yield from _agreed([reading for reading in announced if not is_change(reading.raw)])
    yield from _agreed([reading for reading in announced if is_change(reading.raw)])
    for block in _at_ends(facts):
        if is_date_line(block.text) and not is_announced(block.text):
            yield from _read(block, block.text, month_first)


def _announced(facts: Facts) -> Iterator[tuple[Block, str]]:
    """Lines that announce their date, each with the label above it: those judged date or byline from the headline on,
    and the first ones below the story."""
    start = facts.headings[0].index if facts.headings else 0
    judged = (*facts.printed.get(Role.DATE, ()), *facts.printed.get(Role.BYLINE, ()))
    for block in {block.index: block for block in (*judged, *_below(facts)) if block.index >= start}.values():
        line = _with_label(block, facts.document.blocks)
        if is_date_line(line) and is_announced(line):
            yield block, line


def _with_label(block: Block, blocks: Sequence[Block]) -> str:
    above = "".join(line.text for line in blocks[max(0, block.index - 1) : block.index])
    return f"{above} {block.text}" if is_label(above) else block.text


def _agreed(readings: Sequence[DateReading]) -> Sequence[DateReading]:
    """None where they tell of several days: a list of articles announces those of others, too."""
    days = {reading.value.when.date() for reading in readings if reading.value}
    return readings if len(days) == 1 else ()


def _at_ends(facts: Facts) -> Iterator[Block]:
    """Date lines right above the first paragraph, where boxes part them from the headline, and below the last."""
    dates = {block.index: block for block in facts.printed.get(Role.DATE, ())}
    if facts.opening and facts.headings:
        text, headline = facts.opening.index, facts.headings[0].index
        yield from (block for index, block in dates.items() if max(headline, text - _ABOVE - 1) < index < text)
    yield from (block for block in _below(facts) if block.index in dates)


def _below(facts: Facts) -> Iterator[Block]:
    """The lines below the last paragraph, up to a heading or the title of another article."""
    own = {block.index for role in (Role.TAGS, Role.BYLINE) for block in facts.printed.get(role, ())}
    for last in facts.closing[:1]:
        for block in facts.document.blocks[last.index + 1 : last.index + 1 + _BELOW]:
            if block.flags & flags.HEADING or (block.index not in own and _is_title(block)):
                return
            yield block


def _is_title(block: Block) -> bool:
    """A link of some words."""
    linked = block.flags & flags.LINK or 2 * block.link_chars > len(block.text)
    return bool(linked) and len(block.text.split()) >= _TITLE_WORDS


def _read(block: Block, line: str, month_first: bool) -> Iterator[DateReading]:
    if block.flags & _NO_STORY or is_elsewhere(block):
        return
    if moment := read_printed(line, month_first):
        yield Reading(moment, line, f"printed, block {block.index}")
