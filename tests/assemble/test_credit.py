from __future__ import annotations

import pytest

from cleaner.assemble.credit import split_credit
from cleaner.assemble.credit_kind import credit_kind

WORDS = "Quang cảnh buổi lễ"


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (f"{WORDS}. (Ảnh: Hải Đăng)", f"{WORDS}.", "Hải Đăng"),
        (f"{WORDS} (Ảnh: Hải Đăng).", WORDS, "Hải Đăng"),
        (f"{WORDS} (ảnh: Getty).", WORDS, "Getty"),
        (f"{WORDS}. Ảnh: Hải Đăng", f"{WORDS}.", "Hải Đăng"),
        (f"{WORDS}. Ảnh: Hải Đăng.", f"{WORDS}.", "Hải Đăng"),
        (f"{WORDS} - Ảnh: V.D", WORDS, "V.D"),
        (f"{WORDS} – Ảnh: T. Lê", WORDS, "T. Lê"),
        (f"{WORDS}. Ảnh - Minh Tuấn", f"{WORDS}.", "Minh Tuấn"),
        (f"{WORDS}. Ảnh minh hoạ: Phạm Hải", f"{WORDS}.", "Phạm Hải"),
        (f"{WORDS}. Ảnh: Chụp màn hình", f"{WORDS}.", "Chụp màn hình"),
        (f"{WORDS}. Ảnh: Bệnh viện cung cấp", f"{WORDS}.", "Bệnh viện cung cấp"),
        (f"{WORDS}. Ảnh Economic Times", f"{WORDS}.", "Economic Times"),
        (f"{WORDS}. Video: Đồn biên phòng Xín Cái", f"{WORDS}.", "Đồn biên phòng Xín Cái"),
        (f"{WORDS} (Nguồn: Thế giới và Việt Nam)", WORDS, "Thế giới và Việt Nam"),
        (f"{WORDS}. Nguồn ảnh: Internet", f"{WORDS}.", "Internet"),
        (f"{WORDS}. Đồ họa: Tạ Lư", f"{WORDS}.", "Tạ Lư"),
        ("Ảnh: BTC", None, "BTC"),
        ("Ảnh, clip: NVCC", None, "NVCC"),
        ("Bài và ảnh: Lê Minh", None, "Lê Minh"),
        (f"{WORDS} ẢNH: NHẬT LINH", WORDS, "NHẬT LINH"),
        (f"{WORDS}. NGUỒN: TỔNG CỤC THỐNG KÊ", f"{WORDS}.", "TỔNG CỤC THỐNG KÊ"),
        ("Ảnh: Mi Lan, tư liệu", None, "Mi Lan, tư liệu"),
        ("The mayor speaks. (Photo by Jane Roe/Getty Images)", "The mayor speaks.", "Jane Roe/Getty Images"),
        ("A harbour at dawn. Photograph: Jane Roe", "A harbour at dawn.", "Jane Roe"),
        ("Image source, Reuters", None, "Reuters"),
        ("Un incendie © AFP", "Un incendie", "AFP"),
        ("Ein Haus am See. Foto: dpa", "Ein Haus am See.", "dpa"),
        ("Una calle vacía. Crédito: EFE", "Una calle vacía.", "EFE"),
        ("现场 图：新华社", "现场", "新华社"),
        ("Bron: BELGA", None, "BELGA"),
        ("Havnen ved daggry. Kilde: NTB", "Havnen ved daggry.", "NTB"),
        ("Ein Haus am See. (Symbolfoto: picture alliance/dpa)", "Ein Haus am See.", "picture alliance/dpa"),
        (
            "The winner smiles. | Jane Roe/PA Images via Getty Images",
            "The winner smiles.",
            "Jane Roe/PA Images via Getty Images",
        ),
        ("Legende: Das Dorf im Regen. Foto: dpa", "Das Dorf im Regen.", "dpa"),
    ],
)
def test_printed_forms(text: str, caption: str | None, credit: str) -> None:
    assert split_credit(text)[:2] == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"{WORDS} (Ảnh minh họa)",
        "Ông Hồ Hùng Anh - chủ tịch hội đồng quản trị",
        "Ảnh hưởng của bão: miền Trung thiệt hại nặng",
        "Theo ông, nguồn: tiền thuế và phí là khoản thu chính của ngân sách",
        "Video: Cảnh tượng hỗn loạn tại hiện trường vụ cháy khiến nhiều người phải nhảy xuống",
        "Ba điều cần nhớ. Bảng: xem trang sau. Hết.",
        "The report quotes one source: a man who asked not to be named because he feared for his job",
        "Anh: Thủ tướng từ chức",
        "Legenden der Stadt im Regen",
        "Der Markt am Morgen | Teil zwei der Serie",
    ],
)
def test_other_texts_are_left_whole(text: str) -> None:
    assert split_credit(text) == (text, None, None)


def test_white_space_and_nothing() -> None:
    assert split_credit(f" {WORDS}.\xa0 Ảnh:  Hải\xa0Đăng ") == (f"{WORDS}.", "Hải Đăng", "photographer")
    assert split_credit("  ") == (None, None, None)


@pytest.mark.parametrize(
    ("credit", "kind"),
    [
        ("Hải Đăng", "photographer"), ("T.Lê", "photographer"), ("HẢI ĐĂNG", "photographer"),
        ("Doãn Tấn/TTXVN", "agency"), ("Reuters", "agency"), ("Getty Images", "agency"), ("AP", "agency"),
        ("NVCC", "provided"), ("Nhân vật cung cấp", "provided"), ("Family handout", "provided"), ("BTC", "provided"),
        ("Shutterstock", "stock"), ("Internet", "stock"), ("Tư liệu", "stock"),
        ("Chụp màn hình", None), ("Reutersville", None), ("X", None),
    ],
)  # fmt: skip
def test_kinds(credit: str, kind: str | None) -> None:
    assert credit_kind(credit) == kind
