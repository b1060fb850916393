from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from cleaner.errors import OptionError
from cleaner.settings import Settings, describe, variable


def test_defaults_need_no_environment() -> None:
    assert Settings.load({}) == Settings()


def test_environment_then_flags() -> None:
    environ = {"CLEANER_PORT": "9000", "CLEANER_PAGE_SECONDS": "2.5", "CLEANER_RULES": "/r", "OTHER": "x"}
    settings = Settings.load(environ, port=None, host="::1", page_seconds=3)
    assert (settings.port, settings.host, settings.page_seconds, settings.rules) == (9000, "::1", 3.0, Path("/r"))


def test_an_empty_variable_is_the_default() -> None:
    assert Settings.load({"CLEANER_PORT": ""}).port == Settings().port


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("PORT", "http"), ("PORT", "-1"), ("PORT", "8.5"), ("PAGE_SECONDS", "nan"), ("PAGE_SECONDS", "0")),
        *(("LOG_FORMAT", "xml"), ("MAX_PAGE_BYTES", "0"), ("PORT", "99999"), ("PAGE_SECONDS", "inf")),
        *(("JOB_HOURS", "inf"), ("STOP_SECONDS", "inf"), ("MAX_PAGE_BYTES", "9" * 20)),
    ],
)
def test_bad_values_are_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(OptionError, match=f"CLEANER_{name}"):
        Settings.load({f"CLEANER_{name}": value})


def test_an_unknown_flag_is_refused() -> None:
    with pytest.raises(OptionError, match="prot"):
        Settings.load({}, prot=1)


def test_secrets_and_addresses_with_passwords_are_not_printed() -> None:
    names = ("webhook_secret", "token_secret", "store", "jobs_redis", "rate_store")
    assert "sesame" not in repr(Settings.load({}, **dict.fromkeys(names, "sesame")))


def test_settings_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]


def test_every_setting_is_described() -> None:
    described = {doc.variable: doc for doc in describe()}
    assert set(described) == {variable(name) for name in Settings.__slots__}
    assert all(doc.doc for doc in described.values())
    assert described["CLEANER_PAGE_SECONDS"].default == "20.0"
