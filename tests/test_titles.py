from __future__ import annotations

import threading
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.errors import StoreError
from cleaner.known import title_key
from cleaner.titles import TitleIndex
from tests.settle.test_known import OTHER, TITLE, text


def learnt(index: TitleIndex, title: str, url: str | None) -> None:
    index.learn(clean(text().replace(TITLE, title), url))


@pytest.fixture
def index(tmp_path: Path) -> TitleIndex:
    return TitleIndex(tmp_path / "titles.db")


def known(index: TitleIndex, title: str, host: str = "tin.mau.vn", url: str | None = None) -> bool:
    return index.among(host, {title_key(title)}, url) == {title_key(title)}


def test_what_was_learnt_is_known_of_its_host(index: TitleIndex) -> None:
    learnt(index, OTHER, "https://www.tin.mau.vn/b.html")
    assert known(index, OTHER)
    assert known(index, OTHER, host="m.tin.mau.vn")
    assert not known(index, OTHER, host="khac.vn")
    assert not known(index, TITLE)


def test_a_page_does_not_know_itself(index: TitleIndex) -> None:
    learnt(index, OTHER, "https://tin.mau.vn/b.html")
    assert not known(index, OTHER, url="https://tin.mau.vn/b.html")
    assert known(index, OTHER, url="https://tin.mau.vn/a.html")


def test_a_new_headline_takes_the_place_of_the_old(index: TitleIndex) -> None:
    learnt(index, OTHER, "https://tin.mau.vn/b.html")
    learnt(index, TITLE, "https://tin.mau.vn/b.html")
    assert (known(index, OTHER), known(index, TITLE)) == (False, True)


@pytest.mark.parametrize(
    ("title", "url"), [(OTHER, None), (OTHER, "http://[x"), ("Cầu mới", "https://tin.mau.vn/b.html")]
)
def test_what_proves_nothing_is_not_kept(index: TitleIndex, title: str, url: str | None) -> None:
    learnt(index, title, url)
    assert not index.among("tin.mau.vn", {title_key(OTHER), ""}, None)


def test_more_keys_than_one_question_takes(index: TitleIndex) -> None:
    learnt(index, OTHER, "https://tin.mau.vn/b.html")
    keys = {f"khóa số {number} của một trang nào đó" for number in range(3000)} | {title_key(OTHER)}
    assert index.among("tin.mau.vn", keys, None) == {title_key(OTHER)}


def test_many_writers(index: TitleIndex) -> None:
    result = clean(text(), "https://tin.mau.vn/b.html")
    threads = [threading.Thread(target=index.learn, args=(result,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert known(index, TITLE)


def test_a_file_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("this is not a database, and it is long enough to be seen as none", "utf-8")
    with pytest.raises(StoreError):
        TitleIndex(tmp_path / "x")
