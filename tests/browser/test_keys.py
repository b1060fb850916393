"""Keyboard first."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def current(page: Page) -> str | None:
    return page.locator(".row.current").get_attribute("data-entry")


def press(page: Page, keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_j_and_k_go_through_the_blocks_in_all_views(open_page: Open) -> None:
    page = open_page()
    press(page, "jjjj")
    assert current(page) == "3"
    press(page, "k")
    for view in ("piece", "row"):
        expect(page.locator(f".{view}.current")).to_have_attribute("data-entry", "2")
        expect(page.locator(f".{view}.current")).to_be_in_viewport()
    expect(page.locator('[aria-current="true"].piece')).to_be_focused()


def test_the_ends_hold(open_page: Open) -> None:
    page = open_page()
    press(page, "jkkk")
    assert current(page) == "0"
    last = page.locator(".row").count() - 1
    page.locator(".row").last.click()
    press(page, "jj")
    assert current(page) == str(last)


def test_restore_cut_undo(open_page: Open) -> None:
    page = open_page()
    piece = page.locator('.piece[data-entry="2"]')
    press(page, "jjjr")
    expect(piece).to_have_attribute("data-role", "body")
    press(page, "x")
    expect(piece).to_have_attribute("data-role", "caption")
    press(page, "xx")
    expect(piece).to_have_attribute("data-role", "chrome")
    press(page, "uuu")
    expect(piece).to_have_attribute("data-role", "caption")
    expect(page.locator(".correction")).to_be_hidden()
    press(page, "u")
    expect(page.locator("#said")).to_have_text("Nothing to undo.")


def test_undo_goes_to_the_block_that_it_changes(open_page: Open) -> None:
    page = open_page()
    press(page, "jjjrjjjju")
    assert current(page) == "2"


def test_digits_go_to_the_views_and_d_to_the_next_doubt(open_page: Open) -> None:
    page = open_page()
    for key, view in (("1", "page"), ("2", "article"), ("3", "ledger")):
        press(page, key)
        expect(page.locator(f'[data-view="{view}"] .scroll')).to_be_focused()
    press(page, "jj")
    expect(page.locator(".row.current")).to_be_focused()
    page.locator('.row[data-entry="40"]').evaluate("node => node.dataset.doubtful = ''")
    press(page, "d")
    assert current(page) == "40"


def test_e_goes_to_the_roles_and_s_to_the_correction(open_page: Open) -> None:
    page = open_page()
    press(page, "jjje")
    expect(page.get_by_label("Selected block").get_by_label("Role")).to_be_focused()
    press(page, "r")  # a letter in the list chooses there; it does not restore
    expect(page.locator('.piece[data-entry="2"]')).not_to_have_attribute("data-role", "body")
    page.locator('.piece[data-entry="2"]').click()
    press(page, "rs")
    expect(page.locator(".correction")).to_be_focused()


def test_help_opens_and_closes_and_the_keys_can_be_switched_off(open_page: Open) -> None:
    page = open_page()
    press(page, "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Single-letter keys").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    press(page, "jj")
    assert page.locator(".row.current").count() == 0


def test_no_key_acts_while_one_writes(open_page: Open) -> None:
    page = open_page()
    page.locator(".intake > summary").click()
    page.get_by_role("textbox", name="Page").click()
    press(page, "jrx?")
    expect(page.get_by_role("textbox", name="Page")).to_have_value("jrx?")
    assert page.locator(".current").count() == 0


def test_everything_can_be_reached_by_tab(open_page: Open) -> None:
    page = open_page()
    press(page, "jjjr")
    page.evaluate("document.activeElement.blur()")
    seen: set[str] = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate("(e => e.dataset.do || e.name || e.id || e.className || e.tagName)(document.activeElement)")
        )
    wanted = {
        "restore",
        "cut",
        "undo",
        "as",
        "copy",
        "download",
        "format",
        "rule",
        "role",
        "only",
        "save",
        "take",
        "draft",
    }
    assert wanted <= seen
    assert {"scroll", "scroll blocks", "scroll rows"} <= seen
