from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from cleaner.cli.guarded import guarded
from cleaner.errors import EmptyInput, LimitExceeded, PageLost
from tests.waiting import PATIENCE


def test_gives_what_the_work_gives_or_raises() -> None:
    def fail() -> None:
        raise EmptyInput("nothing")

    assert guarded(lambda: [1, 2], PATIENCE, 0) == [1, 2]
    with pytest.raises(EmptyInput, match="nothing"):
        guarded(fail, PATIENCE, 0)


def test_work_that_never_hears_a_signal_is_stopped_all_the_same(tmp_path: Path) -> None:
    """One step of the interpreter, and an hour long. A busy machine gives it less than its 3 s, which is told so."""
    pid = tmp_path / "pid"

    def work() -> int:
        pid.write_text(str(os.getpid()))
        return sum(range(10**12))

    with pytest.raises(LimitExceeded, match=r"(took more than|not done in) 3 s"):
        guarded(work, 3, 0)
    assert not Path(f"/proc/{pid.read_text()}").exists()


def test_memory_is_bounded_and_death_is_told() -> None:
    with pytest.raises(LimitExceeded, match="memory"):
        guarded(lambda: bytearray(4096 << 20) and None, PATIENCE, 1024)
    with pytest.raises(PageLost, match=r"died \(exit code 9\)"):
        guarded(lambda: os._exit(9), PATIENCE, 0)


def test_work_that_never_got_to_work_is_lost_and_not_too_slow() -> None:
    with pytest.raises(PageLost, match="to work in"):
        guarded(lambda: time.sleep(PATIENCE), 0.5, 0)


class OfTwo(ValueError):
    """Can be written, and not read again: its `args` are one."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one + two)


def test_an_error_that_cannot_be_sent_is_told_with_its_words() -> None:
    def of_two() -> None:
        raise OfTwo("a ", "defect")

    def of_here() -> None:
        class Local(ValueError):
            pass

        raise Local("a defect")

    for fail, name in ((of_two, "OfTwo"), (of_here, "Local")):
        with pytest.raises(RuntimeError, match=f"{name}: a defect"):
            guarded(fail, PATIENCE, 0)


def test_a_result_that_cannot_be_sent_is_told_so() -> None:
    with pytest.raises(RuntimeError, match=r"pickle|local object"):
        guarded(lambda: lambda: None, PATIENCE, 0)
