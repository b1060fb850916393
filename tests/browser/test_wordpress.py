"""The WordPress plug-in in a real WordPress, with MariaDB, in Chromium, against the running service.

Takes half a minute and Debian's packages wordpress, wordpress-theme-twentytwentythree, mariadb-server, php-cli and
php-mysql, so it runs only when asked for: CLEANER_WORDPRESS=1 python -m pytest tests/browser/test_wordpress.py
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if not os.environ.get("CLEANER_WORDPRESS"):
    pytest.skip("CLEANER_WORDPRESS is not set", allow_module_level=True)
pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import Browser, Page, expect

from tests.browser.tinymce_host import PAGES, ROOT
from tests.browser.wordpress_site import PASSWORD, Site, missing
from tests.web.conftest import Server

CHROMIUM = shutil.which("chromium")
STORY = (PAGES / "story.html").read_text("utf-8")
HOSTILE = (PAGES / "hostile.html").read_text("utf-8")
CAPTION = "Lò bầu được thắp lửa trong sáng nay"
#: Set to a file name, this makes the picture of the side bar that the documents show.
PICTURE = os.environ.get("CLEANER_WORDPRESS_PICTURE")
DOWN = "http://127.0.0.1:9"

Open = Callable[[str], Page]


@pytest.fixture(scope="module")
def service() -> Iterator[Server]:
    running = Server(page_workers="2")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def running_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    if lacking := missing():
        pytest.skip(f"not installed: {lacking}")
    running = Site(tmp_path_factory.mktemp("wp"))
    yield running
    running.stop()


@pytest.fixture
def site(running_site: Site, service: Server) -> Iterator[Site]:
    """With the service set; what the plug-in's own code has PHP complain about fails the test."""
    running_site.set_service(service.url)
    yield running_site
    log = running_site.log.read_text("utf-8") if running_site.log.exists() else ""
    assert [line for line in log.splitlines() if "plugins/cleaner" in line] == []


@pytest.fixture
def admin(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens a page of the administration, logged in as the chief."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    context.route("https://anh.example/**", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{site.url}/wp-login.php")
    page.fill("#user_login", "chief")
    page.fill("#user_pass", PASSWORD)
    page.click("#wp-submit")
    page.wait_for_selector("#wpadminbar")

    def opened(path: str) -> Page:
        page.goto(f"{site.url}/wp-admin/{path}")
        return page

    yield opened
    context.close()


def rest(site: Site, route: str, user: str | None = "chief", **data: object) -> tuple[int, Any]:
    """POST of JSON with an application password."""
    headers = {"Content-Type": "application/json"}
    if user:
        headers["Authorization"] = "Basic " + base64.b64encode(f"{user}:{site.keys[user]}".encode()).decode()
    request = urllib.request.Request(f"{site.url}/?rest_route={route}", json.dumps(data).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=90) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


def edit(admin: Open, post: int | None, content: str | None = None) -> Page:
    """The block editor on a post, its guide closed, the side bar open; `content` goes in as one block of HTML."""
    page = admin(f"post.php?post={post}&action=edit" if post else "post-new.php")
    page.wait_for_function("window.wp && wp.data && wp.data.select('core/editor').getCurrentPostId()")
    page.evaluate("""() => { const { dispatch, select } = wp.data;
        if (select('core/edit-post').isFeatureActive('welcomeGuide'))
            dispatch('core/edit-post').toggleFeature('welcomeGuide'); }""")
    if content is not None:
        page.evaluate(
            """(content) => wp.data.dispatch('core/block-editor').resetBlocks([
            wp.blocks.createBlock('core/html', { content })])""",
            content,
        )
    page.evaluate("wp.data.dispatch('core/edit-post').openGeneralSidebar('cleaner/cleaner')")
    page.wait_for_selector(".cleaner-sidebar")
    return page


def clean(page: Page) -> None:
    page.get_by_role("button", name="Clean this post").click()
    expect(page.locator(".cleaner-sidebar [role=status]")).to_contain_text("blocks left out")


def blocks(page: Page) -> list[dict[str, Any]]:
    got: list[dict[str, Any]] = page.evaluate("""() => wp.data.select('core/block-editor').getBlocks().map((block) => ({
        name: block.name, valid: block.isValid,
        text: new DOMParser().parseFromString(wp.blocks.getBlockContent(block), 'text/html').body.textContent }))""")
    return got


def cut(page: Page, text: str) -> Any:
    return page.locator(".cleaner-sidebar li[data-entry]", has_text=text)


def test_an_import_is_cleaned(site: Site) -> None:
    status, post = rest(site, "/wp/v2/posts", content=STORY, cleaner_clean=True, context="edit")
    assert status == 201
    assert post["title"]["raw"] == "Làng gốm ven sông thắp lại lò bầu sau mười năm"
    assert post["excerpt"]["raw"].startswith("Sau mười năm tắt lửa")
    assert post["content"]["raw"].startswith('<!-- wp:paragraph {"className":"lead"} -->')
    assert "Tin liên quan" not in post["content"]["raw"]
    assert post["cleaner"]["state"] == "cleaned"
    assert post["cleaner"]["cuts"] > 5


def test_what_the_importer_wrote_is_kept(site: Site) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY, title="Tựa riêng", excerpt="Tóm tắt riêng", cleaner_clean=True)
    assert post["title"]["raw"] == "Tựa riêng"
    assert post["excerpt"]["raw"] == "Tóm tắt riêng"


def test_without_the_wish_nothing_is_cleaned(site: Site) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY)
    assert "Tin liên quan" in post["content"]["raw"]
    assert post["cleaner"] == {"state": "untouched", "reason": None, "cuts": 0}


def test_an_import_goes_in_unchanged_without_the_service(site: Site) -> None:
    site.set_service(DOWN)
    status, post = rest(site, "/wp/v2/posts", content=STORY, title="Tựa", cleaner_clean=True)
    assert status == 201
    assert post["content"]["raw"] == STORY.strip() or "Tin liên quan" in post["content"]["raw"]
    assert post["cleaner"] == {"state": "unchanged", "reason": "cleaner_unreachable", "cuts": 0}


def test_who_may_not_edit_the_post_may_not_clean_it(site: Site) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY, title="Tựa", status="publish")
    route = f"/cleaner/v1/posts/{post['id']}/clean"
    assert rest(site, "/wp/v2/posts", "reader", content=STORY, cleaner_clean=True)[0] == 403
    assert rest(site, route, "reader", content=STORY)[0] == 403
    assert rest(site, route, None, content=STORY)[0] == 401
    assert rest(site, route, content=STORY)[0] == 200


def test_a_browser_without_the_nonce_is_nobody(site: Site, admin: Open) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY, title="Tựa")
    page = admin("index.php")
    ask = """([url, nonce]) => fetch(url, {
        method: 'POST', body: JSON.stringify({ content: '<p>x</p>' }),
        headers: { 'Content-Type': 'application/json', ...(nonce && { 'X-WP-Nonce': nonce }) },
    }).then((answer) => answer.status)"""
    url = f"{site.url}/?rest_route=/cleaner/v1/posts/{post['id']}/clean"
    assert page.evaluate(ask, [url, ""]) == 401
    assert page.evaluate(ask, [url, "forged"]) == 403


def test_the_blocks_of_an_import_are_valid(site: Site, admin: Open) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY, cleaner_clean=True)
    page = edit(admin, post["id"])
    assert [block for block in blocks(page) if not block["valid"]] == []
    assert {block["name"] for block in blocks(page)} == {"core/paragraph", "core/heading", "core/image"}
    assert cut(page, "Tin liên quan").count() == 1


def test_the_button_cleans_and_a_cut_goes_back_and_out(site: Site, admin: Open) -> None:
    page = edit(admin, None, STORY)
    clean(page)
    texts = [block["text"] for block in blocks(page)]
    assert texts[0].startswith("Sau mười năm tắt lửa")
    assert [block for block in blocks(page) if not block["valid"]] == []
    assert page.evaluate("wp.data.select('core/editor').getEditedPostAttribute('title')").startswith("Làng gốm")
    assert page.locator(".cleaner-sidebar dl").inner_text().count("Trần Minh Khuê") == 1
    entry = cut(page, "Chợ nổi họp lại")
    entry.get_by_role("button", name="Put back").click()
    expect(entry).to_have_attribute("data-state", "back")
    assert [block["text"] for block in blocks(page)] == [*texts, "Chợ nổi họp lại vào cuối tuần"]
    entry.get_by_role("button", name="Cut again").click()
    expect(entry).to_have_attribute("data-state", "cut")
    assert [block["text"] for block in blocks(page)] == texts
    page.evaluate("wp.data.dispatch('core/editor').undo()")
    expect(entry).to_have_attribute("data-state", "back")


def test_a_cut_goes_back_to_its_place(site: Site, admin: Open, service: Server) -> None:
    site.set_service(service.url, "body")
    page = edit(admin, None, STORY)
    clean(page)
    cut(page, CAPTION).get_by_role("button", name="Put back").click()
    expect(cut(page, CAPTION)).to_have_attribute("data-state", "back")
    texts = [block["text"][:8] for block in blocks(page)]
    assert texts[:4] == ["Từ bốn g", "Nghệ nhâ", "Lò bầu đ", "Theo xã,"]


def test_the_editors_own_undo_brings_the_page_back(site: Site, admin: Open) -> None:
    _, post = rest(site, "/wp/v2/posts", content=STORY)
    page = edit(admin, post["id"])
    before = page.evaluate("wp.data.select('core/editor').getEditedPostContent()")
    assert "Tin liên quan" in before
    clean(page)
    assert page.evaluate("wp.data.select('core/editor').getEditedPostContent()") != before
    page.evaluate("wp.data.dispatch('core/editor').undo()")
    page.wait_for_function("(before) => wp.data.select('core/editor').getEditedPostContent() === before", arg=before)


def test_without_the_service_the_post_stays(site: Site, admin: Open) -> None:
    site.set_service(DOWN)
    page = edit(admin, None, STORY)
    page.get_by_role("button", name="Clean this post").click()
    status = page.locator(".cleaner-sidebar [role=status]")
    expect(status).to_contain_text("The cleaning service cannot be reached. The post was left as it was.")
    assert [block["name"] for block in blocks(page)] == ["core/html"]


def test_a_hostile_page_runs_nothing(site: Site, admin: Open) -> None:
    page = edit(admin, None, HOSTILE)
    clean(page)
    cut(page, "onerror").first.get_by_role("button", name="Put back").click()
    expect(cut(page, "onerror").first).to_have_attribute("data-state", "back")
    page.wait_for_timeout(500)
    assert not page.evaluate("top.canary")
    content = page.evaluate("wp.data.select('core/editor').getEditedPostContent()")
    assert "Bến phà cũ" in content
    assert "<script" not in content
    assert "javascript:" not in content
    page.evaluate("(html) => document.body.append(document.createRange().createContextualFragment(html))", HOSTILE)
    page.wait_for_function("top.canary > 0")  # it can fire, right here


def test_settings_are_saved_and_the_key_is_never_shown(site: Site, admin: Open) -> None:
    page = admin("options-general.php?page=cleaner")
    page.get_by_label("Address of the service").fill("https://cleaner.example/")
    page.get_by_label("Key", exact=True).fill("very-secret-key")
    page.get_by_label("What goes into the post").select_option("illustrated-body")
    page.click("#submit")
    page.wait_for_selector(".notice-success")
    assert page.get_by_label("Address of the service").input_value() == "https://cleaner.example"
    assert page.get_by_label("What goes into the post").input_value() == "illustrated-body"
    assert page.get_by_label("Key", exact=True).input_value() == ""
    assert "very-secret-key" not in page.content()


def test_it_speaks_vietnamese(site: Site, admin: Open) -> None:
    site.set_option("WPLANG", "vi")
    try:
        page = admin("options-general.php?page=cleaner")
        expect(page.locator("label[for=cleaner-url]")).to_have_text("Địa chỉ dịch vụ")
    finally:
        site.set_option("WPLANG", "")


@pytest.mark.skipif(not PICTURE, reason="CLEANER_WORDPRESS_PICTURE names no file")
def test_picture(site: Site, admin: Open, service: Server) -> None:
    site.set_service(service.url, "body")
    page = edit(admin, None, STORY)
    clean(page)
    cut(page, CAPTION).get_by_role("button", name="Put back").click()
    expect(cut(page, CAPTION)).to_have_attribute("data-state", "back")
    page.evaluate(
        "() => document.querySelectorAll('.interface-interface-skeleton__sidebar, .interface-complementary-area')"
        ".forEach((bar) => { bar.scrollTop = 0; })"
    )
    page.wait_for_timeout(1000)
    assert PICTURE
    page.screenshot(path=ROOT / Path(PICTURE))
