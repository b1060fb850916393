from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.assemble.address import absolute

PIECES = [
    "/",
    "a",
    "..",
    ".",
    "?",
    "#",
    "b=1",
    ";",
    "http://",
    "https://",
    "x.vn",
    "//",
    ":",
    "%20",
    "é",
    "@",
    "[",
    " ",
    "\x01",
]
BASES = [
    "https://bao.vn/a/b/1.html",
    "http://bao.vn",
    "https://bao.vn:8080/x?y#z",
    "ftp://a.b/c",
    "//a.b/c",
    "bao.vn/x",
]


@given(base=st.sampled_from(BASES), href=st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example(base="https://bao.vn/a", href="https://bao.vn/b?")
@example(base="https://bao.vn/a", href="/b/../c")
@example(base="https://bao.vn/a", href="https://bao.vn/b;")
def test_it_says_what_the_standard_library_says(base: str, href: str) -> None:
    try:
        expected = urljoin(base, href)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            absolute(base, href)
    else:
        assert absolute(base, href) == expected
