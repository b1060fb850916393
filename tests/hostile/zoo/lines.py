"""Text pages: many short lines, one endless line, and lines that ask for cuts everywhere."""

# ruff: noqa: E501 - one attack a line
from __future__ import annotations

from tests.hostile.zoo.attack import Attack, repeat, text


def _line(name: str, tries: str, unit: str) -> Attack:
    return Attack(name, "text", tries, lambda size: repeat(size, unit))


ATTACKS = (
    text("short-lines", "short lines, each another", lambda n: f"Dòng số {n}\n"),
    text("short-lines-same", "the same short line", lambda n: "Dòng\n"),
    text("lines-of-a-letter", "lines of one letter", lambda n: "a\n"),
    text("sentences", "short sentences, each another", lambda n: f"Ông An nói câu thứ {n} hôm nay.\n"),
    text("paragraphs-of-text", "paragraphs, each another", lambda n: f"Theo ông Trần Văn Lực, chi phí của chuyến thứ {n} giảm gần một nửa so với phà chạy dầu, và bến số {n} sẽ mở.\n\n"),
    text("headlines", "headlines without a stop", lambda n: f"Bến phà thứ {n} của tỉnh Bến Tre sắp mở cửa đón khách\n"),
    text("headlines-with-teasers", "pairs of headline and teaser", lambda n: f"Bến phà thứ {n} của tỉnh sắp mở cửa đón khách\nBến phà thứ {n} của tỉnh sắp mở cửa đón khách, theo ông Lực.\n"),
    text("captions", "captions, each twice", lambda n: f"Quang cảnh bến phà {n // 2}. (Ảnh: Hải Đăng)\n"),
    text("caption-words", "captions without credit before paragraphs", lambda n: f"Quang cảnh bến phà số {n} sáng nay\nQuang cảnh bến phà số {n} sáng nay rất đông, ông An nói với báo chí ở bến số {n}.\n"),
    text("labels-of-boxes", "labels that open a list of stories", lambda n: "Có thể bạn quan tâm\n"),
    text("labels-and-titles", "labels with stories", lambda n: f"Có thể bạn quan tâm\nBến phà thứ {n} sắp mở cửa\n"),
    text("date-lines", "dates", lambda n: "Thứ Năm, 07/12/2023, 15:30 (GMT+7)\n"),
    text("signatures", "signatures", lambda n: "Nguyễn Văn An/VOV.VN\n"),
    text("addresses", "addresses", lambda n: f"https://example.com/a-post{n}.html\n"),
    text("bullets", "items of a list", lambda n: f"- mục {n}\n"),
    text("numbered", "numbered items", lambda n: f"{n % 90}. Mục thứ {n}\n"),
    text("tables-of-values", "values", lambda n: f"Độ ẩm: {n} %\n"),
    text("questions", "an interview", lambda n: f"PV: Bến {n} thì sao?\nÔng An: Đã mở từ lâu rồi, từ năm {n} kia.\n"),
    text("quotations", "quotations that are not closed", lambda n: f"“Bến {n} đã mở\n"),
    text("bank-accounts", "account lines", lambda n: f"Số tài khoản: {n}0123456789, ngân hàng ABC\n"),
    text("wrapped", "paragraphs broken at a fixed width", lambda n: f"theo ông trần văn lực thì chi phí mỗi chuyến giảm đi gần {n}\n"),
    text("blank-lines", "blank lines", lambda n: "\n" * 50 + "a"),
    text("form-feeds", "line ends of all kinds", lambda n: "a\f\v\x1c\x1d\x1e\x85\u2028\u2029"),
    _line("line-of-words", "one endless line", "chữ và chữ "),
    _line("line-of-sentences", "one endless line of sentences", "Ông An nói. "),
    _line("line-glued", "sentences without a space between", "Ông An nói thế này.Bà Ba nghe vậy "),
    _line("line-glued-words", "words without a space between", "ông An nóiBà Ba nghe "),
    _line("line-colons", "colons before capitals", "ông An:Bà Ba nghe "),
    _line("line-quotes", "quotes before capitals", 'nói."Bà nghe" '),
    _line("line-apostrophes", "apostrophes before capitals", "nói.'Bà "),
    _line("line-items", "items in one line", "nói.1. Bà "),
    _line("line-ornaments", "ornaments", "**** a "),
    _line("line-ornament", "one endless ornament", "*"),
    _line("line-arrows", "arrows", " >> Xem thêm"),
    _line("line-credits", "credits in one line", "Ảnh: Hải Đăng. "),
    _line("line-stops", "nothing but stops", ". "),
    _line("line-no-spaces", "sentences without any space", "Aa.Bb."),
    _line("line-capitals", "capitals", "aA"),
    _line("line-digits", "digits", "1"),
    _line("line-of-dates", "dates in one line", "07/12/2023 15:30 "),
    _line("line-of-addresses", "addresses in one line", "https://e.vn/a@b.Cd"),
    _line("line-of-brackets", "brackets", "(((Ảnh: "),
    _line("line-of-dashes", "dashes", "- – — "),
    _line("line-of-names", "names", "Nguyễn Văn An, "),
    _line("line-of-tags", "a text of tags", "<p> "),
)  # fmt: skip
