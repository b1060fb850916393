"""What a client says in headers, and what it does not send at all: without a service."""

from __future__ import annotations

import httpx2
import pytest

from cleaner.client import Page
from cleaner.pipeline import clean
from cleaner.render import render
from tests.client.conftest import Ask
from tests.web.conftest import PAGE


class Listener:
    """Cleans nothing, answers well, and notes the headers."""

    def __init__(self) -> None:
        self.headers: list[httpx2.Headers] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.headers.append(request.headers)
        return httpx2.Response(200, content=render(clean(PAGE)))


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("text/html; charset=utf-8", "text/html; charset=utf-8"),
        ("text/html; charset=utf-8\r\n", "text/html; charset=utf-8"),
        ("text/html; charset=тест", "application/octet-stream"),
        ("text/html\r\nX-Added: 1", "application/octet-stream"),
        ("application/json", "application/octet-stream"),
        (" ", "application/octet-stream"),
    ],
)
def test_what_a_pages_server_said_ends_no_stream(ask: Ask, said: str, sent: str) -> None:
    listener = Listener()
    options = {"transport": httpx2.MockTransport(listener)}
    (outcome,) = ask("http://service.test", "clean_stream", [Page(b"page", content_type=said)], options=options)
    assert outcome.result is not None
    assert [headers["Content-Type"] for headers in listener.headers] == [sent]


def test_a_key_out_of_a_file_is_the_key(ask: Ask) -> None:
    listener = Listener()
    options = {"transport": httpx2.MockTransport(listener), "key": "ck_1\n"}
    ask("http://service.test", "clean", PAGE, options=options)
    assert listener.headers[0]["Authorization"] == "Bearer ck_1"


def test_no_page_at_a_time_is_refused(ask: Ask) -> None:
    listener = Listener()
    options = {"transport": httpx2.MockTransport(listener)}
    with pytest.raises(ValueError, match="greater than 0"):
        ask("http://service.test", "clean_stream", [Page(PAGE)], parallel=0, options=options)


def test_a_path_that_is_text_is_refused(ask: Ask) -> None:
    """Sent, it would be a job of one page that says "pages.ndjson"."""
    listener = Listener()
    options = {"transport": httpx2.MockTransport(listener)}
    with pytest.raises(TypeError, match="pathlib"):
        ask("http://service.test", "submit", "pages.ndjson", "ndjson", options=options)
    assert listener.headers == []
