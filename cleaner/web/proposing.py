"""Drafting and trying in page processes, so that a hostile page among the kept ones costs no more than its time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from cleaner.corrections import Correction
from cleaner.corrections.proposal import Named, Outcome
from cleaner.draft import Draft
from cleaner.errors import CleanerError, InputError
from cleaner.records import build
from cleaner.web.rule_jobs import DraftJob, Trial, TrialJob
from cleaner.web.state import state
from cleaner.web.worker import Output

_AT_A_TIME = 8  # pages of one job: the changed rulebook is made once for them


def draft_of(correction: Correction) -> Draft:
    """Raises InputError and LimitExceeded as cleaning does."""
    job = DraftJob(correction.page, correction.changes, correction.note)
    return build(Draft, json.loads(state().guard.run(job).content))


def try_guarded(draft: Draft, pages: Iterable[Named]) -> Iterator[Outcome]:
    """`cleaner.corrections.proposal.Try`, in as many page processes as there are, some pages for each at a time."""
    chunks, workers = _chunks(pages), max(1, state().settings.page_workers)
    while jobs := [TrialJob(draft.toml, draft.pack, chunk) for chunk in islice(chunks, workers)]:
        for job, outcome in zip(jobs, state().guard.run_all(jobs), strict=True):
            yield from _outcomes(job.pages, outcome)


def _chunks(pages: Iterable[Named]) -> Iterator[tuple[Named, ...]]:
    left = iter(pages)
    while chunk := tuple(islice(left, _AT_A_TIME)):
        yield chunk


def _outcomes(pages: Sequence[Named], output: Output | Exception) -> Iterator[Outcome]:
    if isinstance(output, CleanerError):
        yield from (Outcome(page.name, output) for page in pages)
        return
    if isinstance(output, Exception):
        raise output
    trial = build(Trial, json.loads(output.content))
    for page, tried in zip(pages, trial.pages, strict=True):
        yield Outcome(page.name, InputError(tried.error) if tried.error else tried.changed)
