"""/v1/jobs: archives that are taken in now and cleaned by workers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import cast

from flask import Response, current_app, g, request

from cleaner.answers import JobStatus
from cleaner.errors import OptionError
from cleaner.jobs import Jobs, Wish
from cleaner.jobs.errors import JobError
from cleaner.jobs.formats import FORMATS
from cleaner.web.negotiate import demand_accepts, query
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.resources.job_status import status_of
from cleaner.web.resources.job_upload import FORM, announced, declared_format, receive
from cleaner.web.resources.json_answer import json_answer
from cleaner.web.resources.stream import MEDIA_TYPE
from cleaner.web.state import state

JOBS_KEY = "cleaner.jobs"
UPLOAD_FORMAT = Parameter("format", "What the upload is; overrules the Content-Type.", among=tuple(FORMATS))
CALLBACK = Parameter("callback", "An https address that is told when the job ends; its host must be allowed.")
KEY = Parameter(
    "Idempotency-Key",
    "Up to 255 visible characters. The same key with the same request gives the same job again.",
    where="header",
)
JOB_ID = Parameter("job_id", "The id, as POST /v1/jobs gave it.", where="path")
_KEY = re.compile(r"[!-~]{1,255}")


def create_job() -> Response:
    """The record of a job and its upload are on the disk when this answers."""
    demand_accepts("application/json")
    declared = declared_format(query(UPLOAD_FORMAT))
    wish = Wish(declared or "", client(), _key(), query(CALLBACK))
    jobs().demand_fit(wish)
    with jobs().upload(announced()) as upload:
        wish = wish._replace(format=receive(upload, declared))
        record = jobs().accept(upload, wish)
    answer = json_answer(status_of(record, jobs()), 202)
    answer.headers["Location"] = f"/v1/jobs/{record.id}"
    return answer


def show_job(job_id: str) -> Response:
    demand_accepts("application/json")
    return json_answer(status_of(jobs().records.get(job_id, client()), jobs()))


def job_result(job_id: str) -> Response:
    demand_accepts(MEDIA_TYPE)
    pieces = jobs().result(job_id, client())
    return Response(_begun(pieces), content_type=MEDIA_TYPE, headers={"X-Accel-Buffering": "no"})


def delete_job(job_id: str) -> Response:
    jobs().delete(job_id, client())
    answer = Response(status=204)
    del answer.headers["Content-Type"]  # of no content
    return answer


def jobs() -> Jobs:
    """The jobs of the application that serves the current request."""
    return cast(Jobs, current_app.extensions[JOBS_KEY])


def count_jobs() -> None:
    """Brings the metrics up to date; where the record cannot be read just now, they stay as they were."""
    if jobs().folder.record.exists():
        with suppress(JobError):
            state().metrics.set_jobs(jobs().records.counts())


def client() -> str:
    """Whose jobs these are: the id of the key that was admitted, "" where keys are off."""
    return str(g.get("key_id", ""))


def _key() -> str | None:
    """The Idempotency-Key, in quotes (as draft-ietf-httpapi-idempotency-key-header has it) or without.

    Raises OptionError for one that is no key.
    """
    given = request.headers.get(KEY.name)
    if given is not None and not _KEY.fullmatch(given):
        raise OptionError("Idempotency-Key must be 1 to 255 visible ASCII characters")
    return given


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The first piece is made at once, so that a result that cannot be read is an error and not half an answer."""
    return chain([next(pieces, b"")], pieces)


_STATUS = (Content("application/json", JobStatus),)
_NDJSON_EXAMPLE = '{"id": "1", "html": "..."}\n{"id": "2", "html": "...", "url": "https://example.vn/2"}\n'

OPERATIONS = (
    Operation(
        name="createJob",
        method="POST",
        path="/v1/jobs",
        summary="Takes in an archive of pages to clean",
        description=(
            "Send NDJSON (an object a line with `html`, `content` or `text`, and `id`, `url`, `content_type`), a zip "
            "of pages, or WARC (also compressed), as the body itself or as the file `file` of a form. When the answer "
            "comes, the job is safe on the disk; a worker process does it. With `Idempotency-Key` a request may be "
            "sent again after any failure."
        ),
        view=create_job,
        tag="jobs",
        parameters=(UPLOAD_FORMAT, CALLBACK, KEY),
        body=(
            Content(FORMATS["ndjson"].media_types[0], example=_NDJSON_EXAMPLE),
            Content(FORMATS["zip"].media_types[0]),
            Content(FORMATS["warc"].media_types[0]),
            Content(FORM),
        ),
        answers=(Answer(202, "The job, new or the one of the same key; `Location` is its address.", _STATUS),),
        problems=(400, 406, 413, 415, 422, 503, 507),
    ),
    Operation(
        name="showJob",
        method="GET",
        path="/v1/jobs/<job_id>",
        summary="Says how far a job is",
        view=show_job,
        tag="jobs",
        parameters=(JOB_ID,),
        answers=(Answer(200, "The job.", _STATUS),),
        problems=(400, 404, 406, 503),
    ),
    Operation(
        name="jobResult",
        method="GET",
        path="/v1/jobs/<job_id>/result",
        summary="Gives the result of a finished job",
        description=(
            "NDJSON, a line for each record of the upload in its order: `id`, `source`, `offset`, `status`, with "
            "`article`, `ledger` and `report` as `/v1/clean` gives them, or `error` with `code` and `detail`."
        ),
        view=job_result,
        tag="jobs",
        parameters=(JOB_ID,),
        answers=(Answer(200, "One record a line.", (Content(MEDIA_TYPE),)),),
        problems=(400, 404, 406, 409, 503),
    ),
    Operation(
        name="deleteJob",
        method="DELETE",
        path="/v1/jobs/<job_id>",
        summary="Cancels a job and deletes all of it",
        view=delete_job,
        tag="jobs",
        parameters=(JOB_ID,),
        answers=(Answer(204, "Gone."),),
        problems=(400, 404, 503, 507),
    ),
)
