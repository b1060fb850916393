"""Text that was encoded as UTF-8, read as windows-1252 or Latin-1, and encoded again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

# Each pattern works on UTF-8: a byte that was read as a character is there two or three bytes long.
_NEXT = (  # a continuation byte
    rb"(?:\xc2[\x80-\xbf]|\xe2(?:\x80[\x93-\xba]|\x82\xac|\x84\xa2)|"
    rb"\xc5[\x92\x93\xa0\xa1\xb8\xbd\xbe]|\xc6\x92|\xcb[\x86\x9c])"
)
#: Any character beyond ASCII.
_TWICE = re.compile(rb"\xc3(?:[\x82-\x9f]%(n)s|[\xa0-\xaf]%(n)s{2}|[\xb0-\xb4]%(n)s{3})" % {b"n": _NEXT})
#: A letter up to U+01BF or of Vietnamese, or a punctuation mark of U+20xx or U+21xx.
_LATIN = re.compile(
    rb"\xc3(?:[\x82-\x86]%(n)s|\xa1\xc2[\xb8-\xbb]%(n)s|\xa2(?:\xe2\x82\xac|\xc2[\x80\x84]|\xe2\x80\x9e)%(n)s)"
    % {b"n": _NEXT}
)
#: Three in a row: letters of another script.
_RUN = re.compile(rb"%(one)s(?:%(one)s){2}" % {b"one": _TWICE.pattern})
#: What all of them hold in some place; it begins with the rarest byte, which makes the search fast.
_GLANCE = re.compile(rb"\xc2(?<=\xc3[\x82-\xb4]\xc2)[\x80-\xbf]")
_QUOTE = "â€".encode()
_PROOF = 3
_LONGEST = 16_384  # bytes of a piece; ftfy's time grows faster than the text
_MANY = 10_000  # pieces; all that follow are long ones, since each costs time of its own
_EDGE = re.compile(rb"[<>\n]")


def suspected(high: bytes) -> bool:
    """A cheap look at the UTF-8 form of the characters beyond ASCII."""
    return sum(1 for _ in islice(_GLANCE.finditer(high), _PROOF)) == _PROOF or high.count(_QUOTE) >= _PROOF


def proven(utf8: bytes) -> bool:
    """True for three such characters inside Latin words ("donâ€™t"), or nine of another script.

    An example quoted in an article about the fault stands alone, and is no proof.
    """
    inside = (found for found in _LATIN.finditer(utf8) if _touches(utf8, found.start(), found.end()))
    return any(sum(1 for _ in islice(kind, _PROOF)) == _PROOF for kind in (inside, _RUN.finditer(utf8)))


def repair(utf8: bytes) -> str:
    """The text with its double encoding undone, piece by piece, wherever ftfy finds that it is one.

    Args:
        utf8: the text in UTF-8. A piece is a line, or what stands between two tags.
    """
    from ftfy import fix_encoding  # heavy, and most pages never come here

    done, parts = 0, []
    for start, end in _pieces(utf8):
        parts += [utf8[done:start].decode(), fix_encoding(utf8[start:end].decode())]
        done = end
    return "".join(parts) + utf8[done:].decode()


def _pieces(utf8: bytes) -> Iterator[tuple[int, int]]:
    """The bounds of the pieces that hold a suspect, in order."""
    done = number = 0
    for found in _TWICE.finditer(utf8):
        if found.start() < done:
            continue
        start = max(done, *(utf8.rfind(edge, done, found.start()) + 1 for edge in (b"<", b">", b"\n")))
        number += 1
        done = _end(utf8, found.end(), _LONGEST // 2 if number > _MANY else 0)
        yield start, done


def _end(utf8: bytes, at: int, least: int) -> int:
    """Where the piece ends, `least` bytes on or more; a very long line is cut between two words."""
    edge = _EDGE.search(utf8, at + least, at + _LONGEST)
    if edge:
        return edge.start()
    space = utf8.find(b" ", at + _LONGEST)
    return space if space >= 0 else len(utf8)


def _touches(utf8: bytes, start: int, end: int) -> bool:
    return utf8[start - 1 : start].isalpha() or utf8[end : end + 1].isalpha()
