"""Who signed the story: the shape of a line of names."""

from __future__ import annotations

import pytest

from cleaner.settle.signature import is_names


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Giang Huy - Hoàng Phương", True),
        ("ThS.BS Lê Hà", True),
        ("BS.CK2 Nguyễn Lương Trí", True),
        ("Dr. Ann Lee", True),
        ("ThS.BS đã nghỉ", False),
        ("Hà Nội. Sáng nay", False),
        ("BS.CK2 115", False),
    ],
)
def test_degrees_before_a_name_are_part_of_its_shape(text: str, signs: bool) -> None:
    assert is_names(text) is signs
