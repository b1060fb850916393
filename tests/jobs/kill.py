"""Kills workers and servers with SIGKILL at random moments, again and again, while a client wants its jobs done.

    python -m tests.jobs.kill [ROUNDS [SEED]]     (10 rounds by default; prints what it did)

Each round uploads an archive with an Idempotency-Key, kills the server once and the worker up to twice, and asks for
the result. It must be byte-identical to that of a job that nobody disturbed, and there must be one job and no more.
"""

from __future__ import annotations

import http.client
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import cleaner.jobs.perform as performing
from cleaner.jobs.worker import work
from cleaner.settings import Settings
from tests.bulk.fakes import slow_engine
from tests.jobs.stores import give, perform, result, some_pages, store
from tests.waiting import PATIENCE, wait_until
from tests.web.conftest import Server
from tests.web.test_server import descendants

_REPO = Path(__file__).parents[2]


def environment(folder: Path, **settings: str) -> dict[str, str]:
    named = {f"CLEANER_{name.upper()}": value for name, value in settings.items()}
    return os.environ | {"PYTHONPATH": str(_REPO), "CLEANER_JOBS_DIR": str(folder)} | named


def start_worker(folder: Path, **settings: str) -> subprocess.Popen[bytes]:
    """A worker in a process of its own, with an engine of two milliseconds a page."""
    command = [sys.executable, "-m", "tests.jobs.kill", "--worker"]
    return subprocess.Popen(command, cwd=_REPO, env=environment(folder, **settings))


def kill(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    """SIGKILL to a process and all that it started, at once."""
    for pid in (process.pid, *descendants(process.pid)):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    process.wait()


def start_server(folder: Path, port: int = 0) -> Server:
    return Server(port, jobs_dir=str(folder), page_workers="1")


def ask(url: str, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
    """Raises OSError or HTTPException when the server is gone, before or in the middle."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=PATIENCE)
    try:
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def begin_upload(url: str, body: bytes, **headers: str) -> http.client.HTTPConnection:
    """The first half of an upload; the connection is left as it is."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=PATIENCE)
    connection.putrequest("POST", "/v1/jobs")
    length = {} if "Transfer_Encoding" in headers else {"Content_Length": str(len(body))}
    for name, value in {"Content_Type": "application/x-ndjson", **length, **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders(body[: len(body) // 2])
    return connection


def undisturbed(folder: Path, body: bytes) -> bytes:
    """The result of a job that one worker did in one go."""
    jobs = store(folder)
    job = give(jobs, body)
    perform(jobs, job.id, slow_engine)
    return result(jobs, job.id)


def one_round(folder: Path, body: bytes, key: str, chance: random.Random) -> tuple[bytes, list[str]]:
    """The result that the client got, and what happened on the way."""
    said: list[str] = []
    jobs, worker, server = store(folder), start_worker(folder), start_server(folder)
    headers = {"Content_Type": "application/x-ndjson", "Idempotency_Key": key}
    try:
        if chance.random() < 0.5:
            connection = begin_upload(server.url, body, Idempotency_Key=key)
            time.sleep(chance.uniform(0, 0.2))
            said.append("server killed in the upload")
        else:
            status, _ = ask(server.url, "POST", "/v1/jobs", body, **headers)
            connection = None
            said.append(f"server killed after its {status}")
        kill(server.process)
        if connection:
            connection.close()
        server = start_server(folder)
        status, _ = ask(server.url, "POST", "/v1/jobs", body, **headers)
        said.append(f"sent again: {status}")
        (job,) = [job for job in map(jobs.records.get, jobs.records.known()) if job.key == key]
        for _ in range(chance.choice([1, 2])):
            time.sleep(chance.uniform(0.2, 4.0))
            said.append(f"worker killed, job {jobs.records.get(job.id).status}")
            kill(worker)
            worker = start_worker(folder)
        wait_until(lambda: jobs.records.get(job.id).status == "finished")
        status, found = ask(server.url, "GET", f"/v1/jobs/{job.id}/result")
        return found, [*said, f"result: {status}"]
    finally:
        kill(worker)
        kill(server.process)


def main(rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        body = some_pages(3000)
        whole = undisturbed(Path(name) / "whole", body)
        for number in range(rounds):
            found, said = one_round(Path(name) / "store", body, f"key-{number}", chance)
            print(f"{number + 1:3}: {'; '.join(said)}; identical: {found == whole}", flush=True)
            if found != whole:
                raise SystemExit(1)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        performing._FULL_SECONDS = 1.0  # so that a test of the full disk need not wait for fifteen
        work(Settings.load(), slow_engine)
    else:
        main(*map(int, (*sys.argv[1:], *("10", "1")[len(sys.argv) - 1 :])))
