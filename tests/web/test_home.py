from __future__ import annotations

import io
import re

import pytest
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser

from tests.web.conftest import PAGE, ROOT, TEXT, small_app


def page(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def test_the_first_sample_is_there_and_cleaned(client: FlaskClient) -> None:
    sample = sorted((ROOT / "seeds").glob("*.txt"))[0]
    tree = page(client.get("/").text)
    assert sample.name in tree.css_first("label[for=content]").text()  # type: ignore[union-attr]
    assert tree.css_first("textarea").text().strip() == sample.read_text(encoding="utf-8").strip()  # type: ignore[union-attr]
    assert len(tree.css(".entry")) > 5
    assert len(tree.css("article .block")) > 3


def test_without_samples_there_is_the_form(tmp_path: object) -> None:
    import dataclasses

    app = small_app()
    app.extensions["cleaner"] = dataclasses.replace(app.extensions["cleaner"], seeds=None)
    tree = page(app.test_client().get("/").text)
    assert tree.css_first("form textarea") is not None
    assert tree.css(".entry") == []


def test_pasted_and_uploaded_give_the_same(client: FlaskClient) -> None:
    pasted = page(client.post("/", data={"content": PAGE, "url": "https://example.vn/a"}).text)
    file = (io.BytesIO(PAGE.encode()), "page.html", "text/html")
    uploaded = page(client.post("/", data={"page": file, "content": "", "url": "https://example.vn/a"}).text)
    texts = [[node.text() for node in tree.css(".entry .text")] for tree in (pasted, uploaded)]
    assert texts[0] == texts[1] != []
    assert "page.html" in uploaded.css_first("label[for=content]").text()  # type: ignore[union-attr]


def test_every_block_of_the_article_points_at_its_ledger_entry(client: FlaskClient) -> None:
    tree = page(client.post("/", data={"content": TEXT, "kind": "text"}).text)
    entries = {node.attributes["data-entry"]: node for node in tree.css(".entry")}
    blocks = tree.css("article .block")
    assert blocks
    for block in blocks:
        entry = entries[block.attributes["data-entry"]]
        text = block.text().removesuffix(str(block.attributes["data-entry"]))
        assert text == entry.css_first(".text").text()  # type: ignore[union-attr]


def test_what_was_typed_is_still_there(client: FlaskClient) -> None:
    tree = page(client.post("/", data={"content": TEXT, "url": "https://e.vn/?a=1&b=2", "kind": "text"}).text)
    assert tree.css_first("#url").attributes["value"] == "https://e.vn/?a=1&b=2"  # type: ignore[union-attr]
    assert tree.css_first("#kind option[selected]").attributes["value"] == "text"  # type: ignore[union-attr]
    assert tree.css_first("textarea").text().strip() == TEXT.strip()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        ({"content": ""}, 422, "paste a page"),
        ({"content": "x", "kind": "pdf"}, 400, "unknown kind"),
        ({"content": "a" * 200_001}, 413, ""),
        ({"content": "a" * 500_000}, 413, ""),
    ],
)
def test_errors_are_told_on_the_page(client: FlaskClient, data: dict[str, str], status: int, says: str) -> None:
    answer = client.post("/", data=data)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    alert = page(answer.text).css_first("[role=alert]")
    assert alert is not None
    assert says in alert.text()


HOSTILE = """<html><body><h1><img src=x onerror=alert(1)><script>alert(1)</script>Tựa</h1>
<p onclick="alert(1)">Đoạn <a href="javascript:alert(1)">một</a> <b onmouseover=alert(1)>hai</b> của bài viết này.</p>
<p></textarea><script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt; một đoạn văn nữa.</p>
</body></html>"""


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_hostile_page_is_inert(client: FlaskClient, kind: str) -> None:
    answer = client.post("/", data={"content": HOSTILE, "kind": kind, "url": '"><script>alert(3)</script>'})
    tree = page(answer.text)
    assert [node.attributes.get("src") for node in tree.css("script")] == ["/static/home.js"]
    for node in tree.root.traverse():  # type: ignore[union-attr]
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "javascript:" not in (node.attributes.get("href") or "")
    assert tree.css_first("textarea").text().strip() == HOSTILE.strip()  # type: ignore[union-attr]


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(client: FlaskClient) -> None:
    html = client.get("/").text
    tree = page(html)
    for node in tree.css("[src], link[href]"):
        assert (node.attributes.get("src") or node.attributes.get("href") or "").startswith("/static/")
    assert tree.css("style, [style], img") == []
    for path in set(re.findall(r'"(/static/[^"]+)"', html)):
        assert client.get(path, buffered=True).status_code == 200


def test_it_can_be_used_by_ear_and_by_keyboard(client: FlaskClient) -> None:
    tree = page(client.get("/").text)
    assert tree.css_first("html").attributes["lang"] == "en"  # type: ignore[union-attr]
    assert tree.css_first("a.skip").attributes["href"] == "#main"  # type: ignore[union-attr]
    assert len(tree.css("h1")) == len(tree.css("main")) == 1
    for control in tree.css("form input, form textarea, form select"):
        assert tree.css_first(f'label[for="{control.attributes["id"]}"]') is not None
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("[aria-labelledby]"):
        assert node.attributes["aria-labelledby"] in ids
