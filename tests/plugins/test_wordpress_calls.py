"""The WordPress plug-in without WordPress: its PHP is well-formed, and its calls to the running service are right."""

from __future__ import annotations

import gettext
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.waiting import PATIENCE
from tests.web.conftest import Server

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "plugins" / "wordpress" / "cleaner"
SCRIPT = Path(__file__).parent / "wordpress.php"
STORY = (ROOT / "tests" / "browser" / "pages" / "story.html").read_text("utf-8")
FILES = sorted(PLUGIN.rglob("*.php"))
PHP = shutil.which("php") or ""
needs_php = pytest.mark.skipif(not PHP, reason="php is not installed")


@pytest.fixture(scope="module")
def service() -> Iterator[Server]:
    running = Server(page_workers="1")
    yield running
    running.stop()


def php(settings: dict[str, str], page: str = STORY, **asked: object) -> dict[str, Any]:
    text = json.dumps({"settings": settings, "page": page, **asked})
    done = subprocess.run([PHP, str(SCRIPT)], input=text, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@needs_php
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_the_php_is_well_formed(file: Path) -> None:
    done = subprocess.run([PHP, "-l", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_no_file_runs_by_itself_and_all_name_their_licence(file: Path) -> None:
    source = file.read_text("utf-8")
    assert "defined( 'ABSPATH' ) || exit;" in source or "defined( 'WP_UNINSTALL_PLUGIN' ) || exit;" in source
    assert "GPL-2.0-or-later" in source


@needs_php
def test_a_page_is_cleaned(service: Server) -> None:
    answer = php({"url": f"{service.url}/", "key": "k-1", "profile": "body"})
    assert answer["html"].startswith("<p>Từ bốn giờ sáng")
    assert answer["view"]["fields"]["title"] == "Làng gốm ven sông thắp lại lò bầu sau mười năm"
    assert answer["view"]["fields"]["authors"][0]["name"] == "Trần Minh Khuê"
    assert "Tin liên quan" in [cut["text"] for cut in answer["view"]["cuts"]]
    assert [call["url"].removeprefix(service.url) for call in answer["sent"]] == [
        "/v1/clean?format=json",
        "/v1/clean?format=html&profile=body",
    ]
    assert {call["headers"]["Authorization"] for call in answer["sent"]} == {"Bearer k-1"}


@needs_php
def test_without_a_key_none_is_sent(service: Server) -> None:
    answer = php({"url": service.url, "key": "", "profile": "article"})
    assert all("Authorization" not in call["headers"] for call in answer["sent"])
    assert answer["html"].startswith('<p class="lead">Sau mười năm')


@needs_php
def test_the_fragment_becomes_blocks(service: Server) -> None:
    blocks = php({"url": service.url, "key": "", "profile": "illustrated"})["blocks"]
    assert '<!-- wp:paragraph {"className":"lead"} -->\n<p class="lead">Sau mười năm' in blocks
    assert "<!-- wp:heading -->\n<h2>Đợi lửa nguội</h2>\n<!-- /wp:heading -->" in blocks
    assert '<figure class="wp-block-image"><img src="https://anh.example/lo-bau.jpg"' in blocks
    assert "<strong>trong và sâu</strong>" in blocks
    assert blocks.count("<!-- wp:") == blocks.count("<!-- /wp:")


@needs_php
def test_a_cut_comes_back_at_its_place(service: Server) -> None:
    answer = php({"url": service.url, "key": "", "profile": "body"}, restore="Lò bầu được thắp lửa")
    assert answer["restore"]["html"] == "<p>Lò bầu được thắp lửa trong sáng nay. Ảnh: Lê Hạ Vy</p>"
    assert answer["restore"]["before"].startswith("Nghệ nhân lớn tuổi")
    assert answer["unknown"] == {"error": "cleaner_error"}


@needs_php
def test_a_page_without_an_article_is_an_error(service: Server) -> None:
    page = "<nav><a href='/'>Trang chủ</a></nav><footer>© 2026</footer>"
    assert php({"url": service.url, "key": "", "profile": "body"}, page)["error"] == "cleaner_empty"


@needs_php
@pytest.mark.parametrize(("path", "error"), [("/healthz?", "cleaner_error"), ("/nowhere", "cleaner_error")])
def test_a_service_that_refuses_is_an_error(service: Server, path: str, error: str) -> None:
    assert php({"url": service.url + path, "key": "", "profile": "body"})["error"] == error


@needs_php
def test_a_service_that_is_down_is_an_error() -> None:
    answer = php({"url": "http://127.0.0.1:9", "key": "", "profile": "body"})
    assert answer["error"] == "cleaner_unreachable"


@needs_php
@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ({"url": "javascript:alert(1)", "key": "", "profile": "all"}, {"url": "http://127.0.0.1:9", "key": "old"}),
        ({"url": "https://c.example/", "key": "new", "profile": "article"}, {"url": "https://c.example", "key": "new"}),
        ({"url": "https://c.example", "key": "a\r\nX: b"}, {"key": "old"}),
        ({"url": "https://c.example", "key": "", "forget": "1"}, {"key": ""}),
    ],
    ids=["scheme", "right", "header", "forget"],
)
def test_settings_are_made_fit(form: dict[str, str], kept: dict[str, str]) -> None:
    saved = php({"url": "http://127.0.0.1:9", "key": "old", "profile": "body"}, form=form)["sanitized"]
    assert saved["profile"] in ("article", "body")
    assert {name: saved[name] for name in kept} == kept


def test_the_vietnamese_words_are_compiled() -> None:
    """Every msgid of the .po file, with its translation, is in the .mo file that WordPress reads."""
    source = (PLUGIN / "languages" / "cleaner-vi.po").read_text("utf-8").split("\n\n", 1)[1]
    texts = dict(zip(_quoted(source, "msgid"), _quoted(source, "msgstr"), strict=True))
    with (PLUGIN / "languages" / "cleaner-vi.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert len(texts) > 25
    assert {text: compiled.gettext(text) for text in texts} == texts
    assert all(texts.values())


def _quoted(source: str, keyword: str) -> list[str]:
    return [line.removeprefix(f'{keyword} "')[:-1] for line in source.splitlines() if line.startswith(f"{keyword} ")]
