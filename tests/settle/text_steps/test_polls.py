"""What readers are asked among or behind the story."""

from __future__ import annotations

from tests.settle.text_steps.reading import read

STORY = (
    "Đề xuất cấm xe tải vào nội đô ban ngày\n"
    "Sở Xây dựng vừa trình phương án cấm xe tải trên 2,5 tấn vào nội đô từ 6h đến 22h mỗi ngày.\n"
    "Các hiệp hội vận tải cho rằng chi phí giao hàng sẽ tăng khoảng một phần năm.\n"
)


def test_question_and_answers_above_the_button() -> None:
    found = read(STORY + "Bạn có đồng ý với đề xuất này?\nĐồng ý\nKhông đồng ý\nBiểu quyết\n")
    assert [line.rule for line in found[3:6]] == ["shape.poll"] * 3
    assert not any(line.kept for line in found[3:])


def test_without_a_question_nothing_is_asked() -> None:
    found = read(STORY + "Đồng ý với phương án một\nÝ kiến khác là giữ nguyên như cũ.\nBiểu quyết\n")
    assert all(line.rule != "shape.poll" for line in found)


def test_an_interviews_question_stays() -> None:
    found = read(STORY + "Vì sao phải cấm?\nVì đường quá hẹp cho xe tải lớn, ông Hải trả lời.\nBiểu quyết\n")
    assert all(line.rule != "shape.poll" for line in found)
