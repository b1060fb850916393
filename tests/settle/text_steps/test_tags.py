from __future__ import annotations

from tests.settle.text_steps.reading import roles

STORY = (
    "Vườn nhãn cổ cho trái lại sau mười năm\n"
    "Hơn ba trăm gốc nhãn ở cù lao ra hoa cùng lúc, điều mà người trồng tưởng sẽ không còn thấy nữa.\n"
    "Ông Năm Tùng nói cây hồi sinh nhờ bỏ hẳn thuốc kích thích và trả lại con nước lên xuống hằng ngày.\n"
)


def test_below_the_signature() -> None:
    assert roles(f"{STORY}Minh Tâm\nnhãn cổ\nCù Lao Mây\nnhà vườn")[3:] == ["byline", "tags", "tags", "tags"]


def test_below_their_label() -> None:
    assert roles(f"{STORY}Từ khóa:\nCù Lao Mây\nNhãn")[3:] == ["tags", "tags", "tags"]


def test_several_names_are_no_tags() -> None:
    assert roles(f"{STORY}Minh Tâm\nLê Hòa")[3:] == ["byline", "byline"]


def test_small_letters_need_no_signature() -> None:
    assert roles(f"{STORY}nhãn cổ\nnông nghiệp sạch")[3:] == ["tags", "tags"]


def test_words_that_the_story_has() -> None:
    assert roles(f"{STORY}Minh Tâm\nCù lao\nNăm Tùng")[3:] == ["byline", "tags", "tags"]


def test_verse_behind_a_colon_is_no_row_of_key_words() -> None:
    assert "tags" not in roles(f"{STORY}Ông đọc:\nNăm Tùng\nCù lao\ncon nước lên xuống")


def test_a_key_word_that_looks_like_a_name_and_is_told() -> None:
    story = STORY.replace("thuốc kích thích", "thuốc VN-Max")
    assert roles(f"{story}VN-Max\ncon nước\nnhà vườn")[3:] == ["tags", "tags", "tags"]
    assert roles(f"{story}Q. Vĩnh\nnhãn cổ\nnhà vườn")[3] == "byline"
