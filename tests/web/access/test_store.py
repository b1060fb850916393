from __future__ import annotations

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cleaner.errors import OptionError
from cleaner.web.access.key import SCOPES, hashed
from cleaner.web.access.ring import KeyRing
from cleaner.web.access.scopes import OPEN, scope_of
from cleaner.web.access.store import add_key, read_keys, revoke_key
from cleaner.web.errors import KeyStoreError
from cleaner.web.resources import OPERATIONS

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def add(store: Path, name: str = "crawler", **given: object) -> str:
    return add_key(store, name, **{"scopes": ["clean"], "origins": [], "rate": None, "now": NOW, **given})  # type: ignore[arg-type]


def test_the_secret_is_not_in_the_store(store: Path) -> None:
    secret = add(store, rate="600/minute")
    assert secret.removeprefix("ck_") not in store.read_text()
    (key,) = read_keys(store)
    assert (key.hash, key.rate, key.created) == (hashed(secret), "600/minute", NOW)
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_secrets_are_long_and_never_twice_the_same(store: Path) -> None:
    secrets = {add(store, f"key {number}") for number in range(20)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) >= 43


def test_keys_made_at_the_same_time_are_all_kept(store: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: add(store, f"key {number}"), range(24)))
    assert len(read_keys(store)) == 24


@pytest.mark.parametrize(
    "given",
    [
        *({"scopes": []}, {"scopes": ["all"]}, {"rate": "often"}, {"name": ""}, {"name": "a\nb"}),
        *({"rate": rate} for rate in ("10/second;600/minute", "10/second, 600/minute", "0/minute")),
        *({"origins": [origin]} for origin in ("*", "null", "https://a.vn/", "https://A.vn", "a.vn", "https://*.a.vn")),
    ],
)
def test_what_no_key_can_have_is_refused(store: Path, given: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        add(store, **given)  # type: ignore[arg-type]
    assert not store.exists()


def test_a_name_is_taken_until_its_key_is_revoked(store: Path) -> None:
    add(store)
    with pytest.raises(OptionError, match="crawler"):
        add(store)
    revoke_key(store, "crawler", NOW)
    add(store)
    assert [key.revoked for key in read_keys(store)] == [NOW, None]


def test_what_is_not_there_cannot_be_revoked(store: Path) -> None:
    add(store)
    with pytest.raises(OptionError, match="nobody"):
        revoke_key(store, "nobody", NOW)


@pytest.mark.parametrize("content", ["", "[]", '{"keys": [{"id": 1}]}', '{"keys": {}}'])
def test_what_is_not_a_store_is_said_and_not_overwritten(store: Path, content: str) -> None:
    store.write_text(content)
    with pytest.raises(KeyStoreError):
        read_keys(store)
    with pytest.raises(KeyStoreError):
        add(store)
    assert store.read_text() == content


def test_the_ring_follows_the_store(store: Path) -> None:
    first = add(store, origins=["https://cms.example.vn"])
    ring = KeyRing(store)
    second = add(store, "second")
    assert [key and key.name for key in map(ring.by_secret, (first, second, "ck_guess"))] == ["crawler", "second", None]
    assert ring.knows_origin("https://cms.example.vn")
    revoke_key(store, "crawler", NOW)
    assert ring.by_secret(first) is None
    assert not ring.knows_origin("https://cms.example.vn")
    store.unlink()
    with pytest.raises(KeyStoreError):
        ring.by_secret(second)


def test_a_hash_is_no_key(store: Path) -> None:
    add(store)
    ring = KeyRing(store)
    assert ring.by_secret(json.loads(store.read_text())["keys"][0]["hash"]) is None


def test_every_route_has_a_scope_or_is_open_on_purpose() -> None:
    scopes = {operation.path: scope_of(operation.path) for operation in OPERATIONS}
    assert {path for path, scope in scopes.items() if scope is None} == {path for path in OPEN if path != "/static/"}
    assert set(scopes.values()) <= {None, *SCOPES}
    assert scope_of("/v1/rulesets") == "clean"
    assert scope_of("/docsx") == "clean"
