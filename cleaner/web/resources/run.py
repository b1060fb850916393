"""One page through the guard, counted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from cleaner.errors import CleanerError
from cleaner.render import Format
from cleaner.web.guard import attempt
from cleaner.web.problem import as_json, problem_of
from cleaner.web.resources.payload import Id
from cleaner.web.state import state
from cleaner.web.worker import Job, Output, Work


def run(job: Work) -> Output:
    """A single page. Raises what cleaning raises."""
    outcome = _counted(attempt(_run_if_room, job))
    if isinstance(outcome, CleanerError):
        raise outcome
    return outcome


def _run_if_room(job: Work) -> Output:
    state().guard.demand_room()
    return state().guard.run(job)


def try_run(job: Job) -> Output | CleanerError:
    """The output, or the error as a value."""
    return _counted(attempt(state().guard.run, job))


def run_all(jobs: Sequence[Job]) -> Iterator[Output | CleanerError]:
    """Outcomes in the order of the jobs."""
    return map(_counted, state().guard.run_all(jobs))


def _counted(outcome: Output | CleanerError) -> Output | CleanerError:
    if not isinstance(outcome, CleanerError):
        state().usage.count(outcome.rules)
    state().metrics.count_page(outcome.code if isinstance(outcome, CleanerError) else outcome.kind)
    return outcome


def item_json(name: Id, outcome: Output | CleanerError, output: Format, instance: str) -> bytes:
    """An `ItemResult` as JSON. A result that is JSON of the engine stands in it byte for byte."""
    head = b'{"id":' + _dump(name) + b","
    if isinstance(outcome, CleanerError):
        return head + b'"error":' + _dump(as_json(problem_of(outcome, instance))) + b"}"
    if output.name == "json":
        return head + outcome.content[1:]
    return head + b'"output":' + _dump(outcome.content.decode()) + b"}"


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
