"""No violations found by axe-core, in both languages, both themes, at both widths, in every state of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Open

_PACKAGE = pytest.importorskip("axe_playwright_python", reason="the extra `browser` is not installed")
AXE = Path(_PACKAGE.__file__).with_name("axe.min.js").read_text("utf-8")
_RUN = """async () => (await axe.run(document)).violations.map(
  found => found.id + ": " + found.nodes.map(
    node => node.html.slice(0, 160) + " | " + node.failureSummary).join(" || "))"""


def fresh(page: Page) -> None:
    assert page.locator(".row").count() > 10


def changed(page: Page) -> None:
    for key in "jjjrjjx":
        page.keyboard.press(key)
    page.locator(".filters").evaluate("box => box.open = true")
    page.locator('.chip input[value="caption"]').check()
    page.locator(".how").evaluate("box => box.open = true")


def form_with_trouble(page: Page) -> None:
    page.locator(".intake > summary").click()
    page.locator("#intake button").click()
    page.wait_for_selector(".problem")


def help_dialog(page: Page) -> None:
    page.keyboard.press("?")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("state", [fresh, changed, form_with_trouble, help_dialog])
def test_no_violations(open_page: Open, lang: str, scheme: str, width: int, state: Callable[[Page], None]) -> None:
    page = open_page(f"/?lang={lang}", width=width, color_scheme=scheme, bypass_csp=True)
    state(page)
    page.wait_for_timeout(50)
    page.evaluate(AXE)
    assert page.evaluate(_RUN) == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("asked", ["", "&q=caption"])
def test_no_violations_in_the_rules_view(
    browser: Browser, service: str, asked: str, lang: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page.goto(f"{service}/rules?lang={lang}{asked}")
    assert page.locator("h1").count() == 1
    page.evaluate(AXE)
    assert page.evaluate(_RUN) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


def test_axe_would_find_one(open_page: Open) -> None:
    page = open_page(bypass_csp=True)
    page.evaluate("document.querySelector('#theme').textContent = ''")
    page.evaluate(AXE)
    assert any(found.startswith("button-name") for found in page.evaluate(_RUN))


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_nothing_is_wider_than_the_screen(open_page: Open, lang: str, width: int) -> None:
    page = open_page(f"/?lang={lang}", width=width)
    for state in (fresh, changed):
        state(page)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
