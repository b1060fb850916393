from __future__ import annotations

import pytest

from cleaner.rulebook.beginnings import beginnings
from cleaner.rulebook.clauses import clauses


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[Ảả]nh: ", {("nh: ",)}),
        ("(?:Ảnh|Hình) ?:", {("Hình :", "Hình:", "Ảnh :", "Ảnh:")}),
        ("abc.*xyz", {("abc",), ("xyz",)}),
        ("(?:abcd)?xyz", {("abcdxyz", "xyz")}),
        ("[a-z]+", set()),
        ("(?:abcd|[xyz]{2,3}q)", set()),
    ],
)
def test_clauses_hold_in_every_match(pattern: str, expected: set[tuple[str, ...]]) -> None:
    found = set(clauses(pattern))
    for clause in expected:
        shorter = {text for text in clause if not any(other in text for other in clause if other != text)}
        assert any(set(other) == shorter or {text[1:] for text in other} == shorter for other in found), found
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    ("pattern", "size", "expected"),
    [
        ("^abc", 2, {"ab"}),
        ("^(?:ab|cd)e", 3, {"abe", "cde"}),
        ("^a?bc", 2, {"ab", "bc"}),
        ("^[ab]{1,2}$", 3, {"a", "b", "aa", "ab", "ba", "bb"}),
        ("^a.b", 2, None),
        ("abc", 2, None),
        (r"^\w+", 2, None),
        ("^ab|^cd", 2, {"ab", "cd"}),
        ("^ab|cd", 2, None),
        ("^(?=x)ab", 2, {"ab"}),
    ],
)
def test_beginnings(pattern: str, size: int, expected: set[str] | None) -> None:
    assert beginnings(pattern, size) == expected


def test_a_digit_is_one_of_ten() -> None:
    assert beginnings(r"^\d/", 2) == {f"{digit}/" for digit in range(10)}
