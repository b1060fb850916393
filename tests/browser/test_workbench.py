"""The whole way on the workbench, as an editor goes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.acts import DRAFT, article_text, entry, keep_corrections, paste
from tests.browser.conftest import Open
from tests.browser.pages import MHTML, STORY, TITLE

CAPTION = "Ghe chở dưa về bến"
FIRST = "Sáng nay, hơn một trăm ghe"


def download(page: Page, button: str, scope: str) -> tuple[str, str]:
    with page.expect_download() as waiting:
        page.locator(scope).get_by_role("button", name=button).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_text("utf-8")


def test_a_newcomer_sees_the_first_sample_cleaned(open_page: Open) -> None:
    page = open_page()
    said = page.locator(".intro .sample").inner_text()
    counts = page.locator("[data-count]").all_inner_texts()
    assert "000_eb7f2ee4175d842c.txt" in said
    assert all(count in said for count in counts[:3])
    for view in (".piece", ".line:not(.out)", ".row"):
        assert page.locator(view).count() > 10
    expect(page.locator(".headline")).to_be_visible()


def test_from_paste_to_a_changed_verdict_to_download(open_page: Open) -> None:
    page = open_page()
    paste(page)
    expect(page.locator(".headline")).to_have_text(TITLE)
    before = page.locator('[data-count="kept"]').inner_text()
    entry(page, "row", CAPTION).click()
    page.keyboard.press("r")
    expect(entry(page, "line", CAPTION)).to_be_visible()
    expect(page.locator('[data-count="kept"]')).to_have_text(str(int(before) + 1))
    entry(page, "piece", FIRST).click()
    page.get_by_label("Selected block").get_by_role("button", name="Cut").click()
    expect(entry(page, "piece", FIRST)).to_have_attribute("data-fate", "cut")
    page.get_by_label("Format").select_option("text")
    name, text = download(page, "Download", ".export")
    assert name.endswith(".txt")
    assert CAPTION in text
    assert FIRST not in text


def test_the_preview_is_what_the_service_renders(open_page: Open) -> None:
    page = open_page()
    paste(page)
    for text, key in ((CAPTION, "r"), (FIRST, "x"), ("Mùa cá linh", "r")):
        entry(page, "row", text).click()
        page.keyboard.press(key)
    _, text = download(page, "Download", ".export")
    assert article_text(page) == text.rstrip("\n")


def test_every_format_can_be_taken_away(open_page: Open) -> None:
    page = open_page()
    for value, sign in (
        ("markdown", "# Yêu cầu"),
        ("html", "<h1>Yêu cầu"),
        ("json", '"ledger":'),
        ("jsonld", "NewsArticle"),
    ):
        page.get_by_label("Format").select_option(value)
        assert sign in download(page, "Download", ".export")[1]


def test_copying_puts_the_article_on_the_clipboard(open_page: Open) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".export").get_by_role("button", name="Copy").click()
    expect(page.locator("#said")).to_have_text("Copied as Text.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Trong bối cảnh")


def test_another_role_moves_a_block(open_page: Open) -> None:
    page = open_page()
    paste(page)
    entry(page, "row", FIRST).click()
    page.get_by_label("Selected block").get_by_label("Role").select_option("summary")
    expect(page.locator(".lead")).to_contain_text(FIRST)
    expect(entry(page, "line", FIRST)).to_be_hidden()
    entry(page, "row", "Bà Tư").click()
    page.get_by_label("Selected block").get_by_label("Role").select_option("title")
    expect(page.locator(".headline")).to_contain_text("Bà Tư")
    _, text = download(page, "Download", ".export")
    assert article_text(page) == text.rstrip("\n")


def test_pointing_at_a_block_lights_it_everywhere(open_page: Open) -> None:
    page = open_page()
    for view in ("piece", "line", "row"):
        page.locator(f'.{view}[data-entry="5"]').hover()
        for other in ("piece", "line", "row"):
            lit = page.locator(f".{other}.lit")
            expect(lit).to_have_attribute("data-entry", "5")
            expect(lit).to_be_in_viewport()


def test_several_files_stand_side_by_side(open_page: Open) -> None:
    page = open_page()
    page.locator(".intake > summary").click()
    files = [
        {"name": "mot.html", "mimeType": "text/html", "buffer": STORY.encode()},
        {
            "name": "hai.txt",
            "mimeType": "text/plain",
            "buffer": "Tin thứ hai\n\nMột đoạn ngắn của tin thứ hai.\n".encode(),
        },
        {"name": "ba.mhtml", "mimeType": "multipart/related", "buffer": MHTML.encode()},
        {"name": "bon.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 \x00\x01"},
    ]
    page.get_by_label("or files").set_input_files(files)  # type: ignore[arg-type]
    page.get_by_role("button", name="Clean", exact=True).click()
    expect(page.locator("#busy")).to_be_empty()
    expect(page.locator(".tab")).to_have_text(["mot.html", "hai.txt", "ba.mhtml"])
    expect(page.locator(".problem")).to_contain_text("bon.pdf")
    expect(page.locator(".headline")).to_have_text(TITLE)
    assert page.locator(".bench").get_attribute("data-url") == "https://bao.example/cho-noi.html"
    page.get_by_role("button", name="hai.txt", exact=True).click()
    expect(page.locator(".line").first).to_have_text("Tin thứ hai")
    page.get_by_role("button", name="Take mot.html off the bench").click()
    expect(page.locator(".tab")).to_have_text(["hai.txt", "ba.mhtml"])


def test_a_dropped_file_is_cleaned(open_page: Open) -> None:
    page = open_page()
    drop = """story => {
      const data = new DataTransfer();
      data.items.add(new File([story], "tha.html", {type: "text/html"}));
      for (const type of ["dragenter", "drop"])
        document.body.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
    }"""
    page.evaluate(drop, STORY)
    expect(page.locator(".glance h2")).to_have_text("tha.html")


def test_work_outlives_a_reload_and_another_language(open_page: Open) -> None:
    page = open_page()
    paste(page)
    entry(page, "row", CAPTION).click()
    page.keyboard.press("r")
    page.get_by_role("link", name="Tiếng Việt").click()
    page.wait_for_selector("html[lang=vi][data-ready]")
    expect(page.locator(".headline")).to_have_text(TITLE)
    expect(entry(page, "line", CAPTION)).to_be_visible()
    expect(page.locator(".to-changes")).to_have_text("1 thay đổi")
    page.reload()
    page.wait_for_selector("html[lang=vi][data-ready]")
    expect(entry(page, "line", CAPTION)).to_be_visible()


def test_the_theme_is_remembered(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Colours").click()
    page.get_by_role("button", name="Colours: light").click()
    page.reload()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_what_cannot_be_cleaned_is_told_and_nothing_is_lost(open_page: Open) -> None:
    page = open_page()
    page.locator(".intake > summary").click()
    page.get_by_role("button", name="Clean", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("nothing in it to clean")
    page.get_by_role("textbox", name="Page").fill(STORY)
    page.route("**/", lambda route: route.abort())
    page.get_by_role("button", name="Clean", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("did not answer")
    expect(page.get_by_role("textbox", name="Page")).to_have_value(STORY)
    expect(page.locator(".headline")).to_contain_text("Yêu cầu mới")


def test_a_correction_is_saved_and_drafted_into_a_rule(open_page: Open) -> None:
    page = open_page()
    kept: list[Any] = []
    keep_corrections(page, kept)
    paste(page)
    entry(page, "row", CAPTION).click()
    page.keyboard.press("r")
    block = int(entry(page, "row", CAPTION).get_attribute("data-entry") or "")
    box = page.locator(".correction")
    box.get_by_label("Note").fill("ảnh có chuyện")
    box.get_by_role("button", name="Draft a rule").click(force=True)  # it says of itself that it is not enabled
    expect(box.locator(".state")).to_contain_text("Save the correction first")
    box.get_by_role("button", name="Save correction").click()
    expect(box.locator(".state")).to_have_text("Saved as correction 12.")
    (sent,) = kept
    assert sent["page"] == {"content": STORY, "url": None, "kind": "html"}
    assert sent["note"] == "ảnh có chuyện"
    (change,) = sent["changes"]
    was = change.pop("was")
    assert change == {"block": block, "role": "body", "kept": True}
    assert (was["role"], was["kept"]) == ("caption", False)
    assert was["rule"]
    box.get_by_role("button", name="Draft a rule").click()
    expect(box.locator(".draft pre")).to_contain_text('id = "vi.caption.draft-1"')
    expect(box.locator('[data-part="hit"]')).to_have_text(DRAFT["hit"])
    expect(box.locator('[data-part="check"]')).to_contain_text("claims the same example")
    changed = "correction 3, block 7: paragraph, in the article → caption, as data · Ghe chở bí về bến."
    expect(box.locator('[data-part="changed"] li')).to_have_text(changed)
    name, toml = download(page, "Download TOML", ".correction")
    assert (name, toml) == ("pasted-page.toml", DRAFT["toml"])
    page.keyboard.press("u")
    expect(box).to_be_hidden()


def test_a_draft_without_a_rule_says_why(open_page: Open) -> None:
    page = open_page()
    why = {"ok": False, "problems": ["nothing tells the blocks from the rest"]}
    keep_corrections(page, [], {**DRAFT, "toml": "", "check": why, "changed": [], "tried": 0})
    page.locator('.row[data-entry="2"]').click()
    page.keyboard.press("r")
    page.get_by_role("button", name="Save correction").click()
    page.locator('[data-do="draft"][aria-disabled="false"]').click()
    expect(page.locator(".no-rule")).to_be_visible()
    expect(page.locator(".draft pre")).to_be_hidden()
    expect(page.locator('[data-part="check"]')).to_have_text("nothing tells the blocks from the rest")


def test_a_correction_can_be_downloaded_where_none_are_kept(open_page: Open) -> None:
    page = open_page()
    page.route("**/v1/corrections", lambda route: route.fulfill(status=404, body="{}"))
    page.locator('.row[data-entry="2"]').click()
    page.keyboard.press("r")
    page.locator(".correction").get_by_role("button", name="Save correction").click()
    expect(page.locator(".correction .state")).to_contain_text("keeps no corrections")
    name, text = download(page, "Download correction", ".correction")
    assert name == "000_eb7f2ee4175d842c.correction.json"
    assert [change["block"] for change in json.loads(text)["changes"]] == [2]


def test_one_change_of_several_can_be_reverted(open_page: Open) -> None:
    page = open_page()
    for block in (2, 7):
        page.locator(f'.row[data-entry="{block}"]').click()
        page.keyboard.press("r")
    page.get_by_role("button", name="Undo: 2").click()
    expect(page.locator(".to-changes")).to_have_text("1 change")
    expect(page.locator('.piece[data-entry="2"]')).to_have_attribute("data-role", "caption")
    expect(page.locator('.piece[data-entry="7"]')).to_have_attribute("data-role", "body")


def test_without_scripts_it_still_cleans(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    page.locator(".intake > summary").click()
    page.get_by_role("textbox", name="Page").fill(STORY)
    page.get_by_role("button", name="Clean", exact=True).click()
    expect(page.locator(".headline")).to_have_text(TITLE)
    expect(page.locator(".row").first).to_be_visible()
    expect(page.locator(".inspector")).to_be_hidden()
