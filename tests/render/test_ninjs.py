from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from cleaner.model import CleanResult
from cleaner.render import render
from tests.render.samples import ARTICLE as STORY
from tests.render.samples import EMPTY, LEDGER, REPORT, RESULT

#: Names of the properties that ninjs 3.1 knows, of those that an article can fill; it allows no others.
PROPERTIES = {
    *("uri", "type", "standard", "language", "firstCreated", "versionCreated", "contentCreated", "headlines"),
    *("descriptions", "bodies", "by", "located", "infoSources", "subjects", "associations", "renditions", "name"),
}


def test_required_and_known_properties_only() -> None:
    for result in (RESULT, EMPTY):
        item = json.loads(render(result, "ninjs"))
        assert item["uri"].partition(":")[1]
        assert item["type"] == "text"
        assert set(item) <= PROPERTIES - {"name", "renditions"}
        for picture in item.get("associations", ()):
            assert {"name", "uri"} <= set(picture) <= PROPERTIES


def test_values() -> None:
    item = json.loads(render(RESULT, "ninjs"))
    assert item["uri"] == "https://example.vn/cau-moi.html"
    assert item["headlines"] == [{"role": "main", "contentType": "text/plain", "value": "Cầu mới qua sông"}]
    assert datetime.fromisoformat(item["contentCreated"]) == STORY.published
    assert item["by"] == "Lê Thị Bình, Trần Văn Cường"
    assert {"name": "TTXVN", "role": "agency"} in item["infoSources"]
    plain, rich = item["bodies"]
    assert plain["charCount"] == len(plain["value"])
    assert rich["value"].startswith("<h1>")
    assert item["associations"][0]["renditions"] == [{"name": "original", "href": "https://example.vn/cau.jpg"}]


def test_without_a_url_equal_texts_have_equal_names() -> None:
    def uri(text: str) -> str:
        article = replace(STORY, url=None, text=text)
        return str(json.loads(render(CleanResult(article, LEDGER, REPORT), "ninjs"))["uri"])

    assert uri("một") == uri("một") != uri("hai")
    assert uri("một").startswith("urn:uuid:")


def test_an_address_that_is_none_gives_way_to_a_name() -> None:
    """Found by the fuzzer: a page whose canonical address has a broken IPv6 host."""
    broken = replace(RESULT, article=replace(STORY, url="https://[::1"))
    assert json.loads(render(broken, "ninjs"))["uri"].startswith("urn:uuid:")
