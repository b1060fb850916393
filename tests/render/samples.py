"""A small result made by hand: a story with a picture between its paragraphs, and things that were cut."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from cleaner.model import (
    Article,
    Author,
    BodyBlock,
    Candidate,
    CleanResult,
    Image,
    LedgerEntry,
    RelatedItem,
    Report,
    Role,
)

HANOI = timezone(timedelta(hours=7))


def entry(number: int, text: str, role: Role, kept: bool = False, rule: str = "test.rule") -> LedgerEntry:
    return LedgerEntry(number, text, role, kept, rule, "because of the test", 0.9, path=f"body/p[{number}]")


LEDGER = (
    entry(0, "Trang chủ", Role.CHROME, rule="generic.chrome"),
    entry(1, "Cầu mới qua sông", Role.TITLE),
    entry(2, "Cây cầu thứ ba đã thông xe.", Role.SUMMARY, True),
    entry(3, "Đoạn thứ nhất & <b>.", Role.BODY, True),
    entry(4, "Cầu nhìn từ trên cao.", Role.CAPTION),
    entry(5, "Ảnh: Văn An", Role.CREDIT),
    entry(6, "Những con số", Role.HEADING, True),
    entry(7, "Dài 1.200 m", Role.LIST_ITEM, True),
    entry(8, "Rộng 24 m", Role.LIST_ITEM, True),
    entry(9, "“Rất vui”, bà Hoa nói.", Role.QUOTE, True),
    entry(10, "Hộp thông tin", Role.NOTE, True),
    entry(11, "Đoạn cuối.", Role.BODY, True),
    entry(12, "Có thể bạn quan tâm", Role.RELATED_LABEL, rule="vi.related:tail"),
    entry(13, "Một bài khác", Role.RELATED, rule="vi.related:tail"),
)
BODY = (
    BodyBlock("paragraph", "Đoạn thứ nhất & <b>.", "Đoạn <strong>thứ nhất</strong> &amp; &lt;b&gt;."),
    BodyBlock("heading", "Những con số", "Những con số"),
    BodyBlock("list_item", "Dài 1.200 m", "Dài 1.200 m"),
    BodyBlock("list_item", "Rộng 24 m", 'Rộng <a href="https://example.vn/a?b=1&amp;c=2">24 m</a>'),
    BodyBlock("quote", "“Rất vui”, bà Hoa nói.", "“Rất vui”, bà Hoa nói."),
    BodyBlock("note", "Hộp thông tin", "Hộp <em>thông tin</em>"),
    BodyBlock("paragraph", "Đoạn cuối.", "Đoạn cuối."),
)
ARTICLE = Article(
    title="Cầu mới qua sông",
    summary="Cây cầu thứ ba đã thông xe.",
    body=BODY,
    text="\n\n".join(["Cây cầu thứ ba đã thông xe.", *(block.text for block in BODY)]),
    authors=(Author("Lê Thị Bình"), Author("Trần Văn Cường", "biên dịch")),
    agency="TTXVN",
    published=datetime(2024, 3, 5, 9, 30, tzinfo=HANOI),
    modified=datetime(2024, 3, 5, 10, 0, tzinfo=HANOI),
    section="Xã hội",
    tags=("cầu", "giao thông"),
    site_name="Báo Thử",
    url="https://example.vn/cau-moi.html",
    language="vi",
    images=(Image("https://example.vn/cau.jpg", "Cầu nhìn từ trên cao.", "Văn An", "photographer", 3),),
    related=(RelatedItem("Một bài khác"),),
    evidence={"title": (Candidate("Cầu mới qua sông", "h1", "chosen"),)},
)
REPORT = Report(
    engine="0.1.0",
    rulebook="0123456789ab",
    kind="html",
    encoding="utf-8",
    encoding_source="meta",
    blocks=14,
    kept_share=0.7,
    roles={"body": 2, "caption": 1},
    rules={"test.rule": 11},
    quality=0.9,
)
RESULT = CleanResult(ARTICLE, LEDGER, REPORT)
EMPTY = CleanResult(Article(), (), REPORT)
