"""What is not a page is refused with a message that its sender can act on."""

import gzip
import io
import json
import zipfile

import pytest

from cleaner.decode import decode
from cleaner.errors import UnsupportedMedia
from cleaner.model import RawPage
from tests.decode.samples import PAGE


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", PAGE)
    return file.getvalue()


MEDIA = {
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type/Catalog>> endobj",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1",
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "GIF": b"GIF89a\1\0\1\0\x80\0\0",
    "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "MP4": b"\0\0\0\x18ftypmp42",
    "ZIP": zipped(),
    "gzip": gzip.compress(PAGE.encode()),
    "old Office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
    "RTF": b"{\\rtf1\\ansi Xin chao}",
}


@pytest.mark.parametrize("name", MEDIA)
def test_known_media_are_named(name: str) -> None:
    with pytest.raises(UnsupportedMedia, match=name):
        decode(RawPage(MEDIA[name], content_type="text/html; charset=utf-8"))


@pytest.mark.parametrize("name", ["PDF", "PNG", "GIF", "JPEG", "RTF"])
def test_media_that_a_sender_decoded_to_str_are_named(name: str) -> None:
    with pytest.raises(UnsupportedMedia, match=name):
        decode(RawPage(MEDIA[name].decode("latin-1")))


def test_compressed_pages_are_to_be_unpacked() -> None:
    with pytest.raises(UnsupportedMedia, match="decompress it before sending"):
        decode(RawPage(MEDIA["gzip"]))


@pytest.mark.parametrize(
    "raw",
    [
        bytes(200),
        bytes(range(256)) * 8,
        b"\x01\x03\x07\x0e\x0f\x10" + b"ab\0\0" * 200,
        bytes(i * 37 % 251 for i in range(5000)),
    ],
    ids=["zeros", "every byte", "program", "noise"],
)
def test_unknown_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(UnsupportedMedia, match="binary data"):
        decode(RawPage(raw))


@pytest.mark.parametrize("control", ["\0", "\x0b", "\x0c", "\x1b", "\x07"])
def test_text_with_stray_controls_is_text(control: str) -> None:
    text = PAGE.replace(". ", f".{control} ").replace(", ", f", {control}")
    assert decode(RawPage(text.encode())).text == text.replace("\0", "")


@pytest.mark.parametrize(
    "body",
    [
        json.dumps({"title": PAGE, "tags": []}),
        json.dumps([{"content": "<p>x</p>"}]),
        " \n" + json.dumps(["a", 1, None], indent=1),
        "{}",
        "[]",
        '{"title": "cut off in the mid',
        '{"a": 1}\n{"a": 2}\n',
        '{"html": "' + "x" * 2_000_000 + '"}',
    ],
    ids=["object", "objects", "array", "{}", "[]", "truncated", "lines", "large"],
)
def test_json_is_refused(body: str) -> None:
    for content in (body, body.encode()):
        with pytest.raises(UnsupportedMedia, match=r"JSON .*send the HTML or text that is inside it"):
            decode(RawPage(content))


@pytest.mark.parametrize(
    "text",
    [
        "[Ảnh] Lễ hội đền Hùng",
        "[Video]",
        "[QC] Mua nhà trả góp [1]",
        "{Tin nóng} Giá vàng tăng}",
        '{"Trích dẫn" mở đầu bài}',
        "[" * 50_000,
        "[1] Theo báo cáo thường niên [2]",
    ],
)
def test_text_that_starts_with_a_bracket_is_text(text: str) -> None:
    assert decode(RawPage(text)).text == text


@pytest.mark.parametrize("text", ["PK nghĩa là gì?", "BM viết tắt của gì", "GIF là định dạng ảnh", "PDF là gì?", "ID3"])
def test_words_that_begin_like_a_signature_are_text(text: str) -> None:
    assert decode(RawPage(text.encode())).text == text
