"""What can go wrong between a client and the service, as types.

ClientError
├── Unreachable             no answer: no connection, broken off, too slow; `Retry` is used up
├── UnreadableAnswer        an answer that is none of the service's, such as a proxy's page
└── ServiceRefused          the service said no; `problem` says why (RFC 9457)
    ├── PageRefused         this page cannot be cleaned: empty, a PDF, too large, too slow
    ├── RequestRefused      the request is wrong: an unknown option, rule, job or entry
    ├── AccessRefused       no key, a wrong one, or one without the right
    ├── ServiceUnavailable  busy, full or over the rate; `Retry` is used up
    └── ServiceError        a defect of the service
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cleaner.answers import TYPE_PREFIX, Fault
from cleaner.errors import (
    CleanerError,
    EmptyInput,
    InputError,
    InputTooLarge,
    LimitExceeded,
    UndecodableInput,
    UnsupportedMedia,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """RFC 9457 problem details. `instance` names this one occurrence in the service's log."""

    type: str = "about:blank"
    title: str = ""
    status: int = 0
    detail: str = ""
    instance: str = ""
    errors: tuple[Fault, ...] = ()

    @property
    def code(self) -> str:
        """The last word of our own types, such as "empty-input"; "" for others."""
        return self.type.removeprefix(TYPE_PREFIX) if self.type.startswith(TYPE_PREFIX) else ""


class ClientError(CleanerError):
    code = "client-error"


class Unreachable(ClientError):
    code = "unreachable"


class UnreadableAnswer(ClientError):
    code = "unreadable-answer"


class ServiceRefused(ClientError):
    """retry_after: seconds to wait as the service asked; None when it did not."""

    code = "service-refused"

    def __init__(self, problem: Problem, retry_after: float | None = None) -> None:
        self.problem, self.retry_after = problem, retry_after
        faults = "".join(f"; {fault.pointer} {fault.detail}" for fault in problem.errors)
        super().__init__(f"{problem.status} {problem.title}: {problem.detail}{faults}")

    def __reduce__(self) -> tuple[type[ServiceRefused], tuple[Problem, float | None]]:
        return type(self), (self.problem, self.retry_after)


class PageRefused(ServiceRefused):
    code = "page-refused"


class RequestRefused(ServiceRefused):
    code = "request-refused"


class AccessRefused(ServiceRefused):
    code = "access-refused"


class ServiceUnavailable(ServiceRefused):
    code = "service-unavailable"


class ServiceError(ServiceRefused):
    code = "service-error"


#: Problems of the page itself: asking again gives the same answer, and the next page may be fine.
_OF_THE_PAGE = frozenset(
    kind.code for kind in (InputError, EmptyInput, UnsupportedMedia, InputTooLarge, UndecodableInput, LimitExceeded)
)
_BY_STATUS: Mapping[int, type[ServiceRefused]] = {
    401: AccessRefused,
    403: AccessRefused,
    413: PageRefused,
    429: ServiceUnavailable,
    502: ServiceUnavailable,
    503: ServiceUnavailable,
    504: ServiceUnavailable,
    507: ServiceUnavailable,
}


#: What one page among others may meet without a word about the rest.
ONE_PAGE = (PageRefused, RequestRefused, ServiceError)


def refusal(problem: Problem, retry_after: float | None = None) -> ServiceRefused:
    """The error that a problem stands for."""
    if problem.code in _OF_THE_PAGE:
        return PageRefused(problem, retry_after)
    other = ServiceError if problem.status >= 500 else RequestRefused
    return _BY_STATUS.get(problem.status, other)(problem, retry_after)
