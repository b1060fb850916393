"""What rules say of texts and blocks; the index gives the same answers as asking every rule."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.model import Block, Role
from cleaner.pipeline import default_rulebook
from cleaner.rulebook import Claim
from cleaner.rulebook.conditions import fits, has_text_condition, proof
from cleaner.text import BULLETS, collapse, fold_label
from tests.rulebook.packs import book, books, rule

BOOK = default_rulebook()
ALL = frozenset(pack.name for pack in BOOK.packs)
EXAMPLES = sorted(
    {collapse(text) for owner in BOOK.rules if not owner.where.selectors for text in (*owner.hits, *owner.misses)}
)
LABELS = sorted({label for owner in BOOK.rules for label in owner.where.line})


def ids(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.rule.id for claim in claims]


def asking_every_rule(text: str, link_share: float) -> set[str]:
    text = unicodedata.normalize("NFC", text)
    return {
        owner.id
        for owner in BOOK.rules
        if has_text_condition(owner.where) and not owner.where.selectors
        if fits(owner.where, len(text), link_share) and proof(owner.where, text) is not None
    }


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_the_index_loses_no_example(share: float) -> None:
    for text in EXAMPLES:
        assert set(ids(BOOK.match(text, share, ALL))) == asking_every_rule(text, share), text


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(EXAMPLES),
    st.sampled_from(["", ">> ", "• ", "- ", "\u200b", "(", "["]),
    st.sampled_from(["", ":", " ...", ")", ".", " Ảnh: X", " (TTXVN)"]),
    st.sampled_from([str.upper, str.lower, str.title, str.strip]),
)
def test_the_index_loses_no_variant(text: str, before: str, behind: str, case: object) -> None:
    varied = collapse(before + case(text) + behind)  # type: ignore[operator]
    assert set(ids(BOOK.match(varied, 0.0, ALL))) == asking_every_rule(varied, 0.0)


@pytest.mark.parametrize(("filler", "first"), [("Trời hôm nay đẹp. ", 0), ("(", 7), ("Ảnh: A ", 14)])
def test_the_index_loses_nothing_in_a_long_text(filler: str, first: int) -> None:
    """Long texts are asked in another way."""
    for text in EXAMPLES[first::21]:
        long = collapse(filler * (5000 // len(filler)) + text)
        assert set(ids(BOOK.match(long, 0.0, ALL))) == asking_every_rule(long, 0.0), text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ảảnh: XTheo()/-–.,TTXVN Bài0127/>»|Photo©"), max_size=60))
def test_the_index_loses_no_heap_of_letters(text: str) -> None:
    text = collapse(text)
    assert set(ids(BOOK.match(text, 0.0, ALL))) == asking_every_rule(text, 0.0)


def test_every_label_is_found_as_it_is_printed() -> None:
    """In capitals, decomposed, behind an arrow, before a colon, with the older tone placement."""
    for label in LABELS:
        for printed in (label.upper(), unicodedata.normalize("NFD", label), f">> {label}:", older_tones(label)):
            if fold_label(printed) == label:  # "ß" has no capital of its own
                assert any(label in claim.rule.where.line for claim in BOOK.match(collapse(printed), 0.0, ALL)), printed


def older_tones(label: str) -> str:
    for new, old in (("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"), ("úy", "uý"), ("ủy", "uỷ")):
        label = label.replace(new, old)
    return label


@pytest.mark.parametrize("char", BULLETS)
def test_bullets_are_those_of_fold_label(char: str) -> None:
    assert fold_label(f"{char}Xem thêm") == "xem thêm"


def test_prose_that_begins_with_a_label_is_missed() -> None:
    for label in LABELS:
        prose = f"{label} thì ông không nói gì thêm với bà."
        assert not [claim for claim in BOOK.match(prose, 0.0, ALL) if label in claim.rule.where.line], prose


def test_the_strongest_claim_stands_last(tmp_path: Path) -> None:
    text = "Xem thêm tại đây"
    loaded = books(
        tmp_path,
        {
            "generic/a.toml": "[pack]\n" + rule(f'line = "{text}"', "a.sure", more="confidence = 0.99"),
            "lang/vi/b.toml": "[pack]\n"
            + rule(f'line = "{text}"', "b.sure")
            + rule(f'line = "{text}"', "b.less", more="confidence = 0.5"),
            "sites/c.toml": "[pack]\n" + rule(f'line = "{text}"', "c.weak", more="weak = true"),
        },
    )
    assert ids(loaded.match(text)) == ["c.weak", "a.sure", "b.less", "b.sure"]


def test_measures(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("pattern = '^a', min_chars = 3, max_chars = 5, linked = true"))
    assert [bool(loaded.match("a" * size, 1.0)) for size in (2, 3, 5, 6)] == [False, True, True, False]
    assert [bool(loaded.match("aaa", share)) for share in (0.0, 0.79, 0.8)] == [False, False, True]


def test_unlinked(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("pattern = 'a', linked = false"))
    assert [bool(loaded.match("aaa", share)) for share in (0.0, 0.19, 0.2, 1.0)] == [True, True, False, False]


def test_starts_and_ends_hold_together(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule('starts = "mời bạn đọc", ends = ["tại đây", "trên kênh"]'))
    assert loaded.match("* MỜI BẠN ĐỌC xem tại đây")
    assert not loaded.match("Mời bạn đọc xem ở kia")
    assert not loaded.match("Xem tại đây")


def test_only_packs_that_count(tmp_path: Path) -> None:
    loaded = books(
        tmp_path,
        {
            "generic/a.toml": "[pack]\n" + rule('line = "Quảng cáo"', "a"),
            "sites/b.vn.toml": "[pack]\nhosts = ['b.vn']\nseen = '2026'\n" + rule('line = "Quảng cáo"', "b"),
        },
    )
    assert ids(loaded.match("Quảng cáo")) == ["a"]
    assert ids(loaded.match("Quảng cáo", active=frozenset({"sites/b.vn"}))) == ["b"]


def block(text: str, covers: tuple[str, ...] = (), link_chars: int = 0) -> Block:
    return Block(0, text, covers=covers, link_chars=link_chars)


def test_a_cover_is_a_claim(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule('selector = ".box"', "a"), rule('line = "Xem thêm"', "b", role="related_label"))
    assert ids(loaded.claims(block("Xem thêm", ("a",)))) == ["a", "b"]
    assert ids(loaded.claims(block("Xem thêm"))) == ["b"]
    assert loaded.claims(block("Một đoạn", ("a",)))[0].evidence == "inside .box"


def test_a_cover_with_conditions(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("selector = '.box', pattern = '^Ảnh', max_chars = 10", "a"))
    assert ids(loaded.claims(block("Ảnh: X", ("a",)))) == ["a"]
    assert not loaded.claims(block("Anh: X", ("a",)))
    assert not loaded.claims(block("Ảnh của một người nào đó", ("a",)))
    assert not loaded.claims(block("Ảnh: X"))


def test_links_are_counted(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("pattern = 'tin', linked = true"))
    assert loaded.claims(block("Một tin khác", link_chars=12))
    assert not loaded.claims(block("Một tin khác", link_chars=3))


def test_evidence_quotes_the_words(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule("pattern = 'Ảnh: \\w+'"))
    assert loaded.match("Cầu mới. Ảnh: Nam")[0].evidence == "found “Ảnh: Nam”"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Có thể bạn quan tâm", Role.RELATED_LABEL),
        ("Đội cứu hộ tiếp cận hiện trường. Ảnh: T.Lê", Role.CAPTION),
        ("Theo TTXVN", Role.AGENCY_SOURCE),
        ("Thứ Hai, 07/04/2025 - 08:16", Role.DATE),
        ("- Số tài khoản: 0011002643999, Ngân hàng Vietcombank;", Role.DONATION_DETAILS),
        ("Bài và ảnh: Lê Minh Tuấn", Role.BYLINE),
        ("© 2026 The Daily Example", Role.LEGAL),
        ("Share this article", Role.SHARE_WIDGET),
    ],
)
def test_kinds_of_lines(text: str, role: Role) -> None:
    firm = [claim for claim in BOOK.match(text, 0.0, ALL) if not claim.rule.weak]
    assert firm[-1].rule.role is role


@pytest.mark.parametrize(
    "text",
    [
        "Có thể bạn quan tâm đến giá vàng hôm nay, nhưng thị trường vẫn chờ tin.",
        "Ông Hồ Hùng Anh - chủ tịch hội đồng quản trị - không có mặt tại phiên họp.",
        "Theo TTXVN, ngày 7/12 đoàn đã về nước.",
        "Xem thêm phim Việt giúp cô học tiếng nhanh hơn, cô kể với bạn bè.",
        "By Monday the river had risen by two metres.",
        "Related articles were removed from the court's website.",
    ],
)
def test_prose_is_claimed_by_no_firm_rule(text: str) -> None:
    assert [claim.rule.id for claim in BOOK.match(text, 0.0, ALL) if not claim.rule.weak] == []
