"""The TinyMCE plug-in on one origin, the service with keys on another: tokens and CORS as a newsroom has them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if importlib.util.find_spec("cleaner.web.access") is None:
    pytest.skip("this service has no keys", allow_module_level=True)

from playwright.sync_api import Browser

from tests.browser.test_tinymce import CHROMIUM, FIRST, STORY, event, paste, text_lines
from tests.browser.tinymce_host import MAIN, ROOT, Host, tinymce_folder
from tests.web.conftest import Server

KEYS = "from cleaner.cli import main; main()"


@pytest.fixture
def host() -> Iterator[Host]:
    if not CHROMIUM:
        pytest.skip("chromium is not installed")
    tinymce_folder(MAIN)
    running = Host("http://127.0.0.1:9")  # nothing is forwarded: the plug-in calls the service itself
    yield running
    running.stop()


def add_key(store: Path, origin: str) -> str:
    """A key that makes tokens for scripts of this origin."""
    words = ["keys", "add", "cms", "--scope", "tokens", "--origin", origin, "--keys", str(store)]
    done = subprocess.run([sys.executable, "-c", KEYS, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return max(done.stdout.split(), key=len)


def make_token(service: str, key: str, origin: str) -> str:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    body = json.dumps({"origin": origin, "ttl": 60}).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{service}/v1/tokens", body, headers), timeout=30) as answer:
        return str(json.loads(answer.read())["token"])


@pytest.mark.parametrize(("right", "comes"), [(True, "CleanerResult"), (False, "CleanerFailure")])
def test_a_token_opens_the_service_to_its_origin(
    browser: Browser, host: Host, tmp_path: Path, right: bool, comes: str
) -> None:
    store = tmp_path / "keys.json"
    key = add_key(store, host.url)
    service = Server(keys=str(store), page_workers="1")
    try:
        page = browser.new_page()
        token = make_token(service.url, key, host.url) if right else "no-such-token"
        page.expose_function("hostToken", lambda: token)
        page.goto(host.page(MAIN, cleaner_url=service.url))
        page.wait_for_function("window.tinymce && tinymce.activeEditor && tinymce.activeEditor.initialized")
        page.evaluate("tinymce.activeEditor.options.set('cleaner_token', window.hostToken)")
        paste(page, STORY)
        detail = event(page, comes)
        if right:
            assert text_lines(page)[1].startswith(FIRST)
            page.get_by_role("button", name="Put back: Tin liên quan").click()
            event(page, "CleanerRestore")
        else:
            assert detail["reason"] in ("refused", "unreachable")  # a refusal may hide itself from the script
        page.close()
    finally:
        service.stop()
