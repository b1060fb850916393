"""Filters by role, rule and state."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def shown(page: Page, name: str) -> set[str]:
    """The values that the rows which can be seen have."""
    return set(page.locator(".row:visible").evaluate_all("(rows, name) => rows.map(row => row.dataset[name])", name))


def test_by_role(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="caption 5").check()
    assert shown(page, "role") == {"caption"}
    page.get_by_role("checkbox", name="lead").check()
    assert shown(page, "role") == {"caption", "summary"}
    assert page.locator(".piece:not(.dim)").count() == page.locator(".row:visible").count() == 6
    expect(page.locator(".shown")).to_have_text("6 of 67 blocks shown")


def test_by_rule(open_page: Open) -> None:
    page = open_page()
    page.get_by_label("Rule", exact=True).select_option("repeat.caption-copy")
    assert shown(page, "rule") == {"repeat.caption-copy"}


def test_only_what_was_cut_and_only_what_was_changed(open_page: Open) -> None:
    page = open_page()
    page.locator('.row[data-entry="3"]').click()
    page.keyboard.press("r")
    page.get_by_role("checkbox", name="cut", exact=True).check()
    assert shown(page, "fate") == {"cut"}
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("checkbox", name="changed").check()
    assert shown(page, "entry") == {"3"}


def test_the_keys_go_where_the_filters_let_them(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="caption 5").check()
    page.locator(".glance h2").click()
    for expected in ("2", "7", "10"):
        page.keyboard.press("j")
        expect(page.locator(".row.current")).to_have_attribute("data-entry", expected)


def test_nothing_that_matches_is_said(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("checkbox", name="changed").check()
    expect(page.locator(".no-match")).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".no-match")).to_be_hidden()
