"""A defect of ours costs the page that meets it, and the log says where it is."""

from __future__ import annotations

import io
import json
import logging

import pytest
from flask.testing import FlaskClient

from cleaner.limits import Limits
from cleaner.model import CleanResult, RawPage
from cleaner.pipeline import clean_page
from cleaner.rulebook import Rulebook
from cleaner.web import worker
from cleaner.web.defect import PageDefect
from cleaner.web.logs import LOGGER, JsonLines, log_defect
from tests.web.conftest import PAGE

BAD = "a page that we cannot take"


@pytest.fixture(autouse=True)
def defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(page: RawPage, rulebook: Rulebook, limits: Limits, known: None) -> CleanResult:
        if page.content in (BAD, BAD.encode()):
            raise ValueError("words of the page")
        return clean_page(page, rulebook, limits, known)

    monkeypatch.setattr(worker, "clean_page", broken)


def test_the_next_line_of_a_stream_is_answered(client: FlaskClient) -> None:
    items = [{"id": 1, "content": BAD}, {"id": 2, "content": PAGE}]
    body = "".join(json.dumps(item) + "\n" for item in items)
    answer = client.post("/v1/clean/stream", data=body, content_type="application/x-ndjson")
    first, second = map(json.loads, answer.text.splitlines())
    assert (first["id"], first["error"]["status"], first["error"]["type"]) == (1, 500, "about:blank")
    assert (second["id"], second["article"]["title"]) == (2, "Cầu mới qua sông")
    assert "words of the page" not in answer.text


def test_the_other_pages_of_a_batch_are_answered(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        answer = client.post("/v1/clean/batch", json=[{"content": BAD}, {"content": PAGE}])
    first, second = answer.json  # type: ignore[misc]
    assert first["error"]["status"] == 500
    assert second["article"]["title"] == "Cầu mới qua sông"
    (logged,) = (JsonLines().format(record) for record in caplog.records if record.getMessage() == "defect")
    assert "ValueError" in logged
    assert "words of the page" not in logged


def test_the_other_pages_on_the_workbench_are_shown(client: FlaskClient) -> None:
    files = [(io.BytesIO(content.encode()), name, "text/html") for content, name in ((BAD, "bad"), (PAGE, "good"))]
    answer = client.post("/", data={"page": files})
    assert answer.status_code == 200
    assert "bad: This page could not be cleaned" in answer.text
    assert "words of the page" not in answer.text


def test_a_defect_in_a_page_process_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        log_defect(PageDefect("ValueError at engine.py:7"), "r1")
    (record,) = caplog.records
    assert json.loads(JsonLines().format(record))["error"] == "ValueError at engine.py:7"
