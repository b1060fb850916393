"""Where two texts differ first: what a warning shows as before and after."""

from __future__ import annotations

_BLOCK = 4096  # characters compared at once


def first_change(before: str, after: str) -> int:
    """The offset of the first difference; the length of the shorter text where it begins the other."""
    shorter = min(len(before), len(after))
    for start in range(0, shorter, _BLOCK):
        if before[start : start + _BLOCK] != after[start : start + _BLOCK]:
            pairs = zip(before[start:shorter], after[start:shorter], strict=True)
            return next((at for at, (old, new) in enumerate(pairs, start) if old != new), shorter)
    return shorter


def before_and_after(before: str, after: str, length: int = 40) -> str:
    """ "before «...», after «...»" around the first change, within one line and one tag."""
    at = first_change(before, after)
    return f"before «{_around(before, at, length)}», after «{_around(after, at, length)}»"


def _around(text: str, at: int, length: int) -> str:
    near = text[max(0, at - length // 2) : at]
    start = at - len(near) + max(near.rfind(edge) for edge in "\n<>") + 1
    shown = text[start : start + length]
    return shown.split("<")[0].split("\n")[0].strip()
