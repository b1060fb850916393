"""Titles of the host's other pages prove a related story: in HTML, in flattened text, and never the page's own."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from cleaner import clean
from cleaner.known import title_key
from cleaner.model import CleanResult, Role

OTHER = "Chợ nổi dời về bến mới từ tháng chín năm nay"
TITLE = "Bến đò cuối cùng trên sông Mẫu ngừng chạy sáng nay"
PARAGRAPHS = (
    "Sáng sớm 13/7, ông Tư Đò buộc dây neo lần cuối rồi ngồi rất lâu trên mũi thuyền, nhìn sang bờ bên kia sông.",
    "Bốn mươi năm qua, bến đò chở học trò đi học, chở lúa ra chợ và chở cả những đám cưới của người trong xã.",
    "Ủy ban xã cho biết sẽ giữ lại con thuyền gỗ làm hiện vật tại nhà văn hóa, còn bến cũ được kè đá để trồng cây.",
)


class Titles:
    """Known titles of one host, and what was asked."""

    def __init__(self, *titles: str, host: str = "tin.mau.vn") -> None:
        self.keys, self.host = frozenset(map(title_key, titles)), host
        self.asked: list[str] = []

    def among(self, host: str, keys: Collection[str], url: str | None) -> frozenset[str]:
        self.asked += keys
        return frozenset(keys) & self.keys if host == self.host else frozenset()


def text(*lines: str) -> str:
    return "\n\n".join((TITLE, PARAGRAPHS[0], *lines, *PARAGRAPHS[1:])) + "\n"


def html(line: str) -> str:
    body = "".join(f"<p>{words}</p>" for words in (PARAGRAPHS[0], line, *PARAGRAPHS[1:]))
    head = f"<head><title>{TITLE} - Tin Mẫu</title></head>"
    return f"<html>{head}<body><article><h1>{TITLE}</h1>{body}</article></body></html>"


def cleaned(page: str, known: Titles | None, url: str = "https://tin.mau.vn/a.html") -> CleanResult:
    return clean(page, url, known=known)


def role(result: CleanResult, words: str) -> tuple[Role, str]:
    entry = next(entry for entry in result.ledger if entry.text == words)
    return entry.role, entry.rule


@pytest.mark.parametrize("page", [text(OTHER), html(OTHER), text(OTHER.upper()), text(f"» {OTHER}")])
def test_the_title_of_another_page(page: str) -> None:
    without, with_it = cleaned(page, None), cleaned(page, Titles(OTHER))
    assert "known.title" not in without.report.rules
    (proved,) = [entry for entry in with_it.ledger if entry.rule == "known.title"]
    assert (proved.role, proved.kept) == (Role.RELATED, False)
    assert "tin.mau.vn" in proved.evidence
    assert OTHER.lower() not in with_it.article.text.lower()
    assert [OTHER.lower() in item.title.lower() for item in with_it.article.related] == [True]
    assert [entry.text for entry in without.ledger] == [entry.text for entry in with_it.ledger]


@pytest.mark.parametrize("page", [text(PARAGRAPHS[0]), html(TITLE)])
def test_its_own_title_proves_nothing(page: str) -> None:
    assert "known.title" not in cleaned(page, Titles(TITLE)).report.rules


@pytest.mark.parametrize("line", ["Cầu mới", "Ông kể: " + OTHER, OTHER + " là tin vui."])
def test_only_a_whole_title_and_no_short_one(line: str) -> None:
    known = Titles(OTHER, "Cầu mới")
    assert "known.title" not in cleaned(text(line), known).report.rules


def test_only_of_the_same_host_and_only_when_given() -> None:
    page = text(OTHER)
    assert "known.title" not in cleaned(page, Titles(OTHER, host="khac.vn")).report.rules
    assert "known.title" not in clean(page, known=Titles(OTHER)).report.rules


def test_captions_stand() -> None:
    caption = "Chợ nổi dời về bến mới từ tháng chín. (Ảnh: Thu Hà)"
    assert role(cleaned(text(caption), Titles(caption)), caption)[0] is Role.CAPTION
