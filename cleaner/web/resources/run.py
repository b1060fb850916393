"""One page through the guard, counted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from cleaner.errors import CleanerError
from cleaner.render import Format
from cleaner.web.around import told
from cleaner.web.guard import attempt
from cleaner.web.problem import as_json
from cleaner.web.resources.payload import Id
from cleaner.web.state import state
from cleaner.web.worker import Job, Output, Work


def run(job: Work) -> Output:
    """A single page. Raises what cleaning raises."""
    outcome = _counted(attempt(_run_if_room, job))
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _run_if_room(job: Work) -> Output:
    state().guard.demand_room()
    return state().guard.run(job)


def try_run(job: Job) -> Output | Exception:
    """The output, or the error as a value."""
    return _counted(attempt(state().guard.run, job))


def run_all(jobs: Sequence[Job]) -> Iterator[Output | Exception]:
    """Outcomes in the order of the jobs."""
    return map(_counted, state().guard.run_all(jobs))


def _counted(outcome: Output | Exception) -> Output | Exception:
    if isinstance(outcome, Exception):
        state().metrics.count_page(outcome.code if isinstance(outcome, CleanerError) else "defect")
    else:
        state().metrics.count_page(outcome.kind)
        state().usage.count(outcome.rules)
    return outcome


def item_json(name: Id, outcome: Output | Exception, output: Format) -> bytes:
    """An `ItemResult` as JSON. A result that is JSON of the engine stands in it byte for byte."""
    head = b'{"id":' + _dump(name) + b","
    if isinstance(outcome, Exception):
        return head + b'"error":' + _dump(as_json(told(outcome))) + b"}"
    if output.name == "json":
        return head + outcome.content[1:]
    return head + b'"output":' + _dump(outcome.content.decode()) + b"}"


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
