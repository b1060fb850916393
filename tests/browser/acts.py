"""What a person does on the workbench."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, Route

from tests.browser.pages import STORY


def paste(page: Page, content: str = STORY) -> None:
    """Cleans a page of one's own and waits until it is on the bench."""
    page.locator(".intake > summary").click()
    page.get_by_role("textbox", name="Page").fill(content)
    page.get_by_role("button", name="Clean", exact=True).click()
    page.wait_for_selector(".bench.live:not([data-sample])")


def entry(page: Page, view: str, text: str) -> Locator:
    """The block with this text in a view: "piece", "line" or "row"."""
    return page.locator(f".{view}", has_text=text).first


def article_text(page: Page) -> str:
    """What the article view shows of lead and body, a blank line between."""
    script = "nodes => nodes.filter(node => node.offsetParent && node.textContent).map(node => node.textContent)"
    texts: list[str] = page.locator(".lead, .line:not(.out)").evaluate_all(script)
    return "\n\n".join("\n\n".join(text.split("\n")) for text in texts)


#: As POST /v1/corrections/{id}/draft answers.
DRAFT: dict[str, Any] = {
    "pack": "lang/vi/caption",
    "toml": '[[rule]]\nid = "vi.caption.draft-1"\nrole = "caption"\nwhere = { starts = ["ghe chở"] }\n',
    "hit": "Ghe chở <b>dưa</b> về bến.",
    "miss": "Ghe chở dưa về bến lúc nước còn lớn, người mua đứng đợi trên cầu phao.",
    "check": {"ok": False, "problems": ["rule vi.caption.credit-tail: claims the same example"]},
    "changed": [
        {
            "page": "correction 3",
            "block": 7,
            "text": "Ghe chở bí về bến.",
            "before": {"role": "body", "kept": True, "rule": "shape.paragraph"},
            "after": {"role": "caption", "kept": False, "rule": "vi.caption.draft-1"},
        }
    ],
    "tried": 6,
}


def keep_corrections(page: Page, kept: list[Any], draft: dict[str, Any] = DRAFT) -> None:
    """A service that keeps corrections and drafts rules, where the real one keeps none."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("/draft"):
            route.fulfill(status=200, json=draft)
        else:
            kept.append(json.loads(route.request.post_data or ""))
            route.fulfill(status=201, json={"id": 12, "created": "2026-11-22T00:00:00Z", "changes": []})

    page.route("**/v1/corrections**", answer)
