"""Pictures of each view for the documents, made on demand:

CLEANER_SCREENSHOTS=1 pytest tests/browser/test_screenshots.py
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.acts import keep_corrections
from tests.browser.conftest import Open

IMAGES = Path(__file__).parents[2] / "docs" / "images"
pytestmark = pytest.mark.skipif(not os.environ.get("CLEANER_SCREENSHOTS"), reason="CLEANER_SCREENSHOTS is not set")


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def first(page: Page) -> None:
    """As `make run` opens it."""


def verdict(page: Page) -> None:
    """A caption that was cut is put back."""
    press(page, "jjjjjjjjr")
    page.wait_for_timeout(4200)  # until the message is gone


def page_view(page: Page) -> None:
    page.locator('.switch label:has([value="page"])').click()
    press(page, "jjj")


def ledger_view(page: Page) -> None:
    page.locator('.switch label:has([value="ledger"])').click()
    press(page, "jjjjjjjj")


def filtered(page: Page) -> None:
    page.locator(".filters").evaluate("box => box.open = true")
    page.locator('.chip input[value="caption"]').check()
    page.locator('.chip input[value="caption_duplicate"]').check()
    page.locator(".filters").scroll_into_view_if_needed()


def correction(page: Page) -> None:
    keep_corrections(page, [])
    press(page, "jjjjjjjjrjjjx")
    page.locator(".correction textarea").fill("Chú thích ảnh của bài này không thuộc thân bài.")
    page.locator('[data-do="save"]').click()
    page.locator('[data-do="draft"][aria-disabled="false"]').click()
    page.locator(".draft").wait_for()
    page.locator(".correction").evaluate("box => box.scrollIntoView()")
    page.wait_for_timeout(4200)


def form(page: Page) -> None:
    page.locator(".intake > summary").click()
    page.locator("#intake button").click()
    page.wait_for_selector(".problem")


def help_dialog(page: Page) -> None:
    press(page, "?")


WIDE: list[Callable[[Page], None]] = [first, verdict, filtered, correction, form, help_dialog]
NARROW: list[Callable[[Page], None]] = [first, verdict, page_view, ledger_view, filtered, correction, form, help_dialog]
CASES = [(1280, 800, state) for state in WIDE] + [(390, 844, state) for state in NARROW]


@pytest.mark.parametrize(("lang", "scheme"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize(("width", "height", "state"), CASES)
def test_picture(
    open_page: Open, width: int, height: int, state: Callable[[Page], None], lang: str, scheme: str
) -> None:
    page = open_page(f"/?lang={lang}", width=width, height=height, color_scheme=scheme)
    state(page)
    name = state.__name__.removesuffix("_dialog").replace("_", "-")
    IMAGES.mkdir(exist_ok=True)
    page.screenshot(path=IMAGES / f"workbench-{name}-{width}-{lang}-{scheme}.png")
