from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook

from cleaner.jobs import JobRecord, Jobs
from cleaner.jobs.courier import deliver_due
from tests.jobs.stores import SECRET, give, perform, some_pages, store
from tests.jobs.webhook.receiver import Receiver
from tests.ports import closed_port


def job_with(
    folder: Path, port: int, host: str = "127.0.0.1", scheme: str = "http", **flags: object
) -> tuple[Jobs, str]:
    """A finished job whose webhook is due."""
    name = f"{host}:{port}"
    plain: dict[str, Any] = {
        "webhook_hosts": name,
        "webhook_secret": SECRET,
        "webhook_networks": "private",
        "webhook_tries": 3,
    }
    jobs = store(folder, **{**plain, **flags})
    job = give(jobs, some_pages(2), callback=f"{scheme}://{name}/done?desk=1")
    perform(jobs, job.id)
    return jobs, job.id


def deliver(jobs: Jobs, job_id: str) -> JobRecord:
    """One try, at whatever time it is due."""
    due = jobs.records.get(job_id).hook_due or 0
    now = jobs.records.clock()
    jobs.records.clock = lambda: max(now, due)
    deliver_due(jobs)
    return jobs.records.get(job_id)


def test_the_end_of_a_job_is_told_once_and_signed(tmp_path: Path) -> None:
    with Receiver(204) as receiver:
        jobs, name = job_with(tmp_path, receiver.port)
        after = deliver(jobs, name)
        deliver_due(jobs)
    (got,) = receiver.got
    assert (after.hook_state, after.hook_tries, after.hook_detail) == ("delivered", 1, None)
    assert got.path == "/done?desk=1"
    assert got.headers["host"] == f"127.0.0.1:{receiver.port}"
    assert Webhook(SECRET).verify(got.body, got.headers)
    assert got.headers["webhook-id"] == f"msg_{name}"
    told = json.loads(got.body)
    assert told["type"] == "job.finished"
    assert told["data"] == {
        "id": name,
        "status": "finished",
        "pages": 2,
        "statuses": {"cleaned": 2},
        "links": {"self": f"/v1/jobs/{name}", "result": f"/v1/jobs/{name}/result"},
    }


def test_a_failed_job_is_told_as_well(tmp_path: Path) -> None:
    with Receiver(200) as receiver:
        jobs, _ = job_with(tmp_path, receiver.port)
        job = give(jobs, some_pages(1), callback=f"http://127.0.0.1:{receiver.port}/failed")
        jobs.records.start(job.id)
        jobs.records.fail(job.id, "why")
        deliver(jobs, job.id)
    (got,) = (got for got in receiver.got if got.path == "/failed")  # both are due; neither waits for the other
    assert json.loads(got.body)["type"] == "job.failed"


def test_what_was_not_taken_comes_again_later_and_later(tmp_path: Path) -> None:
    with Receiver(500, 503, 200) as receiver:
        jobs, name = job_with(tmp_path, receiver.port, webhook_delay=10)
        waits = []
        for _ in range(2):
            after = deliver(jobs, name)
            waits.append(round((after.hook_due or 0) - jobs.records.clock()))
            deliver_due(jobs)  # not due yet
        assert (after.hook_state, after.hook_detail) == ("due", "answered 503")
        assert deliver(jobs, name).hook_state == "delivered"
    assert waits == [10, 20]
    assert len(receiver.got) == 3
    assert len({got.body for got in receiver.got}) == len({got.headers["webhook-id"] for got in receiver.got}) == 1


@pytest.mark.parametrize(
    ("status", "tries", "detail"), [(500, 3, "answered 500"), (302, 3, "answered 302"), (410, 1, "answered 410")]
)
def test_what_is_never_taken_is_given_up(tmp_path: Path, status: int, tries: int, detail: str) -> None:
    """A redirect is one of these: nothing is asked at the address it names."""
    with Receiver(status) as receiver:
        jobs, name = job_with(tmp_path, receiver.port)
        for _ in range(5):
            after = deliver(jobs, name)
    assert (after.hook_state, after.hook_tries, after.hook_detail) == ("given-up", tries, detail)
    assert [got.path for got in receiver.got] == ["/done?desk=1"] * tries


def test_nobody_listens(tmp_path: Path) -> None:
    with closed_port() as port:
        jobs, name = job_with(tmp_path, port)
        assert deliver(jobs, name).hook_detail == "NewConnectionError"


def test_a_private_address_is_refused_when_it_is_called(tmp_path: Path) -> None:
    """The name was allowed when the job was taken; what it resolves to is only known now."""
    with Receiver(200) as receiver:
        jobs, name = job_with(tmp_path, receiver.port, "localhost")
        public = store(
            tmp_path, webhook_hosts=f"localhost:{receiver.port}", webhook_secret=SECRET, webhook_networks="public"
        )
        jobs.records.clock = public.records.clock
        with_https = "update jobs set callback = replace(callback, 'http:', 'https:')"
        with jobs.records._open() as db:
            db.execute(with_https)
        after = deliver(public, name)
    assert (after.hook_state, after.hook_detail) == ("due", "localhost has an address that is not public")
    assert receiver.got == []


def test_a_worker_killed_in_a_delivery_loses_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Receiver(200) as receiver:
        jobs, name = job_with(tmp_path, receiver.port)
        with monkeypatch.context() as patch:
            patch.setattr("cleaner.jobs.courier._attempt", lambda *_: 1 / 0)  # the process is gone here
            with pytest.raises(ZeroDivisionError):
                deliver_due(jobs)
        assert jobs.records.get(name).hook_state == "due"
        assert deliver(jobs, name).hook_state == "delivered"
    assert len(receiver.got) == 1


def resolve(monkeypatch: pytest.MonkeyPatch, host: str, *answers: str) -> list[str]:
    """The name resolves to each of the addresses in turn, the last one for ever; gives the names asked for."""
    real, asked, left = socket.getaddrinfo, [], list(answers)

    def patched(name: Any, port: Any, *rest: Any, **named: Any) -> Any:
        if name != host:
            return real(name, port, *rest, **named)
        asked.append(name)
        return real(left.pop(0) if len(left) > 1 else left[0], port, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", patched)
    return asked


def test_a_name_that_changes_its_mind_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: the address that was checked is the one that is called, and the name is asked for once."""
    with Receiver(200) as receiver:
        jobs, name = job_with(tmp_path, receiver.port, "hooks.example.org")
        asked = resolve(monkeypatch, "hooks.example.org", "127.0.0.1", "127.9.9.9")
        assert deliver(jobs, name).hook_state == "delivered"
    assert asked == ["hooks.example.org"]
    assert receiver.got[0].headers["host"] == f"hooks.example.org:{receiver.port}"


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
@pytest.mark.parametrize(("host", "detail"), [("hooks.example.org", None), ("other.example.org", "SSLError")])
def test_the_certificate_must_be_of_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, detail: str | None
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "3650", "-subj", "/CN=test", "-addext", "subjectAltName=DNS:hooks.example.org"]
    command += ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    resolve(monkeypatch, host, "127.0.0.1")
    with Receiver(200, context=context) as receiver:
        jobs, name = job_with(tmp_path / "store", receiver.port, host, "https")
        assert deliver(jobs, name).hook_detail == detail
    assert len(receiver.got) == (1 if detail is None else 0)
