from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from cleaner.errors import CleanerError, EmptyInput, LimitExceeded
from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings
from cleaner.web import worker
from cleaner.web.guard import InProcess, ProcessGuard
from cleaner.web.page_process import ServiceBusy
from cleaner.web.worker import Cleaner, Job, Output
from tests.web.conftest import ROOT
from tests.web.workers import obedient, stillborn

BOOK = load_rulebook()


def make(**flags: object) -> ProcessGuard:
    return ProcessGuard(Settings.load({}, **{"page_workers": 1, "page_seconds": 5, **flags}), lambda: BOOK, obedient)


@pytest.fixture
def guard() -> Iterator[ProcessGuard]:
    running = make(page_workers=2, page_seconds=2)
    yield running
    running.close()


def said(guard: ProcessGuard, content: str) -> str:
    return guard.run(Job(content)).content.decode()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] != "Z"


def test_a_slow_page_is_stopped_and_the_next_one_is_served(guard: ProcessGuard) -> None:
    said(guard, "the time to start is not the page's")
    began = time.monotonic()
    with pytest.raises(LimitExceeded, match=r"more than 2 s"):
        guard.run(Job("sleep 60"))
    assert 2 <= time.monotonic() - began < 20
    assert [said(guard, f"page {number}") for number in range(4)] == [f"page {number}" for number in range(4)]


def test_the_neighbours_of_a_slow_page_do_not_notice(guard: ProcessGuard) -> None:
    guard.run_all([Job("warm"), Job("warm")])
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(guard.run, Job("sleep 60"))
        assert [said(guard, "fast") for _ in range(50)] == ["fast"] * 50
        with pytest.raises(LimitExceeded):
            slow.result()


def test_a_page_that_kills_its_process_is_told_so(guard: ProcessGuard) -> None:
    with pytest.raises(LimitExceeded, match=r"died \(exit code 9\)"):
        guard.run(Job("die"))
    assert said(guard, "next") == "next"


def test_an_error_of_the_page_is_the_error(guard: ProcessGuard) -> None:
    with pytest.raises(EmptyInput, match="as told"):
        guard.run(Job("fail"))


def test_outcomes_keep_the_order_of_the_jobs(guard: ProcessGuard) -> None:
    contents = ["sleep 0.2", "b", "die", "c", "fail", *(str(number) for number in range(20))]
    outcomes = list(guard.run_all([Job(content) for content in contents]))
    told = [type(o).__name__ if isinstance(o, CleanerError) else o.content.decode() for o in outcomes]
    assert told == ["sleep 0.2", "b", "LimitExceeded", "c", "EmptyInput", *contents[5:]]


def test_an_idle_process_that_was_killed_is_replaced_unseen() -> None:
    guard = make()
    os.kill(int(said(guard, "pid")), signal.SIGKILL)
    time.sleep(0.2)
    assert said(guard, "still here") == "still here"
    guard.close()


def test_when_all_are_busy_the_wait_has_an_end() -> None:
    guard = make(queue_seconds=0.1)
    said(guard, "warm")
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(said, guard, "sleep 1")
        time.sleep(0.3)
        with pytest.raises(ServiceBusy):
            guard.run(Job("x"))
        assert slow.result() == "sleep 1"
    guard.close()


def test_when_many_wait_already_one_more_is_refused_at_once() -> None:
    guard = make(queue_pages=2)
    guard.demand_room()
    said(guard, "warm")
    with ThreadPoolExecutor(3) as threads:
        answers = [threads.submit(said, guard, "sleep 1") for _ in range(3)]
        time.sleep(0.3)
        began = time.monotonic()
        with pytest.raises(ServiceBusy, match="2 pages are waiting"):
            guard.demand_room()
        assert time.monotonic() - began < 0.2
        assert [answer.result() for answer in answers] == ["sleep 1"] * 3
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
    deadline = time.monotonic() + 10
    while alive(pid):
        assert time.monotonic() < deadline
        time.sleep(0.05)


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
        "print(sorted({'langdetect', 'htmldate', 'trafilatura', 'ftfy', 'charset_normalizer', 'bs4'}\n"
        "    - set(sys.modules)), language._load_factory.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
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


def test_memory_is_bounded() -> None:
    code = (
        "from cleaner.web.worker import bound_memory\n"
        "bound_memory(1024)\n"
        "try: bytearray(2048 << 20)\n"
        "except MemoryError: print('bounded')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout == "bounded\n", done.stderr


def test_in_process_outcomes() -> None:
    def run(job: Job) -> Output:
        if job.content == "":
            raise EmptyInput("nothing")
        return Output(b"x", "news", "rules")

    first, second = InProcess(run).run_all([Job(""), Job("a")])
    assert isinstance(first, EmptyInput)
    assert second == Output(b"x", "news", "rules")
