"""What the report warns of."""

from __future__ import annotations

import json

import pytest

from cleaner import clean

_PARAGRAPH = (
    "Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công liên tục của hàng nghìn thợ."
)
_DECLARED = f"{_PARAGRAPH} Cầu dài 1.200 m. " * 5


@pytest.mark.parametrize(("printed", "warned"), [("", True), (_PARAGRAPH, True), (_DECLARED, False)])
def test_a_story_that_only_a_script_would_show_is_named(printed: str, warned: bool) -> None:
    declared = json.dumps({"@type": "NewsArticle", "headline": "Cầu mới", "articleBody": _DECLARED})
    page = (
        f'<html lang="vi"><head><script type="application/ld+json">{declared}</script></head>'
        f"<body><article><h1>Cầu mới</h1><p>{printed}</p></article></body></html>"
    )
    warnings = clean(page).report.warnings
    size = len(_DECLARED.strip())
    wanted = f"the page declares a story of {size} characters (JSON-LD articleBody) that it does not print"
    assert (wanted in warnings) is warned
