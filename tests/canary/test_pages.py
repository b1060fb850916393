"""The service's own pages, with hostile pages pasted into them, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from cleaner.settings import Settings
from cleaner.web import create_app
from tests.canary.conftest import Canary
from tests.canary.hostile import flat, page
from tests.canary.vectors import VECTORS
from tests.web.conftest import Server

LIVE = {vector.kind: vector for vector in VECTORS if vector.live}
PASTED = [
    LIVE[kind]
    for kind in ("handler error of img", "script", "end of a text area", "mutation, style in math text")
] + [next(vector for vector in VECTORS if vector.kind == "one text for many places")]  # fmt: skip


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    running = Server()
    yield running.url
    running.stop()


@pytest.fixture
def tab(canary: Canary) -> Iterator[Page]:
    canary.heard = []
    opened = canary.context.new_page()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings.load({}, page_workers=0)).test_client()


def test_the_answer_to_a_vector_is_silent(client: FlaskClient, canary: Canary) -> None:
    """Without its scripts, styles and policy: the markup alone has to hold.

    A third of the vectors, since each is a whole page; with scripts at work see tests/browser/test_hostile.py.
    """
    for number, vector in enumerate(VECTORS[::3]):
        content = flat(vector.html) if number % 4 == 0 else page(vector.html)
        answer = client.post("/", data={"content": content, "url": vector.html})
        assert canary.sings(answer.text, mutate=False) == [], vector


@pytest.mark.parametrize(
    "path", ["/docs?{}", "/docs#{}", "/{}", "/v1/rules/{}", "/v1/rules?role={}", "/openapi.json?{}"]
)
def test_addresses_that_hold_a_vector(path: str, service: str, tab: Page, canary: Canary) -> None:
    for vector in PASTED:
        tab.goto(service + path.format(quote(vector.html)))
        canary.watch(tab)
        assert canary.heard == [], vector


def test_a_stranger_s_form_gets_no_page_that_runs(service: str, tab: Page, canary: Canary) -> None:
    """Any site may send a form to the service; as text/plain the page in it arrives as it is."""
    for vector in PASTED:
        tab.set_content(
            f'<form method=post enctype=text/plain action="{service}/v1/clean?format=html&kind=html">'
            "<textarea name=x></textarea><button>x</button></form>"
        )
        tab.fill("textarea", page(vector.html))
        tab.click("button")
        tab.wait_for_load_state()
        assert "Cầu mới" in tab.content()
        canary.watch(tab)
        assert canary.heard == [], vector
