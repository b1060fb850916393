from __future__ import annotations

import re

import jsonschema_rs
from flask import Flask
from flask.testing import FlaskClient

from cleaner.web.openapi import openapi
from cleaner.web.resources import OPERATIONS
from tests.web.conftest import PAGE


def test_the_document_has_every_route_and_no_other(app: Flask, client: FlaskClient) -> None:
    described = {
        (path, method.upper())
        for path, item in client.get("/openapi.json").json["paths"].items()
        for method in item  # type: ignore[index]
    }
    routed = {
        (re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule), method)
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in (rule.methods or set()) - {"HEAD"}
    }
    assert described == routed


def test_it_is_an_openapi_3_1_document_whose_references_resolve(client: FlaskClient) -> None:
    document = client.get("/openapi.json").json
    assert document["openapi"].startswith("3.1")  # type: ignore[index]
    names = document["components"]["schemas"]  # type: ignore[index]
    assert set(re.findall(r"#/components/schemas/(\w+)", client.get("/openapi.json").text)) <= set(names)
    for schema in names.values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})


def test_operation_ids_are_distinct() -> None:
    assert len({operation.name for operation in OPERATIONS}) == len(OPERATIONS)


def test_it_is_the_same_each_time() -> None:
    assert openapi(OPERATIONS) == openapi(OPERATIONS)


def test_answers_are_as_described(client: FlaskClient) -> None:
    document = client.get("/openapi.json").json
    components = {"components": document["components"]}  # type: ignore[index]

    def check(path: str, method: str, body: object = None, status: str = "200") -> None:
        answer = client.open(path, method=method.upper(), json=body)
        template = "/v1/rules/{rule_id}" if path.startswith("/v1/rules/") else path
        contents = document["paths"][template][method]["responses"][status]["content"]  # type: ignore[index]
        schema = {**contents[answer.mimetype]["schema"], **components}
        assert str(answer.status_code) == status
        jsonschema_rs.validator_for(schema, validate_formats=True).validate(answer.json)

    rule = client.get("/v1/rules").json["rules"][0]["id"]  # type: ignore[index]
    result = client.post("/v1/clean", json={"content": PAGE}).json
    check("/v1/clean", "post", {"content": PAGE})
    check("/v1/clean", "post", {"content": ""}, "422")
    check("/v1/clean", "post", {"contents": ""}, "422")
    check("/v1/clean/batch", "post", [{"content": PAGE}, {"id": 1, "content": ""}])
    check("/v1/restore", "post", {**result, "ids": [0]})  # type: ignore[dict-item]
    for path in ("/v1/rules", f"/v1/rules/{rule}", "/healthz", "/readyz"):
        check(path, "get")
    check("/v1/rules/none", "get", status="404")
