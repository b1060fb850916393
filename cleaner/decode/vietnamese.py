"""The old Vietnamese encodings, read from text that was taken for Latin-1 or windows-1252.

Python has no codec for three of them, so their tables stand in `charmap` and `vni`; the tests check
them against a second, independent description. All work on text, not on bytes: a page whose bytes
were read as windows-1252, a str that a scraper decoded so, and a UTF-8 page that was converted so
come to the same characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from cleaner.decode import charmap, vni


class Legacy(NamedTuple):
    """One old encoding.

    name, title: for reports and for people.
    word: a run of the characters that its letters are misread as.
    read: misread text -> Vietnamese text.
    font: font names that only pages in this encoding use.
    never: a shape that text in this encoding cannot have, if there is one.
    """

    name: str
    title: str
    word: re.Pattern[str]
    read: Callable[[str], str]
    font: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


ALL = (
    Legacy("tcvn3", "TCVN3 (ABC)", *charmap.tcvn3, font=re.compile(r"\.Vn[A-Z]\w+")),
    Legacy("vni", "VNI-Windows", *vni.vni, font=re.compile(r"\bVNI-[A-Z]\w+"), never=vni.LONE_MARK),
    Legacy("viscii", "VISCII", *charmap.viscii),
    Legacy("windows-1258", "windows-1258", *charmap.windows_1258),
)
BY_NAME = {legacy.name: legacy for legacy in ALL}
