"""Every output that can hold HTML, from every hostile page, opened in a real browser: nothing runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from markdown_it import MarkdownIt

from cleaner.model import Article, BodyBlock, CleanResult, Image
from cleaner.render import PROFILES, render
from cleaner.render.html import sanitise
from cleaner.settings import Settings
from cleaner.web import create_app
from tests.canary.conftest import Canary, document
from tests.canary.hostile import RESULTS, page
from tests.canary.vectors import VECTORS, Vector
from tests.render.samples import RESULT

Output = Callable[[CleanResult], str]
ALL = [result for each in RESULTS.values() for result in each]
ILLUSTRATED = PROFILES["illustrated"]


def html(result: CleanResult) -> str:
    return render(result, "html", ILLUSTRATED).decode()


def body(result: CleanResult) -> str:
    """What a program makes of the JSON that believes its `html`."""
    return "".join(f"<p>{block.html}</p>" for block in result.article.body)


def ninjs(result: CleanResult) -> str:
    bodies = json.loads(render(result, "ninjs", ILLUSTRATED))["bodies"]
    return "".join(each["value"] for each in bodies if each["contentType"] == "text/html")


def jsonld(result: CleanResult) -> str:
    """As schema.org has it: in a script element of the page."""
    return f'<script type="application/ld+json">{render(result, "jsonld").decode()}</script>'


def markdown(result: CleanResult) -> str:
    """Through a renderer that lets raw HTML and every address pass."""
    reader = MarkdownIt("commonmark")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    return str(reader.render(render(result, "markdown", ILLUSTRATED).decode()))


def test_ninjs_holds_the_same_html() -> None:
    assert [ninjs(result) for result in ALL[::5]] == [html(result) for result in ALL[::5]]


@pytest.mark.parametrize("output", [html, body, jsonld, markdown])
def test_nothing_fires(output: Output, canary: Canary) -> None:
    fragments = [output(result) for result in ALL]
    assert len(fragments) == 3 * len(VECTORS)
    assert sum("canary" in fragment for fragment in fragments) > 100  # the words of the vectors are still there
    canary.silent(fragments)


def test_tei_opened_as_xml_is_silent(canary: Canary) -> None:
    for markup, _, flat in list(RESULTS.values())[::8]:
        for result in (markup, flat):
            assert canary.sings(render(result, "tei").decode(), "application/xml", mutate=False) == []


def believed(vector: Vector) -> CleanResult:
    """A result whose fields hold the vector, as nobody's engine would write it."""
    blocks = tuple(
        BodyBlock(kind, vector.html, vector.html)
        for kind in ("paragraph", "preformatted", "heading", "list_item", "quote", "table", "note")
    )
    article = Article(vector.html, vector.html, blocks, images=(Image(vector.html, vector.html, vector.html),))
    return CleanResult(article, (), RESULT.report)


BELIEVED = [believed(vector) for vector in VECTORS]


def test_a_result_from_a_stranger_is_silent_as_html(canary: Canary) -> None:
    canary.silent([html(result) for result in BELIEVED])


def test_the_sanitiser_alone_is_enough(canary: Canary) -> None:
    canary.silent([sanitise(vector.html) for vector in VECTORS])


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings.load({}, page_workers=0)).test_client()


def test_what_restore_answers_is_silent(client: FlaskClient, canary: Canary) -> None:
    """The article that is sent may be anybody's, and what was cut comes back as HTML."""
    fragments = []
    for result in [*BELIEVED, *ALL[::3]]:
        sent = replace(result, ledger=tuple(entry._replace(kept=False) for entry in result.ledger)).to_dict()
        answer = client.post("/v1/restore", json={**sent, "ids": [entry.id for entry in result.ledger]}).json
        assert answer
        fragments.append("".join(f"<p>{block['html']}</p>" for block in answer["article"]["body"]))
    canary.silent(fragments)


def test_the_same_without_sanitiser_fires(canary: Canary) -> None:
    """That these tests can fail: with the fields believed, and with the pages as they came."""
    vector = next(vector for vector in VECTORS if vector.kind == "handler error of img")
    with pytest.raises(AssertionError, match="onerror"):
        canary.silent([body(believed(vector))])
    assert canary.sings(page(vector.html), mutate=False)


def test_what_leaves_its_place_is_noticed(canary: Canary) -> None:
    with pytest.raises(AssertionError):
        canary.silent(["<p>a</p>", "</main><p>b</p><main>", "<p>c</p>"])


def test_control_of_the_whole_document(canary: Canary) -> None:
    assert canary.sings(document("<p>a</p>", "<img src=x onerror=canary()>"))
