"""What a page costs: CPU time and memory, in a process of its own, beside an ordinary page of the same size."""

from __future__ import annotations

import os
import pickle
import re
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cleaner import clean
from cleaner.errors import InputError
from cleaner.model import Kind
from tests.hostile.pages import ordinary, warm_up
from tests.hostile.zoo import Attack

_STATUS = Path("/proc/self/status")
_PEAK = re.compile(r"VmHWM:\s+(\d+)")
_NOW = re.compile(r"VmRSS:\s+(\d+)")


class Cost(NamedTuple):
    """small, large: CPU seconds for the page and one of twice its size; ordinary: for an ordinary page of that size.

    bytes, memory: of the large page, and what cleaning it took at most beyond what the process had.
    problem: what went wrong; "" for nothing.
    """

    small: float = 0.0
    large: float = 0.0
    ordinary: float = 0.0
    bytes: int = 1
    memory: int = 0
    problem: str = ""

    @property
    def growth(self) -> float:
        """2 where the cost is linear, 4 where it is quadratic."""
        return self.large / self.small if self.small else 0.0

    @property
    def per_100_kb(self) -> float:
        """CPU milliseconds."""
        return self.large * 1e3 / self.bytes * 1e5


def cpu_seconds(content: bytes | str, kind: Kind | None, times: int = 1) -> float:
    """The least CPU time of several cleanings; a refusal is an answer, too."""
    return min(_once(content, kind) for _ in range(times))


def _once(content: bytes | str, kind: Kind | None) -> float:
    begun = time.process_time()
    with suppress(InputError):
        clean(content, kind=kind)
    return time.process_time() - begun


def size_of(content: bytes | str) -> int:
    return len(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


def cost(attack: Attack, size: int, times: int = 2) -> Cost:
    """The cost of an attack of `size` and twice `size` bytes; the process's memory is measured on the way."""
    plain = ordinary(2 * size)
    small, large = attack.make(size), attack.make(2 * size)
    before = _memory(_NOW)
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the peak begins anew
    first = cpu_seconds(large, attack.kind)
    memory = max(0, _memory(_PEAK) - before)
    found = Cost(cpu_seconds(small, attack.kind, times), first, cpu_seconds(plain, "html"), size_of(large), memory)
    again = times if first < 2 and (found.growth > 2.5 or found.per_100_kb > 50) else 0
    return found._replace(large=min([first, *(cpu_seconds(large, attack.kind) for _ in range(again))]))


def _memory(which: re.Pattern[str]) -> int:
    """Bytes of memory, as Linux counts them for this process."""
    found = which.search(_STATUS.read_text())
    return int(found[1]) * 1024 if found else 0


def apart(work: Callable[[], Cost], seconds: int = 60, megabytes: int = 4096) -> Cost:
    """The result of some work in a copy of this process, which may hang or die."""
    receive, send = os.pipe()
    child = os.fork()
    if not child:
        os.close(receive)
        _work(work, send, seconds, megabytes)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if answer:
        return pickle.loads(answer)  # type: ignore[no-any-return]  # our own child's
    what = "hangs" if os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL) else "dies"
    return Cost(problem=f"{what} (status {status})")


def _work(work: Callable[[], Cost], send: int, seconds: int, megabytes: int) -> None:
    """In the child: CPU time and memory have an end, whatever C code it hangs in."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    try:
        answer = work()
    except BaseException as problem:
        answer = Cost(problem=traceback.format_exception_only(problem)[-1].strip()[:200])
    os.write(send, pickle.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


def prepare() -> None:
    """Load what the engine loads on first use, so that no attack is charged for it."""
    for page, kind in warm_up():
        cpu_seconds(page, kind)
