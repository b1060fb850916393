"""The calls of the service that are about jobs: archives that it cleans on its own time."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import quote

from cleaner.client.call import Call, object_in, record
from cleaner.client.errors import UnreadableAnswer
from cleaner.client.job import Job, JobPage
from cleaner.model import CleanResult
from cleaner.records import build

Format = Literal["ndjson", "zip", "warc"]
MEDIA_TYPES: dict[Format, str] = {
    "ndjson": "application/x-ndjson",
    "zip": "application/zip",
    "warc": "application/warc",
}
#: Ends of file names. Compressed NDJSON is not among them: as a body it needs a Content-Encoding.
SUFFIXES: dict[Format, tuple[str, ...]] = {
    "ndjson": (".ndjson", ".jsonl"),
    "zip": (".zip",),
    "warc": (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz"),
}


def submit(source: bytes | Path, form: Format | None, callback: str | None, key: str | None) -> Call[Job]:
    """With an Idempotency-Key always, so that asking again after a lost answer does not make a second job.

    Raises TypeError for a path that is text: its letters would be sent for the file.
    """
    if isinstance(source, str):
        raise TypeError("submit takes bytes, or a pathlib.Path for a file")
    headers = {
        "Content-Type": MEDIA_TYPES[form or _format_of(source)],
        "Idempotency-Key": key or uuid.uuid4().hex,
    }
    return Call("POST", "/v1/jobs", record(Job), {"callback": callback}, headers, source)


def show(job: str) -> Call[Job]:
    return Call("GET", _path(job), record(Job))


def cancel(job: str) -> Call[None]:
    return Call("DELETE", _path(job), lambda data: None)


def result(job: str) -> Call[None]:
    """Its answer is read line by line, with `read_line`."""
    return Call("GET", f"{_path(job)}/result", lambda data: None, headers={"Accept": MEDIA_TYPES["ndjson"]})


def read_line(line: bytes) -> JobPage:
    """One line of a result. Raises UnreadableAnswer."""
    try:
        value = object_in(line)
        page = build(JobPage, value)
        return page if page.error else page._replace(result=build(CleanResult, value))
    except (ValueError, TypeError, AttributeError, LookupError) as error:
        raise UnreadableAnswer(f"a line of the result cannot be read: {error}") from error


def _path(job: str) -> str:
    return f"/v1/jobs/{quote(job, safe='')}"


def _format_of(source: bytes | Path) -> Format:
    """By the name of a file. Raises ValueError where it does not tell."""
    name = source.name.lower() if isinstance(source, Path) else ""
    found = next((form for form, suffixes in SUFFIXES.items() if name.endswith(suffixes)), None)
    if found is None:
        raise ValueError(f"say the format: one of {', '.join(get_args(Format))}")
    return found
