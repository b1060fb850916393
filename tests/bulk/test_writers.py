"""What the columns of a table may do to the files that are written: nothing."""

from __future__ import annotations

import io

import pytest
from warcio.archiveiterator import ArchiveIterator

from cleaner.bulk.batch import Row
from cleaner.bulk.record import Record
from cleaner.bulk.writers import to_warc
from cleaner.pipeline import clean
from tests.bulk.stories import story

EPOCH = "1970-01-01T00:00:00Z"


def headers_of(record: Record) -> list[dict[str, str]]:
    """The headers of the records of a WARC that one row makes: the text's and the ledger's."""
    content = to_warc([Row(record, clean(story(1)))])
    return [dict(entry.rec_headers.headers) for entry in ArchiveIterator(io.BytesIO(content))]


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2026-03-15T08:00:00Z", "2026-03-15T08:00:00Z"),
        ("2026-03-15T08:00:00.123456Z", "2026-03-15T08:00:00.123456Z"),
        ("2026-03", "2026-03"),
        ("15/03/2026", EPOCH),
        ("2026-03-15T08:00:00+07:00", EPOCH),
        ("hôm qua\r\nWARC-Type: response", EPOCH),
    ],
)
def test_a_date_that_is_none_of_warcs_is_not_written_as_one(date: str, written: str) -> None:
    text, ledger = headers_of(Record("1", "a.csv", 1, meta={"date": date}))
    assert (text["WARC-Type"], text["WARC-Date"]) == ("conversion", written)
    assert (ledger["WARC-Type"], ledger["WARC-Date"]) == ("metadata", written)


def test_an_address_or_id_adds_no_header() -> None:
    for record in (
        Record("1", "a.csv", 1, url="https://example.vn/a b\r\nX-Added: 1"),
        Record("<urn:a>\r\nX-Added: <1>", "a.csv", 1, url="https://example.vn/a"),
    ):
        for headers in headers_of(record):
            assert headers["WARC-Target-URI"].startswith("https://example.vn/a")
            assert headers["WARC-Refers-To"].startswith("<urn:uuid:")
            assert "X-Added" not in headers


def test_an_address_stays_as_it_is() -> None:
    text, _ = headers_of(Record("<urn:uuid:1>", "a.csv", 1, url="https://example.vn/tiếng-việt?a=%20b"))
    assert text["WARC-Target-URI"] == "https://example.vn/tiếng-việt?a=%20b"
    assert text["WARC-Refers-To"] == "<urn:uuid:1>"
