"""Flattened pages in the habits of different outlets, each line with the role a person gives it.

A line of a page file is `roles|text`: roles that count as right, parted by "/"; roles of the parts of
one printed line, parted by ","; " # " parts them where the page has a space, " #" where it has none. A line that
begins with a space continues the one above, as in a text that was broken at a fixed width.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from cleaner.text import squeeze
from tests.settle.text_steps.reading import Judged, read

KEPT = {"summary", "body", "heading", "list_item", "quote", "donation_details", "note"}
PAGES = sorted(Path(__file__).parent.glob("*.txt"))


class Part(NamedTuple):
    roles: set[str]
    letters: str


def load(path: Path) -> tuple[str, list[Part]]:
    """The page as a scraper would store it, and its parts in order."""
    printed: list[str] = []
    parts: list[Part] = []
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        if line.startswith(" "):
            printed[-1] += "\n" + line[1:]
            parts[-1] = parts[-1]._replace(letters=parts[-1].letters + squeeze(line))
            continue
        roles, _, text = line.partition("|")
        pieces = text.split(" #")
        printed.append("".join(pieces))
        if text:
            parts += [
                Part(set(names.split("/")), squeeze(piece))
                for names, piece in zip(roles.split(","), pieces, strict=True)
            ]
    return "\n".join(printed), parts


def majority(judged: list[Judged], parts: list[Part]) -> list[Judged]:
    """For each part the block to which most of its letters belong."""
    owners = [line for line in judged for _ in squeeze(line.text)]
    found, at = [], 0
    for part in parts:
        found.append(Counter(owners[at : at + len(part.letters)]).most_common(1)[0][0])
        at += len(part.letters)
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_roles(path: Path) -> None:
    text, parts = load(path)
    wrong = [
        (part.letters[:50], sorted(part.roles), line.role, line.rule)
        for part, line in zip(parts, majority(read(text), parts), strict=True)
        if line.role not in part.roles
    ]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_is_lost(path: Path) -> None:
    text, _ = load(path)
    judged = read(text)
    assert "".join(squeeze(line.text) for line in judged) == squeeze(text)
    assert all(squeeze(text[line.start : line.end]) == squeeze(line.text) for line in judged)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_verdicts_are_explained_and_repeatable(path: Path) -> None:
    text, _ = load(path)
    judged = read(text)
    assert judged == read(text)
    assert all(line.rule and line.evidence for line in judged)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_clean_text_stays_whole(path: Path) -> None:
    """The kept lines, cleaned again, are all kept: only a first line may now stand as the title."""
    text, _ = load(path)
    story = "\n\n".join(line.text for line in read(text) if line.kept)
    assert [line.text for line in read(story) if not (line.kept or line.role == "title")] == []


@pytest.mark.parametrize("separator", ["\n", "\n\n"], ids=["no blank lines", "blank lines everywhere"])
def test_most_lines_are_right_without_the_help_of_layout(separator: str) -> None:
    """Many scrapers keep no blank lines, or one behind every line: the words must do."""
    right = total = 0
    for path in PAGES:
        text, parts = load(path)
        even = separator.join(line for line in re.split(r"\n\n+|\n", text) if line)
        for part, line in zip(parts, majority(read(even), parts), strict=True):
            right += any(line.kept == (role in KEPT) for role in part.roles)
            total += 1
    assert right / total >= 0.97
