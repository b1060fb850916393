"""Bar charts as inline SVG: no script, no font, no address."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_BAR, _GAP, _LABEL, _WIDTH = 18, 6, 260, 420


def bars(title: str, values: Sequence[tuple[str, int]]) -> str:
    """A figure with one horizontal bar a value; every bar has its number as text and as a tooltip."""
    if not values:
        return ""
    top = max(count for _, count in values) or 1
    height = len(values) * (_BAR + _GAP)
    rows = "".join(_bar(position, str(name), count, top) for position, (name, count) in enumerate(values))
    width = _LABEL + _WIDTH + 110
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{escape(title, quote=True)}">{rows}</svg></figure>'
    )


def _bar(position: int, name: str, count: int, top: int) -> str:
    y = position * (_BAR + _GAP)
    width = max(1, round(_WIDTH * count / top))
    short = name if len(name) <= 38 else name[:37] + "…"
    return (
        f"<g><title>{escape(name)}: {count:,}</title>"
        f'<text x="{_LABEL - 8}" y="{y + 13}" text-anchor="end">{escape(short)}</text>'
        f'<rect x="{_LABEL}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>'
        f'<text x="{_LABEL + width + 6}" y="{y + 13}">{count:,}</text></g>'
    )
