"""Who signed the story: the shape of a line of names."""

from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.settle.signature import is_names


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Giang Huy - Hoàng Phương", True),
        ("ThS.BS Lê Hà", True),
        ("BS.CK2 Nguyễn Lương Trí", True),
        ("Dr. Ann Lee", True),
        ("Trung tá LÊ ANH TẦN", True),
        ("Trung tá đã nghỉ", False),
        ("ThS.BS đã nghỉ", False),
        ("Hà Nội. Sáng nay", False),
        ("BS.CK2 115", False),
    ],
)
def test_degrees_before_a_name_are_part_of_its_shape(text: str, signs: bool) -> None:
    assert is_names(text) is signs


_FIRST = "Hầm dài 420 mét, rộng 15 mét, mỗi hướng hai làn xe, thay cho ngã tư hay kẹt nhất ở cửa ngõ phía Đông."
_LAST = "Nhà thầu dùng tường vây đúc sẵn nên chỉ rào đường mười một tháng, nhanh hơn năm tháng so với cách làm cũ."


def _written(above: str) -> tuple[str, ...]:
    page = (
        f"<html lang=vi><body><h1>Thông xe hầm chui</h1>{above}<div><p>{_FIRST}</p><p>{_LAST}</p></div></body></html>"
    )
    return tuple(author.name for author in clean(page, url="https://x.vn/a").article.authors)


def test_names_one_below_the_other_beside_the_date_sign_the_story() -> None:
    names = "<div><p>TS. Lê Công Thành</p><p>ThS. Vũ Mai Anh</p></div>"
    assert _written(f"{names}<div>18/11/2026 17:01</div>") == ("TS. Lê Công Thành", "ThS. Vũ Mai Anh")


def test_a_heading_over_a_list_is_no_name() -> None:
    steps = "<h2>Trên Android</h2><ul><li>Mở Cài đặt, chọn Bảo mật.</li><li>Đổi mã mặc định của nhà mạng.</li></ul>"
    page = f"<html lang=vi><body><h1>Khóa SIM</h1><div><p>{_FIRST}</p><p>{_LAST}</p>{steps}</div></body></html>"
    assert "Trên Android" in clean(page, url="https://x.vn/a").article.text
