"""A server that is told to stop finishes what it took."""

from __future__ import annotations

import json
import signal
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from cleaner.web import life
from cleaner.web.life import Life
from tests.web.conftest import TEXT, Server
from tests.web.test_server import ask

#: Half a second of work or more, so that it is under way when the signal comes.
SLOW = "<p>Một đoạn văn dài của bài viết, với <b>chữ đậm</b> và <a href=x>liên kết</a>.</p>" * 15_000


def test_pages_under_way_are_answered() -> None:
    server = Server(page_workers="2", queue_seconds="60", log_level="warning")
    answers: list[int] = []
    try:
        ask(server, "GET", "/readyz")
        threads = [
            threading.Thread(
                target=lambda: answers.append(
                    ask(server, "POST", "/v1/clean", SLOW.encode(), Content_Type="text/html")[0]
                )
            )
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join()
    finally:
        server.stop()
    assert answers == [200] * 6


def test_a_stream_ends_between_two_lines_and_says_so() -> None:
    server = Server(page_workers="1", stop_seconds="1", log_level="warning")
    address = urlsplit(server.url)
    line = json.dumps({"id": 1, "content": TEXT}).encode()
    line += b" " * (1023 - len(line)) + b"\n"
    with socket.create_connection((str(address.hostname), address.port or 0), timeout=60) as wire:
        wire.sendall(
            b"POST /v1/clean/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
            b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        )
        results = (json.loads(told) for told in wire.makefile("rb") if told.startswith(b"{"))
        for sent in range(200):
            wire.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            result = next(results)
            if "error" in result:
                break
            assert result["id"] == 1
            if sent == 3:
                server.process.send_signal(signal.SIGTERM)
            time.sleep(0.05)
    assert "Traceback" not in server.stop()
    assert result["error"]["type"] == "urn:cleaner:problem:service-stopping"
    assert 3 < sent < 199


def test_a_life_is_over_after_its_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(life.time, "monotonic", lambda: now[0])
    one = Life(10)
    assert not one.over()
    one.ending = lambda: True
    assert not one.over()
    now[0] = 10.0
    assert one.over()
