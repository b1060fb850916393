"""What a capture of a crawl is called, and what a revisit calls the capture that it repeats.

WARC 1.1, https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/: section 6.7 `revisit`,
5.6 WARC-Refers-To, 5.7 WARC-Refers-To-Target-URI, 5.8 WARC-Refers-To-Date, 5.9 WARC-Payload-Digest.
"""

from __future__ import annotations

from cleaner.bulk.record import Record

REVISIT = "revisit"
#: The end of the profile of a revisit that says "not modified": its digest, if any, is not of the page.
_NOT_MODIFIED = "server-not-modified"


def capture_keys(record: Record) -> list[str]:
    """The names of a capture: its id, its address and date, its digest. Of a revisit, those of what it repeats, the
    surest first; empty where the archive gives none.
    """
    meta = record.meta
    if record.trouble is None or record.trouble.code != REVISIT:
        return _keys(record.id, record.url, meta.get("date"), meta.get("payload_digest")) if "date" in meta else []
    digest = None if _NOT_MODIFIED in meta.get("profile", "") else meta.get("payload_digest")
    return _keys(meta.get("refers_to"), meta.get("refers_to_url"), meta.get("refers_to_date"), digest)


def _keys(identifier: str | None, url: str | None, date: str | None, digest: str | None) -> list[str]:
    found = {"id": identifier, "capture": url and date and f"{date} {url}", "digest": digest}
    return [f"{name} {value}" for name, value in found.items() if value]


def refers_to(meta: dict[str, str]) -> str:
    """What a revisit says of the capture that it repeats, for a person."""
    url, date, identifier = (meta.get(name) for name in ("refers_to_url", "refers_to_date", "refers_to"))
    parts = [url or identifier or meta.get("payload_digest"), date and f"of {date}"]
    return " ".join(filter(None, parts)) or "an earlier record that it does not name"
