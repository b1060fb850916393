"""The body of POST /v1/jobs on its way to the disk, sent as it is or by a form."""

from __future__ import annotations

from typing import IO, cast

from flask import request
from werkzeug.formparser import FormDataParser

from cleaner.jobs.formats import FORMATS, format_of_name, format_of_type
from cleaner.jobs.upload import Upload
from cleaner.web.body import body_file, read_pieces
from cleaner.web.errors import MalformedBody, UnsupportedBody

FORM = "multipart/form-data"
FILE = "file"
# What curl and many libraries say of a body when they were told nothing.
_SAYS_NOTHING = ("", "application/x-www-form-urlencoded", "application/octet-stream", "application/gzip")
_MOST_PARTS = 20


def is_form() -> bool:
    return request.mimetype == FORM


def announced() -> int:
    """The length of the upload as the client declares it; 0 where it does not, or is compressed."""
    return 0 if request.headers.get("Content-Encoding") else request.content_length or 0


def declared_format(given: str | None) -> str | None:
    """The format by the query's word or the Content-Type; None when a form's file has still to say it.

    Raises UnsupportedBody when neither says anything that is read.
    """
    found = given or format_of_type(request.mimetype)
    if found is None and not is_form():
        said = "says no format" if request.mimetype in _SAYS_NOTHING else f"is {request.mimetype}, which is not read"
        raise UnsupportedBody(f"Content-Type {said}; send one that is, or `format`: {', '.join(FORMATS)}")
    return found


def receive(upload: Upload, declared: str | None) -> str:
    """Writes the body, or a form's file, to the upload; its format.

    Raises MalformedBody for a body that breaks off, UnsupportedBody, and what `Upload` raises.
    """
    if not is_form():
        upload.take(read_pieces())
        return declared or ""
    name, media_type = _receive_form(upload)
    found = declared or format_of_name(name) or format_of_type(media_type)
    if found is None:
        raise UnsupportedBody(f"the file's name tells no format that is read; send `format`: {', '.join(FORMATS)}")
    return found


def _receive_form(upload: Upload) -> tuple[str, str]:
    """(file name, media type) of the form's file. Other fields are ignored, a second file is refused."""
    written: list[str] = []

    def open_file(
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        written.append(filename or "")
        if len(written) > 1:
            raise MalformedBody("the form has more than one file")
        return cast(IO[bytes], upload)

    parser = FormDataParser(open_file, max_form_memory_size=1 << 16, max_form_parts=_MOST_PARTS, silent=False)
    try:
        _, _, files = parser.parse(body_file(), FORM, None, request.mimetype_params)
    except ValueError as error:
        raise MalformedBody(f"the form cannot be read: {error}") from None
    if FILE not in files:
        raise MalformedBody(f"the form has no file in the field `{FILE}`")
    return written[0], files[FILE].mimetype
