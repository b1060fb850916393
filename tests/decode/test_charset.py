"""Which encoding a page is read in, and why."""

import codecs

import pytest

from cleaner.decode import decode, labels
from cleaner.errors import UndecodableInput
from cleaner.model import DecodedPage, RawPage
from tests.decode.samples import CODECS, FOREIGN, PAGE

FRENCH = FOREIGN["french"]


def python_codec(name: str) -> str:
    return labels.CODECS.get(name, name)


def read(raw: bytes, content_type: str | None = None) -> DecodedPage:
    return decode(RawPage(raw, content_type=content_type))


def why(page: DecodedPage) -> tuple[str, str]:
    return page.encoding, page.encoding_source


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32be"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark: bytes, codec: str, name: str) -> None:
    page = read(mark + PAGE.encode(codec), "text/html; charset=windows-1252")
    assert (page.text, *why(page)) == (PAGE, name, "bom")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [PAGE, FRENCH, f"<html><body><p>{FOREIGN['chinese']}</p></body></html>"])
def test_utf16_without_a_mark_is_text_not_binary(codec: str, text: str) -> None:
    page = read(text.encode(codec))
    assert (page.text, *why(page)) == (text, codec.replace("16-", "16"), "detected")


@pytest.mark.parametrize(
    "content_type",
    ["text/html; charset=windows-1251", 'text/html;charset="WINDOWS-1251"', "text/html; Charset = cp1251"],
)
def test_http_comes_before_meta(content_type: str) -> None:
    text = f'<html><head><meta charset="koi8-r"></head><body>{FOREIGN["russian"]}</body></html>'
    page = read(text.encode("cp1251"), content_type)
    assert (page.text, *why(page)) == (text, "windows-1251", "http")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<META CHARSET=windows-1251>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251" />',
        '<?xml version="1.0" encoding="windows-1251"?>',
        '<!-- <meta charset="koi8-r"> --><meta charset="windows-1251">',
    ],
)
def test_markup_declares(declaration: str) -> None:
    text = f"{declaration}<html><body>{FOREIGN['russian']}</body></html>"
    page = read(text.encode("cp1251"))
    assert (page.text, *why(page)) == (text, "windows-1251", "meta")


def test_a_declaration_beyond_four_kilobytes_is_not_looked_for() -> None:
    page = read(b" " * 4096 + b'<meta charset="windows-1251"><p>plain</p>')
    assert why(page) == ("utf-8", "detected")


def test_markup_that_claims_utf16_is_utf8() -> None:
    page = read(f'<meta charset="utf-16"><p>{PAGE}</p>'.encode())
    assert why(page) == ("utf-8", "meta")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("iso-8859-1", "windows-1252"),
        ("latin1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("ISO-8859-9", "windows-1254"),
        ("tis-620", "windows-874"),
        ("gb2312", "gb18030"),
        ("x-sjis", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("utf8", "utf-8"),
        ("utf-7", None),
        ("rot13", None),
        ("unicode_escape", None),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, name: str | None) -> None:
    assert labels.name_of(label) == name


def test_every_label_has_a_codec() -> None:
    own = {"tcvn3", "vni", "viscii"}
    for name in {
        name
        for label in "utf-8 koi8-r gb2312 macintosh viscii x-viet-vni tcvn".split()
        if (name := labels.name_of(label))
    }:
        assert name in own or codecs.lookup(python_codec(name))
    for name in labels._LABELS.keys() - own:
        codecs.lookup(python_codec(name))


def test_a_wrong_charset_yields_to_valid_utf8() -> None:
    page = read(f'<meta charset="iso-8859-1"><p>{PAGE}</p>'.encode(), "text/html; charset=gb2312")
    assert PAGE in page.text
    assert why(page) == ("utf-8", "detected")
    assert page.warnings == (
        "declared charset 'gb2312' (http) is wrong: the bytes are utf-8",
        "declared charset 'iso-8859-1' (meta) is wrong: the bytes are utf-8",
    )


def test_plain_ascii_keeps_the_declared_name_without_a_warning() -> None:
    page = read(b"<p>plain words</p>", "text/html; charset=ISO-8859-1")
    assert (*why(page), page.warnings) == ("windows-1252", "http", ())


def test_an_unknown_label_is_ignored_and_named() -> None:
    page = read(f"<p>{PAGE}</p>".encode(), "text/html; charset=bogus-8")
    assert (*why(page), page.warnings) == ("utf-8", "detected", ("unknown charset 'bogus-8' (http) ignored",))


def test_iso_2022_jp_does_not_pass_for_ascii() -> None:
    page = read(FOREIGN["japanese"].encode("iso-2022-jp"), "text/html; charset=iso-2022-jp")
    assert (page.text, *why(page)) == (FOREIGN["japanese"], "iso-2022-jp", "http")


@pytest.mark.parametrize("language", CODECS)
@pytest.mark.parametrize("content_type", [None, "text/html; charset=utf-8"], ids=["undeclared", "declared utf-8"])
def test_undeclared_encodings_are_detected(language: str, content_type: str | None) -> None:
    text, name = FOREIGN[language], CODECS[language]
    page = read(text.encode(python_codec(name)), content_type)
    assert (page.text, *why(page)) == (text, name, "detected")
    assert len(page.warnings) == (content_type is not None)


@pytest.mark.parametrize("language", CODECS)
def test_declared_encodings_are_read(language: str) -> None:
    text, name = FOREIGN[language], CODECS[language]
    page = read(text.encode(python_codec(name)), f"text/html; charset={name}")
    assert (page.text, *why(page), page.warnings) == (text, name, "http", ())


@pytest.mark.parametrize("language", ["russian", "thai", "chinese", "japanese", "korean", "greek", "arabic"])
def test_another_script_declared_as_latin1_is_found_out(language: str) -> None:
    text, name = FOREIGN[language], CODECS[language]
    page = read(f"<p>{text}</p>".encode(python_codec(name)), "text/html; charset=iso-8859-1")
    assert (page.text, *why(page)) == (f"<p>{text}</p>", name, "detected")


def test_bytes_declared_utf16_by_mistake_are_not_read_in_pairs() -> None:
    raw = FRENCH.encode("cp1252")
    assert read(raw[: len(raw) // 2 * 2], "text/html; charset=utf-16").text == FRENCH[: len(raw) // 2 * 2]


def test_unassigned_bytes_of_windows_1252_are_read_as_browsers_do() -> None:
    page = read("Où est passé le café à la crème ? ".encode("cp1252") + b"\x81\x8d.", "text/html; charset=latin1")
    assert page.text == "Où est passé le café à la crème ? \x81\x8d."


def test_broken_utf8_is_replaced_and_counted() -> None:
    raw = PAGE.encode()
    page = read(raw[:100] + b"\xff" + raw[100:300] + b"\xe1\xbb" + raw[303:])
    assert page.text.count("\ufffd") == 2
    assert why(page) == ("utf-8", "detected")
    assert page.warnings == (
        f"broken utf-8: 2 places ({2 / len(page.text):.2%} of the characters) replaced with U+FFFD",
    )


def test_a_page_cut_inside_a_letter_is_still_utf8() -> None:
    raw = PAGE.encode()
    raw = raw[: raw.index("ợ".encode()) + 2]
    page = read(raw)
    assert page.text[:-1] == PAGE[: len(page.text) - 1]
    assert "broken utf-8: 1 places" in page.warnings[0]


def test_a_replacement_character_that_the_page_holds_is_no_damage() -> None:
    assert read(codecs.BOM_UTF8 + "đã hỏng \ufffd".encode()).warnings == ()


def test_a_declared_east_asian_page_with_a_broken_byte_is_read() -> None:
    raw = (FOREIGN["chinese"] * 20).encode("gb18030") + b"\xff.\xff. "
    page = read(raw, "text/html; charset=gbk")
    assert page.text.startswith(FOREIGN["chinese"])
    assert why(page) == ("gb18030", "http")
    assert "broken gb18030" in page.warnings[0]


def test_hopeless_bytes_are_undecodable() -> None:
    raw = bytes(128 + i * i * 7 % 128 for i in range(3000))
    with pytest.raises(UndecodableInput, match="send it as UTF-8"):
        read(raw)
