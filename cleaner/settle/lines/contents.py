"""A table of contents above the story: lines in a row that come again, one by one, as its headings."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.view import View
from cleaner.text import fold

_MIN_CHARS, _MAX_CHARS = 8, 140
_FEWEST = 2  # entries


def settle_contents(board: Board, view: View) -> None:
    """A chorus also comes again, but its lines then stand in a row again."""
    run: list[tuple[int, int]] = []
    again = _again(board, view)
    for number in range(len(view.lines) + 1):
        copy = again.get(number)
        if copy is not None and (not run or copy > run[-1][1] + 1):
            run.append((number, copy))
            continue
        if len(run) >= _FEWEST:
            for entry, heading in run:
                evidence = f"an entry of the contents; block {heading} is its heading"
                board.judge(entry, Role.CHROME, "repeat.contents", evidence, 0.8)
        run = []


def _again(board: Board, view: View) -> dict[int, int]:
    """Undecided lines without a full stop -> the line further down that repeats them."""
    last: dict[str, int] = {}
    found: dict[int, int] = {}
    for line in reversed(view.lines):
        if board.role(line.number) is None and line.stop in ("", "?") and _MIN_CHARS <= line.chars <= _MAX_CHARS:
            words = fold(line.text)
            if words in last:
                found[line.number] = last[words]
            last[words] = line.number
    return found
