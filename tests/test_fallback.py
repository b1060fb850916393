"""When the story seems weak, and what no fallback may take for more of it."""

from __future__ import annotations

from cleaner.fallback import rescue
from cleaner.model import DecodedPage, Role, Verdict
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment

LEAD = "Người đi từ đường Trường Chinh không được rẽ trái, thay bằng quay đầu cách nút giao 200 mét."
TOLD = "Phương án được thí điểm trong 30 ngày, các tuyến buýt giữ nguyên lộ trình cũ."
CARDS = "".join(
    f"<div><h3><a href=/{n}>Tin khác số {n} của tòa soạn hôm nay</a></h3><p>Đây là câu dẫn thứ {n} của một bài báo "
    "khác, dài hơn tám mươi chữ để trang có đủ chữ mà một bước dự phòng muốn đọc lại từ đầu.</p></div>"
    for n in range(8)
)
ABOVE = "<p>Đang phát trên làn sóng: chương trình giờ cao điểm sáng, từ sáu giờ đến chín giờ mỗi ngày trong tuần.</p>"


def rescued(story: dict[str, Role]) -> tuple[str, set[str]]:
    """The stage, and the texts that are story then, of a page with these texts between its headline and its cards."""
    told = "".join(f"<p>{text}</p>" for text in story)
    page = f"<html lang=vi><body>{ABOVE}<article><h1>Điều chỉnh hướng đi</h1>{told}</article>{CARDS}</body></html>"
    document = segment(DecodedPage(page, "html", "utf-8", "str"), default_rulebook())
    verdicts = []
    for block in document.blocks:
        role = story.get(block.text, Role.CHROME)
        rule = {Role.BODY: "judge.story", Role.SUMMARY: "lead.printed"}.get(role, "judge.furniture")
        if block.tag == "h1":
            role, rule = Role.TITLE, "headline.printed"
        elif block.link_chars:
            role, rule = Role.RELATED, "shape.linked"
        verdicts.append(Verdict(role, role in (Role.BODY, Role.SUMMARY), rule, "", 0.9))
    after, stage = rescue(document, tuple(verdicts))
    kept = {block.text for block, verdict in zip(document.blocks, after, strict=True) if verdict.role is Role.BODY}
    return stage, kept


def test_a_lead_and_a_sentence_are_a_whole_story() -> None:
    assert rescued({LEAD: Role.SUMMARY, TOLD: Role.BODY}) == ("judge", {TOLD})


def test_cards_and_what_stands_above_the_headline_are_never_the_story() -> None:
    assert rescued({LEAD: Role.SUMMARY}) == ("judge", set())


def test_paragraphs_that_were_left_out_are_found_again() -> None:
    more = {f"{TOLD} Phần {n} của bài viết này kể tiếp câu chuyện của nút giao.": Role.CHROME for n in range(4)}
    stage, kept = rescued({LEAD: Role.SUMMARY, **more})
    assert stage == "trafilatura"
    assert kept == set(more)
