"""Copies, repeated lines and drift, over facts made by hand and over labelled texts of our own."""

from __future__ import annotations

import json
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from cleaner.bulk.drift import drift
from cleaner.bulk.duplicates import clusters, further_copies
from cleaner.bulk.minhash import fingerprint, similarity
from cleaner.bulk.repeats import proposal, repeats
from tests.bulk.runs import run_all
from tests.bulk.stories import HARBOUR_FIRST, HARBOUR_SECOND, story, syndicated, touched_up

_SEEDS = Path(__file__).parents[2] / "seeds"


def fact(number: int, text: str = "", **columns: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("url", "host", "title", "published", "agency", "stage", "rules", "lines"))
    base = {"id": str(number), "status": "cleaned", "chars": len(text), "minhash": fingerprint(text)}
    return {**empty, **base, **columns}


def labelled() -> list[tuple[str, str]]:
    """(label, text): 60 stories, each with a syndicated copy or a light edit, and two pairs of retellings."""
    texts = []
    for number in range(60):
        text = story(number)
        texts += [(f"story {number}", text)]
        texts += [(f"story {number}", syndicated(text) if number % 2 else touched_up(text, number))]
    texts += [("harbour, first outlet", HARBOUR_FIRST), ("harbour, second outlet", HARBOUR_SECOND)]
    texts += [
        ("harbour, first outlet", syndicated(HARBOUR_FIRST)),
        ("harbour, second outlet", touched_up(HARBOUR_SECOND, 1)),
    ]
    for path in sorted(_SEEDS.glob("*.expected.json")):
        texts.append((path.name, "\n".join(block["text"] for block in json.loads(path.read_text())["body"])))
    return texts


def test_copies_are_found_and_retellings_are_not() -> None:
    texts = labelled()
    same = {pair for pair in combinations(range(len(texts)), 2) if len({texts[n][0] for n in pair}) == 1}
    found: set[tuple[int, int]] = set()
    facts = [fact(number, text) for number, (_, text) in enumerate(texts)]
    for cluster in clusters(lambda: facts):
        found |= set(combinations(sorted(int(copy.id) for copy in cluster.copies), 2))
    precision, recall = len(found & same) / len(found), len(found & same) / len(same)
    assert precision == 1.0
    assert recall >= 0.97


def test_the_seeds_are_two_tellings_of_one_event() -> None:
    first, second = (text for label, text in labelled() if label.endswith(".expected.json"))
    prints = [fingerprint(first), fingerprint(second)]
    assert prints[0] is not None
    assert prints[1] is not None
    assert 0.0 < similarity(*[item for item in prints if item]) < 0.3


def test_tone_placement_and_case_make_no_difference() -> None:
    text = story(1) + " khoá hoà thuỷ"
    assert fingerprint(text) == fingerprint((story(1) + " KHÓA HÒA THỦY").upper())


def test_short_texts_are_not_compared() -> None:
    assert fingerprint("Theo TTXVN, hôm nay trời mưa.") is None


def test_a_cluster_knows_its_earliest_copy_and_who_credits_whom() -> None:
    text = story(5)
    facts = [
        fact(0, syndicated(text), host="bao.vn", published="2026-05-02T10:00:00+07:00", agency="Tuổi Trẻ"),
        fact(1, text, host="tuoitre.vn", published="2026-05-02T08:00:00+07:00"),
        fact(2, text, host="khac.vn"),
    ]
    (cluster,) = clusters(lambda: facts)
    assert [copy.host for copy in cluster.copies] == ["bao.vn", "tuoitre.vn", "khac.vn"]
    assert cluster.earliest == 1
    assert cluster.credits == ((0, 1),)


def test_the_earliest_copy_is_the_earliest_moment_whatever_its_zone() -> None:
    text = story(5)
    facts = [
        fact(0, text, host="agency.example", published="2026-05-02T03:00:00+00:00"),
        fact(1, text, host="bao.vn", published="2026-05-02T09:00:00+07:00"),
    ]
    (cluster,) = clusters(lambda: facts)
    assert cluster.earliest == 1


def test_a_text_that_a_host_serves_a_thousand_times_is_credited_once_by_each_copy() -> None:
    text = story(5)
    hosts = ["bao.vn", "tuoitre.vn"] * 500
    facts = [fact(n, text, host=host, agency="Tuổi Trẻ") for n, host in enumerate(hosts)]
    (cluster,) = clusters(lambda: facts)
    assert cluster.credits == tuple((position, 1) for position in range(0, 1000, 2))


def test_repeated_lines_are_proposed_as_valid_toml() -> None:
    account = "Số tài khoản: 1234 5678 9012"
    facts = [fact(n, story(n), host="bao.vn", lines=[account, 'Mời "đón xem"', f"Riêng {n}"]) for n in range(6)]
    facts += [fact(n, story(99), host="bao.vn", lines=["crawled again"]) for n in range(6, 20)]
    found = repeats(facts, further_copies(clusters(lambda: facts)))
    assert [(repeat.line, repeat.pages, repeat.account) for repeat in found] == [
        ('Mời "đón xem"', 6, False),
        (account, 6, True),
    ]
    pack = tomllib.loads(proposal("bao.vn", found))
    assert pack["pack"] == {"hosts": ["bao.vn"]}
    assert [rule["where"]["line"] for rule in pack["rule"]] == ['Mời "đón xem"', account]
    assert "content" in pack["rule"][1]["why"]


def month(
    name: str, pages: int, chars: int, rules: list[tuple[str, int]], stage: str = "rules"
) -> list[dict[str, Any]]:
    columns = {"host": "bao.vn", "published": f"{name}-03", "rules": rules, "stage": stage}
    return [fact(n, **columns) | {"chars": chars} for n in range(pages)]


@pytest.mark.parametrize(
    ("second", "alarm"),
    [
        (month("2026-02", 20, 1000, [("a", 1)]), "rule stopped firing: b"),
        (month("2026-02", 20, 300, [("a", 1), ("b", 1)]), "length shift"),
        (month("2026-02", 20, 1000, [("a", 1), ("b", 1)], "readability"), "container missing"),
        (month("2026-02", 19, 300, []), None),
        (month("2026-02", 20, 1100, [("a", 2), ("b", 1)]), None),
    ],
)
def test_drift_from_month_to_month(second: list[dict[str, Any]], alarm: str | None) -> None:
    months = drift(month("2026-01", 25, 1000, [("a", 1), ("b", 1)]) + second)
    assert [found.month for found in months] == ["2026-01", "2026-02"]
    assert not months[0].alarms
    assert [found.partition(" (")[0].partition(":")[0] for found in months[1].alarms] == (
        [alarm.partition(":")[0]] if alarm else []
    )


def test_a_run_writes_what_it_found_across_documents(tmp_path: Path) -> None:
    rows = [
        {"url": f"https://bao{n % 2}.vn/{n}", "html": f"Title {n}\n{story(n // 2)}\ndate 2026-01-0{n + 1}"}
        for n in range(6)
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    run_all(tmp_path / "out", tmp_path / "a.jsonl")
    found = [json.loads(line) for line in (tmp_path / "out" / "duplicates.jsonl").read_text().splitlines()]
    assert [[copy["url"] for copy in cluster["copies"]] for cluster in found] == [
        [f"https://bao0.vn/{n}", f"https://bao1.vn/{n + 1}"] for n in (0, 2, 4)
    ]
    months = [json.loads(line) for line in (tmp_path / "out" / "drift.jsonl").read_text().splitlines()]
    assert [(item["host"], item["month"], item["pages"]) for item in months] == [
        ("bao0.vn", "2026-01", 3),
        ("bao1.vn", "2026-01", 3),
    ]


def test_a_host_of_any_length_has_its_proposals(tmp_path: Path) -> None:
    host = "a" * 300 + ".vn"
    lines = [{"html": f"Title {n}\n{story(n)}\nA line that repeats", "url": f"https://{host}/{n}"} for n in range(6)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    run_all(tmp_path / "out", tmp_path / "a.jsonl")
    (proposed,) = (tmp_path / "out" / "proposals").iterdir()
    assert proposed.name == "a" * 200 + ".toml"
    assert tomllib.loads(proposed.read_text())["pack"]["hosts"] == [host]
