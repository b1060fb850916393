"""Where a line holds several paragraphs without a break: "... mềm mịn.Cà rốtKhông chỉ tốt ...".

The letters tell: a capital right behind a small letter or a stop. One such place in a page may be a
slip of the keyboard, a name (YouTube) or an abbreviation (TP.HCM); a line with many has lost its breaks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

_LETTERS = [chr(code) for code in range(0x41, 0x1F00)]
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_WORD = re.compile(rf"[{UPPER}{LOWER}]+(?:-[{UPPER}{LOWER}]+)*")
_LAST_WORD = re.compile(rf"[{UPPER}{LOWER}-]+$")
_JUNCTION = re.compile(rf"[{LOWER}\d%℃.!?…:;)”’\"'](?=[“‘\"'(]?[{UPPER}])")
_WORD_END = re.compile(rf"([{UPPER}{LOWER}]+|\d+)[^{UPPER}{LOWER}\d]{{0,2}}$")
_WORD_START = re.compile(
    rf"[“‘\"'(]?[{UPPER}](?:[{LOWER}]|\s|[{UPPER}]+\s(?:[-–—]|[{UPPER}][{LOWER}])|[{UPPER}]{{1,4}}(?::\s|\.\s?[{UPPER}]))"
)
_ITEM = re.compile(rf"(?<=[{LOWER})][.:;!?…])(?=[“\"]?\d{{1,2}}[.)]\s?[{UPPER}])|(?<=[.!?…][”\"])(?=\d{{1,2}}[.)]\s)")
_ARROWS = re.compile(rf"(?<=[{LOWER}{UPPER}.!?…])(?=>{{2,}}\s?[{UPPER}])")
_DASHES = re.compile(rf"(?<=[{LOWER}:;.)])(?=[-–•+]\s[\d{UPPER}])")
_NUMBERS = re.compile(rf"(?<=[{LOWER}])(?=\d[.)]\s[{UPPER}][{LOWER}])")
_ADDRESS = re.compile(r"://|www\.|@")
_MANY = 3  # junctions in one line that prove lost line breaks
_LONG = 1500  # characters of a line that is no single paragraph any more
_SPACE = re.compile(r"\s")
_STOP = re.compile(r"[.!?…][”\"’)]?(?:\s|$)")
_SENTENCE = re.compile(r"[.!?…][”\"’)]*\s+(?=\S)")
_ORNAMENT = re.compile(r"[*=_~]{4,}\s*")
_MAX_WORD, _MAX_TOKEN = 40, 100  # letters; characters without white space
_QUOTED = 1000  # characters in which an open quotation is looked for
_TITLE_CHARS = (30, 170)
_TEASER_CHARS = 60
_SIGNATURES, _SIGNATURE = 2, 40  # lines behind the last card, and their characters


def glue_points(text: str, start: int, end: int) -> list[int]:
    """Offsets at which text[start:end] is to be cut, ascending; mostly none."""
    line = text[start:end]
    found = junctions(line)
    points = {at for match in _ORNAMENT.finditer(line) for at in match.span()}
    if len(found) >= _MANY or (found and len(line) >= _LONG):
        points |= {*found, *_unstopped(line, found), *_listed(line)}
    elif found and _is_card(line, found[0], closes=_closes(text, end)):
        points.add(found[0])
    return [start + point for point in sorted(points - {0, len(line)})]


def _listed(line: str) -> Iterator[int]:
    """Items that begin with a dash, several of them; with a number or an arrow."""
    dashes = [match.end() for match in _DASHES.finditer(line)]
    yield from dashes if len(dashes) >= _MANY else ()
    for pattern in (_NUMBERS, _ARROWS):
        yield from (match.end() for match in pattern.finditer(line))


def junctions(line: str) -> list[int]:
    """Offsets in a line where one paragraph seems to end and another to begin, without a space between."""
    if len(line) > _LONG and line.count(" ") * _MAX_TOKEN < len(line):
        return []  # data, not words
    last_stop = max((match.start() for match in _STOP.finditer(line)), default=-1)
    found = {match.end() for match in _JUNCTION.finditer(line) if _is_break(line, match.end(), last_stop)}
    found |= {match.end() for match in _ITEM.finditer(line)}
    return sorted(at for at in found if not _ADDRESS.search(_token(line, at)))


def _token(line: str, at: int) -> str:
    """The characters around an offset up to the next white space, a hundred at most on either side."""
    before, after = line[max(0, at - 100) : at], line[at : at + 100]
    return before[len(before.rstrip()) :] + before.split()[-1] + after.split()[0]


def _unstopped(line: str, found: list[int]) -> Iterator[int]:
    """Where a heading or caption begins that ends without a stop: "... nếp nhăn. Cá hồi|Giàu omega 3 ..."."""
    for before, at in pairwise([0, *found]):
        if line[at - 1].isalnum():
            stops = _SENTENCE.finditer(line, max(before, at - _TITLE_CHARS[1]), at)
            yield from [match.end() for match in stops if not line[match.end()].islower()][-1:]


def _is_break(line: str, at: int, last_stop: int) -> bool:
    """A sentence or title ends before `at` and another begins there."""
    if not _WORD_START.match(line, at) or not _SPACE.search(line, max(0, at - _MAX_TOKEN), at + _MAX_TOKEN):
        return False
    before = line[at - 1]
    if before in "\"'":  # closes a quotation only if one is open
        return line.count(before, max(0, at - _QUOTED), at) % 2 == 0 and line[at - 2] in ".!?…"
    if before in ":;":
        return is_spoken(line[max(0, at - 12) : at]) and last_stop >= at
    if before in ".!?…)”’":
        return is_spoken(line[max(0, at - 12) : at])
    return _is_two_words(line, at)


def is_spoken(before: str) -> bool:
    """The word before the stop is a word or a year, not an abbreviation (TP., ThS., P.) or an item's number."""
    word = _WORD_END.search(before)
    if word is None or before[-2:-1] == "%":
        return before[-2:-1] in '”"’)…%'
    letters = unicodedata.normalize("NFD", word[1]).casefold()
    if letters.isdigit():
        return len(letters) > 2
    return len(word[1]) > 1 and any(letter in "aeiouyаеиоуыэюя" for letter in letters)


def _is_two_words(line: str, at: int) -> bool:
    """Not a name written with an inner capital (YouTube, iPhone, VietNamNet)."""
    if not line[at - 1].isalpha():  # a number plate or a model goes on with single capitals
        return line[at + 1 : at + 2].islower()
    around = line[max(0, at - _MAX_WORD) : at]
    left = _LAST_WORD.search(around)
    if left is None or len(left[0]) < 2:
        return False
    right = _WORD.match(line, at, at + _MAX_WORD)  # none where a quotation mark opens it
    return left[0][0].islower() or right is None or not (left[0] + right[0]).isascii()


def _closes(text: str, end: int) -> bool:
    """At most a date and names stand behind it: a sentence of the story hardly ever loses a space just there."""
    behind = [line for line in text[end : end + 3 * _SIGNATURE].split("\n") if line.strip()]
    return len(behind) <= _SIGNATURES and all(len(line) <= _SIGNATURE for line in behind)


def _is_card(line: str, at: int, closes: bool) -> bool:
    """Another article's headline and teaser on one line: the teaser takes up the headline's words, or the page ends."""
    title, teaser = line[:at], line[at:]
    if not _TITLE_CHARS[0] <= len(title) <= _TITLE_CHARS[1] or len(teaser) < _TEASER_CHARS:
        return False
    if title[-1] in ".…:;" or _STOP.search(title[:-1]) or not _STOP.search(teaser[-3:]):
        return False
    return closes or bool(_word_pairs(title) & _word_pairs(teaser))


def _word_pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(re.findall(r"\w+", text.casefold())))
