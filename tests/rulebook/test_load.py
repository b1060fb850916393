from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cleaner.errors import RulebookError, RuleSyntaxError
from cleaner.model import Role
from cleaner.rulebook import load_rulebook
from tests.rulebook.packs import book, books, rule


def test_a_rule_as_written(tmp_path: Path) -> None:
    loaded = book(
        tmp_path,
        rule(
            'selector = ".label", line = ["Xem thêm", "Đọc thêm:"], '
            'min_chars = 3, linked = true, opens = "box", position = "tail"',
            role="related_label",
            more="confidence = 0.7\nweak = true\nvalid_until = 2021-12-31",
        ),
        name="lang/vi/test.toml",
        pack='languages = ["vi"]',
    )
    (found,) = loaded.rules
    assert (found.role, found.rank, found.pack) == (Role.RELATED_LABEL, 1, "lang/vi/test")
    assert found.where.line == {"xem thêm", "đọc thêm"}
    assert (found.where.min_chars, found.where.linked, found.where.position) == (3, True, "tail")
    assert (found.opens, found.confidence, found.weak) == ("box", 0.7, True)
    assert found.valid_until == date(2021, 12, 31)
    assert loaded.dated == {"test.rule": date(2021, 12, 31)}


def test_a_field_as_written(tmp_path: Path) -> None:
    text = '[pack]\n[[field]]\nid = "t.date"\nfield = "published"\nselector = "time"\nattr = "datetime"\nhits = ["x"]\n'
    (found,) = books(tmp_path, {"cms/test.toml": text}).fields
    assert (found.field, found.selectors, found.attr, found.rank) == ("published", ("time",), "datetime", 2)


@pytest.mark.parametrize(
    ("where", "field", "problem"),
    [
        ('lines = "x"', "lines", "unknown field"),
        ("line = 3", "line", "text"),
        ('line = ">> :"', "line", "bullets"),
        ('starts = "abc"', "starts", "6 to 80"),
        ('selector = "p["', "selector", "not a CSS selector"),
        ('selector = "div, p"', "selector", "list instead of a comma"),
        ('selector = "p:first-child"', "selector", "not supported"),
        ("pattern = '('", "pattern", "not a regular expression"),
        ("pattern = '(a+)+$'", "pattern", "bound"),
        ("pattern = '(?:[a-z]+ ?)*x'", "pattern", "bound"),
        ("pattern = 'a*'", "pattern", "empty text"),
        (r"pattern = '(a)\1'", "pattern", "back-references"),
        (r"pattern = '^(?P<name>a)b'", "pattern", "no names"),
        ("pattern = '^{who}$'", "pattern", "terms"),
        ('line = "x", min_chars = "3"', "min_chars", "number"),
        ('line = "x", min_chars = true', "min_chars", "number"),
        ('line = "x", linked = "yes"', "linked", "true or false"),
        ('line = "x", position = "middle"', "position", "head, picture, tail"),
        ('line = "x", opens = "door"', "opens", "box, tail"),
        ("min_chars = 3", "where", "needs a line"),
    ],
)
def test_conditions_that_cannot_be_used(tmp_path: Path, where: str, field: str, problem: str) -> None:
    with pytest.raises(RuleSyntaxError, match=problem) as caught:
        book(tmp_path, rule(where))
    assert (caught.value.file, caught.value.rule, caught.value.field) == ("generic/test.toml", "test.rule", field)


@pytest.mark.parametrize(
    ("text", "field", "problem"),
    [
        (rule('line = "x"', role="advert"), "role", "advert"),
        (rule('line = "x"', more='colour = "red"'), "colour", "unknown field"),
        (rule('line = "x"', more="confidence = 2"), "confidence", "0.0 to 1.0"),
        (rule('line = "x"', more='valid_until = "2020"'), "valid_until", "date"),
        (rule('line = "x"').replace('why = "For a test."', ""), "why", "is missing"),
        (rule('line = "x"').replace('misses = ["y"]', ""), "misses", "example"),
        (rule('line = "x"') * 2, "id", "is taken"),
    ],
)
def test_rules_that_cannot_be_used(tmp_path: Path, text: str, field: str, problem: str) -> None:
    with pytest.raises(RuleSyntaxError, match=problem) as caught:
        book(tmp_path, text)
    assert caught.value.field == field


def test_the_error_names_file_rule_and_field(tmp_path: Path) -> None:
    with pytest.raises(RuleSyntaxError, match=r"generic/test\.toml · test\.rule · role: "):
        book(tmp_path, rule('line = "x"', role="advert"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("elsewhere/test.toml", "[pack]\n"),
        ("generic/test.toml", "[pack\n"),
        ("generic/test.toml", "[pack]\nhost = 'x'\n"),
        ("generic/test.toml", "[pack]\n[rules]\n"),
        ("sites/x.vn.toml", "[pack]\nhosts = ['x.vn']\n"),  # neither seen nor a word on why not
        ("sites/x.vn.toml", "[pack]\nhosts = ['x.vn']\nseen = '2026'\n[[rule]]\n"),
        ("sites/x.vn.toml", "pack = 3\n"),
        ("sites/x.vn.toml", "[pack]\n[rule]\nid = 'x'\n"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(RuleSyntaxError) as caught:
        books(tmp_path, {name: text})
    assert caught.value.file == name


def test_a_folder_without_rules(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="no rule files"):
        load_rulebook(tmp_path)


def test_terms_are_written_out(tmp_path: Path) -> None:
    terms = "[terms]\nletter = 'a|b'\nword = '{letter}{2}'\n"
    loaded = books(tmp_path, {"generic/t.toml": f"[pack]\n{terms}{rule('''pattern = '^{word}!$' ''')}"})
    assert [bool(loaded.match(text)) for text in ("ab!", "bb!", "a!", "ac!")] == [True, True, False, False]


def test_case_of_letters_beyond_ascii(tmp_path: Path) -> None:
    loaded = book(tmp_path, rule(r"pattern = '^[\p{Lu}][\p{Ll}]+$'"))
    assert [bool(loaded.match(text)) for text in ("Đặng", "Ưng", "Żuk", "Юля", "đặng", "ĐẶNG")] == [True] * 4 + [
        False
    ] * 2


def test_version_is_that_of_the_content(tmp_path: Path) -> None:
    one, two = rule('line = "x"'), rule('line = "z"')
    first = book(tmp_path / "a", one).version
    assert book(tmp_path / "b", one).version == first
    assert book(tmp_path / "c", two).version != first
    assert book(tmp_path / "d", one, name="generic/other.toml").version != first


def test_the_engines_own_packs_load_twice_alike() -> None:
    assert load_rulebook().version == load_rulebook().version
