"""One request and how its answer is read: the same for both clients, which only send it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import httpx2

from cleaner.client.errors import Problem, UnreadableAnswer, refusal
from cleaner.records import build

T = TypeVar("T")
#: What proxies say as well, and mean the same by it.
_PLAIN = frozenset({401, 403, 413, 429})


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """read: the body of a good answer to what the caller gets. A `Path` as content is sent piece by piece."""

    method: str
    path: str
    read: Callable[[bytes], T]
    query: Mapping[str, str | None] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | Path | None = None

    @property
    def parameters(self) -> dict[str, str]:
        return {name: value for name, value in self.query.items() if value is not None}

    def result(self, answer: httpx2.Response) -> T:
        """What the answer says. Raises ServiceRefused and UnreadableAnswer."""
        check(answer)
        try:
            return self.read(answer.content)
        except (ValueError, TypeError, AttributeError, LookupError) as error:
            raise UnreadableAnswer(f"{self.method} {self.path}: {error}") from error


def json_call(path: str, value: object, read: Callable[[bytes], T], query: Mapping[str, str | None] = {}) -> Call[T]:
    """A POST of a JSON value."""
    content = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return Call("POST", path, read, query, {"Content-Type": "application/json"}, content)


def check(answer: httpx2.Response) -> None:
    """Raises ServiceRefused for a problem, UnreadableAnswer for another answer that is no success."""
    if answer.is_success:
        return
    retry_after = seconds(answer.headers.get("Retry-After", ""))
    raise refusal(problem_in(answer), retry_after)


def problem_in(answer: httpx2.Response) -> Problem:
    """The problem of an answer. An error page of something in between gives its status, where that says enough."""
    if not answer.headers.get("Content-Type", "").startswith("application/problem+json"):
        if answer.status_code not in _PLAIN and answer.status_code < 500:
            raise UnreadableAnswer(f"{answer.url}: {answer.status_code} {answer.reason_phrase}; is the address right?")
        return Problem(title=answer.reason_phrase, status=answer.status_code, detail="not an answer of the service")
    try:
        return build(Problem, object_in(answer.content))
    except (ValueError, TypeError, AttributeError) as error:
        raise UnreadableAnswer(f"{answer.status_code} with a problem that cannot be read: {error}") from error


def seconds(retry_after: str, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks for (RFC 9110, section 10.2.3); None without a usable one.

    >>> seconds("5"), seconds("soon")
    (5.0, None)
    """
    if retry_after.isascii() and retry_after.isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    zoned = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (zoned - (now or datetime.now(UTC))).total_seconds())


def record(kind: type[T]) -> Callable[[bytes], T]:
    """A reader of answers that are one record."""
    return lambda data: build(kind, object_in(data))


def object_in(data: bytes) -> dict[str, Any]:
    """The JSON object. Raises ValueError when it is none."""
    value = json.loads(data)
    if not isinstance(value, dict):
        raise ValueError("the answer is no JSON object")
    return value
