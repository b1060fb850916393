"""Tables of the story come out with the rows of the page; what only lays out a page stays paragraphs."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from cleaner import clean
from cleaner.model import BodyBlock, CleanResult, Role
from cleaner.render import ARTICLE, PROFILES, render
from cleaner.render.structure import structure
from cleaner.render.tables import Table
from tests.render.samples import RESULT, entry

_STORY = (
    "<p>Sáng nay, huyện công bố số hộ được hỗ trợ làm nhà sau đợt lũ lớn nhất trong mười năm trở lại đây.</p>"
    "<p>Ông Nguyễn Văn Bảy, 62 tuổi, nói ông sẽ dựng lại căn nhà trên nền cũ, cao hơn trước nửa mét.</p>"
)
_MORE = (
    "<p>Theo chủ tịch huyện, tiền được chuyển thẳng vào tài khoản của từng hộ, chậm nhất là cuối tháng này.</p>"
    "<p>Hai xã vùng cao chưa thống kê xong, vì đường lên còn sạt lở và điện chưa có lại ở nhiều thôn bản.</p>"
)
_TABLE = (
    "<table><thead><tr><th>Xã</th><th>Số hộ</th><th>Mức (triệu đồng)</th></tr></thead><tbody>"
    "<tr><td>Tân <b>Lập</b></td><td>120</td><td>40</td></tr>"
    "<tr><td>Hòa Bình</td><td></td><td><p>20 | 30</p></td></tr>"
    "<tr><td>Vĩnh Xuân</td><td>75</td></tr></tbody></table>"
)


def _page(inside: str) -> CleanResult:
    return clean(f"<html lang=vi><body><article><h1>Hỗ trợ làm nhà</h1>{_STORY}{inside}{_MORE}</article></body>")


def _written(result: CleanResult, form: str) -> str:
    return render(result, form).decode()


def test_html_has_the_rows_of_the_page() -> None:
    assert (
        "<table><tbody><tr><th>Xã</th><th>Số hộ</th><th>Mức (triệu đồng)</th></tr>"
        "<tr><td>Tân <strong>Lập</strong></td><td>120</td><td>40</td></tr>"
        "<tr><td>Hòa Bình</td><td></td><td>20 | 30</td></tr><tr><td>Vĩnh Xuân</td><td>75</td></tr></tbody></table>"
    ) in _written(_page(_TABLE), "html")


def test_markdown_has_a_table_as_github_reads_it() -> None:
    assert (
        "\n\n| Xã | Số hộ | Mức (triệu đồng) |\n| --- | --- | --- |\n| Tân **Lập** | 120 | 40 |\n"
        "| Hòa Bình |  | 20 \\| 30 |\n| Vĩnh Xuân | 75 |\n"
    ) in _written(_page(_TABLE), "markdown")


def test_tei_has_rows_and_labels() -> None:
    root = etree.fromstring(_written(_page(_TABLE), "tei").encode())
    tei = {"t": "http://www.tei-c.org/ns/1.0"}
    rows = [["".join(cell.itertext()) for cell in row] for row in root.xpath("//t:table/t:row", namespaces=tei)]
    assert (
        rows[0] == root.xpath("//t:cell[@role='label']/text()", namespaces=tei) == ["Xã", "Số hộ", "Mức (triệu đồng)"]
    )
    assert rows[1:] == [["Tân Lập", "120", "40"], ["Hòa Bình", "", "20 | 30"], ["Vĩnh Xuân", "75"]]


def test_two_tables_in_a_row_stay_two_and_none_loses_a_cell() -> None:
    result = _page(_TABLE + _TABLE.replace("Xã", "Phường").replace("Tân", "An").replace("Hòa", "Thái"))
    tables = [piece for piece in structure(result, ARTICLE) if isinstance(piece, Table)]
    cells = [cell.html for table in tables for row in table.rows for cell in row if cell.html]
    assert len(tables) == 2
    assert cells == [block.html for block in result.article.body if block.type == "table"]


def test_a_picture_in_a_cell_stands_before_the_table() -> None:
    result = _page(_TABLE.replace("<td>120", "<td><img src=/c.jpg>120"))
    (image,) = result.article.images
    pieces = structure(result, PROFILES["illustrated"])
    place = pieces.index(image)
    assert isinstance(pieces[place + 1], Table)
    assert pieces[place + 1] in structure(_page(_TABLE), ARTICLE)


def test_a_picture_in_a_single_column_stays_where_it_is() -> None:
    rows = "".join(f"<tr><td>Đợt {number}: 40 triệu đồng</td></tr>" for number in range(4))
    result = _page(f"<table>{rows.replace('<td>Đợt 2', '<td><img src=/c.jpg>Đợt 2')}</table>")
    html = render(result, "html", PROFILES["illustrated"]).decode()
    assert html.index("Đợt 1") < html.index("/c.jpg") < html.index("Đợt 2")


def test_a_single_column_and_cells_without_a_place_stay_paragraphs() -> None:
    column = "<table>" + "".join(f"<tr><td>Đợt {number}: 40 triệu đồng</td></tr>" for number in range(5)) + "</table>"
    assert "<table>" not in _written(_page(column), "html")
    cell = BodyBlock("table", "120 hộ", "120 hộ")
    placeless = replace(
        RESULT, article=replace(RESULT.article, body=(cell,)), ledger=(entry(0, "120 hộ", Role.TABLE, True),)
    )
    assert structure(placeless, ARTICLE) == (cell,)
