"""Errors as RFC 9457 problem details (https://www.rfc-editor.org/rfc/rfc9457)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.exceptions import HTTPException

from cleaner import errors
from cleaner.answers import TYPE_PREFIX, Fault
from cleaner.errors import CleanerError
from cleaner.jobs.errors import (
    JobFailed,
    JobNotFinished,
    JobNotFound,
    KeyReused,
    QueueFull,
    StorageFull,
    StoreBusy,
    UploadMismatch,
    WebhookRefused,
)
from cleaner.web.errors import (
    AccessError,
    BadRule,
    Forbidden,
    InvalidBody,
    KeysOff,
    KeyStoreError,
    MalformedBody,
    NotAcceptable,
    NothingKept,
    RateLimited,
    ServiceBusy,
    ServiceStopping,
    Unauthenticated,
    UnknownCorrection,
    UnknownRule,
    UnsupportedBody,
    UnsupportedCoding,
)
from cleaner.web.schema import Sparse

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Problem(Sparse):
    """instance: names this one occurrence, so that a user's report can be found in the log."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[Fault, ...] = ()


#: Status and title of each error; the nearest class of an error's ancestry counts.
KINDS: Mapping[type[CleanerError], tuple[int, str]] = {
    errors.EmptyInput: (422, "There is nothing to clean"),
    errors.UnsupportedMedia: (415, "The content is not a page"),
    errors.InputTooLarge: (413, "The content is too large"),
    errors.UndecodableInput: (422, "The content cannot be decoded"),
    errors.InputError: (422, "The content cannot be cleaned"),
    errors.LimitExceeded: (422, "The page takes more than one page may take"),
    errors.PageLost: (503, "The page was lost with its process"),
    errors.RulebookError: (503, "The rule packs are not fit for use"),
    errors.OptionError: (400, "An option cannot be used"),
    ServiceBusy: (503, "The service is busy"),
    UploadMismatch: (422, "The upload is not what it was said to be"),
    JobNotFound: (404, "There is no such job"),
    JobNotFinished: (409, "The job is not finished"),
    JobFailed: (409, "The job has failed"),
    KeyReused: (422, "The Idempotency-Key belongs to another request"),
    QueueFull: (503, "Too many jobs wait"),
    StorageFull: (507, "The store of jobs is full"),
    StoreBusy: (503, "The record of jobs is busy"),
    WebhookRefused: (422, "The callback is refused"),
    ServiceStopping: (503, "The service is stopping"),
    MalformedBody: (400, "The request body cannot be read"),
    InvalidBody: (422, "The request body is not as described"),
    NotAcceptable: (406, "No output of this media type"),
    UnsupportedBody: (415, "The request body is of a kind that is not read"),
    UnknownRule: (404, "There is no such rule"),
    KeysOff: (404, "The service has no keys"),
    KeyStoreError: (503, "Keys cannot be checked"),
    Unauthenticated: (401, "A key is needed"),
    Forbidden: (403, "The key is not for this"),
    RateLimited: (429, "The key has been used too often"),
    BadRule: (422, "The rule cannot be used"),
    UnknownCorrection: (404, "There is no such correction"),
    NothingKept: (404, "This service keeps no corrections"),
    errors.StoreError: (503, "The store cannot be used"),
    CleanerError: (500, "Something went wrong"),
}


def problem_of(error: Exception, instance: str) -> Problem:
    """The problem that tells of an error; of one that is a defect of ours it tells nothing but that."""
    if isinstance(error, CleanerError):
        status, title = next(KINDS[kind] for kind in type(error).__mro__ if kind in KINDS)
        return Problem(TYPE_PREFIX + error.code, title, status, str(error), instance, getattr(error, "faults", ()))
    if isinstance(error, HTTPException) and error.code:
        return Problem("about:blank", error.name, error.code, error.description or error.name, instance)
    return Problem("about:blank", "Internal Server Error", 500, "The error was logged.", instance)


def as_json(problem: Problem) -> dict[str, object]:
    """The members of a problem; `errors` only when there are any."""
    members: dict[str, object] = {name: getattr(problem, name) for name in ("type", "title", "status", "detail")}
    members["instance"] = problem.instance
    if problem.errors:
        members["errors"] = [fault._asdict() for fault in problem.errors]
    return members


def headers(error: Exception) -> dict[str, str]:
    """Headers that belong to the status: when to retry, which methods or codings there are."""
    if isinstance(error, AccessError | UnsupportedCoding):
        return dict(error.headers)
    retry = getattr(error, "retry_after", None)
    if retry:
        return {"Retry-After": str(retry)}
    if isinstance(error, HTTPException):
        return {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    return {}
