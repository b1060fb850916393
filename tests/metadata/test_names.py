"""Lines of names in the other languages of the press."""

from __future__ import annotations

import pytest

from cleaner.metadata.names import is_institution, people, person


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee in River Town", ["Ann Lee"]),
        ("Made in Rivertown", ["Made in Rivertown"]),
        ("Ann Lee @in/ann-lee", ["Ann Lee"]),
        ("김미란기자", ["김미란"]),
        ("聯合報／ 記者陳怡君／澎湖即時報導", ["陳怡君"]),
        ("記者王小明、李大華／台北報導", ["王小明", "李大華"]),
        ("기자", ["기자"]),
        ("University of Rivertown", ["University of Rivertown"]),
        ("By Ann Lee", ["Ann Lee"]),
        ("Piše: Ana Lee", ["Ana Lee"]),
        ("Autorka: Anna Lee", ["Anna Lee"]),
        ("Per Lund", ["Per Lund"]),
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
        ("By Ann Lee | November 3, 2025 (8:42 AM ET)", ["Ann Lee"]),
        ("Ann Lee on Friday, 3 May 2025", ["Ann Lee"]),
        ("Ann Lee Updated April 10, 2025", ["Ann Lee"]),
        ("Ann Lee ● 6 min read", ["Ann Lee"]),
        ("Ann Lee, 5 hours ago", ["Ann Lee"]),
        ("Updated 6 months ago", []),
        ("Long Ago Press", ["Long Ago Press"]),
        ("May Marsh and August Lee", ["May Marsh", "August Lee"]),
        ("France 24 with AFP", ["France 24", "AFP"]),
        ("By Ann Lee, Trial Lawyer at the Bar", ["Ann Lee"]),
        ("Ann Lee, Home and Garden Expert", ["Ann Lee"]),
        ("Ann Lee, CFP®", ["Ann Lee"]),
        ("Ann Lee, AFP", ["Ann Lee", "AFP"]),
        ("TP, LH", ["TP", "LH"]),
        ("Ann Lee Senior Politics Reporter", ["Ann Lee"]),
        ("By Ann Lee ⋅ Review Editor ⋅ Updated May 6, 2025", ["Ann Lee"]),
        ("Ann Lee, DVM. Reviewed by Bo Ek, DVM", ["Ann Lee"]),
        ("Reviewed by Bo Ek", ["Bo Ek"]),
        ("Ann Lee a.lee@example.org and Bo Ek", ["Ann Lee", "Bo Ek"]),
        ("Ann Lee @annlee", ["Ann Lee"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("Byron Lee", ["Byron Lee"]),
        ("Centre for Rivers and Lakes", ["Centre for Rivers and Lakes"]),
        ("Ann Lee, From the River Book", ["Ann Lee"]),
        ("More about Ann Lee", []),
        ("Moreau Lee", ["Moreau Lee"]),
        ("Written By", []),
        ("page.head.author", []),
        ("q_admin", []),
        ("qadmin", []),
        ("Ann Badminton", ["Ann Badminton"]),
        ("Site Admin", []),
        ("Bo Adminer Ek", ["Bo Adminer Ek"]),
        ("The Associated Press", ["The Associated Press"]),
        ("a.lee@example.org", []),
        ("https://example.org/ann", []),
        ("admin", []),
        ("105092", []),
        ("Image: Getty", []),
        ("", []),
        ("word " * 80, []),
        ("Reporting by Ann Lee in Lima; Additional reporting by Bo Ek; Editing by Jo Lund", ["Ann Lee"]),
        ("Ann Lee and Bo Ek contributed to this report.", ["Ann Lee", "Bo Ek"]),
        ("Автор, Анна Лиева", ["Анна Лиева"]),
        ("Ann Lee, Bo Ek", ["Ann Lee", "Bo Ek"]),
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


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Ann Lee, Trial Lawyer", "Trial Lawyer"),
        ("Ann Lee, Home and Garden Expert", "Home and Garden Expert"),
        ("Ann Lee Senior Politics Reporter", "Senior Politics Reporter"),
        ("Ann Lee Rugby reporter", "Rugby reporter"),
        ("Ann Lee Food and drink writer", "Food and drink writer"),
        ("Ann Lee - Correspondent /", "Correspondent"),
        ("Ann Lee, University of Rivertown", "University of Rivertown"),
        ("Ann Lee - Rivers", "author"),
        ("Ann Lee, CFP", "author"),
    ],
)
def test_an_office_is_the_role_of_the_person_before_it(line: str, office: str) -> None:
    assert [author.role for author in people(line)] == [office]


def test_a_line_too_long_names_nobody() -> None:
    assert people("Ann Lee " * 400) == ()
