"""Sentences that were broken where a word was set in bold or linked."""

from __future__ import annotations

import pytest

from cleaner.segment.lines_join import rejoin
from cleaner.segment.lines_wrap import Span


def joined(text: str) -> list[str]:
    spans, at, gap = [], 0, 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line), gap))
        gap = 0 if line else gap + 1
        at += len(line) + 1
    return [text[span.start : span.end].replace("\n", " ") for span in rejoin(text, spans)]


TITLE = "Ba xã ven sông có nước sạch"


@pytest.mark.parametrize(
    "lines",
    [
        "Theo báo cáo của huyện, ngay cuối tuần này\nSở Xây dựng\nsẽ kiểm tra toàn bộ các trạm bơm.",
        "Trạm bơm này phục vụ 300 hộ của ba xã, theo\nông Nam\n, chủ tịch xã An Bình.",
        "Theo\nđề án cấp nước nông thôn\n, mỗi hộ góp hai triệu đồng cho đường ống.",
        "(Báo Mới) -\nTừ tuần sau, ba xã ven sông sẽ có nước máy để dùng.",
    ],
)
def test_pieces_of_a_sentence_are_one_line(lines: str) -> None:
    assert joined(f"{TITLE}\n{lines}") == [TITLE, lines.replace("\n", " ")]


@pytest.mark.parametrize(
    "lines",
    [
        "Từ khóa\nnước sạch\ntrạm bơm",  # key words end without a stop
        "em đi qua phố\nphố không còn em\nchiều.",  # verse is short
        "Nguyên liệu gồm có những thứ sau đây:\nđường trắng và nước dừa tươi vừa đủ một chén.",
        "Người dân lấy nước ở giếng khoan cạnh đình làng\n\n\nvẫn là cách duy nhất mùa này của ba xã.",
        "Ông Nam nói xã đã chờ đường ống này suốt mười năm.\nÔng kể tiếp.",
        "Bao giờ có nước\nÔng Nam\n, chủ tịch xã An Bình, nói rằng cuối tháng này sẽ xong.",
    ],
)
def test_lines_of_their_own_stay(lines: str) -> None:
    assert joined(f"{TITLE}\n{lines}") == [line for line in f"{TITLE}\n{lines}".split("\n") if line]


def test_the_first_line_is_nobodys_second_half() -> None:
    assert joined("eo biển hẹp\nTàu đi qua đây mất bốn mươi phút mỗi ngày.")[0] == "eo biển hẹp"


def test_an_outlets_address_before_the_lead_begins_a_line() -> None:
    lead = "- Chọn việc dân cần để làm trước, nhiều thôn đã có đường, có cầu và có lớp học mới."
    assert len(joined(f"Nghị quyết đi vào cuộc sống từ việc nhỏ\nbaoque.vn {lead}")) == 2
    assert len(joined(f"Nghị quyết đi vào cuộc sống từ việc nhỏ\ncủa thôn {lead}")) == 1
