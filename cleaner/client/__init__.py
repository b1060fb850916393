"""A client of the service, for scrapers: does not load the engine. Needs the extra `client`."""

try:
    from cleaner.client.asynchronous import AsyncClient
    from cleaner.client.synchronous import Client
except ImportError as error:
    raise ImportError(f"the client needs the extra `client` of cleaner ({error.name} is missing)") from None

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
from cleaner.client.job import Job, JobPage, Trouble
from cleaner.client.page import Outcome, Page
from cleaner.client.retry import Retry

__all__ = [
    "AccessRefused",
    "AsyncClient",
    "Client",
    "ClientError",
    "Job",
    "JobPage",
    "Outcome",
    "Page",
    "PageRefused",
    "Problem",
    "RequestRefused",
    "Retry",
    "ServiceError",
    "ServiceRefused",
    "ServiceUnavailable",
    "Trouble",
    "Unreachable",
    "UnreadableAnswer",
]
