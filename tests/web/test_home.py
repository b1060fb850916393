from __future__ import annotations

import io
import json
import re

import pytest
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser

from cleaner.web.resources.home import MOST_BLOCKS
from tests.decode.old_encodings import tcvn3
from tests.web.conftest import PAGE, ROOT, TEXT, small_app


def page(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def text_of(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node.text()


def test_the_first_sample_is_there_and_cleaned(client: FlaskClient) -> None:
    sample = sorted((ROOT / "seeds").glob("*.txt"))[0]
    tree = page(client.get("/").text)
    assert sample.name in text_of(tree, ".intro .sample")
    assert text_of(tree, ".source").strip() == sample.read_text(encoding="utf-8").strip()
    assert len(tree.css(".row")) == len(tree.css(".piece")) == len(tree.css(".line")) > 5
    assert len(tree.css(".line:not(.out)")) > 3


def test_every_sample_can_be_asked_for(client: FlaskClient) -> None:
    links = [node.attributes["href"] or "" for node in page(client.get("/").text).css(".samples a")]
    assert len(links) == len([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "seeds").glob("*.html")])
    names = [text_of(page(client.get(link).text), ".glance h2") for link in links]
    assert links == [f"/?seed={name}" for name in names]


@pytest.mark.parametrize("name", ["nothing.txt", "README.md", "../pyproject.toml", "/etc/passwd"])
def test_only_samples_can_be_asked_for(client: FlaskClient, name: str) -> None:
    assert client.get("/", query_string={"seed": name}).status_code == 400


def test_without_samples_there_is_the_form() -> None:
    import dataclasses

    app = small_app()
    app.extensions["cleaner"] = dataclasses.replace(app.extensions["cleaner"], seeds=None)
    tree = page(app.test_client().get("/").text)
    assert tree.css_first("details[open] form textarea") is not None
    assert tree.css(".row") == []


def test_pasted_and_uploaded_give_the_same(client: FlaskClient) -> None:
    pasted = page(client.post("/", data={"content": PAGE, "url": "https://example.vn/a"}).text)
    file = (io.BytesIO(PAGE.encode()), "page.html", "text/html")
    uploaded = page(client.post("/", data={"page": file, "content": "", "url": "https://example.vn/a"}).text)
    texts = [[node.text() for node in tree.css(".row .text")] for tree in (pasted, uploaded)]
    assert texts[0] == texts[1] != []
    assert text_of(uploaded, ".glance h2") == "page.html"
    assert text_of(uploaded, ".source").strip() == PAGE


def test_several_files_each_get_their_bench_or_their_problem(client: FlaskClient) -> None:
    files = [
        (io.BytesIO(PAGE.encode()), "a.html", "text/html"),
        (io.BytesIO(b"%PDF-1.7"), "b.pdf", "application/pdf"),
        (io.BytesIO(TEXT.encode("utf-16")), "c.txt", "text/plain"),
    ]
    answer = client.post("/", data={"page": files})
    tree = page(answer.text)
    assert answer.status_code == 200
    assert [node.text() for node in tree.css(".glance h2")] == ["a.html", "c.txt"]
    assert "b.pdf" in text_of(tree, "[role=alert]")
    assert tree.css(".source")[1].text().strip() == TEXT.strip()
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))


def test_too_many_files_are_refused() -> None:
    client = small_app(max_batch_items=1).test_client()
    files = [(io.BytesIO(PAGE.encode()), f"{n}.html", "text/html") for n in range(2)]
    assert client.post("/", data={"page": files}).status_code == 413


def test_every_line_of_the_article_is_its_ledger_entry(client: FlaskClient) -> None:
    tree = page(client.post("/", data={"content": TEXT, "kind": "text"}).text)
    rows = {node.attributes["data-entry"]: text_of(page(node.html or ""), ".text") for node in tree.css(".row")}
    lines = {node.attributes["data-entry"]: node.text() for node in tree.css(".line")}
    assert lines == rows != {}


def test_the_result_stands_in_the_page_as_it_was_answered(client: FlaskClient) -> None:
    tree = page(client.post("/", data={"content": PAGE}).text)
    assert json.loads(text_of(tree, "script.result")) == client.post("/v1/clean", json={"content": PAGE}).json


def test_what_was_typed_is_still_there_when_something_is_wrong(client: FlaskClient) -> None:
    fields = {"content": " \n ", "url": "https://e.vn/?a=1&b=2", "kind": "text"}
    tree = page(client.post("/", data=fields).text)
    assert tree.css_first("#url").attributes["value"] == "https://e.vn/?a=1&b=2"  # type: ignore[union-attr]
    assert tree.css_first("#kind option[selected]").attributes["value"] == "text"  # type: ignore[union-attr]
    assert tree.css_first("details.intake[open]") is not None


@pytest.mark.parametrize(
    ("data", "status", "says"),
    [
        ({"content": ""}, 422, "Paste a page"),
        ({"content": "x", "kind": "pdf"}, 400, "unknown kind"),
        ({"content": "a" * 200_001}, 413, "larger"),
        ({"content": "a" * 500_000}, 413, "larger"),
    ],
)
def test_errors_are_told_on_the_page(client: FlaskClient, data: dict[str, str], status: int, says: str) -> None:
    answer = client.post("/", data=data)
    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert says in text_of(page(answer.text), "[role=alert]")


def test_a_page_of_too_many_blocks_is_told(client: FlaskClient) -> None:
    lines = "\n".join(f"Dòng {n}" for n in range(MOST_BLOCKS + 1))
    answer = client.post("/", data={"content": lines, "kind": "text"})
    assert answer.status_code == 413
    assert str(MOST_BLOCKS) in text_of(page(answer.text), "[role=alert]")


HOSTILE = """<html><body><h1><img src=x onerror=alert(1)><script>alert(1)</script>Tựa</h1>
<p onclick="alert(1)">Đoạn <a href="javascript:alert(1)">một</a> <b onmouseover=alert(1)>hai</b> của bài viết này.</p>
<p></textarea></script><script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt; một đoạn văn nữa.</p>
</body></html>"""


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_hostile_page_is_inert(client: FlaskClient, kind: str) -> None:
    url = '"><script>alert(3)</script>'
    answer = client.post("/", data={"content": HOSTILE, "kind": kind, "url": url, "name": url})
    tree = page(answer.text)
    running = [node for node in tree.css("script") if node.attributes.get("type") != "application/json"]
    assert [node.attributes.get("src") for node in running] == ["/static/workbench/main.js"]
    for node in tree.root.traverse():  # type: ignore[union-attr]
        assert not [name for name in node.attributes if name.startswith("on")]
        assert "javascript:" not in (node.attributes.get("href") or "")
    assert text_of(tree, ".source").strip() == HOSTILE.strip()


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline(client: FlaskClient) -> None:
    html = client.get("/").text
    tree = page(html)
    for node in tree.css("[src], link[href]"):
        assert (node.attributes.get("src") or node.attributes.get("href") or "").startswith("/static/")
    assert tree.css("style, [style], img") == []
    for path in set(re.findall(r'"(/static/[^"]+)"', html)):
        assert client.get(path, buffered=True).status_code == 200


def test_every_module_is_served_and_every_import_is_a_module(client: FlaskClient) -> None:
    folder = ROOT / "cleaner" / "web" / "static" / "workbench"
    for module in folder.glob("*.js"):
        answer = client.get(f"/static/workbench/{module.name}", buffered=True)
        assert answer.mimetype == "text/javascript"
        for name in re.findall(r'^import .* from "\./(\S+)";$', answer.text, re.MULTILINE):
            assert (folder / name).exists()


def test_it_can_be_used_by_ear_and_by_keyboard(client: FlaskClient) -> None:
    tree = page(client.get("/").text)
    assert tree.css_first("html").attributes["lang"] == "en"  # type: ignore[union-attr]
    assert tree.css_first("a.skip").attributes["href"] == "#main"  # type: ignore[union-attr]
    assert len(tree.css("h1")) == len(tree.css("main")) == 1
    for control in tree.css("#intake input, #intake textarea, #intake select"):
        assert tree.css_first(f'label[for="{control.attributes["id"]}"]') is not None
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in tree.css("[aria-labelledby]"):
        assert node.attributes["aria-labelledby"] in ids


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("Các bác nông dân", tcvn3("<p>Các bác nông dân ra đồng từ sáng sớm để gặt lúa, tối mịt mới về nhà.</p>" * 5)),
        ("ประชุมสภา", "<meta charset=tis-620><p>ประชุมสภาเทศบาลวันนี้มีมติให้สร้างสะพานใหม่</p>".encode("cp874")),
    ],
)
def test_the_source_of_an_old_page_is_what_the_engine_read(client: FlaskClient, words: str, content: bytes) -> None:
    """A correction is kept of this source: it must be the page that was judged."""
    tree = page(client.post("/", data={"page": (io.BytesIO(content), "old.html", "text/html")}).text)
    assert words in text_of(tree, ".row .text")
    assert words in text_of(tree, ".source")
