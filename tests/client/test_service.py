"""Both clients against a running service."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from cleaner.client import Client, Outcome, Page, PageRefused, RequestRefused, ServiceRefused
from cleaner.pipeline import clean
from cleaner.render import render
from cleaner.render.restore import restore
from tests.client.conftest import Ask
from tests.web.conftest import PAGE, TEXT

URL = "https://example.vn/cau-moi.html"


def test_a_result_is_the_library_s_own(ask: Ask, service: str) -> None:
    assert ask(service, "clean", PAGE, URL) == clean(PAGE, URL)
    assert ask(service, "clean", TEXT, kind="text") == clean(TEXT, kind="text")


def test_bytes_are_decoded_by_the_service(ask: Ask, service: str) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="utf-16">').encode("utf-16")
    got = ask(service, "clean", page, URL, content_type="text/html")
    assert got == clean(page, URL, "text/html")
    assert got.article.title == "Cầu mới qua sông"


@pytest.mark.parametrize("output", ["markdown", "html", "jsonld"])
def test_other_formats(ask: Ask, service: str, output: str) -> None:
    assert ask(service, "render", PAGE, output, URL) == render(clean(PAGE, URL), output).decode()


def test_a_batch_has_errors_in_their_places(ask: Ask, service: str) -> None:
    first, second = ask(service, "clean_batch", [Page(PAGE, id="a"), Page("", id=7)])
    assert first == Outcome("a", clean(PAGE))
    assert second.id == 7
    with pytest.raises(PageRefused) as caught:
        second.unwrap()
    assert caught.value.problem.code == "empty-input"


def test_a_batch_has_no_place_for_bytes(ask: Ask, service: str) -> None:
    with pytest.raises(TypeError, match="clean_stream"):
        ask(service, "clean_batch", [Page(b"a")])


def test_a_stream_is_in_order_with_errors_inline(ask: Ask, service: str) -> None:
    pages = [Page(PAGE.replace("1.200", str(number)), id=number) for number in range(20)]
    pages[3] = Page(b"%PDF-1.7\n" + b"\x00" * 50, id=3)
    outcomes = ask(service, "clean_stream", iter(pages))
    assert [outcome.id for outcome in outcomes] == list(range(20))
    assert outcomes[3].error.problem.code == "unsupported-media"
    assert [outcome.unwrap() for outcome in outcomes if outcome.id != 3] == [
        clean(page.content) for page in pages if page.id != 3
    ]


@pytest.mark.parametrize("parallel", [1, 4])
def test_results_flow_while_pages_are_still_being_made(service: str, parallel: int) -> None:
    """How many pages were taken when each outcome came: never more than the client says it reads ahead."""
    taken = 0

    def pages() -> Iterator[Page]:
        nonlocal taken
        for number in range(40):
            taken += 1
            yield Page(TEXT, id=number)

    with Client(service) as client:
        ahead = [taken - outcome.id for outcome in client.clean_stream(pages(), parallel=parallel)]  # type: ignore[operator]
    assert len(ahead) == 40
    assert max(ahead) <= 2 * parallel


def test_a_stream_may_be_left(service: str) -> None:
    with Client(service) as client:
        stream = client.clean_stream(Page(TEXT, id=number) for number in range(10**9))
        assert next(stream).id == 0
        stream.close()  # type: ignore[attr-defined]
        assert client.clean(TEXT) == clean(TEXT)


def test_restore_puts_a_block_back(ask: Ask, service: str) -> None:
    result = clean(PAGE)
    cut = next(entry.id for entry in result.ledger if not entry.kept)
    article, ledger = restore(result.article, result.ledger, [cut])
    got = ask(service, "restore", result, [cut])
    assert (got.article, got.ledger, got.report) == (article, ledger, result.report)


def test_rules(ask: Ask, service: str) -> None:
    listed = ask(service, "rules", role="related")
    assert {line.decides for line in listed.rules} == {"related"}
    detail = ask(service, "rule", listed.rules[0].id)
    assert (detail.id, detail.why) == (listed.rules[0].id, listed.rules[0].why)
    assert detail.hits


@pytest.mark.parametrize(
    ("method", "arguments", "kind", "status", "code"),
    [
        ("clean", [""], PageRefused, 422, "empty-input"),
        ("clean", [b"%PDF-1.7\n"], PageRefused, 415, "unsupported-media"),
        ("clean", ["a" * 1_000_001], PageRefused, 413, "input-too-large"),
        ("render", [TEXT, "docx"], RequestRefused, 400, "bad-option"),
        ("rule", ["no.such-rule"], RequestRefused, 404, "unknown-rule"),
        ("clean", [TEXT, 7], RequestRefused, 422, "invalid-body"),
    ],
)
def test_problems_are_typed(
    ask: Ask, service: str, method: str, arguments: list[object], kind: type[ServiceRefused], status: int, code: str
) -> None:
    with pytest.raises(kind) as caught:
        ask(service, method, *arguments)
    assert (caught.value.problem.status, caught.value.problem.code) == (status, code)
    assert caught.value.problem.instance.startswith("urn:cleaner:request:")


def test_a_fault_points_at_itself(ask: Ask, service: str) -> None:
    with pytest.raises(RequestRefused, match="#/url") as caught:
        ask(service, "clean", TEXT, 7)
    assert [fault.pointer for fault in caught.value.problem.errors] == ["#/url"]


def test_a_result_can_be_kept_as_json(ask: Ask, service: str) -> None:
    got = ask(service, "clean", PAGE, URL)
    assert json.loads(json.dumps(got.to_dict())) == json.loads(render(clean(PAGE, URL)))


@pytest.mark.parametrize(
    "said", ["application/json", "multipart/form-data; boundary=x", "Application/JSON; charset=utf-8"]
)
def test_a_page_is_never_taken_for_a_request(ask: Ask, service: str, said: str) -> None:
    """What a crawl meets may look like the service's own request, and name another page."""
    page = json.dumps({"content": PAGE, "url": "https://example.vn/another"}).encode()
    with pytest.raises(PageRefused) as caught:
        ask(service, "clean", page, URL, content_type=said)
    assert caught.value.problem.code == "unsupported-media"
