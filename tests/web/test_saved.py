from __future__ import annotations

import pytest

from cleaner.errors import UnsupportedMedia
from cleaner.web.saved import is_saved, saved_page

HEAD = (
    b'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="cut"%s\r\n\r\n'
)
IMAGE = b"--cut\r\nContent-Type: image/png\r\n\r\nx\r\n"
PAGE = (
    b"--cut\r\nContent-Type: text/html; charset=windows-1258\r\nContent-ID: <%s>\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://e.vn/%s\r\n\r\n<p>C=E2u %s</p>\r\n"
)
END = b"--cut--\r\n"


def part(name: bytes) -> bytes:
    return PAGE % (name, name, name)


def test_the_page_is_decoded_with_its_charset_and_address() -> None:
    content = HEAD % b"" + IMAGE + part(b"a") + part(b"b") + END
    assert is_saved(content)
    page = saved_page(content)
    assert page.content.strip() == b"<p>C\xe2u a</p>"
    assert page.content_type == "text/html; charset=windows-1258"
    assert page.url == "https://e.vn/a"


def test_start_says_which_part_is_the_page() -> None:
    content = HEAD % b'; start="<b>"' + part(b"a") + part(b"b") + END
    assert saved_page(content).url == "https://e.vn/b"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_any_line_end(ending: str) -> None:
    content = (HEAD % b"" + part(b"a") + END).replace(b"\r\n", ending.encode())
    assert is_saved(content)
    assert b"<p>" in saved_page(content).content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>Content-Type: multipart/related",
        b"<p>MIME-Version: 1.0</p>\n\nContent-Type: multipart/related",
        b"\0\xff",
    ],
)
def test_a_page_that_is_none(content: bytes) -> None:
    assert not is_saved(content)


def test_one_without_html_is_refused() -> None:
    with pytest.raises(UnsupportedMedia, match="no HTML"):
        saved_page(HEAD % b"" + IMAGE + END)


def test_deep_nesting_is_bounded() -> None:
    deep = b"".join(b"--c%d\r\nContent-Type: multipart/related; boundary=c%d\r\n\r\n" % (n, n + 1) for n in range(3000))
    content = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=c0\r\n\r\n" + deep
    with pytest.raises(UnsupportedMedia):
        saved_page(content)
