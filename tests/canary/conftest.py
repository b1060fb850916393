"""A real Chromium in which a page is opened and poked, and a canary that says whether anything of it ran."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Page, Route, TimeoutError, sync_playwright

from tests.canary.vectors import EVIL

HOST = "http://page.test/"
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or ""

#: Fragments in one document: opening a page takes longer than what is on it.
_TOGETHER = 64

#: Touches every element as a reader might, and more; does not follow what leads to another page.
_POKE = """() => {
  const web = address => /^(https?:|$)/.test(address.protocol || '');
  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('a[href], area[href]');
    if (link && web(link)) event.preventDefault();
  }, true);
  document.addEventListener('submit', event => {
    const by = event.submitter;
    const action = by && by.hasAttribute('formaction') ? by.formAction : event.target.action;
    if (web(new URL(action, location.href))) event.preventDefault();
  }, true);
  const events = ['mouseover', 'mouseenter', 'pointerover', 'focus', 'focusin', 'toggle', 'animationstart'];
  for (const element of [...document.querySelectorAll('main *, html > div *')].slice(0, 20000)) {
    try { if (element.focus) element.focus(); } catch (error) {}
    for (const name of events) element.dispatchEvent(new Event(name, {bubbles: true}));
    element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  }
}"""
#: Reads what was parsed, writes it out, and reads it again into other places: where mutation strikes.
_MUTATE = """() => {
  const mains = [...document.querySelectorAll('main')];
  const written = (mains.length ? mains : [document.documentElement]).map(each => each.innerHTML);
  const wraps = [['', ''], ['<td>', ''], ['<p>', '</p>'], ['<svg><desc>', '</desc></svg>']];
  for (const html of written) for (const [before, after] of wraps) {
    const place = document.createElement('div');
    document.documentElement.append(place);
    place.innerHTML = before + html + after;
    place.innerHTML = place.innerHTML;
  }
}"""


class Canary:
    """`sings(html)`: what ran or was fetched when this was opened; an empty list is silence.

    Content-Security-Policy is switched off, so that the markup alone has to hold.
    """

    def __init__(self, browser: Browser) -> None:
        self.heard: list[str] = []
        self.places = 0
        self._body, self._kind = "", "text/html"
        self.context = browser.new_context(bypass_csp=True)
        self.context.expose_binding("canary", lambda source, *_: self.heard.append("script"))
        self.context.route("http://page.test/**", self._answer)
        self.context.route(f"{EVIL}/**", self._refuse)
        self._tab = self.context.new_page()

    def sings(self, body: str, kind: str = "text/html; charset=utf-8", mutate: bool = True) -> list[str]:
        """For a whole document. One tab serves all: leaving a document ends what it was doing."""
        self._body, self._kind, self.heard = body, kind, []
        self._go(HOST)
        with suppress(TimeoutError):  # one that never ends is counted as far as it came
            self._tab.wait_for_load_state("domcontentloaded", timeout=5000)
        self.places = self._tab.locator("body > main").count()
        self.watch(self._tab, mutate)
        self._go("about:blank")
        return sorted(set(self.heard))

    def silent(self, fragments: Sequence[str]) -> None:
        """None of the fragments runs, and none leaves the element that it was put in."""
        different = [*dict.fromkeys(fragments)]
        for begin in range(0, len(different), _TOGETHER):
            some = different[begin : begin + _TOGETHER]
            if self.sings(document(*some)) or self.places != len(some):
                for fragment in some:
                    assert self.sings(document(fragment)) == [], fragment
                    assert self.places == 1, fragment
                raise AssertionError(f"together, not alone: {some}")

    def watch(self, page: Page, mutate: bool = False) -> None:
        """Waits for what comes by itself, then pokes."""
        with suppress(TimeoutError):  # a document that never ends its loading is poked all the same
            page.wait_for_load_state("load", timeout=5000)
        page.wait_for_timeout(60)
        for script in (_MUTATE, _POKE) if mutate else (_POKE,):
            try:
                page.evaluate(script)
            except Error as error:  # the page went elsewhere, which the canary hears when it matters
                if not re.search("navigat|destroyed|closed", str(error)):
                    raise
            page.wait_for_timeout(20)

    def _go(self, address: str) -> None:
        """In a new tab where what the last document set off on its way out comes in between."""
        try:
            self._tab.goto(address, wait_until="commit")
        except Error:
            self._tab.close()
            self._tab = self.context.new_page()
            self._tab.goto(address, wait_until="commit")

    def _answer(self, route: Route) -> None:
        if route.request.url == HOST and route.request.is_navigation_request():
            route.fulfill(body=self._body.encode("utf-8", "replace"), content_type=self._kind)
        else:
            route.abort()

    def _refuse(self, route: Route) -> None:
        """Pictures may come from anywhere, and a link may be followed; all else is a stranger's code or style."""
        request = route.request
        if request.resource_type != "image":
            self.heard.append(f"fetched {request.resource_type}")
        route.abort()


def document(*fragments: str) -> str:
    """Fragments where a CMS would put them."""
    mains = "".join(f"<main>{fragment}</main>\n" for fragment in fragments)
    return f"<!doctype html><meta charset=utf-8><title>t</title><body>{mains}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium; install one or say CHROMIUM=/path/to/it")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def canary(browser: Browser) -> Canary:
    return Canary(browser)
