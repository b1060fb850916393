"""UTF-8 that was encoded twice."""

import pytest

from cleaner.decode import decode
from cleaner.decode.western import windows_1252
from cleaner.model import RawPage
from tests.decode.samples import FOREIGN, PAGE, VIETNAMESE

TEXTS = {**FOREIGN, "vietnamese": PAGE, "sentence": VIETNAMESE[0]}
ENGLISH = "The minister said it’s “not over”: we don’t know, and they won’t tell — not yet."


def twice(text: str) -> str:
    return windows_1252(text.encode())


@pytest.mark.parametrize("name", TEXTS)
def test_double_encoding_is_undone(name: str) -> None:
    text = TEXTS[name]
    for content in (twice(text), text.encode().decode("latin-1"), twice(text).encode(), twice(twice(text))):
        page = decode(RawPage(content))
        assert (page.text, page.encoding, page.encoding_source) == (text, "double-utf-8", "repaired")


def test_the_report_shows_before_and_after() -> None:
    assert decode(RawPage(twice(ENGLISH))).warnings == (
        "repaired: UTF-8 that was encoded twice; "
        "before «The minister said itâ€™s â€œnot overâ€\x9d: we donâ€™t know, an», "
        "after «The minister said it’s “not over”: we don’t know, and they w»",
    )


def test_only_the_broken_pieces_of_a_page_change() -> None:
    good = f"<p>{PAGE}</p><p>L’été, où êtes-vous allés ? « À Nîmes »</p>"
    page = decode(RawPage(f"<html><body>{good}<div>{twice(ENGLISH)}</div>{good}</body></html>"))
    assert page.text == f"<html><body>{good}<div>{ENGLISH}</div>{good}</body></html>"


@pytest.mark.parametrize(
    "text",
    [
        "Lỗi phông chữ: chữ “é” hiện thành “Ã©”, chữ “à” thành “Ã ”, còn “ü” thành “Ã¼” và “ö” thành “Ã¶”.",
        "I saw &quot;Ã¤&quot; instead of &quot;ä&quot; many times.",
        "Rosa\xa0×\xa0medioccidentis, Salix\xa0×\xa0fragilis, Mentha\xa0×\xa0piperita, Abelia\xa0×\xa0grandiflora",
        "Schloß“ und „Maß“ und „Fuß“ und „Gruß“ und „groß“ und „süß“",
        "česká\xa0– polská\xa0– slovenské\xa0– maďarské\xa0– rakouské\xa0– italské\xa0– dálniční\xa0–",
        "SÃO PAULO, MAÇÃ, IRMÃ, AMANHÃ – CAFÉ»",
        "If Iâ€™d only known",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    page = decode(RawPage(text))
    assert (page.text, page.warnings) == (text, ())


def test_a_very_long_line_is_repaired_in_pieces() -> None:
    line = (ENGLISH + " ") * 2000
    assert decode(RawPage(twice(line))).text == line
