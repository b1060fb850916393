"""Both languages are complete, and the reader gets the one that was asked for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from cleaner.model import Role
from cleaner.web.language import LANGUAGES, words
from tests.web.conftest import PAGE

WEB = Path(__file__).parents[2] / "cleaner" / "web"
TEMPLATES = [path.read_text("utf-8") for path in (WEB / "templates").rglob("*.html")]
SCRIPTS = [path.read_text("utf-8") for path in (WEB / "static" / "workbench").glob("*.js")]
#: Words that are the same in both, on purpose.
SAME = {"API", "Markdown", "HTML", "JSON", "JSON-LD", "sapo"}


def test_every_language_has_every_word_with_the_same_gaps() -> None:
    english = words("en")
    for code in LANGUAGES:
        other = words(code)
        assert other.keys() == english.keys()
        for key, text in other.items():
            assert text.strip() == text != ""
            assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", english[key])), key


def test_the_translation_is_one() -> None:
    english, vietnamese = words("en"), words("vi")
    assert {text for key, text in vietnamese.items() if text == english[key]} <= SAME


def test_every_role_has_a_name() -> None:
    for code in LANGUAGES:
        named = {key.removeprefix("role.") for key in words(code) if key.startswith("role.")}
        assert named == {role.value for role in Role}


def test_every_word_asked_for_is_there_and_every_word_there_is_asked_for() -> None:
    literal = {key for text in TEMPLATES for key in re.findall(r't\("([\w.-]+)"[,)]', text)}
    started = {start for text in TEMPLATES for start in re.findall(r't\("([\w-]+\.[\w]*)" ~', text)}
    literal |= {f"js.{key}" for text in SCRIPTS for key in re.findall(r'say\("(\w+)"', text)}
    literal |= {f"js.{key}" for text in SCRIPTS for key in re.findall(r'"(restored|cut|renamed|undone)"', text)}
    assert literal - words("en").keys() == set()
    spare = {key for key in words("en").keys() - literal if not any(key.startswith(start) for start in started)}
    assert {key for key in spare if not key.startswith("role.")} == set()


@pytest.mark.parametrize(
    ("query", "accept", "lang"),
    [
        ("", "", "en"),
        ("", "vi", "vi"),
        ("", "fr, vi-VN;q=0.8, en;q=0.5", "vi"),
        ("", "fr", "en"),
        ("?lang=en", "vi", "en"),
        ("?lang=vi", "en", "vi"),
    ],
)
def test_which_language(client: FlaskClient, query: str, accept: str, lang: str) -> None:
    answer = client.get(f"/{query}", headers={"Accept-Language": accept})
    assert f'<html lang="{lang}"' in answer.text
    assert "Accept-Language" in answer.headers["Vary"]


def test_the_choice_is_remembered_also_for_what_is_posted(client: FlaskClient) -> None:
    client.get("/?lang=vi")
    assert "Bản sửa" in client.get("/", headers={"Accept-Language": "en"}).text
    assert "Sổ xét" in client.post("/", data={"content": PAGE}).text
    assert '<html lang="en"' in client.get("/docs").text  # which is in English only


def test_another_language_is_a_problem(client: FlaskClient) -> None:
    assert client.get("/?lang=xx").status_code == 400


def test_the_theme_comes_with_the_page(client: FlaskClient) -> None:
    client.set_cookie("theme", "dark")
    assert 'data-theme="dark"' in client.get("/").text
    client.set_cookie("theme", '"><script>')
    assert "data-theme" not in client.get("/").text.split("<head>")[0]
