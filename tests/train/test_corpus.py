"""Sets with known answers are read whole; one that a folder lacks is none."""

from pathlib import Path

from cleaner.rulebook import load_rulebook
from cleaner.train.corpus import load
from tests.written.pages import FOLDER, pages


def test_the_sets_of_a_folder_are_read() -> None:
    found = list(load(Path(FOLDER), load_rulebook(), ("none", "world-news")))
    assert [page.gold["file"] for page in found] == [page.gold["file"] for page in pages("world-news")]
    assert {page.set for page in found} == {"world-news"}
    assert all(len(page.claims) == len(page.document.blocks) > 20 for page in found)
