from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleaner.cli.guarded import guarded
from cleaner.errors import EmptyInput, LimitExceeded
from tests.waiting import PATIENCE


def test_gives_what_the_work_gives_or_raises() -> None:
    def fail() -> None:
        raise EmptyInput("nothing")

    assert guarded(lambda: [1, 2], PATIENCE, 0) == [1, 2]
    with pytest.raises(EmptyInput, match="nothing"):
        guarded(fail, PATIENCE, 0)


def test_work_that_never_hears_a_signal_is_stopped_all_the_same(tmp_path: Path) -> None:
    """One step of the interpreter, and an hour long."""
    pid = tmp_path / "pid"

    def work() -> int:
        pid.write_text(str(os.getpid()))
        return sum(range(10**12))

    with pytest.raises(LimitExceeded, match=r"more than 3 s"):
        guarded(work, 3, 0)
    assert not Path(f"/proc/{pid.read_text()}").exists()


def test_memory_is_bounded_and_death_is_told() -> None:
    with pytest.raises(LimitExceeded, match="memory"):
        guarded(lambda: bytearray(4096 << 20) and None, PATIENCE, 1024)
    with pytest.raises(LimitExceeded, match=r"died \(exit code 9\)"):
        guarded(lambda: os._exit(9), PATIENCE, 0)
