"""GET and POST /: the workbench. Paste, drop or upload pages; see, and change, every verdict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple, cast

from flask import Response, render_template, request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import HTTPException

from cleaner.decode.reading import lossy
from cleaner.errors import CleanerError, EmptyInput, InputTooLarge, OptionError
from cleaner.model import CleanResult, Kind
from cleaner.records import build
from cleaner.web.around import PAGE_POLICY, told
from cleaner.web.language import LANGUAGE, language, remember, table
from cleaner.web.negotiate import query
from cleaner.web.operation import Answer, Content, Operation, Parameter
from cleaner.web.problem import Problem
from cleaner.web.resources.clean import KINDS
from cleaner.web.resources.run import run
from cleaner.web.saved import is_saved, saved_page
from cleaner.web.state import state
from cleaner.web.view import BenchView, bench_view, constants, roles_by_family, script_json
from cleaner.web.worker import Job

_SAMPLE_SUFFIXES = (".txt", ".html")
#: Longer pages are for programs: nobody reads them block by block, and each block is rendered four times.
MOST_BLOCKS = 5000
SEED = Parameter("seed", "Which sample to show; the first one without it.")


class Form(NamedTuple):
    """What the form holds, to show it again when something was wrong."""

    content: str = ""
    url: str = ""
    kind: str = ""


class Source(NamedTuple):
    """One page that came in, and how to call it."""

    job: Job
    name: str
    sample: bool = False


class Trouble(NamedTuple):
    name: str
    problem: Problem


def home() -> Response:
    """The workbench with a sample on it, cleaned, where there is one."""
    samples = _samples()
    chosen = query(SEED) or (samples[0].name if samples else None)
    if chosen is None:
        return remember(_page(Form(), [], []))
    found = next((path for path in samples if path.name == chosen), None)
    if found is None:
        raise OptionError("there is no sample of this name")
    return remember(_page(Form(), [Source(Job(found.read_text(encoding="utf-8")), found.name, True)], []))


def home_clean() -> Response:
    form = Form()
    try:
        request.max_content_length = state().settings.max_request_bytes
        form = _form()
        return _page(form, _sources(form), [])
    except (CleanerError, HTTPException) as error:
        return _page(form, [], [Trouble("", told(error))])


def _form() -> Form:
    fields = request.form
    form = Form(fields.get("content", ""), fields.get("url", ""), fields.get("kind", ""))
    if form.kind and form.kind not in KINDS:
        raise OptionError(f"unknown kind {form.kind!r}; there are {', '.join(KINDS)}")
    return form


def _sources(form: Form) -> list[Source]:
    """The files that were chosen, else the text that was pasted."""
    files = [upload for upload in request.files.getlist("page") if upload.filename]
    if len(files) > state().settings.max_batch_items:
        raise InputTooLarge(f"at most {state().settings.max_batch_items} files at once")
    if files:
        return [Source(_uploaded(form, upload), upload.filename or "") for upload in files]
    if not form.content:
        raise EmptyInput("paste a page or choose a file first")
    content = form.content.replace("\r\n", "\n")  # what a form makes of every line end
    return [Source(Job(content, form.url or None, kind=_kind(form)), request.form.get("name", ""))]


def _uploaded(form: Form, upload: FileStorage) -> Job:
    content = upload.read()
    if is_saved(content):
        saved = saved_page(content)
        return Job(saved.content, form.url or saved.url, saved.content_type, _kind(form))
    said = upload.content_type if upload.mimetype.startswith("text/") else None
    return Job(content, form.url or None, said, _kind(form))


def _kind(form: Form) -> Kind | None:
    return cast("Kind | None", form.kind or None)


def _page(form: Form, sources: list[Source], troubles: list[Trouble]) -> Response:
    """The page with each source cleaned, or with what was wrong with it; its status is that of the first trouble."""
    benches = []
    for source in sources:
        try:
            benches.append(_bench(source))
        except Exception as error:  # whatever one page meets, the others are shown
            troubles.append(Trouble(source.name, told(error)))
    status = troubles[0].problem.status if troubles and not benches else 200
    page = render_template(
        "home.html",
        form=Form() if benches else form,
        benches=benches,
        troubles=troubles,
        kinds=KINDS,
        families=roles_by_family(),
        samples=[path.name for path in _samples()],
        constants=constants(),
        script_words=script_json(
            json.dumps({name: table(language(), name) for name in ("js", "role", "fate")}, ensure_ascii=False)
        ),
    )
    return Response(page, status, headers={"Content-Security-Policy": PAGE_POLICY})


def _bench(source: Source) -> BenchView:
    output = run(source.job).content
    result = build(CleanResult, json.loads(output))
    if len(result.ledger) > MOST_BLOCKS:
        raise InputTooLarge(f"{len(result.ledger)} blocks; the workbench shows at most {MOST_BLOCKS}, /v1/clean more")
    text = _text(source.job.content, result.report.encoding)
    known = state().rulebook.pack_of
    return bench_view(result, output, text, known, source.name, source.job.url or "", source.sample)


def _text(content: bytes | str, encoding: str) -> str:
    """The page as the engine read it; where the name is of no one encoding, as near as UTF-8 comes."""
    if isinstance(content, str):
        return content
    try:
        text = lossy(content, encoding, "").text
    except LookupError:
        text = content.decode("utf-8", "replace")
    return text.removeprefix("\ufeff")


def _samples() -> list[Path]:
    folder = state().seeds
    names = sorted(folder.iterdir()) if folder else []
    return [path for suffix in _SAMPLE_SUFFIXES for path in names if path.suffix == suffix]


_PAGE = (Content("text/html"),)
OPERATIONS = (
    Operation(
        name="home",
        method="GET",
        path="/",
        summary="The workbench, with a sample cleaned",
        view=home,
        tag="service",
        parameters=(LANGUAGE, SEED),
        answers=(
            Answer(200, "A page with a form, and a sample cleaned.", _PAGE),
            *(Answer(status, "The form alone.", _PAGE) for status in (422, 503)),
        ),
        problems=(400,),
    ),
    Operation(
        name="homeClean",
        method="POST",
        path="/",
        summary="The workbench, with what its form sent cleaned",
        description=(
            "Fields: `content`, or one or more files `page` (HTML, text or .mhtml); `url`; `kind` (html, text or "
            "empty); `name` of what was pasted. Others are ignored."
        ),
        view=home_clean,
        tag="service",
        body=(Content("multipart/form-data"), Content("application/x-www-form-urlencoded")),
        answers=(
            Answer(200, "A page with article and ledger.", _PAGE),
            *(Answer(status, "The page, saying what is wrong.", _PAGE) for status in (400, 413, 415, 422, 503)),
        ),
    ),
)
