"""What happens around every request."""

from __future__ import annotations

import json
import logging
import sys
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from cleaner.errors import LimitExceeded, PageLost
from cleaner.settings import Settings
from cleaner.web.around import SECURITY_HEADERS
from cleaner.web.errors import ServiceBusy
from cleaner.web.guard import InProcess
from cleaner.web.logs import LOGGER, JsonLines, TextLines, configure_logging
from cleaner.web.state import KEY
from cleaner.web.worker import Job, Output
from tests.web.conftest import PAGE, small_app


@pytest.mark.parametrize("path", ["/", "/docs", "/healthz", "/nothing", "/static/home.css"])
def test_security_headers_are_everywhere(client: FlaskClient, path: str) -> None:
    answer = client.get(path, buffered=True)
    for name, value in SECURITY_HEADERS.items():
        assert answer.headers[name] == value
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_outputs_are_inert_in_a_browser(client: FlaskClient) -> None:
    answer = client.post("/v1/clean?format=html", json={"content": PAGE})
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_request_id_is_kept_when_it_is_fit_for_a_log(client: FlaskClient) -> None:
    assert client.get("/healthz", headers={"X-Request-Id": "abc-1.2"}).headers["X-Request-Id"] == "abc-1.2"
    for bad in ("a b", "x" * 65, "é"):
        own = client.get("/healthz", headers={"X-Request-Id": bad}).headers["X-Request-Id"]
        assert len(own) == 32


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/v1/clean", 405), ("OPTIONS", "/v1/clean", 405), ("DELETE", "/", 405)],
)
def test_http_errors_are_problems(client: FlaskClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method, headers={"X-Request-Id": "here"})
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    problem = json.loads(answer.data)
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["instance"] == "urn:cleaner:request:here"


def test_405_says_what_is_allowed(client: FlaskClient) -> None:
    assert client.get("/v1/clean").headers["Allow"] == "POST"


def test_a_defect_is_a_500_that_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = small_app()

    def broken() -> str:
        raise ValueError("words of the page")

    app.add_url_rule("/broken", "broken", broken)
    with caplog.at_level(logging.INFO, LOGGER.name):
        answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert b"words" not in answer.data
    logged = [JsonLines().format(record) for record in caplog.records]
    assert any("ValueError" in line and "test_around.py" in line for line in logged)
    assert "words of the page" not in "".join(logged)


def test_a_log_line_tells_of_the_request_and_not_of_the_page(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        client.post("/v1/clean?url=https://secret.example/path", json={"content": PAGE}, headers={"X-Request-Id": "r1"})
    (record,) = caplog.records
    line = json.loads(JsonLines().format(record))
    assert {name: line[name] for name in ("event", "request_id", "method", "route", "status")} == {
        "event": "request",
        "request_id": "r1",
        "method": "POST",
        "route": "/v1/clean",
        "status": 200,
    }
    assert line["bytes_out"] > 0
    for text in (json.dumps(line), TextLines().format(record)):
        assert "secret" not in text
        assert "Cầu" not in text


@pytest.mark.parametrize(
    ("given", "trace"),
    [
        ("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "4bf92f3577b34da6a3ce929d0e0e4736"),
        ("00-00000000000000000000000000000000-00f067aa0ba902b7-01", None),
        ("4bf92f3577b34da6a3ce929d0e0e4736", None),
    ],
)
def test_a_log_line_names_the_trace_of_its_request(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, given: str, trace: str | None
) -> None:
    with caplog.at_level(logging.INFO, LOGGER.name):
        client.get("/healthz", headers={"traceparent": given})
    assert json.loads(JsonLines().format(caplog.records[-1])).get("trace") == trace


def test_logging_goes_where_the_settings_say(capsys: pytest.CaptureFixture[str]) -> None:
    before = (LOGGER.handlers, LOGGER.level, LOGGER.propagate)
    try:
        for form, begin in (("json", '{"time"'), ("text", "request ")):
            configure_logging(Settings.load({}, log_format=form, log_level="info"))
            small_app().test_client().get("/healthz")
            assert capsys.readouterr().err.startswith(begin)
        configure_logging(Settings.load({}, log_level="error"))
        small_app().test_client().get("/healthz")
        assert capsys.readouterr().err == ""
    finally:
        LOGGER.handlers, LOGGER.level, LOGGER.propagate = before


def test_an_error_that_a_library_logs_is_told_by_type_and_place_alone() -> None:
    try:
        raise ValueError("words of the page")
    except ValueError:
        record = logging.LogRecord("gunicorn.error", logging.ERROR, "", 1, "it failed", (), sys.exc_info())
    line = json.loads(JsonLines().format(record))
    assert (line["event"], line["error"]) == ("it failed", "ValueError")
    assert "test_around.py" in line["trace"][-1]
    assert "words" not in TextLines().format(record) + json.dumps(line)


@pytest.mark.parametrize("error", [PageLost("died"), ServiceBusy("busy")])
def test_every_503_says_when_to_come_back(error: Exception) -> None:
    def fail(_: Job) -> Output:
        raise error

    app = small_app()
    app.extensions[KEY] = replace(app.extensions[KEY], guard=InProcess(fail))
    answers = [app.test_client().post("/v1/clean", data=b"x"), app.test_client().post("/", data={"content": "x"})]
    assert [answer.status_code for answer in answers] == [503, 503]
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in answers)


def test_a_page_that_is_always_too_slow_is_not_asked_for_again() -> None:
    """`curl --retry` tries every 503 again, and each try would cost a process."""

    def fail(_: Job) -> Output:
        raise LimitExceeded("slow")

    app = small_app()
    app.extensions[KEY] = replace(app.extensions[KEY], guard=InProcess(fail))
    answers = [app.test_client().post("/v1/clean", data=b"x"), app.test_client().post("/", data={"content": "x"})]
    assert [(answer.status_code, "Retry-After" in answer.headers) for answer in answers] == [(422, False)] * 2
