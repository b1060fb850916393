"""A real Redis on the loopback interface, which can go away and come back."""

from __future__ import annotations

import random
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.waiting import wait_until

#: Below those that the kernel gives to outgoing connections, so that none of them takes the port while Redis is away.
_PORTS = range(22_000, 32_000)

needs_redis = pytest.mark.skipif(not shutil.which("redis-server"), reason="redis-server is not installed")


class Redis:
    """A server without persistence: what it forgets when it is killed is all that it had."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        while True:
            self.port = random.choice(_PORTS)
            self.url = f"redis://127.0.0.1:{self.port}/0"
            self.start()
            if self.process.poll() is None:
                return  # and not ended because the port was another's

    def start(self) -> None:
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)]
        self.process = subprocess.Popen(["redis-server", *options], stdout=subprocess.DEVNULL)
        wait_until(lambda: self.process.poll() is not None or self._answers())

    def _answers(self) -> bool:
        """Whether it is this very process that answers there."""
        try:
            with closing(socket.create_connection(("127.0.0.1", self.port), 1)) as wire:
                wire.sendall(b"INFO server\r\n")
                return b"process_id:%d\r\n" % self.process.pid in wire.recv(65536)
        except OSError:
            return False

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def running_redis(folder: Path) -> Iterator[Redis]:
    redis = Redis(folder)
    try:
        yield redis
    finally:
        redis.stop()
