from __future__ import annotations

from tests.settle.text_steps.reading import roles

TITLE = "Trồng sả trên đất phèn\n"


def test_entries_that_come_again_as_headings() -> None:
    parts = "Chọn giống sả\nNên lấy nhánh từ bụi sả một năm tuổi, không sâu bệnh, cắt bớt lá.\n"
    more = "Lên liếp và bón lót\nLiếp rộng hai mét, cao bốn tấc, rải vôi trước khi trồng nửa tháng cho bớt phèn.\n"
    found = roles(TITLE + "Chọn giống sả\nLên liếp và bón lót\n" + parts + more)
    assert found[:3] == ["title", "chrome", "chrome"]
    assert found[3] == found[5] == "heading"


def test_a_chorus_comes_again_in_a_row() -> None:
    chorus = "Ai về bến cũ chiều nay\nCho em nhắn gửi vòng tay mẹ già\n"
    verses = "Sông dài cá lội biệt tăm\nThuyền đi để lại trăm năm một bờ\n"
    assert "chrome" not in roles(TITLE + chorus + verses + chorus + "Bài hát được ghi lại từ một người chèo đò.")
