from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cleaner.pipeline import clean
from cleaner.render import FORMATS, PROFILES, render
from tests.cli.conftest import TEXT
from tests.settle.test_known import OTHER, TITLE, text

Run = Callable[..., Result]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_librarys_own_bytes(run: Run, page: Path, name: str) -> None:
    result = run("clean", page, "--format", name)
    assert result.exit_code == 0
    assert result.stdout_bytes.rstrip(b"\n") == render(clean(TEXT.encode()), name).rstrip(b"\n")


def test_json_is_the_default_and_stdin_is_read(run: Run) -> None:
    result = run("clean", "-", input=TEXT.encode())
    assert json.loads(result.stdout) == clean(TEXT.encode()).to_dict()
    assert result.stdout.count("\n") == 1


def test_pretty_is_the_same_json(run: Run, page: Path) -> None:
    plain, pretty = run("clean", page).stdout, run("clean", page, "--pretty").stdout
    assert json.loads(plain) == json.loads(pretty)
    assert pretty.count("\n") > 20


def test_profile_url_kind(run: Run, page: Path) -> None:
    result = run("clean", page, "--profile", "body", "--url", "https://e.vn/a.html", "--kind", "text")
    expected = clean(TEXT.encode(), "https://e.vn/a.html", kind="text")
    assert result.stdout_bytes.rstrip() == render(expected, "json", PROFILES["body"])


def test_encoding_is_believed(run: Run) -> None:
    page = (
        "<html><body><h1>Café du Monde</h1><p>Où est le garçon ? Il est là-bas, près de la fenêtre.</p></body></html>"
    )
    result = json.loads(run("clean", "-", "--encoding", "iso-8859-1", input=page.encode("latin-1")).stdout)
    assert result["report"]["encoding_source"] == "http"
    assert "garçon" in json.dumps(result["ledger"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", 3, "empty-input"),
        (b"  \n", 3, "empty-input"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 3, "unsupported-media"),
    ],
)
def test_what_cannot_be_cleaned_is_said_on_stderr(run: Run, content: bytes, code: int, says: str) -> None:
    result = run("clean", "-", input=content)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(f"cleaner: {says}: ")
    assert result.stderr.count("\n") == 1


def test_an_endless_input_is_not_read_to_its_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANER_MAX_PAGE_BYTES", "1000")
    result = run("clean", "/dev/zero")
    assert result.exit_code == 3


def test_size_limit_of_the_settings(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEANER_MAX_PAGE_BYTES", "10")
    result = run("clean", page)
    assert result.exit_code == 3
    assert "input-too-large" in result.stderr


def test_wrong_usage_is_2(run: Run, page: Path) -> None:
    assert run("clean", page, "--format", "docx").exit_code == 2
    assert run("clean", "/no/such/file").exit_code == 2
    assert run("clean", page, "--seconds", "0").exit_code == 2
    assert run("clean").exit_code == 2


def test_bad_rule_packs_are_5(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "generic").mkdir()
    assert run("clean", page, "--rules", tmp_path).exit_code == 5
    (tmp_path / "generic" / "bad.toml").write_text("[[rule]]\nid = 1\n")
    assert run("clean", page, "--rules", tmp_path).exit_code == 5


def test_a_page_that_takes_too_long_is_4(run: Run) -> None:
    big = ("<p>Một đoạn văn dài của bài viết, với <b>chữ đậm</b>.</p>" * 100_000).encode()
    result = run("clean", "-", "--seconds", "0.1", input=big)
    assert result.exit_code == 4
    assert "limit-exceeded" in result.stderr


def test_a_page_that_takes_too_much_memory_is_4(run: Run) -> None:
    big = "<p>Một đoạn văn dài của bài viết, với <b>chữ đậm</b>.</p>" * 60_000
    result = run("clean", "-", "--memory", "100", input=big)
    assert result.exit_code == 4
    assert "limit-exceeded" in result.stderr


def test_with_an_index_a_second_page_proves_a_leak_of_the_first(run: Run, tmp_path: Path) -> None:
    index = tmp_path / "titles.db"
    for name, page in (("b", text().replace(TITLE, OTHER)), ("a", text(OTHER))):
        (tmp_path / f"{name}.txt").write_text(page, "utf-8")
        url = f"https://tin.mau.vn/{name}.html"
        result = json.loads(run("clean", tmp_path / f"{name}.txt", "--url", url, "--index", index).stdout)
    assert result["report"]["rules"]["known.title"] == 1
    assert "known.title" not in run("clean", tmp_path / "a.txt", "--url", "https://tin.mau.vn/a.html").stdout
