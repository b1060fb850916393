"""A process and its pipe: what is told of it, and that it ends with the one that holds the other end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

import pytest

from cleaner.errors import LimitExceeded, PageLost
from cleaner.piped import Overdue, PipedProcess, ProcessDied, limits_told, processor_seconds
from tests.waiting import PATIENCE, alive, wait_until
from tests.web.conftest import ROOT

_FORK = multiprocessing.get_context("fork")


def echo(pipe: Connection, first: object) -> None:
    pipe.send(first)
    while True:
        pipe.send(pipe.recv())


def started(serve: Callable[..., None], *given: object) -> PipedProcess:
    return PipedProcess(_FORK, serve, *given)


def test_it_is_ready_once_it_has_said_so_and_answers_in_turn() -> None:
    process = started(echo, None)
    assert process.ready(PATIENCE)
    assert process.ready(0)
    for message in ("one", "two"):
        process.send(message)
        assert process.receive(PATIENCE) == message
    process.close()
    assert not process.alive


@pytest.mark.parametrize("first", ["something else", EOFError])
def test_one_that_says_something_else_or_nothing_is_not_ready(first: object) -> None:
    def serve(pipe: Connection) -> None:
        if first is EOFError:
            raise EOFError
        echo(pipe, first)

    process = started(serve)
    assert not process.ready(PATIENCE)
    process.close()


def test_an_answer_that_does_not_come_is_overdue() -> None:
    process = started(echo, None)
    assert process.ready(PATIENCE)
    with pytest.raises(Overdue):
        process.receive(0)
    process.close()


def test_death_is_told_with_its_code_to_who_sends_and_to_who_waits() -> None:
    process = started(lambda _: os._exit(9))
    with pytest.raises(ProcessDied) as waited:
        process.receive(PATIENCE)
    with pytest.raises(ProcessDied) as sent:
        process.send("x")
    assert (waited.value.code, sent.value.code) == (9, 9)
    assert str(waited.value.of_page()) == "the process that cleaned the page died (exit code 9)"
    process.close()


def test_it_does_not_hear_what_is_meant_for_its_owner() -> None:
    process = started(echo, None)
    assert process.ready(PATIENCE)
    assert process.pid
    os.kill(process.pid, signal.SIGINT)
    process.send("still here")
    assert process.receive(PATIENCE) == "still here"
    process.close()


def test_a_fork_does_not_survive_its_owner() -> None:
    """It has a copy of the owner's end of the pipe, which must not keep the pipe open."""
    with subprocess.Popen([sys.executable, "-m", "tests.test_piped"], cwd=ROOT, stdout=subprocess.PIPE) as owner:
        assert owner.stdout
        pid = int(owner.stdout.readline())
        assert alive(pid)
        owner.kill()
    wait_until(lambda: not alive(pid))


def test_a_page_that_was_worked_at_is_too_slow_and_one_that_was_not_is_lost() -> None:
    """The first is refused for good; the second may be sent again."""
    assert type(Overdue(4, 3.9).of_page()) is LimitExceeded
    assert type(Overdue(4, 0.3).of_page()) is PageLost


def test_the_time_a_process_had_to_work_in() -> None:
    before = time.process_time()
    found = processor_seconds(os.getpid())
    assert before - 0.1 <= found <= time.process_time() + 0.1
    assert processor_seconds(None) == 0.0


@pytest.mark.parametrize("error", [MemoryError, SystemError, RecursionError])
def test_too_much_memory_or_depth_is_a_limit(error: type[Exception]) -> None:
    with pytest.raises(LimitExceeded), limits_told():
        raise error


def main() -> None:
    """An owner to be killed: says which process it has, and waits."""
    process = started(echo, None)
    print(process.pid, flush=True)
    time.sleep(600)


if __name__ == "__main__":
    main()
