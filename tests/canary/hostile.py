"""Pages of a story into which a vector was put, wherever a page has room for one."""

from __future__ import annotations

from html import escape

from cleaner.model import CleanResult
from cleaner.pipeline import clean
from tests.canary.vectors import VECTORS, Vector

_PROSE = (
    "Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công liên tục của hàng nghìn thợ.",
    "Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại bằng phà.",
    "Theo ban quản lý, mỗi ngày sẽ có khoảng hai mươi nghìn lượt xe đi qua, giảm hẳn cảnh ùn tắc ở hai cây cầu cũ.",
)


def page(inside: str) -> str:
    """With `inside` as it is in texts and between them, and escaped in attributes."""
    quoted = escape(inside)
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cầu mới {quoted}</title>
<meta name="author" content="{quoted}"><meta property="og:site_name" content="{quoted}"></head>
<body><article><h1>Cầu mới qua sông {inside}</h1><h2 class="sapo">Cây cầu thứ ba đã thông xe. {inside}</h2>
<p>{_PROSE[0]}</p><p>Một lời {inside} ở giữa câu của đoạn này, và <a href="{quoted}">liên kết {inside}</a>.</p>
{inside}
<p>{_PROSE[1]}</p><figure><img src="http://page.test/a.jpg?{quoted}" alt="{quoted}">
<figcaption>Cầu mới {inside}</figcaption></figure><p>{_PROSE[2]}</p><ul><li>{inside}</li></ul>
<table><tr><td>{inside}</td></tr></table></article></body></html>"""


def flat(inside: str) -> str:
    """The same as somebody's flattened text."""
    return "\n\n".join(("Cầu mới qua sông", inside, _PROSE[0], f"Một lời {inside} ở giữa câu.", *_PROSE[1:]))


def results(vector: Vector) -> tuple[CleanResult, ...]:
    """The vector as markup, as text that looks like markup, and in flattened text."""
    return (clean(page(vector.html)), clean(page(escape(vector.html))), clean(flat(vector.html), kind="text"))


RESULTS = {vector.kind: results(vector) for vector in VECTORS}
