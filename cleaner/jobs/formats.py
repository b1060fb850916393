"""What a job may be made of."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.jobs.errors import UploadMismatch

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


class UploadFormat(NamedTuple):
    """file: its name in the job's folder, whose suffix tells the reader what it is, and which rows name as source.

    media_types: the first one is the registered or usual one. suffixes: of the names of files, for uploads by form.
    starts: what it may begin with, empty for anything.
    """

    file: str
    media_types: tuple[str, ...]
    suffixes: tuple[str, ...]
    starts: tuple[bytes, ...] = ()


FORMATS = {
    "ndjson": UploadFormat(
        "pages.ndjson",
        ("application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines"),
        (".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"),
    ),
    "zip": UploadFormat("pages.zip", ("application/zip", "application/x-zip-compressed"), (".zip",), (b"PK",)),
    "warc": UploadFormat(
        "pages.warc",
        ("application/warc", "application/x-warc"),
        (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz"),
        (b"WARC/", b"filedesc://", _GZIP, _ZSTD),
    ),
}


def format_of_type(media_type: str) -> str | None:
    """The format of a media type.

    >>> format_of_type("application/warc"), format_of_type("text/html")
    ('warc', None)
    """
    return next((name for name, entry in FORMATS.items() if media_type in entry.media_types), None)


def format_of_name(file: str) -> str | None:
    """The format that a file's name tells.

    >>> format_of_name("Crawl.WARC.gz"), format_of_name("page.html")
    ('warc', None)
    """
    return next((name for name, entry in FORMATS.items() if file.lower().endswith(entry.suffixes)), None)


def demand_format(name: str, head: bytes) -> None:
    """Raises UploadMismatch when the first bytes are none that a file of the format has."""
    starts = FORMATS[name].starts
    if starts and not head.startswith(starts):
        raise UploadMismatch(f"the upload is no {name}: it does not begin like one")
