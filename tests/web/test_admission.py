"""Keys, tokens, rates and origins as a client meets them."""

from __future__ import annotations

import base64
import logging
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cleaner.errors import OptionError
from cleaner.web.access.store import add_key, read_keys, revoke_key
from cleaner.web.access.tokens import Tokens
from cleaner.web.logs import LOGGER, JsonLines
from tests.web.conftest import TEXT, small_app

CMS = "https://cms.example.vn"
OTHER = "https://other.example"


class Service(NamedTuple):
    app: Flask
    client: FlaskClient
    store: Path

    def key(self, *scopes: str, name: str = "k", origins: tuple[str, ...] = (), rate: str | None = None) -> str:
        return add_key(self.store, name, scopes or ("clean",), origins, rate, datetime.now(UTC))

    def clean(self, secret: str | None = None, **headers: str) -> TestResponse:
        return self.ask("POST", "/v1/clean", secret, **headers)

    def ask(self, method: str, path: str, secret: str | None = None, **headers: str) -> TestResponse:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        if secret is not None:
            told["Authorization"] = f"Bearer {secret}"
        data = TEXT.encode() if method == "POST" else None
        return self.client.open(path, method=method, data=data, headers=told)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    store = tmp_path / "keys.json"
    add_key(store, "first", ["rules"], [], None, datetime.now(UTC))
    app = small_app(keys=store)
    return Service(app, app.test_client(), store)


def problem(answer: TestResponse) -> tuple[int, str]:
    assert answer.content_type == "application/problem+json"
    return answer.status_code, answer.json["type"].rpartition(":")[2]  # type: ignore[index]


def test_without_a_key_nothing_is_cleaned(service: Service) -> None:
    answer = service.clean()
    assert problem(answer) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="cleaner"'


@pytest.mark.parametrize("secret", ["", "ck_guess", "ct_guess", "ct_", "ct_a.b", "x" * 5000, "é"])
def test_a_wrong_key_is_told_so(service: Service, secret: str) -> None:
    answer = service.clean(secret)
    assert problem(answer) == (401, "unauthenticated")


def test_a_key_opens_what_its_scopes_say(service: Service) -> None:
    secret = service.key("clean", "metrics")
    assert service.clean(secret).status_code == 200
    assert service.ask("GET", "/metrics", secret).status_code == 200
    refused = service.ask("GET", "/v1/rules", secret)
    assert problem(refused) == (403, "forbidden")
    assert 'scope="rules"' in refused.headers["WWW-Authenticate"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/openapi.json", "/docs", "/static/base.css"])
def test_probes_and_descriptions_are_open(service: Service, path: str) -> None:
    with service.ask("GET", path) as answer:
        assert answer.status_code == 200


def test_a_revoked_key_is_refused_at_once(service: Service) -> None:
    secret = service.key()
    assert service.clean(secret).status_code == 200
    revoke_key(service.store, "k", datetime.now(UTC))
    assert service.clean(secret).status_code == 401


def test_a_store_that_is_gone_shuts_the_door(service: Service) -> None:
    secret = service.key()
    service.store.unlink()
    answer = service.clean(secret, Origin=CMS)
    assert problem(answer) == (503, "key-store")
    assert answer.headers["Retry-After"]


def test_no_store_no_start(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        small_app(keys=tmp_path / "nowhere.json")


def test_people_give_the_key_as_a_password(service: Service) -> None:
    asked = service.ask("GET", "/")
    assert asked.headers["WWW-Authenticate"] == 'Basic realm="cleaner"'
    words = base64.b64encode(f"anyone:{service.key()}".encode()).decode()
    assert service.ask("GET", "/", Authorization=f"Basic {words}").status_code == 200
    crossed = service.ask("POST", "/", Authorization=f"Basic {words}", Origin=OTHER)
    assert problem(crossed) == (403, "forbidden")


def test_a_key_used_too_often_is_told_when_to_come_back(service: Service) -> None:
    secret = service.key(rate="2/hour")
    first, second, third = (service.clean(secret) for _ in range(3))
    assert [first.status_code, second.status_code] == [200, 200]
    assert first.headers["RateLimit-Policy"] == '"key";q=2;w=3600'
    assert first.headers["RateLimit"].startswith('"key";r=1;t=')
    assert problem(third) == (429, "rate-limited")
    assert 1 <= int(third.headers["Retry-After"]) <= 3600
    assert third.headers["RateLimit"].startswith('"key";r=0;t=')


def test_a_preflight_is_answered_for_an_origin_of_a_key(service: Service) -> None:
    service.key(origins=(CMS,))
    answer = service.ask(
        "OPTIONS", "/v1/clean", Origin=CMS, Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="authorization,content-type",
    )  # fmt: skip
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == CMS
    assert answer.headers["Access-Control-Allow-Methods"] == "POST"
    assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Origin" in answer.headers["Vary"]


def test_a_preflight_of_a_stranger_is_refused(service: Service) -> None:
    service.key(origins=(CMS,))
    answer = service.ask("OPTIONS", "/v1/clean", Origin=OTHER, Access_Control_Request_Method="POST")
    assert problem(answer) == (403, "forbidden")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_script_of_the_origin_reads_the_answer_also_a_refusal(service: Service) -> None:
    secret = service.key(origins=(CMS,), rate="1/hour")
    answers = [service.clean(secret, Origin=CMS), service.clean(secret, Origin=CMS), service.clean("ck_no", Origin=CMS)]
    assert [answer.status_code for answer in answers] == [200, 429, 401]
    for answer in answers:
        assert answer.headers["Access-Control-Allow-Origin"] == CMS
        assert "Retry-After" in answer.headers["Access-Control-Expose-Headers"]


def test_another_keys_origin_is_not_this_keys(service: Service) -> None:
    service.key(origins=(OTHER,), name="other")
    secret = service.key(origins=(CMS,))
    assert problem(service.clean(secret, Origin="http://[")) == (403, "forbidden")
    answer = service.clean(secret, Origin=OTHER)
    assert problem(answer) == (403, "forbidden")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_keys_off_means_open_and_no_cors() -> None:
    client = small_app().test_client()
    answer = client.post("/v1/clean", data=TEXT.encode(), headers={"Origin": CMS, "Authorization": "Bearer x"})
    assert answer.status_code == 200
    assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
    assert client.post("/v1/tokens", json={}).status_code == 404


def token(service: Service, secret: str, **body: object) -> TestResponse:
    return service.client.post("/v1/tokens", json=body, headers={"Authorization": f"Bearer {secret}"})


def test_a_token_cleans_for_its_origin_and_nothing_else(service: Service) -> None:
    secret = service.key("tokens", "jobs", origins=(CMS, OTHER))
    before = time.time()
    answer = token(service, secret, origin=CMS, ttl=900)
    assert answer.status_code == 201
    made = answer.json
    assert made
    assert (set(made), made["scopes"], made["origin"]) == ({"token", "expires_at", "scopes", "origin"}, ["clean"], CMS)
    assert before - 1 <= datetime.fromisoformat(made["expires_at"]).timestamp() - 900 <= time.time() + 1
    asked = {
        "own": service.clean(made["token"], Origin=CMS),
        "other origin": service.clean(made["token"], Origin=OTHER),
        "no origin": service.clean(made["token"]),
        "other scope": service.ask("GET", "/v1/rules", made["token"], Origin=CMS),
        "token of a token": service.ask("POST", "/v1/tokens", made["token"], Origin=CMS),
    }
    assert [answer.status_code for answer in asked.values()] == [200, 403, 403, 403, 403]


def test_a_token_dies_with_its_key(service: Service) -> None:
    made = token(service, service.key("tokens", origins=(CMS,))).json
    assert made
    revoke_key(service.store, "k", datetime.now(UTC))
    assert service.clean(made["token"], Origin=CMS).status_code == 401


def test_a_token_expires(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    made = token(service, service.key("tokens", origins=(CMS,))).json
    assert made
    assert service.clean(made["token"], Origin=CMS).status_code == 200
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 901)
    assert service.clean(made["token"], Origin=CMS).status_code == 401


def test_a_token_of_another_secret_is_none() -> None:
    key = ["0a", CMS, int(time.time()) + 60]
    forged = Tokens("guessed")._serializer.dumps(key)
    assert Tokens("real").read(f"ct_{forged!s}") is None
    assert Tokens("guessed").read(f"ct_{forged!s}") == tuple(key)


@pytest.mark.parametrize(
    ("body", "status"),
    [({"ttl": 3601}, 422), ({"ttl": 0}, 422), ({"origin": OTHER}, 403), ({"origin": 1}, 422), ({"x": 1}, 422)],
)
def test_what_no_token_is_made_for(service: Service, body: dict[str, object], status: int) -> None:
    assert token(service, service.key("tokens", origins=(CMS,)), **body).status_code == status


def test_a_key_of_many_origins_must_say_which(service: Service) -> None:
    assert token(service, service.key("tokens", origins=(CMS, OTHER))).status_code == 422
    assert token(service, service.key("tokens", name="none")).status_code == 422


def test_tokens_need_their_scope(service: Service) -> None:
    assert token(service, service.key("clean", origins=(CMS,))).status_code == 403


def test_the_description_asks_for_keys_only_where_there_are_any(service: Service) -> None:
    with_keys = service.ask("GET", "/openapi.json").json
    without = small_app().test_client().get("/openapi.json").json
    assert with_keys
    assert without
    asked = with_keys["paths"]["/v1/clean"]["post"]
    assert asked["security"] == [{"key": []}]
    assert {"401", "403", "429"} <= set(asked["responses"])
    assert "security" not in with_keys["paths"]["/healthz"]["get"]
    assert "securitySchemes" not in without["components"]
    assert "429" not in without["paths"]["/v1/clean"]["post"]["responses"]


def test_the_log_names_the_key_by_its_id_alone(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    secret = service.key()
    with caplog.at_level(logging.INFO, LOGGER.name):
        service.clean(secret)
    lines = "".join(JsonLines().format(record) for record in caplog.records)
    assert f'"key": "{read_keys(service.store)[-1].id}"' in lines
    assert secret not in lines
