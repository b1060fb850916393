"""What a scraper gets with `import cleaner.client`, and that its records are the service's."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import get_args

from cleaner.bulk import record
from cleaner.client import AsyncClient, Client, errors, job, jobs
from cleaner.jobs.formats import FORMATS, format_of_name
from cleaner.web import problem

HEAVY = ("numpy", "flask", "lxml", "selectolax", "trafilatura", "cleaner.pipeline", "cleaner.rulebook", "cleaner.web")


def test_the_engine_is_not_loaded() -> None:
    script = f"import sys, cleaner.client; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_engine_is_there_when_asked_for() -> None:
    script = "import sys; from cleaner import clean, Role; print('cleaner.pipeline' in sys.modules, Role.BODY)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True body"


def test_formats_and_statuses_of_jobs_are_those_that_are_served() -> None:
    assert get_args(job.PageStatus) == get_args(record.Status)
    assert set(get_args(jobs.Format)) == FORMATS.keys() == jobs.MEDIA_TYPES.keys() == jobs.SUFFIXES.keys()
    for form, media_type in jobs.MEDIA_TYPES.items():
        assert media_type in FORMATS[form].media_types
        assert {format_of_name(f"a{suffix}") for suffix in jobs.SUFFIXES[form]} == {form}


def test_the_record_of_a_problem_is_the_one_that_is_served() -> None:
    """Declared twice: ours reads what a proxy leaves out, and the service must not leave anything out."""
    assert errors.Problem.__annotations__ == problem.Problem.__annotations__


def test_both_clients_have_the_same_methods() -> None:
    def methods(client: type) -> dict[str, list[str]]:
        found = inspect.getmembers(client, inspect.isfunction)
        return {name: [*inspect.signature(method).parameters] for name, method in found if not name.startswith("_")}

    assert methods(Client) == methods(AsyncClient)


def test_without_the_extra_it_says_which() -> None:
    script = "import sys; sys.modules['tenacity'] = None; import cleaner.client"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (
        done.stderr.splitlines()[-1]
        == "ImportError: the client needs the extra `client` of cleaner (tenacity is missing)"
    )
