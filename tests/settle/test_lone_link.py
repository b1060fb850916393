from __future__ import annotations

import pytest

from cleaner import clean

STORY = "".join(
    f"<p>Công an xã {name} kiểm tra các cơ sở in ấn. Lực lượng thu giữ {name} máy in và nhiều phôi giấy chưa dùng.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)
AFTER = STORY.replace("xã", "bản")


def role(markup: str, words: str) -> str:
    head = "<html lang=vi><body><article><h1>Dẹp giấy khám sức khỏe giả</h1>"
    page = f"{head}{STORY}{markup}{AFTER}</article></body></html>"
    return next(str(entry.role) for entry in clean(page).ledger if entry.text.startswith(words))


@pytest.mark.parametrize("markup", ["<p><a href=/b>{}</a></p>", "<p><a href=/b><b>{}</b></a></p>"])
def test_a_title_between_paragraphs(markup: str) -> None:
    title = "Tạm giữ nhóm bán bằng lái xe giả ở khu công nghiệp"
    assert role(markup.format(title), title) == "related"


@pytest.mark.parametrize(
    "words",
    ["Toàn bộ kết luận được công bố trên trang của sở vào sáng nay.", "Full text of the ruling for our readers"],
)
def test_linked_sentences_and_other_languages_stay(words: str) -> None:
    assert role(f"<p><a href=/b>{words}</a></p>", words) in ("body", "heading")
