"""Text to blocks: lines, lines that lost their breaks, lines that were broken at a fixed width."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.limits import most_pieces
from cleaner.model import Block, DecodedPage
from cleaner.pipeline import default_rulebook
from cleaner.segment.lines import cut_lines, line_warnings
from cleaner.text import collapse, squeeze

RULEBOOK = default_rulebook()
PROSE = (
    "Mùa nước nổi năm nay về sớm, cánh đồng Vĩnh Hội Đông ngập trắng từ cuối tháng bảy. Người dân giăng lưới bắt cá "
    "linh, hái bông điên điển đem ra chợ. Nhà nào cũng có xuồng, trẻ con đi học bằng xuồng, cưới hỏi cũng bằng xuồng."
)


def page(text: str) -> DecodedPage:
    return DecodedPage(text, "text", "utf-8", "str")


def cut(text: str) -> tuple[Block, ...]:
    return cut_lines(page(text), RULEBOOK)


def texts(text: str) -> list[str]:
    return [block.text for block in cut(text)]


# -- lines -------------------------------------------------------------------------------------
def test_lines_with_their_gaps_and_places() -> None:
    text = "\n Một  dòng \n\n\nHai\xa0dòng\nBa"
    blocks = cut(text)
    assert [(block.text, block.gap) for block in blocks] == [("Một dòng", 0), ("Hai dòng", 2), ("Ba", 0)]
    assert [text[block.start : block.end] for block in blocks] == ["Một  dòng", "Hai\xa0dòng", "Ba"]
    assert [block.index for block in blocks] == [0, 1, 2]


def test_entities_stay_as_they_are_printed() -> None:
    assert texts("Ông&nbsp;Nam &amp; bà Lan") == ["Ông&nbsp;Nam &amp; bà Lan"]


GLUED = f"{PROSE}Chợ họp sớm.Xuồng về đầy cá.Nước còn lên nữa."


@pytest.mark.parametrize(
    "parts",
    [
        ("Nguyên liệu:", "- 300g cua đồng", "- 1 mớ rau đay", "- Mắm tôm"),
        ("Ăn kèm cà pháo là ngon", "2. Canh ngao"),
        ("Thanh mát", ">>> XEM THÊM"),
        ("Ông nói vậy.", "PV: Ông mong gì?"),
        ("Đạt hơn 40,5%.", "Nguồn nước còn dồi dào."),
        ("Giá sẽ giảm.", "PGS.TS Lê Hòa nói vậy."),
    ],
)
def test_what_else_ends_where_a_line_lost_its_breaks(parts: tuple[str, ...]) -> None:
    assert texts(GLUED + "".join(parts))[-len(parts) :] == list(parts)


@pytest.mark.parametrize("words", ["Ở Hà Nội- Hải Phòng", "Nhiễm covid19. Đã khỏi", "Sống ở TP.HCM: ổn"])
def test_what_only_looks_like_it(words: str) -> None:
    assert texts(GLUED + words)[-1] == words


words = st.text(alphabet="aăâđêôơưbcd ÁĐ.,!?:“”\"'()0123 \n\n\xa0>=*-\u200b", max_size=400)
pieces = st.lists(
    st.sampled_from([
        PROSE, "Ảnh: Minh Hà", "Theo TTXVN", ">> Xem thêm", "Cà rốtKhông chỉ", "xong.Rồi", "1. Một", "\n", "\n\n", " ",
    ]),
    max_size=14,
).map("".join)  # fmt: skip


@given(st.one_of(words, pieces, st.text(max_size=200)))
def test_nothing_is_lost_and_nothing_is_added(text: str) -> None:
    blocks = cut(text)
    assert "".join(squeeze(block.text) for block in blocks) == squeeze(text)
    assert all(collapse(text[block.start : block.end]) == block.text != "" for block in blocks)
    assert all(before.end <= after.start for before, after in pairwise(blocks))
    assert blocks == cut(text)


@given(pieces)
def test_blocks_are_not_cut_again(text: str) -> None:
    once = texts(text)
    assert texts("\n\n".join(once)) == once


# -- lost line breaks ----------------------------------------------------------------------------
def test_a_line_that_lost_its_breaks() -> None:
    line = (
        "Bông điên điển làm được ba món.GỏiTrộn bông với tép luộc, thêm rau răm."
        "Canh chuaNấu với cá linh non.Dưa chuaMuối ba ngày là ăn được."
    )
    assert texts(line) == [
        "Bông điên điển làm được ba món.",
        "Gỏi",
        "Trộn bông với tép luộc, thêm rau răm.",
        "Canh chua",
        "Nấu với cá linh non.",
        "Dưa chua",
        "Muối ba ngày là ăn được.",
    ]


def test_a_heading_behind_a_space_in_such_a_line() -> None:
    line = "Trộn bông với tép.Thêm rau răm. Canh chuaNấu với cá linh.Nêm me."
    assert texts(line) == ["Trộn bông với tép.", "Thêm rau răm.", "Canh chua", "Nấu với cá linh.", "Nêm me."]


@pytest.mark.parametrize(
    "line",
    [
        "Kênh YouTube, mạng TikTok và báo VietNamNet cùng đưa tin về iPhone mới.",
        "Ông ở Q.Ninh Kiều, TP.Cần Thơ, học ThS.Nguyễn Văn A và TS.BS.Lê B. tại ĐH.Y Dược.",
        "Xe mang biển số 22F-005.91V và 89R-011.781 chạy từ Km90A đến Km91B.",
        "Xem tại https://Bao.Example.vn/TinMoi.Html hoặc viết cho ToaSoan@Bao.vn.",
        "Nhiệt độ 23.5 độ C. Gió cấp 2.Mưa nhỏ.",
        "Trên trangTelegram của mình, ông viết rằng mọi việc vẫn ổn.",
        "Anh nói: “Tôi đi.”Rồi anh đi.",
    ],
)
def test_names_abbreviations_and_slips_are_no_breaks(line: str) -> None:
    assert texts(line) == [line]


def test_headline_and_teaser_on_one_line() -> None:
    title = "Cá linh đầu mùa giá ba trăm nghìn đồng một kg"
    teaser = "Nhiều người ở Châu Đốc đặt mua cá linh đầu mùa với giá ba trăm nghìn đồng, gấp đôi năm ngoái."
    assert texts(f"{PROSE}\n{title}{teaser}") == [PROSE, title, teaser]


def test_items_of_a_list() -> None:
    line = "Muốn nấu canh chua cần có:1. Cá linh non hai lạng.2. Bông điên điển.3. Me chín."
    assert texts(line) == [
        "Muốn nấu canh chua cần có:",
        "1. Cá linh non hai lạng.",
        "2. Bông điên điển.",
        "3. Me chín.",
    ]


def test_ornaments() -> None:
    assert texts(f"{PROSE} ********** {PROSE}") == [PROSE, "**********", PROSE]


# -- what a rule knows at the end or the beginning of a line -----------------------------------------
@pytest.mark.parametrize(
    "tail",
    ["Theo TTXVN", "(Theo The Sun)", "Nguồn: https://example.vn/bai-goc.html", "Lê Hoàng/VOV.VN"],
)
def test_signature_at_the_end_of_a_paragraph(tail: str) -> None:
    assert texts(f"{PROSE} {tail}") == [PROSE, tail]
    assert texts(f"{PROSE}{tail}") == [PROSE, tail]


def test_name_and_credit_on_one_short_line() -> None:
    assert texts("Mi LanẢnh: Mi Lan, tư liệu") == ["Mi Lan", "Ảnh: Mi Lan, tư liệu"]


def test_other_article_behind_an_arrow() -> None:
    assert texts(f"{PROSE} >> Chợ nổi vào mùa nước") == [PROSE, ">> Chợ nổi vào mùa nước"]


def test_caption_behind_a_paragraph() -> None:
    caption = "Trẻ em Vĩnh Hội Đông đi học bằng xuồng. Ảnh: Nguyên Khang"
    assert texts(f"{PROSE} {caption}") == [PROSE, caption]


def test_caption_before_a_paragraph() -> None:
    caption = "Trẻ em Vĩnh Hội Đông đi học bằng xuồng. Ảnh: Nguyên Khang"
    assert texts(f"{caption} {PROSE}") == [caption, PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "Trẻ em Vĩnh Hội Đông đi học bằng xuồng. Ảnh: Nguyên Khang",
        f"{PROSE} Theo TTXVN, mực nước sẽ còn lên trong ba ngày tới.",
        f"{PROSE} Ông Hồ Hùng Anh - chủ tịch xã - nói vậy.",
        f"{PROSE} Mỗi cân cá bán được 5 >> 7 nghìn đồng.",
        f"{PROSE} Anh Nam cười.",
    ],
)
def test_other_lines_are_left_whole(line: str) -> None:
    assert texts(line) == [line]


def test_an_unknown_signature_without_a_stop() -> None:
    assert texts(f"{PROSE} Đoàn Vương Quốc") == [PROSE, "Đoàn Vương Quốc"]


# -- lines broken at a fixed width -----------------------------------------------------------------
@pytest.mark.parametrize("width", [60, 72, 100])
def test_wrapped_paragraphs_are_joined(width: int) -> None:
    other = PROSE.replace("Mùa", "Giữa mùa").replace("Nhà nào", "Cả xóm nhà nào")
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in (PROSE, other, PROSE + " Vậy đó."))
    assert texts(text) == [PROSE, other, PROSE + " Vậy đó."]
    assert "3 paragraphs were broken over several lines and have been joined" in line_warnings(page(text), cut(text))


def test_items_in_wrapped_text_stay_apart() -> None:
    items = [f"- {PROSE[: 70 + number]}" for number in range(2)]
    text = "\n".join([*textwrap.wrap(PROSE, 72), *items, *textwrap.wrap(PROSE, 72)])
    assert [block.startswith("- ") for block in texts(text)].count(True) == 2


def test_verse_and_short_lines_are_not_joined() -> None:
    verse = ["Nước ròng bỏ bãi bỏ cồn", "Bỏ con đom đóm chập chờn bờ kênh", "Bỏ câu hò cũ", "Bỏ người đợi bến xưa"]
    assert texts("\n".join(verse)) == verse
    paragraphs = "\n".join(f"Đoạn văn số {number} dài vừa phải và hết câu ở cuối dòng." for number in range(9))
    assert len(cut(paragraphs)) == 9


# -- warnings --------------------------------------------------------------------------------------
def test_warnings() -> None:
    assert line_warnings(page(PROSE), cut(PROSE)) == ()
    glued = f"{PROSE}Theo TTXVN"
    assert line_warnings(page(glued), cut(glued)) == (
        "1 places where paragraphs stood on one line without a break were cut",
    )
    long = " ".join([PROSE] * 20)
    assert line_warnings(page(long), cut(long))[-1].endswith("the scrape lost its line breaks")


# -- lines without number ---------------------------------------------------------------------------
def test_more_lines_than_can_be_told_apart_share_blocks() -> None:
    text = "".join(f"Dòng {number}\n" for number in range(60_000))
    blocks = cut(text)
    assert len(blocks) <= most_pieces(len(text))
    assert squeeze("".join(block.text for block in blocks)) == squeeze(text)
    assert any("hold several lines" in warning for warning in line_warnings(page(text), blocks))


LEAD = "Xã cho lùi giờ học để học trò khỏi chèo xuồng lúc trời tối, trạm y tế đặt thêm một điểm trực ở đầu kênh."


def test_captions_inside_a_line_are_cut_out_at_both_ends() -> None:
    caption, capitals = "Học trò chèo xuồng đến lớp. Ảnh: Minh Tuấn.", "Học trò trên kênh Vĩnh Tế ẢNH: NVCC"
    assert texts(f"{PROSE} {LEAD} {caption} {PROSE} {LEAD}") == [f"{PROSE} {LEAD}", caption, f"{PROSE} {LEAD}"]
    assert texts(f"{LEAD} {capitals} {PROSE}") == [LEAD, capitals, PROSE]
    assert len(texts(f"{PROSE} {LEAD} Cô nhắn ảnh: hai chiếc xuồng. {PROSE} {LEAD}")) == 1


def test_a_caption_glued_behind_a_paragraph_without_a_space() -> None:
    assert texts(f"{LEAD}Học trò chèo xuồng. Ảnh: Minh Tuấn") == [LEAD, "Học trò chèo xuồng. Ảnh: Minh Tuấn"]


def test_day_and_hour_between_title_and_story_on_one_line() -> None:
    title, story = "Học trò Vĩnh Hội Đông đi học bằng xuồng", f"{PROSE} {LEAD} {LEAD}"
    for day in ("17/11/2026 | 07:40", "Thứ Ba, 17/11/2026 07:40"):
        assert texts(f"{title} {day} {story}") == [title, day, story]
    inside = f"Mưa lớn. Nước lên lúc 17/11/2026 07:40 {story}"
    assert texts(inside) == [inside]
