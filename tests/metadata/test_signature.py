"""Vietnamese signature lines: who wrote it, from whom it is."""

from __future__ import annotations

import pytest

from cleaner.metadata.outlets import is_outlet, is_syllable
from cleaner.metadata.signature import is_person, read_signature


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("Nguyễn Bình An", ["Nguyễn Bình An"], None),
        ("TRẦN BÌNH AN", ["TRẦN BÌNH AN"], None),
        ("N. Hiên", ["N. Hiên"], None),
        ("T.Lê", ["T.Lê"], None),
        ("TS Lê Văn Cừ", ["TS Lê Văn Cừ"], None),
        ("BS.CK2 Lê Văn Cừ", ["BS.CK2 Lê Văn Cừ"], None),
        ("Bình An/SBN.VN", ["Bình An"], "SBN.VN"),
        ("PV/VOV.VN", ["PV"], "VOV.VN"),
        ("H.K./VOV.VN (biên dịch)", ["H.K."], "VOV.VN"),
        ("Bình An /VOV-TP HCM", ["Bình An"], "VOV-TP HCM"),
        ("Bình An/Bnews/vnanet.vn", ["Bình An"], "Bnews/vnanet.vn"),
        ("Bình An, Hải Yến/VOV-Đông Bắc", ["Bình An", "Hải Yến"], "VOV-Đông Bắc"),
        ("(TTXVN/Vietnam+)", [], "TTXVN/Vietnam+"),
        ("Theo Bình An", ["Bình An"], None),
        ("Cập nhật: 18/11/2026 Theo VnReview", [], "VnReview"),
        ("Trung tá LÊ BÌNH AN", ["Trung tá LÊ BÌNH AN"], None),
        ("Theo Bình An (VTC News)", ["Bình An"], "VTC News"),
        ("Theo Bình An/Báo Sông Đà", ["Bình An"], "Báo Sông Đà"),
        ("Theo Bình An - Giáo dục Việt Nam/ The Post", ["Bình An"], "Giáo dục Việt Nam/ The Post"),
        ("Theo Reuters, AFP", [], "Reuters, AFP"),
        ("(Theo The Post)", [], "The Post"),
        ("Theo TTXVN- Tuổi trẻ", [], "TTXVN- Tuổi trẻ"),
        ("Theo Nhịp sống thị trường", [], "Nhịp sống thị trường"),
        ("Theo Tuổi Trẻ", [], "Tuổi Trẻ"),
        ("Bình An (Theo Reuters/ AFP)", ["Bình An"], "Reuters/ AFP"),
        ("Bình An, Theo Tiền Phong 01:00 20/07/2026", ["Bình An"], "Tiền Phong"),
        ("Bình An, theo Tiền Phong", ["Bình An"], "Tiền Phong"),
        ("Bình An - Theo Kênh 14", ["Bình An"], "Kênh 14"),
        ("Bình An (lược dịch theo BBC)", ["Bình An"], "BBC"),
        ("Bình An (T/h)", ["Bình An"], None),
        ("Bình An (từ Paris)", ["Bình An"], None),
        ("Theo Bình An Nhịp sống thị trường", ["Bình An"], "Nhịp sống thị trường"),
        ("Nhịp sống thị trường Copy link", [], "Nhịp sống thị trường"),
        ("RFA 2026.11.10", [], "RFA"),
        ("Nguồn: suckhoe.example.vn", [], "suckhoe.example.vn"),
        ("Nguồn: Cục An ninh mạng", [], "Cục An ninh mạng"),
        ("Cục An ninh mạng", [], None),
        ("Nguồn: Quản Trị", [], None),
        ("Bộ Công an", [], None),
        ("Bình An – thoibao.de", ["Bình An"], "thoibao.de"),
        ("Bình An - Hải Yến", ["Bình An", "Hải Yến"], None),
        ("Bình An và Hải Yến", ["Bình An", "Hải Yến"], None),
        ("Bình An, Hải Yến", ["Bình An", "Hải Yến"], None),
        ("Bình An - Hà Nội", ["Bình An"], None),
        ("Bình An (tổng hợp)", ["Bình An"], None),
        ("Bình An tổng hợp", ["Bình An"], None),
        ("Bài, ảnh: Bình An", ["Bình An"], None),
        ("Tin, ảnh: BÌNH AN", ["BÌNH AN"], None),
        ("Ảnh và lời: Bình An07:00 | 03/10/2026", ["Bình An"], None),
        ("Ảnh: Bình An", [], None),
        ("Bình-An", ["Bình-An"], None),
        ("Super User", [], None),
        ("Bình An - Trường TH Sông Đà", ["Bình An"], None),
        ("Bình An - Chi cục CN&TY", ["Bình An"], None),
        ("Trường Giang", ["Trường Giang"], None),
        ("Đoàn Bình An", ["Đoàn Bình An"], None),
        ("Nội dung: Bình An - Thiết kế: Hải Yến", ["Bình An"], None),
        ("Theo Bình An – Ảnh: Tổng Hợp (Khám Phá)", ["Bình An"], "Khám Phá"),
        ("Bình An - 07/03/2026 08:47", ["Bình An"], None),
        ("Bình An binhan@song-da.example.vn", ["Bình An"], None),
        ("Bình An | Thứ Tư | 18/11/2026 09:30", ["Bình An"], None),
        ("Bình An (37)", ["Bình An"], None),
        ("B Bình An", ["Bình An"], None),
        ("Nhóm PV", ["Nhóm PV"], None),
        ("Ban Bạn đọc", ["Ban Bạn đọc"], None),
        ("VOV", [], "VOV"),
        ("Tổng hợp", [], None),
        ("nguyên Vụ trưởng Vụ Pháp chế", [], None),
        ("", [], None),
    ],
)
def test_signatures(line: str, authors: list[str], agency: str | None) -> None:
    signature = read_signature(line)
    assert ([author.name for author in signature.authors], signature.agency) == (authors, agency)


def test_a_long_paragraph_is_no_signature() -> None:
    assert read_signature("Bình An " * 30) == ((), None)


def test_outlets_of_the_rule_packs_are_known() -> None:
    assert read_signature("Theo Sông Xanh").agency is None
    assert read_signature("Theo Sông Xanh", {"sôngxanh"}).agency == "Sông Xanh"


@pytest.mark.parametrize(
    "name", ["Nguyễn An", "Lê Thị Bình An", "N. An", "H.K.", "TS Lê An", "Luật sư Phạm Quang Xá", "Nhà báo Minh Anh"]
)
def test_shapes_of_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "text", ["bình an", "Bình", "Giá vàng tăng", "Bình An đi chợ", "Bộ 5 Người", "a", "", "Luật sư nói gì", "Nhà báo"]
)
def test_shapes_that_are_no_person(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    "name",
    ["Trang Khám phá", "Trang Sohu", "Dân trí", "Báo Lao Động", "TTXVN", "NLĐO", "VTV.vn", "Daily Post", "Vietnam+"],
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["Bình An", "Hải Yến", "Trang Ly", "Trang Thu An", "ANH", "Hà Nội", "UBND", "PGS", ""])
def test_what_is_no_outlet(name: str) -> None:
    assert not is_outlet(name)


def test_syllables() -> None:
    assert all(map(is_syllable, ["ANH", "nghiêng", "Thuỷ", "quyết", "ơi", "Đà"]))
    assert not any(map(is_syllable, ["TTO", "NLĐO", "BNEWS", "xyz", ""]))
