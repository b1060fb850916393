"""A server that is told to stop finishes what it took."""

from __future__ import annotations

import json
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from cleaner.web import life
from cleaner.web.life import Life
from tests.web.conftest import TEXT, Server
from tests.web.test_server import open_stream, open_wire

#: Long enough that none is answered when the signal comes.
SLOW = "<p>Một đoạn văn dài của bài viết, với <b>chữ đậm</b> và <a href=x>liên kết</a>.</p>".encode() * 1_000


def test_pages_under_way_are_answered() -> None:
    """Each asks whether it may go on: the answer says that the server is at this request."""
    server = Server(page_workers="2", log_level="warning")
    head = b"POST /v1/clean HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 100-continue\r\n"
    head += b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(SLOW)
    wires = [open_wire(server, head) for _ in range(6)]
    try:
        for wire in wires:
            assert wire.recv(1000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        with ThreadPoolExecutor(6) as threads:
            list(threads.map(lambda wire: wire.sendall(SLOW), wires))
            server.process.send_signal(signal.SIGTERM)
            answers = list(threads.map(lambda wire: wire.makefile("rb").read(), wires))
    finally:
        server.stop()
        for wire in wires:
            wire.close()
    assert [answer.partition(b"\r\n")[0] for answer in answers] == [b"HTTP/1.1 200 OK"] * 6
    assert all(answer.endswith(b"}") for answer in answers)


def test_a_stream_ends_between_two_lines_and_says_so() -> None:
    server = Server(page_workers="1", stop_seconds="1", log_level="warning")
    line = json.dumps({"id": 1, "content": TEXT}).encode()
    line += b" " * (1023 - len(line)) + b"\n"
    with open_stream(server) as wire:
        results = (json.loads(told) for told in wire.makefile("rb") if told.startswith(b"{"))
        for sent in range(2000):
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
    assert 3 < sent < 1999


def test_a_life_is_over_after_its_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(life.time, "monotonic", lambda: now[0])
    one = Life(10)
    assert not one.over()
    one.ending = lambda: True
    assert not one.over()
    now[0] = 10.0
    assert one.over()
