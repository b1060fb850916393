"""The whole way with the service's own store: paste, correction, draft rule, and the verdicts that it would change."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from cleaner.settings import Settings
from cleaner.web import create_app
from tests.browser.acts import entry, paste
from tests.browser.pages import STORY

pytestmark = pytest.mark.skipif(
    "data" not in {field.name for field in dataclasses.fields(Settings)}, reason="this service keeps no corrections"
)
LABEL = "Tin cùng bến"
PAGE = STORY.replace("<footer>", f'<p class="ben-label">{LABEL}</p><footer>')


@pytest.fixture
def keeping(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The workbench of a service that keeps corrections in a folder."""
    app = create_app(Settings.load({}, page_workers=0, data=str(tmp_path)))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    context = browser.new_context(
        base_url=f"http://127.0.0.1:{server.server_port}", viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto("/?lang=en")
    page.wait_for_selector("html[data-ready]")
    yield page
    context.close()
    server.shutdown()
    thread.join()
    server.server_close()


def test_from_paste_to_a_draft_rule(keeping: Page) -> None:
    page = keeping
    paste(page, PAGE)
    entry(page, "row", LABEL).click()
    as_role = page.get_by_label("Selected block").get_by_label("Role")
    as_role.select_option("legal" if as_role.input_value() != "legal" else "ad")
    wanted = as_role.input_value()
    box = page.locator(".correction")
    box.get_by_label("Note").fill("Nhãn của hộp tin khác")
    box.get_by_role("button", name="Save correction").click()
    expect(box.locator(".state")).to_contain_text("Saved as correction 1")
    box.locator('[data-do="draft"][aria-disabled="false"]').click()
    expect(box.locator(".draft")).to_be_visible(timeout=30_000)
    expect(box.locator(".draft pre")).to_contain_text(f'role = "{wanted}"')
    expect(box.locator('[data-part="hit"]')).to_contain_text(LABEL)
    expect(box.locator('[data-part="check"]')).not_to_be_empty()
    expect(box.locator('[data-part="changed"]')).to_contain_text(LABEL)
