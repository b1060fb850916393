"""The words of another story's title, as a link prints them."""

from __future__ import annotations

import re

from cleaner.text import collapse, letters_worth

_SIGNS, _SIGNS_BEHIND = " >→←•·●▪■*=.+-", "→>"
_ANGLES = (("«", "»"), ("»", "«"), ("‹", "›"), ("›", "‹"))  # quotation marks where the other one is there, else arrows
_ARROWS = frozenset((*_SIGNS, *_SIGNS_BEHIND, *(sign for sign, _ in _ANGLES)))
_OPENS = re.compile(r"\w|[\[“\"'«»‹›„]")
_COUNT = re.compile(r"\s*\(\d+\)$")  # a number of comments behind a headline
#: When a story was told, before its headline and behind it: only styles keep what is glued apart.
_TIME = re.compile(
    r"^(?:\d{1,2}:\d\d(?=[^\W\d_]| [^\W\d_a-z])|\d{1,2}([./-])\d{1,2}\1\d{4}(?=[^\W\d_]| [-–|] ))(?: [-–|] )?\s*"
)
_GLUED = re.compile(
    r"(?<=[^\W\d_]|[”\"'’»?!.…)])(?:\d{1,2}([./])\d{1,2}\1\d{4}|\d{1,2} [^\W\d_]{3,12},? )?(?:\d{1,2}:\d\d|(?<=\d{4}))$"
)
#: Characters of no width; joiners inside a word are its spelling (Persian, the scripts of India).
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad]|(?<!\\S)[\u200c\u200d]|[\u200c\u200d](?!\\S)")
_DASHES = "–—-"
_LETTERS = 5
SHORT = 25  # letters under which a link is a name as often as a headline
#: Characters, or letters where one sign is a syllable; shorter links are buttons.
_MIN_TITLE, MIN_LINKED = 12, 20


def clean_title(text: str) -> str:
    """A title without arrows before it, a number of comments behind it and characters of no width."""
    title = collapse(text if text.isascii() else _UNSEEN.sub("", text))
    if title[:1] in _ARROWS or title[-1:] in _ARROWS:
        title = _without_arrows(title)
    if title[:1].isdigit() or title[-1:].isdigit():
        title = _GLUED.sub("", _TIME.sub("", title, count=1), count=1)
    return _COUNT.sub("", title) if title.endswith(")") else title


def _without_arrows(title: str) -> str:
    arrows = "".join(sign for sign, other in _ANGLES if other not in title)
    bare = title.lstrip(_SIGNS + arrows)
    title = bare if _OPENS.match(bare) else title
    ends = title.rstrip(_SIGNS_BEHIND + arrows)
    return ends.rstrip() if ends.endswith(" ") else title


def is_headline(title: str, sure: bool) -> bool:
    """Long enough, and no name in a sentence: "With reports from El Economista".

    sure: most of its block is such links.
    """
    if len(title) < _MIN_TITLE and letters_worth(title) < MIN_LINKED:
        return False
    if sum(map(str.isalpha, title)) < _LETTERS:
        return False  # a date, a number
    return (sure or letters_worth(title) >= SHORT) and not title.startswith(("#", "http://", "https://"))


def is_kicker(title: str) -> bool:
    """Words of the length of a theme, as printed above a headline."""
    return letters_worth(title) < SHORT or title.endswith(":")


def together(before: str, title: str) -> str:
    """Two links of one address in one block: a headline in two pieces, or a theme and its headline."""
    if title[:1].islower() or title[:1] in _DASHES:
        return f"{before} {title}"
    return max(before, title, key=len)
