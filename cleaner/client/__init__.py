"""A client of the service, for scrapers: does not load the engine. Needs the extra `client`."""

from cleaner.client.asynchronous import AsyncClient
from cleaner.client.errors import (
    AccessRefused,
    ClientError,
    PageRefused,
    Problem,
    RequestRefused,
    ServiceError,
    ServiceRefused,
    ServiceUnavailable,
    Unreachable,
    UnreadableAnswer,
)
from cleaner.client.jobs import Job
from cleaner.client.page import Outcome, Page
from cleaner.client.retry import Retry
from cleaner.client.synchronous import Client

__all__ = [
    "AccessRefused",
    "AsyncClient",
    "Client",
    "ClientError",
    "Job",
    "Outcome",
    "Page",
    "PageRefused",
    "Problem",
    "RequestRefused",
    "Retry",
    "ServiceError",
    "ServiceRefused",
    "ServiceUnavailable",
    "Unreachable",
    "UnreadableAnswer",
]
