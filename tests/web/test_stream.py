from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from cleaner.pipeline import clean
from cleaner.render import render
from tests.web.conftest import PAGE, TEXT, small_app

NDJSON = "application/x-ndjson"


def test_a_line_that_is_no_json_is_told_by_its_number(client: FlaskClient) -> None:
    body = b'{"content": "One"}\n\n{"content"\n'
    lines = client.post("/v1/clean/stream", data=body, content_type="application/x-ndjson").text.splitlines()
    detail = json.loads(lines[1])["error"]["detail"]
    assert detail == "page 2 of the stream is not JSON at line 1, column 11"


def test_record_separators_are_no_part_of_a_page(client: FlaskClient) -> None:
    body = b'\x1e{"id": 1, "content": "One"}\n'
    answer = client.post("/v1/clean/stream?format=text", data=body, content_type="application/json-seq")
    assert json.loads(answer.text) == {"id": 1, "output": "One\n"}


def lines(*items: object) -> bytes:
    return b"".join(json.dumps(item).encode() + b"\n" for item in items)


def answers(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def test_in_order_with_errors_inline(client: FlaskClient) -> None:
    body = lines({"id": 1, "content": PAGE}, {"id": "b", "content": ""}, {"id": 3}, {"id": 4, "content": TEXT})
    answer = client.post("/v1/clean/stream", data=body + b"{oops\n\n", content_type=NDJSON)
    assert answer.mimetype == NDJSON
    one, two, three, four, five = answers(answer.data)
    assert one == {"id": 1, **json.loads(render(clean(PAGE)))}
    assert (two["id"], two["error"]["type"]) == ("b", "urn:cleaner:problem:empty-input")  # type: ignore[index]
    assert three["error"]["errors"] == [{"pointer": "#/content", "detail": "is required"}]  # type: ignore[index]
    assert four["id"] == 4
    assert (five["id"], five["error"]["status"]) == (None, 400)  # type: ignore[index]


def test_the_last_line_needs_no_newline(client: FlaskClient) -> None:
    body = lines({"id": 1, "content": TEXT}).rstrip()
    assert [item["id"] for item in answers(client.post("/v1/clean/stream", data=body, content_type=NDJSON).data)] == [1]


def test_a_line_that_is_too_long_does_not_stop_the_next() -> None:
    client = small_app(max_request_bytes=1000).test_client()
    body = lines({"id": 1, "content": "a" * 5000}, {"id": 2, "content": TEXT})
    first, second = answers(client.post("/v1/clean/stream", data=body, content_type=NDJSON).data)
    assert first["error"]["status"] == 413  # type: ignore[index]
    assert second["id"] == 2


def test_compressed_lines(client: FlaskClient) -> None:
    body = lines(*({"id": number, "content": TEXT} for number in range(50)))
    answer = client.post(
        "/v1/clean/stream", data=gzip.compress(body), content_type=NDJSON, headers={"Content-Encoding": "gzip"}
    )
    assert [item["id"] for item in answers(answer.data)] == list(range(50))


def test_a_body_that_breaks_off_is_told_in_the_last_line(client: FlaskClient) -> None:
    packed = gzip.compress(lines({"id": 1, "content": TEXT}))[:-4]
    answer = client.post("/v1/clean/stream", data=packed, content_type=NDJSON, headers={"Content-Encoding": "gzip"})
    *_, last = answers(answer.data)
    assert last["error"]["status"] == 400  # type: ignore[index]


def test_other_formats(client: FlaskClient) -> None:
    answer = client.post("/v1/clean/stream?format=text", data=lines({"id": 1, "content": TEXT}), content_type=NDJSON)
    assert answers(answer.data) == [{"id": 1, "output": render(clean(TEXT), "text").decode()}]


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Content-Type": "text/html"}, 415), ({"Content-Type": NDJSON, "Accept": "text/html"}, 406)],
)
def test_wrong_types(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    assert client.post("/v1/clean/stream", data=b"", headers=headers).status_code == status


def test_a_result_is_there_before_the_next_line_is_read(client: FlaskClient) -> None:
    """The body is a generator that notes when it was asked; the answer is read chunk by chunk."""
    asked: list[int] = []

    class Body(io.RawIOBase):
        def __init__(self) -> None:
            self._lines = self._make()

        def _make(self) -> Iterator[bytes]:
            for number in range(3):
                asked.append(number)
                line = lines({"id": number, "content": TEXT}).rstrip()
                yield line + b" " * (1024 - len(line) - 1) + b"\n"

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = next(self._lines, b"")
            buffer[: len(line)] = line
            return len(line)

    environ = {"wsgi.input": Body(), "wsgi.input_terminated": True}
    answer = client.post("/v1/clean/stream", content_type=NDJSON, environ_overrides=environ)
    chunks = answer.iter_encoded()
    for number in range(3):
        assert json.loads(next(chunks))["id"] == number
        assert asked == list(range(number + 1))
