from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cleaner.settings import Settings
from cleaner.web import create_app
from tests.shipped import loaded
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parent.parent.parent

PAGE = """<html lang="vi"><head><title>Cầu mới qua sông</title></head><body>
<nav><a href="/">Trang chủ</a></nav>
<article><h1>Cầu mới qua sông</h1>
<p>Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công liên tục của hàng nghìn thợ.</p>
<p>Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại bằng phà.</p>
<p>Theo ban quản lý, mỗi ngày sẽ có khoảng hai mươi nghìn lượt xe đi qua, giảm hẳn cảnh ùn tắc ở hai cây cầu cũ.</p>
</article></body></html>"""
TEXT = (
    "Cầu mới qua sông\n\nSáng nay, thành phố khánh thành cây cầu thứ ba.\nCầu dài 1.200 m, rộng 24 m, có bốn làn xe.\n"
)


@pytest.fixture(scope="session")
def app() -> Flask:
    """The application without page processes: fast, and the same for all else."""
    return small_app(max_page_bytes=200_000, max_request_bytes=400_000)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def small_app(**flags: object) -> Flask:
    """An application with its own settings, in one process unless told otherwise."""
    with patch("cleaner.web.app.load_rulebook", loaded):
        return create_app(Settings.load({}, **{"page_workers": 0, **flags}))


class Server:
    """gunicorn with the real application, on a free port of the loopback interface; patient unless told otherwise."""

    def __init__(self, port: int = 0, **settings: str) -> None:
        given = {"page_seconds": "100", "queue_seconds": "100", **settings}
        environ = {**os.environ, **{f"CLEANER_{name.upper()}": value for name, value in given.items()}}
        command = ["gunicorn", "wsgi:app", f"--bind=127.0.0.1:{port}", "--worker-class=gthread", "--threads=8"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True
        )
        self.log: list[str] = []
        self.url = self._address()
        self._reader = threading.Thread(target=self._read_on, daemon=True)
        self._reader.start()

    def _address(self) -> str:
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line)
            if found := re.search(r"Listening at: (http://127\.0\.0\.1:\d+)", line):
                return found[1]
        raise AssertionError("".join(self.log))

    def _read_on(self) -> None:
        """A pipe that nobody reads is full some time, and the server waits in its log for ever."""
        assert self.process.stderr
        self.log.extend(self.process.stderr)
        self.process.stderr.close()

    def stop(self) -> str:
        """Stops it as a supervisor would; gives what it wrote to stderr."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return "".join(self.log)


@contextmanager
def running_worker(jobs_dir: Path) -> Iterator[None]:
    """`cleaner worker` with the real engine, until the end of the `with`."""
    command = [sys.executable, "-c", "from cleaner.cli import main; main()", "worker", "--page-workers=1"]
    process = subprocess.Popen([*command, f"--jobs-dir={jobs_dir}"], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        assert process.wait(PATIENCE) == 0


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """With a worker for its jobs."""
    jobs_dir = tmp_path_factory.mktemp("jobs")
    running = Server(max_page_bytes="20971520", jobs_dir=str(jobs_dir))
    with running_worker(jobs_dir):
        yield running
    running.stop()
