"""What can go wrong with a request, beside the page in it.

CleanerError
├── RequestError               something in the request is wrong; `faults` says where
│   ├── MalformedBody          a body that cannot be read: broken off, no JSON, a wrong coding
│   ├── InvalidBody            a body that is not as the API describes it
│   ├── NotAcceptable          no output of the media type that is asked for
│   ├── UnsupportedBody        a media type that the service does not read
│   │   └── UnsupportedCoding  a content coding that it does not read
│   ├── UnknownRule            there is no rule of that id
│   ├── KeysOff                the service has no keys
│   ├── BadRule                a rule that the loader refuses
│   ├── UnknownCorrection      there is no correction of that id
│   └── NothingKept            the service has no store of corrections
├── OptionError
│   └── KeyStoreError          the store of keys cannot be read or written
├── AccessError                what keys are for
│   ├── Unauthenticated        no key, or one that is not known
│   ├── Forbidden              a key without the right, or a page of another origin
│   └── RateLimited            a key that was used too often
├── ServiceBusy                no page process came free in time
└── ServiceStopping            the server process is to end
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cleaner.answers import Fault
from cleaner.errors import CleanerError, OptionError


class RequestError(CleanerError):
    """Base of what is wrong with the request rather than with the page in it."""

    def __init__(self, detail: str, faults: Iterable[Fault] = ()) -> None:
        super().__init__(detail)
        self.faults = tuple(faults)


class MalformedBody(RequestError):
    code = "malformed-body"


class InvalidBody(RequestError):
    code = "invalid-body"


class NotAcceptable(RequestError):
    code = "not-acceptable"


class UnsupportedBody(RequestError):
    """A media type that the service does not read."""

    code = "unsupported-body"


class UnsupportedCoding(UnsupportedBody):
    """A content coding that the service does not read; says which it does (RFC 9110, section 12.5.3)."""

    def __init__(self, coding: str, read: Iterable[str]) -> None:
        known = ", ".join(read)
        super().__init__(f"content coding {coding!r} is none of {known}")
        self.headers = {"Accept-Encoding": known}


class UnknownRule(RequestError):
    code = "unknown-rule"


class KeysOff(RequestError):
    code = "keys-off"


class BadRule(RequestError):
    """A rule that the loader refuses; its words say file, rule and field."""

    code = "bad-rule"


class UnknownCorrection(RequestError):
    code = "unknown-correction"


class NothingKept(RequestError):
    """The service has no store."""

    code = "nothing-kept"


class KeyStoreError(OptionError):
    """Also at the command line, where it is a bad setting."""

    code = "key-store"


class AccessError(CleanerError):
    """Base of what keys are for; carries the headers that go with the status."""

    def __init__(self, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.headers = headers or {}


class Unauthenticated(AccessError):
    code = "unauthenticated"


class Forbidden(AccessError):
    code = "forbidden"


class RateLimited(AccessError):
    code = "rate-limited"


class ServiceBusy(CleanerError):
    """No page process came free in time; the same request may succeed later."""

    code = "service-busy"


class ServiceStopping(CleanerError):
    """The rest of a stream was not taken; it may be sent again, to the same address."""

    code = "service-stopping"
