"""Compressed and oversized request bodies, through the application."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd
from flask.testing import FlaskClient

from cleaner.web.errors import MalformedBody, UnsupportedBody
from cleaner.web.inflate import PIECE, inflate
from tests.web.conftest import PAGE, small_app


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def two_members(data: bytes) -> bytes:
    return gzip.compress(data[:100]) + gzip.compress(data[100:])


PACKERS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("gzip", gzip.compress),
    ("x-gzip", two_members),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("br", brotli.compress),
    ("zstd", zstd.compress),
]


def split(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_any_cut_of_the_packed_bytes_gives_the_same(coding: str, pack: Callable[[bytes], bytes], size: int) -> None:
    data = (PAGE * 30).encode()
    assert b"".join(inflate(split(pack(data), size), coding)) == data


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_a_bomb_comes_out_piece_by_piece(coding: str, pack: Callable[[bytes], bytes]) -> None:
    pieces = inflate([pack(bytes(50_000_000))], coding)
    assert max(len(next(pieces)) for _ in range(20)) <= 2 * PIECE


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_truncated_data_is_an_error(coding: str, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(MalformedBody):
        b"".join(inflate([pack(PAGE.encode())[:-3]], coding))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_what_is_not_packed_is_an_error(coding: str) -> None:
    with pytest.raises(MalformedBody):
        b"".join(inflate([b"<p>not packed at all</p>"], coding))


def test_an_unknown_coding_is_refused() -> None:
    with pytest.raises(UnsupportedBody):
        inflate([b""], "compress")


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_a_packed_request_is_the_request(client: FlaskClient, coding: str, pack: Callable[[bytes], bytes]) -> None:
    plain = client.post("/v1/clean", data=PAGE.encode(), content_type="text/html")
    packed = client.post(
        "/v1/clean", data=pack(PAGE.encode()), content_type="text/html", headers={"Content-Encoding": coding}
    )
    assert packed.data == plain.data


@pytest.mark.parametrize(("coding", "pack"), PACKERS)
def test_the_limit_is_on_the_decompressed_size(
    client: FlaskClient, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(b"a" * 10_000_000)
    assert len(packed) < 100_000
    answer = client.post("/v1/clean", data=packed, content_type="text/html", headers={"Content-Encoding": coding})
    assert (answer.status_code, answer.json["type"]) == (413, "urn:cleaner:problem:input-too-large")  # type: ignore[index]


def test_unknown_coding_over_http_names_the_known_ones(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", data=b"x", content_type="text/html", headers={"Content-Encoding": "compress"})
    assert answer.status_code == 415
    assert answer.headers["Accept-Encoding"] == "gzip, deflate, br, zstd"


def test_another_kind_of_body_says_nothing_of_codings(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", data=b"x", content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 415
    assert "Accept-Encoding" not in answer.headers


def test_broken_data_over_http_is_400(client: FlaskClient) -> None:
    answer = client.post("/v1/clean", data=b"x", content_type="text/html", headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 400


def test_a_large_body_is_refused_by_its_declared_length() -> None:
    client = small_app(max_request_bytes=1000).test_client()
    for body in (b"a" * 1001, b"a" * 100_000):
        assert client.post("/v1/clean", data=body, content_type="text/html").status_code == 413
    assert client.post("/v1/clean", data=b"a" * 1000, content_type="text/html").status_code == 200
