"""Rule files that change under a running service."""

from __future__ import annotations

import json
import shutil
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cleaner.rulebook import load_rulebook
from cleaner.settings import Settings
from cleaner.web.guard import ProcessGuard
from cleaner.web.rules_check import Checked, checked_apart
from cleaner.web.rules_live import LiveRules, snapshot, watch
from cleaner.web.worker import Job
from tests.waiting import PATIENCE, wait_until
from tests.web.conftest import ROOT, Server
from tests.web.test_server import ask

LINE = "Dòng chữ này chỉ có trong bài thử"
GOOD = f"""[pack]
languages = ["vi"]

[[rule]]
id = "vi.try.line"
role = "promo"
why = "A line of this test."
where = {{ line = "{LINE.lower()}" }}
hits = ["{LINE}"]
misses = ["Một câu văn khác hẳn, dài hơn, không phải dòng ấy."]
"""
BAD = GOOD.replace(f'hits = ["{LINE}"]', 'hits = ["Một dòng khác"]')
BROKEN = "[pack\n"
PAGE = f"Cầu mới qua sông\n\nSáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông.\n\n{LINE}\n"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """Some of the packs: each check takes its time."""
    folder = tmp_path / "rules"
    shutil.copytree(ROOT / "rules" / "lang" / "vi", folder / "lang" / "vi")
    return folder


def pack(folder: Path) -> Path:
    return folder / "lang" / "vi" / "zz-try.toml"


@pytest.mark.parametrize(("content", "said"), [(BAD, "vi.try.line"), (BROKEN, "zz-try.toml")])
def test_what_fails_the_check_is_refused_with_its_reason(packs: Path, content: str, said: str) -> None:
    rules = LiveRules(load_rulebook(packs), packs)
    before = rules.current
    pack(packs).write_text(content, "utf-8")
    rules.reload()
    assert rules.current is before
    assert any(said in problem for problem in rules.refused)
    pack(packs).write_text(GOOD, "utf-8")
    rules.reload()
    assert "vi.try.line" in rules.current.by_id
    assert rules.refused == ()


def test_a_check_without_end_is_a_refusal() -> None:
    assert checked_apart(None, patience=0.01) == Checked(None, ("the check takes more than 0.01 s",))


def test_a_check_that_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.web.rules_check._CHECKER", "cleaner.web.no_such_module")
    found = checked_apart(None)
    assert found.rulebook is None
    assert found.problems


def test_a_change_is_told_once_and_only_when_it_is_complete(tmp_path: Path) -> None:
    """Files are copied one after the other; between two looks comes what is listed here."""
    told: list[list[str]] = []
    between = iter(["", "a", "b c", "d", "", "", "", "e", "", ""])

    def over() -> bool:
        step = next(between, None)
        for name in (step or "").split():
            (tmp_path / f"{name}.toml").write_text(name)
        return step is None

    watch(tmp_path, lambda: told.append(sorted(Path(name).stem for name in snapshot(tmp_path))), over)
    assert told == [["a", "b", "c", "d"], ["a", "b", "c", "d", "e"]]


def eventually(server: Server, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """What /readyz says once it is as wanted: old server processes may answer a little longer."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        status, data = ask(server, "GET", "/readyz")
        assert status == 200
        if wanted(json.loads(data)):
            return dict(json.loads(data))
        time.sleep(0.2)
    raise AssertionError(f"/readyz still says {data!r}")


def role_of_the_line(server: Server) -> str:
    status, data = ask(server, "POST", "/v1/clean", PAGE.encode(), Content_Type="text/plain")
    assert status == 200
    return next(str(entry["rule"]) for entry in json.loads(data)["ledger"] if entry["text"] == LINE)


def test_a_running_server_takes_good_packs_and_refuses_bad_ones(packs: Path) -> None:
    server = Server(rules=str(packs), page_workers="1")
    try:
        before = eventually(server, lambda said: not said["refused"])
        assert role_of_the_line(server) != "vi.try.line"

        pack(packs).write_text(BAD, "utf-8")
        server.process.send_signal(signal.SIGHUP)
        refused = eventually(server, lambda said: bool(said["refused"]))
        assert refused["rulebook"] == before["rulebook"]
        assert "vi.try.line" in refused["refused"][0]
        assert b"cleaner_rulebook_refused 1.0" in ask(server, "GET", "/metrics")[1]

        pack(packs).write_text(GOOD, "utf-8")
        server.process.send_signal(signal.SIGHUP)
        after = eventually(server, lambda said: said["rulebook"] != before["rulebook"])
        assert after["refused"] == []
        assert role_of_the_line(server) == "vi.try.line"
    finally:
        log = server.stop()
    events = [json.loads(line)["event"] for line in log.splitlines() if line.startswith("{")]
    assert [event for event in events if event.startswith("rulebook")] == ["rulebook-refused", "rulebook-replaced"]


def test_changed_files_are_noticed_and_no_request_is_lost(packs: Path) -> None:
    # Few log lines: nobody reads the pipe that they go to until the server ends.
    server = Server(rules=str(packs), page_workers="1", rules_poll_seconds="0.3", log_level="warning")
    over = threading.Event()
    statuses: list[int] = []

    def work() -> None:
        while not over.wait(0.02):
            statuses.append(ask(server, "POST", "/v1/clean", PAGE.encode(), Content_Type="text/plain")[0])

    try:
        before = eventually(server, lambda said: True)
        threads = [threading.Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        pack(packs).write_text(GOOD, "utf-8")
        eventually(server, lambda said: said["rulebook"] != before["rulebook"])
        over.set()
        for thread in threads:
            thread.join()
        assert role_of_the_line(server) == "vi.try.line"
        assert set(statuses) == {200}
    finally:
        over.set()
        server.stop()


def test_a_page_process_that_was_killed_comes_back_with_the_rules_that_serve(packs: Path) -> None:
    """Not with those on disk, which nobody has checked."""
    rules = LiveRules(load_rulebook(packs), packs)
    guard = ProcessGuard(Settings.load({}, page_workers=1), lambda: rules.current)

    def rule() -> str:
        ledger = json.loads(guard.run(Job(PAGE, kind="text")).content)["ledger"]
        return next(str(entry["rule"]) for entry in ledger if entry["text"] == LINE)

    try:
        first = rule()
        pack(packs).write_text(GOOD, "utf-8")
        process = guard._idle.queue[0]
        process._process.kill()
        wait_until(lambda: not process.alive)
        assert rule() == first
        rules.reload()
        assert rule() == "vi.try.line"
    finally:
        guard.close()
