"""The real server over a socket: gunicorn, page processes and all."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from cleaner.pipeline import clean
from cleaner.render import render
from tests.waiting import PATIENCE, alive, wait_until
from tests.web.conftest import PAGE, TEXT, Server


def connect(server: Server) -> http.client.HTTPConnection:
    address = urlsplit(server.url)
    return http.client.HTTPConnection(str(address.hostname), address.port, timeout=PATIENCE)


def ask(server: Server, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    connection = connect(server)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    status, data = answer.status, answer.read()
    connection.close()
    return status, data


def open_wire(server: Server, head: bytes) -> socket.socket:
    """A connection on which a request with this head was begun."""
    address = urlsplit(server.url)
    wire = socket.create_connection((str(address.hostname), address.port or 0), timeout=PATIENCE)
    wire.sendall(head)
    return wire


def open_stream(server: Server) -> socket.socket:
    """A connection on which the server waits for the chunks of a stream of pages."""
    return open_wire(
        server,
        b"POST /v1/clean/stream HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
        b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
    )


def test_a_page_over_the_wire_is_what_the_library_gives(server: Server) -> None:
    status, data = ask(server, "POST", "/v1/clean", PAGE.encode(), Content_Type="text/html; charset=utf-8")
    assert (status, data) == (200, render(clean(PAGE.encode(), None, "text/html; charset=utf-8")))


def test_it_is_ready(server: Server) -> None:
    assert ask(server, "GET", "/readyz")[0] == 200


def test_equal_bytes_from_many_at_once(server: Server) -> None:
    expected = render(clean(TEXT.encode(), None, "text/plain"))
    seen: list[bytes] = []

    def work() -> None:
        seen.extend(ask(server, "POST", "/v1/clean", TEXT.encode(), Content_Type="text/plain")[1] for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [expected] * 30


def test_a_body_that_is_far_too_large_is_answered_before_it_is_sent(server: Server) -> None:
    connection = connect(server)
    connection.putrequest("POST", "/v1/clean")
    connection.putheader("Content-Type", "text/html")
    connection.putheader("Content-Length", str(10**12))
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["type"]) == (413, "urn:cleaner:problem:input-too-large")
    connection.close()


def test_chunked_bodies_are_read(server: Server) -> None:
    connection = connect(server)
    parts = iter([PAGE[:100].encode(), PAGE[100:].encode()])
    connection.request("POST", "/v1/clean", parts, {"Content-Type": "text/html"}, encode_chunked=True)
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (200, render(clean(PAGE.encode(), None, "text/html")))
    connection.close()


def test_results_flow_before_the_upload_ends(server: Server) -> None:
    """gunicorn reads 1 KiB at a time, so each line is padded to whole KiBs for this test alone."""

    def padded(number: int) -> bytes:
        line = json.dumps({"id": number, "content": TEXT}).encode()
        return line + b" " * (1023 - len(line)) + b"\n"

    with open_stream(server) as wire:
        reader = wire.makefile("rb")
        for number in range(3):
            line = padded(number)
            wire.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            while not (got := reader.readline()).startswith(b'{"id":'):
                assert got, "the answer ended"
            assert json.loads(got)["id"] == number
        wire.sendall(b"0\r\n\r\n")
        assert b"0\r\n" in reader.read()


def resident_kib(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def children(pid: int) -> list[int]:
    """Processes that any thread of a process started."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for path in lists for child in path.read_text().split()]


def descendants(pid: int) -> list[int]:
    return [each for child in children(pid) for each in (child, *descendants(child))]


def test_a_long_stream_takes_no_more_memory_than_a_short_one(server: Server) -> None:
    """Lines that are refused at once: what is measured is the stream, not the engine."""
    line = json.dumps({"id": 1, "content": " " * 2000}).encode() + b"\n"

    def send(count: int) -> None:
        with open_stream(server) as wire:
            chunk = b"%x\r\n%s\r\n" % (100 * len(line), 100 * line)
            sender = threading.Thread(target=wire.sendall, args=(chunk * (count // 100) + b"0\r\n\r\n",))
            sender.start()  # beside the reader: a server whose answers nobody reads stops reading, too
            assert sum(told.startswith(b"{") for told in wire.makefile("rb")) == count
            sender.join()

    worker = server_process(server)
    send(500)
    before = resident_kib(worker)
    send(5000)
    assert resident_kib(worker) - before < 8 * 1024


def test_a_slow_page_is_stopped_and_its_neighbours_are_served() -> None:
    """The limit is one that a small page keeps on any machine, and a large one on none.

    503 says that a busy machine gave the page less of the processor than its time, and to ask again (`page_process`).
    """
    server = Server(page_seconds="3", page_workers="2")
    try:
        ask(server, "GET", "/readyz")
        big = ("<p>Một đoạn văn dài của bài viết, với <b>chữ đậm</b> và <a href=x>liên kết</a>.</p>" * 150_000).encode()
        answers: list[tuple[int, bytes]] = []

        def insist() -> None:
            while not answers or (answers[-1][0] == 503 and len(answers) < 5):
                answers.append(ask(server, "POST", "/v1/clean", big, Content_Type="text/html"))

        slow = threading.Thread(target=insist)
        slow.start()
        assert [ask(server, "POST", "/v1/clean", TEXT.encode())[0] for _ in range(10)] == [200] * 10
        slow.join()
        status, data = answers[-1]
        assert (status, json.loads(data)["type"]) == (422, "urn:cleaner:problem:limit-exceeded")
        assert ask(server, "POST", "/v1/clean", TEXT.encode())[0] == 200
    finally:
        log = server.stop()
    assert "Traceback" not in log


def test_a_killed_server_process_is_replaced_and_stopping_leaves_nothing_behind() -> None:
    server = Server()
    try:
        assert ask(server, "GET", "/readyz")[0] == 200
        first = {server_process(server), *descendants(server.process.pid)}
        os.kill(server_process(server), signal.SIGKILL)
        wait_until(lambda: not any(map(alive, first)))  # so that none of them can take the request
        assert ask(server, "POST", "/v1/clean", TEXT.encode(), Content_Type="text/plain")[0] == 200
        started = descendants(server.process.pid)
        assert len(started) >= 4  # a server process, the fork server, two page processes
    finally:
        server.stop()
    wait_until(lambda: not any(map(alive, started)))


def server_process(server: Server) -> int:
    (found,) = children(server.process.pid)
    return found


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"%PDF-1.7\n", b"\xff\xd8\xff\xe0\x00\x10JFIF", b'{"a": 1}'])
def test_bad_input_over_the_wire_is_a_typed_problem_or_a_result_with_a_warning(server: Server, content: bytes) -> None:
    status, data = ask(server, "POST", "/v1/clean", content, Content_Type="text/html")
    if status == 200:
        assert json.loads(data)["report"]["warnings"]
    else:
        assert status in (413, 415, 422)
        assert json.loads(data)["type"].startswith("urn:cleaner:problem:")
