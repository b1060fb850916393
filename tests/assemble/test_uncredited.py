from __future__ import annotations

import pytest

from cleaner import flags as f
from cleaner.assemble.inline import inline_html
from cleaner.assemble.uncredited import uncredited
from cleaner.model import Block, Run


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thuyền về bến lúc năm giờ. Ảnh: Minh Anh", "Thuyền về bến lúc năm giờ."),
        ("Thuyền về bến lúc năm giờ (Ảnh: Minh Anh).", "Thuyền về bến lúc năm giờ"),
        ("Số cá được ghi lên tấm bảng gỗ: 8,7 tấn.", "Số cá được ghi lên tấm bảng gỗ: 8,7 tấn."),
        ("Ảnh: Minh Anh", "Ảnh: Minh Anh"),
    ],
)
def test_the_story_goes_without_the_credit_of_its_picture(text: str, told: str) -> None:
    assert uncredited(Block(0, text)).text == told


def test_the_make_up_ends_where_the_words_do() -> None:
    runs = (Run("Thuyền "), Run("về bến.", f.BOLD), Run(" Ảnh: "), Run("Minh Anh", f.ITALIC))
    assert (
        inline_html(uncredited(Block(0, "Thuyền về bến. Ảnh: Minh Anh", runs=runs)))
        == "Thuyền <strong>về bến.</strong>"
    )
