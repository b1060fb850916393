"""GET and POST /: paste or upload a page, see article and ledger side by side. Needs no JavaScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple, cast

from flask import Response, render_template, request
from werkzeug.exceptions import HTTPException

from cleaner.errors import CleanerError, EmptyInput, OptionError
from cleaner.model import CleanResult, Kind
from cleaner.records import build
from cleaner.web.around import PAGE_POLICY, instance
from cleaner.web.operation import Answer, Content, Operation
from cleaner.web.problem import Problem, problem_of
from cleaner.web.resources.clean import KINDS
from cleaner.web.resources.run import run
from cleaner.web.state import state
from cleaner.web.view import PageView, page_view
from cleaner.web.worker import Job

_SAMPLE_SUFFIXES = (".txt", ".html")


class Form(NamedTuple):
    """What the form holds, to show it again; `name` is of the file that was uploaded or preloaded."""

    content: str = ""
    url: str = ""
    kind: str = ""
    name: str = ""


def home() -> Response:
    """The form with the first sample in it, cleaned, where there is one."""
    sample = _first_sample()
    if sample is None:
        return _page(Form())
    form = Form(sample.read_text(encoding="utf-8"), name=sample.name)
    try:
        return _page(form, _cleaned(Job(form.content)))
    except CleanerError as error:
        return _page(form, problem=problem_of(error, instance()))


def home_clean() -> Response:
    form = Form()
    try:
        request.max_content_length = state().settings.max_request_bytes
        form, job = _read_form()
        return _page(form, _cleaned(job))
    except (CleanerError, HTTPException) as error:
        return _page(form, problem=problem_of(error, instance()))


def _read_form() -> tuple[Form, Job]:
    fields = request.form
    form = Form(fields.get("content", ""), fields.get("url", ""), fields.get("kind", ""))
    if form.kind and form.kind not in KINDS:
        raise OptionError(f"unknown kind {form.kind!r}; there are {', '.join(KINDS)}")
    content: bytes | str = form.content.replace("\r\n", "\n")  # what a form makes of every line end
    upload = request.files.get("page")
    if upload and upload.filename:
        content = upload.read()
        form = form._replace(name=upload.filename, content="")
    if not content:
        raise EmptyInput("paste a page or choose a file first")
    said = upload.content_type if upload and upload.mimetype.startswith("text/") else None
    return form, Job(content, form.url or None, said, cast("Kind | None", form.kind or None))


def _cleaned(job: Job) -> PageView:
    return page_view(build(CleanResult, json.loads(run(job).content)))


def _page(form: Form, view: PageView | None = None, problem: Problem | None = None) -> Response:
    page = render_template("home.html", form=form, view=view, problem=problem, kinds=KINDS)
    return Response(page, problem.status if problem else 200, headers={"Content-Security-Policy": PAGE_POLICY})


def _first_sample() -> Path | None:
    folder = state().seeds
    names = sorted(folder.iterdir()) if folder else []
    return next((path for suffix in _SAMPLE_SUFFIXES for path in names if path.suffix == suffix), None)


_PAGE = (Content("text/html"),)
OPERATIONS = (
    Operation(
        name="home",
        method="GET",
        path="/",
        summary="The page for people",
        view=home,
        tag="service",
        answers=(
            Answer(200, "A page with a form, and the first sample cleaned.", _PAGE),
            Answer(503, "The form alone.", _PAGE),
        ),
    ),
    Operation(
        name="homeClean",
        method="POST",
        path="/",
        summary="The page for people, with what its form sent cleaned",
        description="Fields: `content` or the file `page`; `url`; `kind` (html, text or empty). Others are ignored.",
        view=home_clean,
        tag="service",
        body=(Content("multipart/form-data"), Content("application/x-www-form-urlencoded")),
        answers=(
            Answer(200, "A page with article and ledger.", _PAGE),
            *(Answer(status, "The page, saying what is wrong.", _PAGE) for status in (400, 413, 415, 422, 503)),
        ),
    ),
)
