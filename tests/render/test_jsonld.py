from __future__ import annotations

import json
from dataclasses import replace

from cleaner.model import CleanResult
from cleaner.render import ARTICLE, PROFILES, render
from tests.render.samples import ARTICLE as STORY
from tests.render.samples import BODY, EMPTY, LEDGER, REPORT, RESULT


def test_a_news_article() -> None:
    described = json.loads(render(RESULT, "jsonld"))
    assert described == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Cầu mới qua sông",
        "description": "Cây cầu thứ ba đã thông xe.",
        "articleBody": "\n\n".join(block.text for block in BODY),
        "articleSection": "Xã hội",
        "keywords": ["cầu", "giao thông"],
        "inLanguage": "vi",
        "author": [
            {"@type": "Person", "name": "Lê Thị Bình"},
            {"@type": "Person", "name": "Trần Văn Cường", "jobTitle": "biên dịch"},
        ],
        "sourceOrganization": {"@type": "Organization", "name": "TTXVN"},
        "publisher": {"@type": "Organization", "name": "Báo Thử"},
        "datePublished": "2024-03-05T09:30:00+07:00",
        "dateModified": "2024-03-05T10:00:00+07:00",
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": "https://example.vn/cau.jpg",
                "caption": "Cầu nhìn từ trên cao.",
                "creditText": "Văn An",
            }
        ],
        "url": "https://example.vn/cau-moi.html",
        "mainEntityOfPage": "https://example.vn/cau-moi.html",
        "isBasedOn": "https://example.vn/cau-moi.html",
    }


def test_what_is_not_known_is_not_said() -> None:
    assert json.loads(render(EMPTY, "jsonld")) == {"@context": "https://schema.org", "@type": "NewsArticle"}


def test_it_can_stand_in_a_script_element() -> None:
    article = replace(STORY, title="</script><script>alert(1)</script><!--\u2028")
    content = render(CleanResult(article, LEDGER, REPORT), "jsonld").decode()
    assert not set("<>&\u2028") & set(content)
    assert json.loads(content)["headline"] == article.title


def test_captions_in_place_when_asked() -> None:
    usual, pictured = (
        json.loads(render(RESULT, "jsonld", p))["articleBody"] for p in (ARTICLE, PROFILES["illustrated"])
    )
    assert "Cầu nhìn từ trên cao." in pictured
    assert "Cầu nhìn từ trên cao." not in usual
