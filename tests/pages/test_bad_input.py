"""Bad input: a typed error or an honest result with a warning, in bounded time and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from cleaner import CleanResult, Limits, clean
from cleaner.errors import CleanerError, EmptyInput, InputTooLarge, UnsupportedMedia

PARAGRAPH = "Ngày 7/12, tỉnh đã thông xe cây cầu thứ ba qua sông, dài 420 m, rộng 12 m, sau hai năm thi công. "
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(range(256)) * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + bytes(range(256)) * 8
ZIP = b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + bytes(range(256)) * 4

REFUSED: dict[str, tuple[bytes | str, type[CleanerError]]] = {
    "empty": (b"", EmptyInput),
    "empty-str": ("", EmptyInput),
    "spaces": (b" \t\r\n \n", EmptyInput),
    "no-break-spaces": ("\xa0\u200b\ufeff\n", EmptyInput),
    "bom-only": (b"\xef\xbb\xbf", EmptyInput),
    "nul-only": (b"\x00\x00\x00", UnsupportedMedia),
    "pdf": (PDF, UnsupportedMedia),
    "jpeg": (JPEG, UnsupportedMedia),
    "zip": (ZIP, UnsupportedMedia),
    "json-object": (b'{"title": "Ba", "body": "<p>...</p>"}', UnsupportedMedia),
    "json-array": (b'[{"id": 1}, {"id": 2}]', UnsupportedMedia),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_type(name: str) -> None:
    content, error = REFUSED[name]
    with pytest.raises(error) as caught:
        clean(content)
    assert caught.value.code == error.code
    assert str(caught.value)


def test_nothing_shown_is_no_crash() -> None:
    result = clean("<html><head><title>Trang</title></head><body><script>x()</script></body></html>")
    assert result.article.body == ()
    assert result.article.kind == "not_article"
    assert result.report.warnings


def test_over_the_limit() -> None:
    with pytest.raises(InputTooLarge, match="limit is 1,000"):
        clean(b"<p>" + b"a" * 2000, limits=Limits(max_bytes=1000))


def test_default_limit_lets_twenty_megabytes_in_and_no_more() -> None:
    assert Limits().max_bytes == 20 * 1024 * 1024
    with pytest.raises(InputTooLarge):
        clean(b"a" * (Limits().max_bytes + 1))


# -- honest results ------------------------------------------------------------------------------
def links(count: int) -> str:
    return "".join(
        f'<article class="story"><h2><a href="/tin-{number}.html">Tin số {number}: thành phố khởi công cây cầu thứ '
        f"{number} trên tuyến vành đai</a></h2></article>"
        for number in range(count)
    )


FRONTS = {
    "home-page": f"<html><head><title>Báo Mẫu</title></head><body><main>{links(120)}</main></body></html>",
    "section-front": (
        f"<html><head><title>Kinh tế - Báo Mẫu</title></head><body><h1>Kinh tế</h1><div class='list'>{links(60)}"
        "<ul class='pagination'><li><a href='?p=2'>2</a></li></ul></div></body></html>"
    ),
}


@pytest.mark.parametrize("name", FRONTS)
def test_front_is_no_article(name: str) -> None:
    result = clean(FRONTS[name])
    assert result.article.kind == "not_article"
    assert any("front" in warning for warning in result.report.warnings)


def test_only_captions() -> None:
    figures = "".join(
        f'<figure><img src="/{number}.jpg"><figcaption>Quang cảnh lễ hội ở làng thứ {number}. Ảnh: Hải Nam'
        "</figcaption></figure>"
        for number in range(3)
    )
    result = clean(f"<html><body><div class='detail'>{figures}</div></body></html>")
    assert "Quang cảnh lễ hội" not in result.article.text
    assert [image.credit for image in result.article.images] == ["Hải Nam"] * 3
    assert result.report.warnings


def test_broken_utf8_keeps_what_can_be_read_and_says_so() -> None:
    raw = f"<html><meta charset=utf-8><body><p>{PARAGRAPH * 3}</p></body></html>".encode()
    cut = raw.find("sông".encode()) + 2  # in the middle of "ô"
    result = clean(raw[:cut] + raw[cut + 1 :])
    assert "thông xe cây cầu thứ ba" in result.article.text
    assert result.report.warnings


def test_nul_bytes_are_dropped_and_reported() -> None:
    torn = PARAGRAPH.replace("ba", "b\x00a")
    markup = f"<html><body><p>{PARAGRAPH * 3}</p>\x00<p>{torn}</p></body></html>"
    result = clean(markup.encode())
    assert "\x00" not in result.article.text
    assert any("NUL" in warning for warning in result.report.warnings)


def test_text_sent_as_html_and_html_sent_as_text() -> None:
    as_text = clean(PARAGRAPH, content_type="text/plain")
    assert as_text.report.kind == "text"
    shown = clean(f"<p>{PARAGRAPH}</p>", kind="text")
    assert "<p>" in shown.ledger[0].text, "told that it is text, the engine must not drop its angle brackets"


# -- bounded time and memory -----------------------------------------------------------------------
def deep(tag: str, count: int) -> str:
    return f"<html><body>{f'<{tag}>' * count}<p>{PARAGRAPH * 4}</p>{f'</{tag}>' * count}</body></html>"


def page_of(size: int) -> str:
    """Paragraphs that all differ: repeats would be judged as such."""
    count = size // len(f"<p>{PARAGRAPH * 3}1234567</p>\n".encode())
    paragraphs = (f"<p>{PARAGRAPH * 3}{number:07}</p>\n" for number in range(count))
    return f"<html><body><article>{''.join(paragraphs)}</article></body></html>"


def single_line(size: int) -> str:
    return PARAGRAPH * (size // len(PARAGRAPH.encode()))


def unclosed(count: int) -> str:
    return "<html><body>" + "<b><i><font>" * count + PARAGRAPH * 4


#: name -> (page, CPU seconds that a slow machine may take)
HEAVY: dict[str, tuple[Callable[[], str], float]] = {
    "deep-div": (lambda: deep("div", 100_000), 30),
    "deep-span": (lambda: deep("span", 100_000), 30),
    "deep-table": (lambda: deep("table", 100_000), 30),
    "unclosed-formatting": (lambda: unclosed(30_000), 30),
    "single-line": (lambda: single_line(5_000_000), 30),
    "single-line-without-spaces": (lambda: "ă" * 2_500_000, 30),
    "html-in-one-line": (lambda: page_of(5_000_000).replace("\n", ""), 60),
    "spaces-inside": (lambda: "a" + " " * 3_000_000 + "b", 30),
    "open-angles": (lambda: "<" * 1_000_000, 30),
    "attributes": (lambda: f"<html><body><p {'a=1 ' * 200_000}>{PARAGRAPH}</p></body></html>", 30),
    "colspan": (
        lambda: f'<table><tr><td colspan="9000000000000000" rowspan="9999999">{PARAGRAPH}</td></tr></table>',
        5,
    ),
    "entities": (lambda: "<p>" + "&amp;&#7873;" * 300_000 + "</p>", 30),
    "many-lines": (lambda: "Ảnh: A\n" * 20_000, 30),
}


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_page_ends_in_time(name: str) -> None:
    make, seconds = HEAVY[name]
    content = make()
    start = time.process_time()
    result = clean(content)
    assert time.process_time() - start < seconds
    assert isinstance(result, CleanResult)


def test_deep_page_keeps_its_text_and_says_that_it_was_flattened() -> None:
    result = clean(deep("div", 100_000))
    assert "thông xe cây cầu thứ ba" in result.article.text
    assert any("nesting" in warning for warning in result.report.warnings)


def seconds_of(content: str) -> float:
    start = time.process_time()
    clean(content)
    return time.process_time() - start


@pytest.mark.parametrize(
    "make",
    [page_of, single_line, lambda size: deep("div", size // 40), lambda size: "Tin liên quan\n" * (size // 100)],
    ids=["html", "line", "deep", "labels"],
)
def test_time_grows_no_faster_than_the_page(make: Callable[[int], str]) -> None:
    """Four times the page may take at most ten times as long: quadratic work takes sixteen each time."""
    small, large = make(300_000), make(1_200_000)
    assert any(seconds_of(large) < 10 * seconds_of(small) + 0.2 for _ in range(4))


MEASURED = """
import resource, sys, time
from cleaner import clean
content = sys.stdin.buffer.read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
body = clean(content).article.body
print(len(body), time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_twenty_megabytes_in_bounded_time_and_memory() -> None:
    content = page_of(19_000_000).encode()
    done = subprocess.run([sys.executable, "-c", MEASURED], input=content, capture_output=True, check=True)
    blocks, seconds, kibibytes = map(float, done.stdout.split())
    assert blocks > 1000
    assert seconds < 120
    assert kibibytes * 1024 < 60 * len(content)
