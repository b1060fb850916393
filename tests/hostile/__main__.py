"""`python -m tests.hostile [NAME ...]`: every attack of the zoo at full size, measured, as a table.

An attack passes when nothing crashes or hangs, the promises hold (on a small copy), twice the page costs
at most 3.4 times as much, and memory stays within 20 times the page. Its cost is compared with the goal
of 50 ms CPU for 100 KB, and with an ordinary page of the same size in the same process. `--size` sets
the smaller page's bytes. Exit status 1 when an attack fails.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial

from tests.hostile import oracle
from tests.hostile.measure import Cost, apart, cost, prepare
from tests.hostile.zoo import BY_NAME, ZOO, Attack

GOAL_MS, GROWTH, MEMORY = 50.0, 3.4, 20.0
_SLACK = 48 << 20  # bytes that allocators and libraries may keep, however small the page
_PROMISES = 4_000  # bytes of the page on which the promises are checked


def main() -> None:
    options = _options()
    prepare()
    print(f"{'attack':28} {'ms/100KB':>9} {'x ordinary':>10} {'2n/n':>5} {'memory':>7}  problem")
    rows = []
    for attack in [BY_NAME[name] for name in options.names] or ZOO:
        found = _measured(attack, options.size)
        rows.append((attack, found))
        print(_row(attack, found), flush=True)
    _summary(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--size", type=int, default=200_000, help="bytes of the smaller page")
    return parser.parse_args()


def _measured(attack: Attack, size: int) -> Cost:
    promises = apart(partial(_promises, attack))
    return promises if promises.problem else apart(partial(cost, attack, size))


def _promises(attack: Attack) -> Cost:
    oracle.check(attack.make(_PROMISES), attack.kind, reference=False)
    return Cost()


def problem(found: Cost) -> str:
    """What is wrong with a cost; "" for nothing."""
    if found.problem:
        return found.problem
    if found.growth > GROWTH and found.large > 0.1:
        return "not linear"
    return "memory" if found.memory > MEMORY * found.bytes + _SLACK else ""


def _row(attack: Attack, found: Cost) -> str:
    over = " " if found.per_100_kb <= GOAL_MS else "*"
    times = found.large / found.ordinary if found.ordinary else 0.0
    return (
        f"{attack.name:28} {found.per_100_kb:8.1f}{over} {times:10.1f} {found.growth:5.1f} "
        f"{found.memory / found.bytes:6.1f}x  {problem(found)}"
    ).rstrip()


def _summary(rows: list[tuple[Attack, Cost]]) -> None:
    failed = [attack.name for attack, found in rows if problem(found)]
    over = [attack.name for attack, found in rows if not problem(found) and found.per_100_kb > GOAL_MS]
    usual = sorted(found.ordinary / found.bytes * 1e8 for _, found in rows if found.ordinary)
    print(
        f"\n{len(rows)} attacks, {len(rows) - len(failed)} passed, {len(over)} of them over {GOAL_MS:.0f} ms/100KB (*)"
    )
    if usual:
        print(f"an ordinary page of the same size: {usual[len(usual) // 2]:.1f} ms/100KB (median)")
    print(f"failed: {', '.join(failed) or 'none'}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
