"""The same bad input says the same at every edge: library, command line and HTTP."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from cleaner import clean
from cleaner.cli import main
from cleaner.errors import CleanerError
from cleaner.settings import Settings
from cleaner.web import create_app
from tests.pages.test_bad_input import FRONTS, REFUSED

BYTES = {name: content for name, (content, _) in REFUSED.items() if isinstance(content, bytes)}
#: The exit code of the command line for input that cannot be cleaned.
BAD_INPUT = 3
STATUS = {"empty-input": 422, "unsupported-media": 415, "input-too-large": 413, "undecodable-input": 422}


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings.load({}, page_workers=0)).test_client()


def refusal(content: bytes) -> CleanerError:
    with pytest.raises(CleanerError) as caught:
        clean(content)
    return caught.value


@pytest.mark.parametrize("name", BYTES)
def test_command_line(name: str) -> None:
    error = refusal(BYTES[name])
    done = CliRunner().invoke(main, ["clean", "-"], input=BYTES[name])
    assert done.exit_code == BAD_INPUT
    assert done.stdout == ""
    assert error.code in done.stderr
    assert str(error) in done.stderr


@pytest.mark.parametrize("name", BYTES)
def test_http(name: str, client: FlaskClient) -> None:
    error = refusal(BYTES[name])
    answer = client.post("/v1/clean", data=BYTES[name], content_type="text/html")
    problem = json.loads(answer.data)
    assert answer.status_code == STATUS[error.code] == problem["status"]
    assert answer.mimetype == "application/problem+json"
    assert problem["type"].endswith(error.code)
    assert problem["detail"] == str(error)


@pytest.mark.parametrize("name", FRONTS)
def test_a_front_is_answered_with_its_warning_everywhere(name: str, client: FlaskClient) -> None:
    page = FRONTS[name].encode()
    warnings = list(clean(page).report.warnings)
    printed = json.loads(CliRunner().invoke(main, ["clean", "-"], input=page).stdout)
    answered = json.loads(client.post("/v1/clean", data=page, content_type="text/html").data)
    assert warnings
    assert printed["report"]["warnings"] == answered["report"]["warnings"] == warnings
