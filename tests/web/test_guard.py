from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cleaner.errors import CleanerError, EmptyInput, LimitExceeded, PageLost
from cleaner.pipeline import default_rulebook
from cleaner.settings import Settings
from cleaner.web import worker
from cleaner.web.errors import ServiceBusy
from cleaner.web.guard import InProcess, ProcessGuard
from cleaner.web.worker import Cleaner, Job, Output
from tests.waiting import PATIENCE, alive, wait_until
from tests.web.conftest import ROOT
from tests.web.workers import Tying, obedient, stillborn

BOOK = default_rulebook()


def make(**flags: object) -> ProcessGuard:
    patient = {"page_workers": 1, "page_seconds": PATIENCE, "queue_seconds": PATIENCE}
    return ProcessGuard(Settings.load({}, **{**patient, **flags}), lambda: BOOK, obedient)


@pytest.fixture
def guard() -> Iterator[ProcessGuard]:
    running = make(page_workers=2)
    yield running
    running.close()


def said(guard: ProcessGuard, content: str) -> str:
    return guard.run(Job(content)).content.decode()


def test_a_slow_page_is_stopped_and_neither_its_neighbours_nor_the_next_ones_notice(tmp_path: Path) -> None:
    """The time to start is not the page's; the limit is one that a fast page keeps on any machine."""
    guard = make(page_workers=2, page_seconds=4)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(guard.run, Job(f"hold {tmp_path}"))
        wait_until((tmp_path / "begun").exists)
        assert [said(guard, "fast") for _ in range(50)] == ["fast"] * 50
        with pytest.raises(PageLost, match=r"not done in 4 s"):
            slow.result()
    assert [said(guard, f"page {number}") for number in range(4)] == [f"page {number}" for number in range(4)]
    guard.close()


def test_what_pages_leave_in_cycles_is_collected() -> None:
    """Not at once, which costs time, and not never."""
    guard = ProcessGuard(Settings.load({}, page_workers=1, page_seconds=PATIENCE, queue_seconds=PATIENCE), lambda: BOOK)
    left = [int(guard.run(Tying()).content) for _ in range(30)]
    guard.close()
    assert left[:2] == [5_000, 10_000]
    assert max(left) < 75_000  # of 150,000


def test_a_page_that_kills_its_process_is_told_so(guard: ProcessGuard) -> None:
    with pytest.raises(PageLost, match=r"died \(exit code 9\)"):
        guard.run(Job("die"))
    assert said(guard, "next") == "next"


def test_an_error_of_the_page_is_the_error(guard: ProcessGuard) -> None:
    with pytest.raises(EmptyInput, match="as told"):
        guard.run(Job("fail"))


def test_outcomes_keep_the_order_of_the_jobs(guard: ProcessGuard) -> None:
    contents = ["sleep 0.2", "b", "die", "c", "fail", *(str(number) for number in range(20))]
    outcomes = list(guard.run_all([Job(content) for content in contents]))
    told = [type(o).__name__ if isinstance(o, CleanerError) else o.content.decode() for o in outcomes]
    assert told == ["sleep 0.2", "b", "PageLost", "c", "EmptyInput", *contents[5:]]


def test_an_idle_process_that_was_killed_is_replaced_unseen() -> None:
    guard = make()
    os.kill(int(said(guard, "pid")), signal.SIGKILL)
    wait_until(lambda: not guard._idle.queue[0].alive)
    assert said(guard, "still here") == "still here"
    guard.close()


def test_when_all_are_busy_the_wait_has_an_end(tmp_path: Path) -> None:
    guard = make(queue_seconds=0.1)
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(said, guard, f"hold {tmp_path}")
        wait_until((tmp_path / "begun").exists)
        with pytest.raises(ServiceBusy):
            guard.run(Job("x"))
        (tmp_path / "over").touch()
        assert slow.result() == f"hold {tmp_path}"
    guard.close()


def test_when_many_wait_already_one_more_is_refused_at_once(tmp_path: Path) -> None:
    """At once: while the others still wait, and will until the test lets them go on."""
    guard = make(queue_pages=2)
    guard.demand_room()
    with ThreadPoolExecutor(3) as threads:
        answers = [threads.submit(said, guard, f"hold {tmp_path}") for _ in range(3)]
        wait_until(lambda: (tmp_path / "begun").exists() and guard._waiting == 2)
        with pytest.raises(ServiceBusy, match="2 pages are waiting"):
            guard.demand_room()
        (tmp_path / "over").touch()
        assert [answer.result() for answer in answers] == [f"hold {tmp_path}"] * 3
    guard.demand_room()
    guard.close()


def test_a_process_is_replaced_after_its_share_of_pages() -> None:
    guard = make(pages_per_worker=2)
    pids = [said(guard, "pid") for _ in range(4)]
    assert (pids[0], pids[2]) == (pids[1], pids[3])
    assert pids[0] != pids[2]
    assert not alive(int(pids[0]))
    guard.close()


def test_processes_that_do_not_start_are_an_answer_not_a_wait() -> None:
    guard = ProcessGuard(Settings.load({}, page_workers=1), lambda: BOOK, stillborn)
    with pytest.raises(ServiceBusy, match="did not start"):
        guard.run(Job("x"))
    guard.close()


def test_no_process_survives_its_server() -> None:
    owner = subprocess.Popen(
        [sys.executable, "-m", "tests.web.workers"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert owner.stdout
    pid = int(owner.stdout.readline())
    assert alive(pid)
    owner.kill()
    owner.communicate()
    wait_until(lambda: not alive(pid))


def test_the_real_process_gives_what_the_same_process_gives() -> None:
    settings = Settings.load({}, page_workers=1)
    job = Job("Cầu mới qua sông\n\nSáng nay, thành phố khánh thành cây cầu thứ ba.", format="markdown")
    guard = ProcessGuard(settings, lambda: BOOK)
    inside = InProcess(Cleaner(BOOK, settings.limits))
    assert guard.run(job) == inside.run(job)
    with pytest.raises(EmptyInput):
        guard.run(Job(" "))
    guard.close()


def test_what_the_engine_loads_late_is_there_before_the_first_page() -> None:
    code = (
        "import sys, cleaner.web.preload, cleaner.metadata.language as language\n"
        "print(sorted({'langdetect', 'trafilatura', 'ftfy', 'charset_normalizer', 'bs4'}\n"
        "    - set(sys.modules)), language._load_factory.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert done.stdout == "[] 1\n", done.stderr


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_too_much_memory_or_depth_is_a_limit(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(worker, "clean_page", fail)
    settings = Settings()
    with pytest.raises(LimitExceeded):
        Cleaner(BOOK, settings.limits)(Job("x"))


def test_a_defect_does_not_carry_the_page_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("words of the page")

    monkeypatch.setattr(worker, "clean_page", fail)
    told = worker.outcome(Cleaner(BOOK, Settings().limits), Job("x"))
    assert isinstance(told, RuntimeError)
    assert "ValueError" in str(told)
    assert "words" not in str(told)


def test_in_process_outcomes() -> None:
    def run(job: Job) -> Output:
        if job.content == "":
            raise EmptyInput("nothing")
        return Output(b"x", "news")

    first, second = InProcess(run).run_all([Job(""), Job("a")])
    assert isinstance(first, EmptyInput)
    assert second == Output(b"x", "news")
