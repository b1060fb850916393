"""A real Chromium on the real application. Without one, these tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from werkzeug.serving import make_server

from cleaner.settings import Settings
from cleaner.web import create_app

try:
    from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
except ModuleNotFoundError:
    collect_ignore_glob = ["test_[!i]*.py"]  # test_installed.py stays, and says why the others are not run

TIMEOUT_MS = 12_000
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The browser that this machine has; Playwright's own downloads are not used."""
    given = os.environ.get("CLEANER_TEST_CHROMIUM")
    return given or next((path for name in _NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium here; set CLEANER_TEST_CHROMIUM to one")
    sandbox = os.geteuid() != 0  # Chromium's sandbox does not start for root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, chromium_sandbox=sandbox)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of the application in a thread of its own."""
    app = create_app(Settings.load({}, page_workers=0))
    server = make_server("127.0.0.1", int(os.environ.get("CLEANER_TEST_PORT", "0")), app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


Open = Callable[..., "Page"]


@pytest.fixture
def open_page(browser: Browser, service: str) -> Iterator[Open]:
    """Opens a path of the service in a context of its own; a script's error on it fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def opened(path: str = "/?lang=en", width: int = 1280, height: int = 800, **options: Any) -> Page:
        context = browser.new_context(base_url=service, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(TIMEOUT_MS)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if "Content Security Policy" in line.text else None)
        page.goto(path)
        if options.get("java_script_enabled", True):
            page.wait_for_selector("html[data-ready]")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []
