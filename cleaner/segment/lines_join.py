"""Sentences that were broken where a word was set in bold or linked are made whole.

A tool that prints every text of a page on a line of its own breaks "reported by | the ministry | , which"
into three. A line that goes on in small letters or with a mark no line begins with continues the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.segment.lines_wrap import Span

_STOPS = ".!?…:;,"
_CLOSING = "”\"’')]»"
_MARKS = (", ", ". ", "; ", ") ", ": ", "? ")
_LONG = 40  # characters of at least one of the lines that were one paragraph; verse and key words are shorter
_WHOLE = 60  # characters of a line without a stop behind which a name in bold goes on
_NAME, _OUTLET = 40, 24
_DASHES = (" -", " –", ")-", ")–")
_MAX_GAP = 1
_ADDRESS = re.compile(r"[a-z][\w-]{1,30}\.(?:vn|com|net|org)\b ?[–-]")  # an outlet's, before its lead


def rejoin(text: str, spans: list[Span]) -> list[Span]:
    """The same lines, or the paragraphs of which they are pieces; the first line is nobody's second half."""
    broken = [False, *(after.gap <= _MAX_GAP and _continues(text, one, after) for one, after in pairwise(spans)), False]
    joints = broken[: len(spans)]
    for number, (before, name) in enumerate(pairwise(spans), 1):
        if broken[number + 1] and not broken[number] and _is_short(text, name) and _is_open(text, before):
            joints[number] = name.gap <= _MAX_GAP and _needs_more(text, before)
            if " " in text[name.start : name.end]:  # a heading, or the words before the name? left as printed
                joints[number + 1] = joints[number]
    return [_whole(run) for run in _runs(text, spans, joints)] if any(joints) else spans


def _continues(text: str, before: Span, after: Span) -> bool:
    """It begins in small letters, or with a mark and a space; or the line above is an outlet's name and a dash."""
    if text.startswith(_DASHES, before.end - 2) and before.end - before.start <= _OUTLET:
        return True
    if text[after.start] in ",;)" or (text[after.start] == "." and after.end - after.start > 1):
        return text.startswith(_MARKS, after.start) or after.end - after.start == 1
    small = text[after.start].islower() and text[after.start : after.start + 2].isalpha()
    return small and _is_open(text, before) and not _ADDRESS.match(text, after.start)


def _is_open(text: str, span: Span) -> bool:
    return text[span.start : span.end].rstrip(_CLOSING)[-1:] not in _STOPS


def _is_short(text: str, name: Span) -> bool:
    """A few words that were bold or a link."""
    return name.end - name.start <= _NAME and text[name.end - 1].isalnum()


def _needs_more(text: str, span: Span) -> bool:
    """One word, or too long or of too many parts for a heading."""
    line = text[span.start : span.end]
    return len(line) >= _WHOLE or any(mark in line for mark in _MARKS) or " " not in line


def _runs(text: str, spans: list[Span], joints: list[bool]) -> Iterator[list[Span]]:
    """The lines that belong together; those of a run that is no paragraph each for itself."""
    run: list[Span] = []
    for span, joint in zip(spans, joints, strict=True):
        if joint:
            run.append(span)
            continue
        yield from _paragraph(text, run)
        run = [span]
    yield from _paragraph(text, run)


def _paragraph(text: str, run: list[Span]) -> Iterator[list[Span]]:
    """One paragraph if it ends with a stop and one of the lines is long."""
    ends = bool(run) and text[run[-1].start : run[-1].end].rstrip(_CLOSING)[-1:] in (".", "!", "?", "…")
    if ends and max(span.end - span.start for span in run) >= _LONG:
        yield run
    else:
        yield from ([span] for span in run)


def _whole(run: list[Span]) -> Span:
    return Span(run[0].start, run[-1].end, run[0].gap)
