"""`python -m tests.hostile.linear`: time a byte from 10 KB to 10 MB, as a table and as docs/images/cost.svg.

Ordinary pages, grown by repetition with varied text. Afterwards 20,000 paragraphs, beside trafilatura in
the same run. CPU time of this process, the least of several cleanings, so that other load counts little.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path
from typing import NamedTuple

import trafilatura

from tests.hostile.measure import cpu_seconds, prepare, size_of
from tests.hostile.pages import ordinary, sentence

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000)
SVG = Path(__file__).parents[2] / "docs" / "images" / "cost.svg"
_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 320, 64, 48, 24


class Point(NamedTuple):
    """A page of so many bytes, and the CPU nanoseconds that each byte took."""

    size: int
    nanoseconds: float


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.linear", description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="bytes of the largest page")
    parser.add_argument("--svg", type=Path, default=SVG)
    options = parser.parse_args()
    prepare()
    points = []
    for size in (size for size in SIZES if size <= options.most):
        points.append(measured(size))
        print(f"{points[-1].size:>12,} bytes {points[-1].nanoseconds:8.0f} ns a byte", flush=True)
    cheapest, dearest = min(p.nanoseconds for p in points), max(p.nanoseconds for p in points)
    print(f"dearest to cheapest: {dearest / cheapest:.2f}")
    options.svg.parent.mkdir(parents=True, exist_ok=True)
    options.svg.write_text(drawing(points), "utf-8")
    many_paragraphs()


def measured(size: int) -> Point:
    """Small pages are cleaned more often: their times are the noisier ones."""
    page = ordinary(size)
    times = max(2, min(20, 2_000_000 // size))
    return Point(size_of(page), cpu_seconds(page, "html", times) / size_of(page) * 1e9)


def many_paragraphs(number: int = 20_000) -> None:
    page = (
        "<html><body><article>" + "".join(f"<p>{sentence(n)}</p>" for n in range(number)) + "</article></body></html>"
    )
    own = cpu_seconds(page, "html", 2)
    begun = _cpu()
    trafilatura.bare_extraction(page, with_metadata=True)
    other = _cpu() - begun
    print(
        f"{number:,} paragraphs, {size_of(page):,} bytes: {own:.2f} s, "
        f"trafilatura {other:.2f} s, {other / own:.1f} times as long"
    )


def _cpu() -> float:
    return time.process_time()


def drawing(points: list[Point]) -> str:
    """A plot with logarithmic sizes; the band is the goal, twice the cheapest."""
    cheapest = min(point.nanoseconds for point in points)
    top = 1.2 * max(2 * cheapest, *(point.nanoseconds for point in points))
    places = [(_across(point.size), _up(point.nanoseconds, top)) for point in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    low, high = _up(cheapest, top), _up(2 * cheapest, top)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<rect x="{_LEFT}" y="{high:.1f}" width="{_WIDTH - _LEFT - 16}" height="{low - high:.1f}" fill="#e8f1e4"/>',
        f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="2"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f5fa8"/>' for x, y in places),
        *(_label(x, y - 10, f"{point.nanoseconds:.0f}") for (x, y), point in zip(places, points, strict=True)),
        *(_label(_across(size), _HEIGHT - _BOTTOM + 18, _named(size)) for size in SIZES),
        f'<line x1="{_LEFT}" y1="{_HEIGHT - _BOTTOM}" x2="{_WIDTH - 16}" y2="{_HEIGHT - _BOTTOM}" stroke="#333"/>',
        f'<text x="{_LEFT}" y="16">CPU nanoseconds a byte; shaded: up to twice the cheapest</text>',
        _label(_WIDTH / 2, _HEIGHT - 10, "size of the page"),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _across(size: int) -> float:
    share = math.log(size / SIZES[0]) / math.log(SIZES[-1] / SIZES[0])
    return _LEFT + 24 + max(0.0, share) * (_WIDTH - _LEFT - 64)


def _up(value: float, top: float) -> float:
    return _HEIGHT - _BOTTOM - value / top * (_HEIGHT - _BOTTOM - _TOP)


def _label(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle">{text}</text>'


def _named(size: int) -> str:
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} KB"


if __name__ == "__main__":
    main()
