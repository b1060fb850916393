from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import Result

from cleaner.settings import Settings, describe
from cleaner.web.server import options
from tests.waiting import PATIENCE

Run = Callable[..., Result]
ROOT = Path(__file__).resolve().parent.parent.parent


def test_it_serves_where_it_says_and_stops_when_told() -> None:
    code = "import sys\nfrom cleaner.cli import main\nif __name__ == '__main__': main(sys.argv[1:])"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--page-workers", "1", "--log-format", "text"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    url = next(found[1] for line in process.stderr if (found := re.search(r"Listening at: (http://\S+)", line)))
    with urlopen(f"{url}/readyz") as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGTERM)
    _, log = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "route=/readyz" in log
    assert "Traceback" not in log


def test_help_lists_every_setting(run: Run) -> None:
    output = run("serve", "--help").stdout
    for setting in describe():
        assert f"{setting.variable}={setting.default}" in output


def test_bad_settings_are_2_and_bad_rules_5(run: Run, tmp_path: Path) -> None:
    assert run("serve", "--port", "-1").exit_code == 2
    assert run("serve", "--rules", tmp_path).exit_code == 5


@pytest.mark.parametrize(
    ("host", "bound"),
    [("127.0.0.1", "127.0.0.1:80"), ("localhost", "localhost:80"), ("::1", "[::1]:80"), ("[::1]", "[::1]:80")],
)
def test_an_address_of_either_kind_is_listened_on(host: str, bound: str) -> None:
    assert options(Settings.load({}, host=host, port=80))["bind"] == bound


def test_gunicorn_waits_longer_than_a_page_may_take() -> None:
    settings = Settings.load({}, page_seconds=30, queue_seconds=10)
    assert options(settings)["timeout"] > 40
