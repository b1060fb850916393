"""When a client asks again: against answers that are made up, without a service."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from tenacity import RetryCallState

from cleaner.client import (
    AccessRefused,
    Client,
    Page,
    PageRefused,
    Problem,
    Retry,
    ServiceError,
    ServiceUnavailable,
    Unreachable,
    UnreadableAnswer,
)
from cleaner.client.call import seconds
from cleaner.client.errors import refusal
from cleaner.pipeline import clean
from cleaner.render import render
from tests.client.conftest import Ask
from tests.web.conftest import TEXT

GOOD = httpx2.Response(200, content=render(clean(TEXT)))
AT_ONCE = Retry(attempts=3, first_wait=0.0)


def problem(status: int, code: str = "service-busy", **headers: str) -> httpx2.Response:
    body = {"type": f"urn:cleaner:problem:{code}", "title": "t", "status": status, "detail": "d", "instance": "i"}
    kind = {"Content-Type": "application/problem+json"}
    return httpx2.Response(status, headers={**kind, **headers}, content=json.dumps(body))


class Answers:
    """Gives these, one a request, and notes the requests."""

    def __init__(self, *answers: httpx2.Response | Exception) -> None:
        self._answers: Iterator[httpx2.Response | Exception] = iter(answers)
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        answer = next(self._answers)
        if isinstance(answer, Exception):
            raise answer
        return httpx2.Response(answer.status_code, headers=answer.headers, content=answer.content)

    def options(self, retry: Retry = AT_ONCE) -> dict[str, Any]:
        return {"transport": httpx2.MockTransport(self), "retry": retry}


@pytest.mark.parametrize(
    "first",
    [
        problem(503, **{"Retry-After": "0"}),
        problem(429, "rate-limited", **{"Retry-After": "0"}),
        httpx2.Response(502, text="<h1>Bad Gateway</h1>"),
        httpx2.ConnectError("refused"),
        httpx2.ReadTimeout("slow"),
        httpx2.RemoteProtocolError("Server disconnected"),
    ],
    ids=["503", "429", "proxy", "refused", "timeout", "disconnected"],
)
def test_asks_again(ask: Ask, first: httpx2.Response | Exception) -> None:
    answers = Answers(first, GOOD)
    assert ask("http://service", "clean", TEXT, options=answers.options()) == clean(TEXT)
    assert len(answers.requests) == 2
    assert answers.requests[0].content == answers.requests[1].content


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (problem(422, "empty-input"), PageRefused),
        (problem(422, "limit-exceeded"), PageRefused),
        (problem(401, "no-key"), AccessRefused),
        (problem(500, "cleaner-error"), ServiceError),
        (httpx2.Response(200, text="<html>a proxy</html>"), UnreadableAnswer),
        (httpx2.Response(200, json={"article": 1}), UnreadableAnswer),
        (httpx2.Response(200, json=[]), UnreadableAnswer),
        (httpx2.Response(302, headers={"Location": "/login"}), UnreadableAnswer),
        (httpx2.Response(404, text="<h1>Not Found</h1>"), UnreadableAnswer),
        (httpx2.Response(413, text="<h1>Request Entity Too Large</h1>"), PageRefused),
        (problem(503, **{"Retry-After": "3600"}), ServiceUnavailable),
    ],
)
def test_asks_once_where_it_would_be_the_same_again(ask: Ask, answer: httpx2.Response, kind: type[Exception]) -> None:
    answers = Answers(answer)
    with pytest.raises(kind):
        ask("http://service", "clean", TEXT, options=answers.options())
    assert len(answers.requests) == 1


def test_an_error_names_the_service(ask: Ask) -> None:
    with pytest.raises(Unreachable, match="http://service: ConnectError"):
        ask("http://service", "clean", TEXT, options=Answers(*[httpx2.ConnectError("refused")] * 3).options())


def test_gives_up_with_the_last_error(ask: Ask) -> None:
    answers = Answers(httpx2.ConnectError("one"), problem(503), httpx2.ConnectError("three"))
    with pytest.raises(Unreachable, match="three"):
        ask("http://service", "clean", TEXT, options=answers.options())


@pytest.mark.parametrize("error", [problem(401, "no-key"), problem(503), httpx2.ConnectError("gone")])
def test_a_stream_ends_where_no_page_could_fare_better(ask: Ask, error: httpx2.Response | Exception) -> None:
    answers = Answers(GOOD, error, *[error] * 20)
    with pytest.raises((AccessRefused, ServiceUnavailable, Unreachable)):
        ask(
            "http://service", "clean_stream", [Page(TEXT)] * 9, parallel=1,
            options=answers.options(Retry(attempts=1)),
        )  # fmt: skip
    assert len(answers.requests) == 2


def test_a_page_that_breaks_the_service_does_not_end_a_stream(ask: Ask) -> None:
    answers = Answers(problem(500, "cleaner-error"), GOOD)
    first, second = ask("http://service", "clean_stream", [Page(TEXT)] * 2, parallel=1, options=answers.options())
    assert isinstance(first.error, ServiceError)
    assert second.unwrap() == clean(TEXT)


def test_the_key_is_sent(ask: Ask) -> None:
    answers = Answers(GOOD)
    ask("http://service", "clean", TEXT, options={**answers.options(), "key": "secret"})
    assert answers.requests[0].headers["Authorization"] == "Bearer secret"


def test_a_service_may_live_under_a_path(ask: Ask) -> None:
    answers = Answers(GOOD)
    ask("https://example.org/tools/cleaner/", "clean", TEXT, options=answers.options())
    assert str(answers.requests[0].url) == "https://example.org/tools/cleaner/v1/clean?format=json"


@pytest.mark.parametrize("url", ["127.0.0.1:8000", "ftp://example.org", ""])
def test_an_address_that_is_none_is_told_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="http://"):
        Client(url)


def test_what_a_newer_service_adds_is_left_out(ask: Ask) -> None:
    value = json.loads(render(clean(TEXT)))
    value["article"]["mood"], value["ledger"][0]["colour"], value["extra"] = "calm", "blue", 1
    answers = Answers(httpx2.Response(200, json=value))
    assert ask("http://service", "clean", TEXT, options=answers.options()) == clean(TEXT)


def waits(retry: Retry, error: Exception, attempt: int) -> list[float]:
    state = RetryCallState(None, None, (), {})  # type: ignore[arg-type]
    state.attempt_number = attempt
    state.set_exception((type(error), error, None))
    return [retry.wait(state) for _ in range(200)]


def test_waits_grow_are_drawn_by_lot_and_bounded() -> None:
    retry = Retry(first_wait=1.0, longest_wait=6.0)
    drawn = {attempt: waits(retry, Unreachable("x"), attempt) for attempt in (1, 2, 9)}
    assert [max(drawn[attempt]) <= bound for attempt, bound in ((1, 1.0), (2, 2.0), (9, 6.0))] == [True] * 3
    assert max(drawn[2]) > 1.0
    assert max(drawn[9]) > 4.0
    assert all(len(set(each)) > 100 for each in drawn.values())


def test_retry_after_is_obeyed_and_spread() -> None:
    drawn = waits(Retry(), refusal(Problem(status=503), 20.0), 1)
    assert min(drawn) >= 20.0
    assert max(drawn) <= 22.0
    assert len(set(drawn)) > 100


NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0),
        ("Sun, 22 Nov 2026 08:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 07:00:00 GMT", 0.0),
        ("Sunday, 22-Nov-26 08:01:00 GMT", 60.0),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("٣", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, expected: float | None) -> None:
    assert seconds(value, NOW) == expected


@pytest.mark.parametrize("make", [refusal, lambda given, after: Unreachable("x")])
def test_errors_survive_pickling(make: Callable[..., Exception]) -> None:
    """Pools of processes send them so."""
    error = make(Problem(status=422, type="urn:cleaner:problem:empty-input"), 1.0)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
