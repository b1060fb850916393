"""The stage as a whole: what every decoded page is, and the errors."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decode import MAX_BYTES, decode, repair
from cleaner.errors import EmptyInput, InputError, InputTooLarge
from cleaner.model import DecodedPage, RawPage
from tests.decode.samples import PAGE


def html(body: str) -> str:
    return f"<!DOCTYPE html>\n<html><head><title>Tin</title></head><body><p>{body}</p></body></html>"


def check_clean(page: DecodedPage) -> None:
    assert unicodedata.is_normalized("NFC", page.text)
    assert "\0" not in page.text
    assert "\r" not in page.text
    page.text.encode()  # no lone surrogate
    assert page.text.strip()
    assert page.kind in ("html", "text")


@given(st.one_of(st.text(), st.binary(), st.text(alphabet="aàạ\u0301\u0323ê\r\n\0<p>\ud800\udc00\ufeff \xa0Ö")))
def test_any_input_gives_clean_text_or_a_typed_error(content: str | bytes) -> None:
    try:
        page = decode(RawPage(content))
    except InputError:
        return
    check_clean(page)
    again = decode(RawPage(page.text))
    assert (again.text, again.kind, again.warnings) == (page.text, page.kind, ())


@given(st.text())
def test_text_and_its_utf8_bytes_read_alike(content: str) -> None:
    content = "Tin: đ " + content.encode("utf-8", "ignore").decode().replace("\0", "").replace("\x1b", "")
    assert decode(RawPage(content)).text == decode(RawPage(content.encode())).text


def test_a_str_page_says_so_and_keeps_its_url() -> None:
    page = decode(RawPage(PAGE, url="https://example.com/tin.html", content_type="text/html; charset=shift_jis"))
    assert page == DecodedPage(PAGE, "text", "str", "str", "https://example.com/tin.html", ())


def test_entities_stay_as_they_are() -> None:
    text = html("Xin ch&agrave;o &lt;b&gt; &amp;amp; &nbsp;&#7879; t&aacute;m &eacute;")
    assert decode(RawPage(text)).text == text


@pytest.mark.parametrize(
    "content", ["", b"", " \n\t\r\n", b"\xef\xbb\xbf", "\ufeff", b"\xff\xfe", "\xa0\u3000\u200b", "\0\n"]
)
def test_nothing_to_read_is_empty_input(content: str | bytes) -> None:
    with pytest.raises(EmptyInput, match="empty"):
        decode(RawPage(content))


@pytest.mark.parametrize("content", ["đđđđđ", "đđđđđ".encode(), "a" * 10, "\ud800" * 4])
def test_the_limit_counts_bytes(content: str | bytes) -> None:
    with pytest.raises(InputTooLarge, match=r"the limit is 9 \(max_bytes\)"):
        decode(RawPage(content), max_bytes=9)


def test_the_limit_itself_is_allowed() -> None:
    assert decode(RawPage("đđđđa"), max_bytes=9).text == "đđđđa"


def test_the_documented_default_limit() -> None:
    with pytest.raises(InputTooLarge, match="20,971,521 bytes"):
        decode(RawPage(b"a" * (MAX_BYTES + 1)))


@pytest.mark.parametrize("make", [html, str], ids=["html", "text"])
def test_a_clean_page_costs_no_search_for_old_encodings(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise AssertionError("the expensive proof ran on a clean page")

    monkeypatch.setattr(repair.legacy, "judge", forbidden)
    monkeypatch.setattr(repair.mojibake, "proven", forbidden)
    text = html(PAGE * 300) if make is html else PAGE * 300
    assert len(text.encode()) > 300_000
    assert decode(RawPage(text.encode())).text == text


@pytest.mark.parametrize(
    "unit",
    [b"a", b"<", b"<a ", b"&#181;&cedil;", b"\r\n.", b"\xc3\xa9\xc2\xbb", b"[", "d\u00e2\u20ac\u2122t ".encode()],
)
def test_a_large_page_without_lines_is_read(unit: bytes) -> None:
    raw = unit * (3_000_000 // len(unit))
    check_clean(decode(RawPage(raw)))
