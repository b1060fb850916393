"""TCVN3, VNI, VISCII and windows-1258: all letters there and back, and what is told of it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.decode import decode
from cleaner.decode.syllable import LETTERS
from cleaner.decode.vietnamese import BY_NAME
from cleaner.decode.western import windows_1252
from cleaner.model import DecodedPage, RawPage
from tests.decode.old_encodings import ENCODERS, tcvn3, tcvn_vn1, viscii, vni, windows_1258
from tests.decode.samples import PAGE, VIETNAMESE

#: TCVN3 has no capital with a tone, so its capitals are tested apart.
CAPITALS = sorted(ENCODERS.keys() - {"tcvn3"})
ENTITIES = {
    181: "micro",
    184: "cedil",
    185: "sup1",
    182: "para",
    240: "eth",
    241: "ntilde",
    248: "oslash",
    189: "frac12",
}


def repaired(content: str | bytes, name: str) -> str:
    page = decode(RawPage(content))
    assert (page.encoding, page.encoding_source) == (name, "repaired"), page.warnings
    return page.text


def in_every_way(raw: bytes) -> list[str | bytes]:
    """How such a page reaches us: as it was served, decoded by a scraper, or stored again as UTF-8."""
    return [raw, windows_1252(raw), raw.decode("latin-1"), windows_1252(raw).encode()]


def word_with(letter: str) -> str:
    words = PAGE.split() if letter.islower() else PAGE.upper().split()
    return next(word for word in words if letter in word)


def there_and_back(name: str, text: str) -> str:
    """The text in the encoding, misread and read again, with no evidence asked for."""
    return unicodedata.normalize("NFC", BY_NAME[name].read(ENCODERS[name](text).decode("latin-1")))


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("name", CAPITALS)
def test_every_letter_comes_back(name: str, letter: str) -> None:
    assert there_and_back(name, word_with(letter)) == word_with(letter)


@pytest.mark.parametrize("letter", LETTERS[:67])
def test_every_small_letter_of_tcvn3_comes_back(letter: str) -> None:
    assert there_and_back("tcvn3", word_with(letter)) == word_with(letter)


@pytest.mark.parametrize("word", "Ăn Âu Đi ĐÊM ÔNG ƠN ƯU Êm TRÊN".split())
def test_the_capitals_of_tcvn3_come_back(word: str) -> None:
    assert there_and_back("tcvn3", word) == word


@pytest.mark.parametrize("name", ENCODERS)
def test_a_page_comes_back_whole(name: str) -> None:
    for content in in_every_way(ENCODERS[name](PAGE)):
        assert repaired(content, name) == PAGE


@pytest.mark.parametrize("name", ENCODERS)
def test_a_large_page_is_found_at_a_glance(name: str) -> None:
    frame = "<div class='menu'><a href='/thoi-su'>Thời sự</a><a href='/xa-hoi'>Xã hội</a></div>\n" * 300
    for content in in_every_way(ENCODERS[name](PAGE * 20)):
        assert repaired(content, name) == PAGE * 20
    mixed = frame + windows_1252(ENCODERS[name](PAGE)) + "\n" + frame
    assert repaired(mixed, name) == frame + PAGE + "\n" + frame


@pytest.mark.parametrize("name", CAPITALS)
def test_a_page_in_capitals_comes_back_whole(name: str) -> None:
    for content in in_every_way(ENCODERS[name](PAGE.upper())):
        assert repaired(content, name) == PAGE.upper()


@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("sentence", VIETNAMESE)
def test_a_sentence_is_proof_enough(name: str, sentence: str) -> None:
    for content in in_every_way(ENCODERS[name](sentence)):
        assert repaired(content, name) == sentence


@pytest.mark.parametrize("name", CAPITALS)
@pytest.mark.parametrize("sentence", VIETNAMESE)
def test_a_sentence_in_capitals_is_proof_enough(name: str, sentence: str) -> None:
    for content in in_every_way(ENCODERS[name](sentence.upper())):
        assert repaired(content, name) == sentence.upper()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(set(PAGE.lower().split()))), min_size=25, max_size=60),
    st.sampled_from(sorted(ENCODERS)),
)
def test_any_words_come_back(words: list[str], name: str) -> None:
    text = "Thủ tướng nói những việc đó là của người dân: " + " ".join(words)
    assert repaired(ENCODERS[name](text), name) == text


# -- TCVN3 ------------------------------------------------------------------------------------------
def with_page(line: str) -> str:
    """A line inside a TCVN3 page, misread as windows-1252; what became of it."""
    return repaired(windows_1252(tcvn3(PAGE)) + "\n" + line, "tcvn3").splitlines()[-1]


def test_tcvn3_words_typed_in_capitals_come_back_in_capitals() -> None:
    assert with_page("Bé TR¦ëNG §¶NG VIÖT NAM") == "Bộ TRƯỞNG ĐẢNG VIỆT NAM"


def test_tcvn3_capitals_of_the_capitals_font_stay_the_small_letters_they_are_coded_as() -> None:
    page = decode(RawPage('<font face=".VnTimeH">thñ t\xadíng chÝnh phñ</font><p>' + windows_1252(tcvn3(PAGE))))
    assert page.text.startswith('<font face=".VnTimeH">thủ tướng chính phủ</font>')


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("© 2003 B¸o ®iÖn tö", "© 2003 Báo điện tử"),
        ("t©m sù, ©m nh¹c, Th©n", "tâm sự, âm nhạc, Thân"),
        ("Trang chñ » V¨n hãa · X· héi", "Trang chủ » Văn hóa · Xã hội"),
        ("« t« ch¹y b»ng ®iÖn", "ô tô chạy bằng điện"),
        ("“Anh ®Õn”, «ng nãi – råi ®i…", "“Anh đến”, ông nói – rồi đi…"),
        ("5.000 ®, 25°C, 100 m²", "5.000 đ, 25°C, 100 m²"),
    ],
)
def test_tcvn3_marks_stay_marks_and_letters_become_letters(line: str, read: str) -> None:
    assert with_page(line) == read


def test_quotation_marks_of_a_latin1_reading_become_quotation_marks() -> None:
    assert with_page("\x93Anh ®Õn\x94") == "“Anh đến”"


def test_the_capitals_of_vn1_are_read_inside_words() -> None:
    assert repaired(tcvn_vn1(VIETNAMESE[0].upper()), "tcvn3") == VIETNAMESE[0].upper()


# -- other encodings --------------------------------------------------------------------------------
def test_a_no_break_space_in_viscii_is_a_capital_only_where_a_word_needs_it() -> None:
    text = repaired(windows_1252(viscii(PAGE)) + "\nVi®t\xa0Nam, V\xa0 TÒNG", "viscii")
    assert text.splitlines()[-1] == "Việt\xa0Nam, VÕ TÒNG"


def test_vni_reads_marks_of_either_case_after_a_capital() -> None:
    text = repaired(windows_1252(vni(PAGE)) + "\nÑaø Naüng, ÑAØ NAÜNG, Aâu Cô", "vni")
    assert text.splitlines()[-1] == "Đà Nẵng, ĐÀ NẴNG, Âu Cơ"


# -- evidence ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ENCODERS)
@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "x-user-defined", "windows-1258", "viscii"])
def test_a_wrong_meta_charset_does_not_mislead(name: str, charset: str) -> None:
    raw = b"<html><head><meta charset=%s></head><body><p>%s</p></body></html>" % (
        charset.encode(),
        ENCODERS[name](PAGE),
    )
    page = decode(RawPage(raw))
    assert f"<p>{PAGE}</p>" in page.text
    assert page.encoding == name
    assert page.encoding_source == ("meta" if charset == name else "repaired")


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        ("<font face='.VnTime'>ViÖt Nam ®Ñp l¾m</font>", "tcvn3", "Việt Nam đẹp lắm"),
        ("<p style='font-family:VNI-Times'>Vieät Nam ñeïp laém</p>", "vni", "Việt Nam đẹp lắm"),
    ],
)
def test_a_font_name_is_evidence(content: str, name: str, text: str) -> None:
    assert text in repaired(content, name)
    plain = content.replace(".VnTime", "Arial").replace("VNI-Times", "Arial")
    assert decode(RawPage(plain)).text == plain


def test_the_report_shows_before_and_after() -> None:
    page = decode(RawPage(windows_1252(tcvn3(VIETNAMESE[0]))))
    assert page.warnings == (
        "repaired: TCVN3 (ABC), by 16 of 16 different words; "
        "before «Thñ t\xadíng ChÝnh phñ võa ký quyÕt ®Þnh míi vÒ viÖc hç trî ng\xad», "
        "after «Thủ tướng Chính phủ vừa ký quyết định mới về việc hỗ trợ ngư»",
    )


def test_a_few_words_are_not_proof() -> None:
    assert decode(RawPage("ViÖt Nam")) == DecodedPage("ViÖt Nam", "text", "str", "str")


def test_what_is_likely_but_not_proven_is_told_and_left() -> None:
    text = "ViÖt Nam ®Ñp l¾m"
    page = decode(RawPage(text))
    assert page.text == text
    assert page.encoding_source == "str"
    assert page.warnings[0].startswith("the text may be TCVN3 (ABC): ")
    assert page.warnings[0].endswith("so it is left as it is")


@pytest.mark.parametrize("name", ENCODERS)
def test_only_the_old_part_of_a_mixed_page_is_changed(name: str) -> None:
    frame = ["Trang chủ", "Thời sự", "Xã hội", "Văn hóa", "Thông tin tòa soạn"]
    lines = [*frame, *(windows_1252(ENCODERS[name](line)) for line in VIETNAMESE), *frame]
    assert repaired("\n".join(lines), name) == "\n".join([*frame, *VIETNAMESE, *frame])


@pytest.mark.parametrize("name", ENCODERS)
def test_entities_of_misread_letters_are_read_too(name: str) -> None:
    def entity(char: str) -> str:
        return f"&{ENTITIES.get(ord(char), f'#{ord(char)}')};"

    body = "".join(char if char.isascii() else entity(char) for char in ENCODERS[name](PAGE).decode("latin-1"))
    page = decode(RawPage(f"<html><body><p>{body}</p>&nbsp;&lt;&quot;&#7879;</body></html>"))
    assert page.text == f"<html><body><p>{PAGE}</p>&nbsp;&lt;&quot;&#7879;</body></html>"


def test_a_declared_old_charset_is_read_without_a_repair() -> None:
    for charset, raw in (("viscii", viscii(PAGE)), ("tcvn", tcvn3(PAGE)), ("windows-1258", windows_1258(PAGE))):
        page = decode(RawPage(raw, content_type=f"text/plain; charset={charset}"))
        assert (page.text, page.encoding_source, page.warnings) == (PAGE, "http", ())
