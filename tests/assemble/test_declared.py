"""What JSON-LD declares is read one way: types as lists or addresses, bodies with entities in them."""

from __future__ import annotations

import json

import pytest

from cleaner import clean
from tests.web.conftest import PAGE

BODY = "Sáng nay, thành phố khánh thành cây cầu thứ ba, tên là “Cầu Mới” & dài nhất vùng, sau ba năm thi công liên tục."


def declaring(page: str, **item: object) -> str:
    return page.replace("</title>", f'</title><script type="application/ld+json">{json.dumps(item)}</script>')


@pytest.mark.parametrize(
    "name", ["LiveBlogPosting", ["LiveBlogPosting", "NewsArticle"], "http://schema.org/LiveBlogPosting"]
)
def test_a_live_blog(name: object) -> None:
    assert clean(declaring(PAGE, **{"@type": name})).article.kind == "live"


def test_a_declared_body_with_entities_agrees_with_the_text() -> None:
    page = PAGE.replace("<article><h1>Cầu mới qua sông</h1>", f"<article><h1>Cầu mới qua sông</h1><p>{BODY}</p>")
    escaped = BODY.replace("&", "&amp;").replace("“", "&ldquo;").replace("”", "&rdquo;")
    reports = [
        clean(declaring(page, **{"@type": "NewsArticle", "articleBody": body})).report for body in (BODY, escaped)
    ]
    assert "agreement with declared text: 1.00" in reports[0].quality_reasons
    assert reports[0].quality_reasons == reports[1].quality_reasons
