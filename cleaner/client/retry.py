"""When to ask again, and how long to wait before."""

from __future__ import annotations

from dataclasses import dataclass

from tenacity import RetryCallState, stop_after_attempt, wait_full_jitter
from tenacity.retry import retry_if_exception
from tenacity.stop import stop_base

from cleaner.client.errors import ServiceUnavailable, Unreachable


@dataclass(frozen=True, slots=True)
class Retry:
    """Bounds of asking again.

    attempts: how often a call is sent at most, the first time counted in; 1 never asks again.
    first_wait: seconds; the wait before attempt n is drawn evenly from 0 to first_wait * 2**(n - 1)
    ("full jitter"), unless the service says Retry-After.
    longest_wait: seconds that a wait lasts at most; a longer Retry-After is not waited for at all.
    """

    attempts: int = 5
    first_wait: float = 0.5
    longest_wait: float = 30.0

    @property
    def stop(self) -> stop_base:
        return stop_after_attempt(self.attempts)

    @property
    def condition(self) -> retry_if_exception:
        return retry_if_exception(self.worth_it)

    def worth_it(self, error: BaseException) -> bool:
        """Whether the same call may fare better later."""
        if isinstance(error, ServiceUnavailable):
            return error.retry_after is None or error.retry_after <= self.longest_wait
        return isinstance(error, Unreachable)

    def wait(self, state: RetryCallState) -> float:
        """Seconds until the next attempt: what the service asked for and up to a tenth more, so that many
        clients do not come back in the same moment."""
        error = state.outcome.exception() if state.outcome else None
        asked: float | None = getattr(error, "retry_after", None)
        if asked is not None:
            return asked + wait_full_jitter(multiplier=asked / 10, max=asked / 10)(state)
        return wait_full_jitter(multiplier=self.first_wait, max=self.longest_wait)(state)
