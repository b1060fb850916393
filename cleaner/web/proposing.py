"""Drafting and trying in page processes, so that a hostile page among the kept ones costs no more than its time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from cleaner.corrections import Correction
from cleaner.corrections.proposal import Named
from cleaner.draft import Changed, Draft
from cleaner.errors import CleanerError, InputError
from cleaner.records import build
from cleaner.web.rule_jobs import DraftJob, Trial, TrialJob, Tried
from cleaner.web.state import state

_AT_A_TIME = 8  # pages of one job: the changed rulebook is made once for them


def draft_of(correction: Correction) -> Draft:
    """Raises InputError and LimitExceeded as cleaning does."""
    job = DraftJob(correction.page, correction.changes, correction.note)
    return build(Draft, json.loads(state().guard.run(job).content))


def try_guarded(draft: Draft, pages: Sequence[Named]) -> Iterator[tuple[Changed, ...] | CleanerError]:
    """`cleaner.corrections.proposal.Try`, in as many page processes as there are."""
    chunks = [tuple(pages[at : at + _AT_A_TIME]) for at in range(0, len(pages), _AT_A_TIME)]
    jobs = [TrialJob(draft.toml, draft.pack, chunk) for chunk in chunks]
    for chunk, outcome in zip(chunks, state().guard.run_all(jobs), strict=True):
        if isinstance(outcome, CleanerError):
            yield from (outcome for _ in chunk)
        else:
            trial = build(Trial, json.loads(outcome.content))
            yield from map(_outcome, trial.pages)


def _outcome(tried: Tried) -> tuple[Changed, ...] | CleanerError:
    return InputError(tried.error) if tried.error else tried.changed
