"""Lines of names in the other languages of the press."""

from __future__ import annotations

import pytest

from cleaner.metadata.names import is_institution, people, person


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("By Ann Lee", ["Ann Lee"]),
        ("Von Anna Berg und Bo Ek, dpa", ["Anna Berg", "Bo Ek", "dpa"]),
        ("Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee, Bo Ek and Cy Fox", ["Ann Lee", "Bo Ek", "Cy Fox"]),
        ("Ann Lee og Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Le Courrier et AFP", ["Le Courrier et AFP"]),
        ("Anne Blanc et Luc Noir", ["Anne Blanc", "Luc Noir"]),
        ("Ann Lee (ann)", ["Ann Lee"]),
        ("Ann Lee / Journalist", ["Ann Lee"]),
        ("Ann Lee, PhD", ["Ann Lee"]),
        ("Ann Lee Ann Lee", ["Ann Lee"]),
        ("(责编：王小明、李华)", ["王小明", "李华"]),
        ("ANN LEE", ["ANN LEE"]),
        ("Di Anna Berg", ["Anna Berg"]),
        ("Di giorno in giorno", ["Di giorno in giorno"]),
        ("Par Anne Blanc avec AFP", ["Anne Blanc", "AFP"]),
        ("Por Ana Ruiz, repórter", ["Ana Ruiz"]),
        ("김미란 기자", ["김미란"]),
        ("本报记者 李明兰", ["李明兰"]),
        ("記者 佐藤真理", ["佐藤真理"]),
        ("كتبت: مريم السالم", ["مريم السالم"]),
        ("Meryem Tilki tarafından yazıldı", ["Meryem Tilki"]),
        ("MND Staff", ["MND Staff"]),
        ("The Associated Press", ["The Associated Press"]),
        ("a.lee@example.org", []),
        ("https://example.org/ann", []),
        ("admin", []),
        ("105092", []),
        ("Image: Getty", []),
        ("", []),
        ("word " * 80, []),
    ],
)
def test_people(line: str, names: list[str]) -> None:
    assert [author.name for author in people(line)] == names


def test_a_job_stays_with_the_person_before_it() -> None:
    (author,) = people("Ann Lee, Senior Reporter")
    assert (author.name, author.role) == ("Ann Lee", "Senior Reporter")


def test_a_name_of_many_words_is_none() -> None:
    assert person("the long road from the river to the bridge") == ""


def test_institutions() -> None:
    assert is_institution("example.de")
    assert is_institution("Verlag am Fluss GmbH")
    assert not is_institution("Ann Lee")
