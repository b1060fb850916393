"""A hostile page pasted into the workbench runs nothing and asks for nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.acts import paste
from tests.browser.conftest import Open
from tests.browser.pages import HOSTILE


def asked_for(page: Page) -> list[str]:
    """Fills up with every address that the page asks for from now on."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


@pytest.mark.parametrize("kind", ["html", "text"])
def test_the_canary_lives(open_page: Open, service: str, kind: str) -> None:
    page = open_page()
    addresses = asked_for(page)
    page.locator(".intake > summary").click()
    page.get_by_label("It is").select_option(kind)
    page.locator(".intake > summary").click()
    paste(page, HOSTILE)
    for row in page.locator(".row").all():
        row.click()
        page.keyboard.press("r")
        page.keyboard.press("u")
    for link in page.locator("article a").all():
        assert (link.get_attribute("href") or "").startswith(("http:", "https:", "mailto:"))
    assert page.evaluate("window.canary") is None
    assert page.title() != "canary"
    assert [url for url in addresses if "canary" in url or not url.startswith((service, "blob:"))] == []
    assert page.url.startswith(service)


def test_the_canary_would_be_seen(open_page: Open) -> None:
    """The same page as a page of its own runs its scripts: the test above can fail."""
    page = open_page()
    page.context.new_page()
    bare = page.context.pages[-1]
    addresses = asked_for(bare)
    bare.route("**/canary**", lambda route: route.abort())
    # Without the line that would lead away from the page before it can be asked.
    still = "\n".join(line for line in HOSTILE.splitlines() if "http-equiv" not in line)
    bare.set_content(still, wait_until="commit")
    bare.wait_for_function("window.canary === 1")
    assert any("canary" in url for url in addresses)


def test_a_hostile_draft_and_its_words_are_shown_as_text(open_page: Open) -> None:
    page = open_page()
    evil = "<img src=/canary onerror='window.canary=1'>"
    judged = {"role": evil, "kept": True, "rule": evil}
    changed = [{"page": evil, "block": 1, "text": evil, "before": judged, "after": judged}]
    check = {"ok": False, "problems": [evil]}
    drafted = {"toml": evil, "pack": evil, "hit": evil, "miss": evil, "check": check, "changed": changed}
    saved = {"id": evil, "created": "", "changes": []}
    page.route(
        "**/v1/corrections**",
        lambda route: route.fulfill(status=201, json=saved if route.request.url.endswith("corrections") else drafted),
    )
    page.locator('.row[data-entry="3"]').click()
    page.keyboard.press("r")
    page.get_by_role("button", name="Save correction").click()
    expect(page.locator(".state")).to_contain_text("Saved")
    page.get_by_role("button", name="Draft a rule").click()
    expect(page.locator(".draft pre")).to_have_text(evil)
    assert page.locator(".correction img").count() == 0
    assert page.evaluate("window.canary") is None
