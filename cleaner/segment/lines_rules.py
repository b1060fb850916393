"""Where a rule says that a part of a line is a block of its own.

A signature, source or call to action at the end of the last paragraph; another article behind an
arrow; a caption glued to a paragraph. A line that a rule claims as a whole is left whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cleaner.model import Role
from cleaner.rulebook import Rulebook
from cleaner.segment.lines_glue import LOWER, UPPER, is_spoken, junctions
from cleaner.text import collapse

_CUT_OFF = frozenset(
    {
        Role.BYLINE, Role.AGENCY_SOURCE, Role.CAPTION, Role.CREDIT, Role.SOURCE_URL, Role.TAGS, Role.PROMO,
        Role.RELATED, Role.DATE,
    }
)  # fmt: skip
_PICTURE = frozenset({Role.CAPTION, Role.CREDIT})
_SENTENCE = re.compile(r"[.!?…][”\"’)]*\s+(?=\S)")
_ARROW = re.compile(r"\s(?=(?:>{2,}|=+>|→|►)\s*[^\W\d])")
_MAX_CLAIMED = 2000  # characters
_MAX_TAIL = 200  # characters at the end in which a signature is looked for
_MAX_HEAD = 420  # characters at the beginning in which a caption is looked for
_RUN_ON = 450  # characters of a line that may hold several paragraphs
_MAX_CAPTION, _MAX_CREDIT = 330, 120  # characters
_COLON, _MOST_COLONS = re.compile("[:：]"), 256  # behind which a credit is looked for inside a line
_MIN_TITLE = 15  # characters before a day and hour; those before it in which its weekday is looked for
_CLOCK = r"\d{1,2}[:h]\d{2}(?::\d{2})?"
_DAY = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}"
_STAMP = re.compile(
    rf"(?<=\s)(?:{_CLOCK}[\s,|-]{{1,3}}{_DAY}|{_DAY}[\s,|-]{{1,3}}{_CLOCK})(?:\s\(?GMT\s?\+\s?7\)?)?(?=\s)"
)
_WEEKDAY = re.compile(r"[^\W\d]+(?:\s[^\W\d]+)?,\s$")
_MIN_PARAGRAPH = 90  # characters before a caption on its printed line that are a paragraph
_MIN_REST = 40  # characters of prose that must remain
_MIN_LINE = 60
_MIN_SIGNED, _MAX_SIGNATURE, _NAMES = 80, 64, 0.6  # characters before and of a signature; share of capitalised words
_CAPITALS = re.compile(rf"[{UPPER}]{{2}}(?=[{UPPER}][{LOWER}])")  # "ẢNH: MI LÊBài và ảnh: Mi Lê"
_STOPPED = re.compile(rf"[.!?…][”\"’)]*(?=[{UPPER}])")
_GLUED_CHARS, _GLUED_SENTENCES = 200, 3  # from here on a "caption" is a paragraph with a caption behind it
_CREDIT_END = re.compile(
    rf"[:：]\s*(?:\S+\s+){{0,5}}?(?:\S+[.)\]]|\S+(?=\s+[{UPPER}]\w*\s+[{LOWER}\d])|[{UPPER}]{{2,}}(?=\s+[{UPPER}]?[{LOWER}]))\s+"
)


def rule_points(text: str, start: int, end: int, rulebook: Rulebook) -> list[int]:
    """Offsets at which text[start:end] is to be cut, ascending; mostly none."""
    line = text[start:end]
    whole = _role(line, rulebook)
    if whole is not None and not (whole is Role.CAPTION and (_is_long_caption(line) or _is_behind_paragraph(line))):
        return []
    points = set(_glued(line, rulebook))
    if len(line) >= _MIN_LINE and not points:  # else the parts are looked at again
        points |= {*_arrows(line, rulebook), *_head_caption(line, rulebook), *_tail(line, rulebook)}
        if len(line) >= _RUN_ON:
            points |= {*_inner_captions(line, rulebook), *_stamp(line, rulebook)}
        points |= set(_open_end(line)) if not points else set()
    return [start + point for point in sorted(points)]


def _role(text: str, rulebook: Rulebook) -> Role | None:
    """The role that the strongest firm rule gives a text; no rule speaks of a longer one."""
    if len(text) > _MAX_CLAIMED:
        return None
    claims = [claim for claim in rulebook.match(collapse(text)) if not claim.rule.weak]
    return claims[-1].rule.role if claims else None


def _is_long_caption(line: str) -> bool:
    return len(line) >= _GLUED_CHARS and len(_SENTENCE.findall(line)) >= _GLUED_SENTENCES


def _is_behind_paragraph(line: str) -> bool:
    """The caption was glued to the paragraph before it without a space."""
    return any(at >= _MIN_PARAGRAPH for at in junctions(line)[-1:])


def _glued(line: str, rulebook: Rulebook) -> Iterator[int]:
    """What stands behind the last word without a space: "Mi LêẢnh: Mi Lê", "... ngày mai.Theo TTXVN"."""
    capitals = [match.end() for match in _CAPITALS.finditer(line, max(0, len(line) - _MAX_SIGNATURE))]
    for at in (*junctions(line)[-1:], *capitals):
        if _role(line[at:], rulebook) in _CUT_OFF:
            yield at


def _arrows(line: str, rulebook: Rulebook) -> Iterator[int]:
    for match in _ARROW.finditer(line, max(_MIN_REST, len(line) - _MAX_CLAIMED)):
        if _role(line[match.end() :], rulebook) in (Role.RELATED, Role.PROMO, Role.RELATED_LABEL):
            yield match.end()


def _head_caption(line: str, rulebook: Rulebook) -> Iterator[int]:
    """The end of a caption that stands before the paragraph."""
    for match in _CREDIT_END.finditer(line, 0, min(len(line), _MAX_HEAD)):
        at = match.end()
        if len(line) - at >= _MIN_REST and _role(line[:at], rulebook) in _PICTURE and line[at].isupper():
            yield at
            yield from _paragraph_before(line[:at], rulebook)
            return


def _inner_captions(line: str, rulebook: Rulebook) -> Iterator[int]:
    """Both ends of each caption inside a line that holds several paragraphs."""
    for colon in islice(_COLON.finditer(line, _MIN_REST), _MOST_COLONS):
        match = _CREDIT_END.match(line, colon.start(), colon.start() + _MAX_CREDIT)
        if match is None:
            continue
        begin = max(0, match.start() - _MAX_CAPTION)
        starts = [stop.end() for stop in _SENTENCE.finditer(line, begin, match.start())]
        found = (at for at in reversed(starts[-2:]) if _role(line[at : match.end()], rulebook) is Role.CAPTION)
        at = next(found, None)
        if at is not None and len(line) - match.end() >= _MIN_REST and line[match.end()].isupper():
            yield at
            yield match.end()


def _stamp(line: str, rulebook: Rulebook) -> Iterator[int]:
    """Both ends of the day and hour between the title and a story all on its line."""
    match = _STAMP.search(line, 0, _MAX_HEAD)
    if match is None or match.start() < _MIN_TITLE or _SENTENCE.search(line, 0, match.start()):
        return
    weekday = _WEEKDAY.search(line, max(0, match.start() - _MIN_TITLE), match.start())
    starts = (*((weekday.start(),) if weekday else ()), match.start())
    for at in starts:
        if _role(line[at : match.end()], rulebook) is Role.DATE and len(line) - match.end() >= _MIN_REST:
            yield at
            yield match.end()
            return


def _paragraph_before(caption: str, rulebook: Rulebook) -> Iterator[int]:
    """Where the caption's own sentence begins, when a paragraph stands before it on a line that lost its breaks."""
    starts = [match.end() for match in _SENTENCE.finditer(caption)]
    for at in reversed(starts):
        if at >= _MIN_PARAGRAPH and _role(caption[at:], rulebook) is Role.CAPTION:
            yield at
            return


def _tail(line: str, rulebook: Rulebook) -> Iterator[int]:
    """The beginning of what a rule claims at the end of the line, never of more than a few sentences."""
    offset = max(0, len(line) - _MAX_TAIL)
    starts = [match.end() for match in _SENTENCE.finditer(line, offset)]
    for at in reversed(starts[-3:]):
        role = _role(line[at:], rulebook)
        if role in _CUT_OFF and at >= _MIN_REST:
            yield _caption_start(line, at, rulebook) if role is Role.CREDIT else at
            return


def _open_end(line: str) -> Iterator[int]:
    """Names without a stop behind the last sentence: a signature that no rule knows."""
    near = max(0, len(line) - _MAX_SIGNATURE)
    ends = [match.end() for match in _SENTENCE.finditer(line, near)]
    ends += [match.end() for match in _STOPPED.finditer(line, near) if is_spoken(line[near : match.end()])]
    at = max(ends, default=0)
    words = re.findall(r"[^\W\d_]+", line[at:])
    capitals = sum(word[0].isupper() for word in words)
    if at >= _MIN_SIGNED and words and line[-1].isalpha() and line[at].isupper() and capitals >= _NAMES * len(words):
        yield at


def _caption_start(line: str, credit: int, rulebook: Rulebook) -> int:
    """A credit belongs to the sentence before it; cut there when a rule knows both together as a caption."""
    starts = [match.end() for match in _SENTENCE.finditer(line, max(0, credit - _MAX_CLAIMED), credit - 1)]
    for at in reversed(starts[-2:]):
        if at < credit - 3 and at >= _MIN_REST and _role(line[at:], rulebook) is Role.CAPTION:
            return at
    return credit
