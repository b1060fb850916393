"""A changed verdict on a page of 500 blocks is seen in under 100 ms."""

from __future__ import annotations

from statistics import median

import pytest

from tests.browser.acts import paste
from tests.browser.conftest import Open
from tests.browser.pages import long_page

LIMIT_MS = 100
#: From the key to the end of the frame that shows it: the frame's callbacks run before style, layout and paint, and a
#: message posted from there is answered behind them.
_REACT = """async keys => {
  const times = [];
  for (const key of keys) {
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)));
    const start = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
    await new Promise(done => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = done;
      channel.port2.postMessage(0);
    }));
    times.push([performance.now() - start, Number(document.querySelector('[data-count="kept"]').textContent)]);
  }
  return times;
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_500_blocks(open_page: Open, width: int) -> None:
    page = open_page(width=width)
    paste(page, long_page(500))
    assert page.locator(".row").count() == 500
    kept = page.locator('.row[data-fate="kept"]')
    (kept if width > 900 else page.locator(".line:not(.out)")).nth(60).click()
    before = kept.count()
    rounds = []
    for _ in range(3):
        seen: list[tuple[float, int]] = page.evaluate(_REACT, ["x", "r"] * 5)
        assert [count for _, count in seen] == [before - 1, before] * 5
        rounds.append(median(ms for ms, _ in seen))
    print(f"{width} px: medians of three rounds {[round(ms) for ms in rounds]} ms")
    assert min(rounds) < LIMIT_MS  # what else the machine does makes a round slower, never faster
