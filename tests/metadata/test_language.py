"""Language: letters first, then what is declared, statistics last; never a guess."""

from __future__ import annotations

import pytest

from cleaner.metadata.language import detect_language, primary, read_language
from tests.metadata.pages import facts, head, html_page

SAMPLES = {
    "vi": "Sáng nay, hàng nghìn người dân ven sông đã được di dời đến nơi an toàn vì nước lên quá nhanh.",
    "en": "Thousands of people who live along the river were taken to safety this morning as the water rose.",
    "de": "Tausende Menschen, die am Fluss wohnen, wurden heute Morgen in Sicherheit gebracht, weil das Wasser stieg.",
    "fr": "Des milliers de personnes qui vivent au bord du fleuve ont été mises à l'abri, car l'eau montait.",
    "ru": "Сегодня утром тысячи людей, живущих у реки, эвакуировали в безопасное место, потому что вода поднялась.",
    "zh": "今天早上，由于水位迅速上涨，沿河居住的数千人被转移到安全地带，学校和道路也已经关闭，救援工作仍在继续进行。",
    "ja": "今朝、水位が急に上がったため、川沿いに住む何千人もの人々が安全な場所に避難しました。学校も休みです。",
    "ko": "오늘 아침 강물이 빠르게 불어나 강가에 사는 수천 명의 주민이 안전한 곳으로 대피했다고 당국이 밝혔다.",
    "th": "เช้าวันนี้ประชาชนหลายพันคนที่อาศัยอยู่ริมแม่น้ำถูกพาไปยังที่ปลอดภัยเนื่องจากระดับน้ำสูงขึ้นอย่างรวดเร็ว",
    "pl": "Dziś rano tysiące ludzi mieszkających nad rzeką ewakuowano, bo woda szybko się podniosła.",
    "tr": "Bu sabah nehir kıyısında yaşayan binlerce insan, su hızla yükseldiği için güvenli yerlere götürüldü.",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_undeclared(language: str) -> None:
    assert detect_language(SAMPLES[language], "")[0] == language


@pytest.mark.parametrize("language", SAMPLES)
def test_declared_rightly(language: str) -> None:
    assert detect_language(SAMPLES[language], f"{language}-XX")[0] == language


def test_a_declaration_holds_unless_the_letters_contradict_it() -> None:
    assert detect_language(SAMPLES["de"], "nl")[0] == "nl"
    assert detect_language(SAMPLES["vi"], "en")[0] == "vi"
    assert detect_language(SAMPLES["en"], "vi")[0] == "en"
    assert detect_language(SAMPLES["ru"], "en")[0] == "ru"
    assert detect_language(SAMPLES["en"], "zh")[0] == "en"
    assert detect_language(SAMPLES["ru"], "uk")[0] == "uk"


@pytest.mark.parametrize("text", ["", "123 456", "OK!", "..."])
def test_too_little_text(text: str) -> None:
    assert detect_language(text, "")[0] == "und"
    assert detect_language(text, "vi")[0] == "vi"
    assert detect_language(text, "not a tag")[0] == "und"


def test_a_few_words_of_names_do_not_tell() -> None:
    assert detect_language("Lorem xq zzkw brrt plomk vrxt qqwe mnbv lkjh zxcv asdf qwer", "")[0] == "und"


def test_it_is_the_same_every_time() -> None:
    assert len({detect_language(SAMPLES["pl"], "") for _ in range(3)}) == 1


def test_declarations_that_contradict_each_other_are_not_asked() -> None:
    declared = head(language="en", metas={"og:locale": "vi_VN"})
    found = read_language(facts(html_page(declared, SAMPLES["de"])))
    assert found.value == "de"
    assert [candidate.verdict for candidate in found.candidates[:2]] == ["weaker", "weaker"]


def test_all_declarations_of_one_language() -> None:
    declared = head(language="vi", metas={"og:locale": "vi_VN"}, json_ld=[{"@type": "Article", "inLanguage": "vi-VN"}])
    assert read_language(facts(html_page(declared, SAMPLES["vi"]))).value == "vi"


def test_primary_subtags() -> None:
    assert [primary(tag) for tag in ("vi_VN", "EN-us", "zh-Hant-TW", "", "x", "english")] == [
        "vi",
        "en",
        "zh",
        "",
        "",
        "",
    ]
