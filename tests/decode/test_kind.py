"""HTML or flattened text."""

import pytest

from cleaner.decode.kind import recognise
from tests.decode.samples import PAGE

HTML = {
    "document": f"<!DOCTYPE html>\n<html><body><p>{PAGE}</p></body></html>",
    "old document": "<HTML><HEAD><TITLE>Tin</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>Tin</BODY></HTML>",
    "xhtml": '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html></html>',
    "comment first": f"<!-- saved page --><!doctype html><title>Tin</title><p>{PAGE}</p>",
    "blank first": "\ufeff\n\n   <html lang=vi><p>Tin",
    "error line first": "Warning: mysql_connect() in db.php\n<html><body>Tin</body></html>",
    "fragment": "<p>Đoạn một.</p><p>Đoạn hai.</p>",
    "one element": "<div>Chỉ một đoạn</div>",
    "breaks only": "Hà Nội<br>Huế<br/>Đà Nẵng<BR />Cần Thơ<br>",
    "nested beyond the sample": "<div>" * 100_000 + "Tin",
    "table with open cells": "<table>\n<tr> <td>Hà Nội<td>30\n<tr><td>Huế<td>28\n</table",
    "list with open items": "<ul>\n<li><a href=/1>Một<li><a href=/2>Hai",
    "paragraphs that nobody closed": "<p>Hà Nội nắng.\n<p>Huế mưa.\n<P align=justify>Đà Nẵng nhiều mây.",
    "markup inside": "Mở đầu <p>một</p> rồi <b>hai</b> <a href='/x'>ba</a>",
}
TEXT = {
    "prose": PAGE,
    "heart": "Tôi <3 Hà Nội, <3 cả Huế",
    "less than": "Nếu a < b và c > d thì a<b",
    "entity": "Xin&nbsp;chào &amp; tạm biệt &lt;p&gt;",
    "placeholder": "Gửi <tên của bạn> tới <địa chỉ>",
    "about tags": "Thẻ <p> mở một đoạn, thẻ <b> in đậm, thẻ <a> là liên kết, còn <br> thì xuống dòng. " + PAGE,
    "two tags first": "<b> và <strong> in đậm, <i> và <em> in nghiêng. " + PAGE,
    "tags listed": "<p> <b>: hai thẻ hay dùng nhất khi viết bài trên mạng.",
    "one stray tag": PAGE + " <br> " + PAGE,
    "e-mail": "Liên hệ: Toà soạn <toasoan@example.com>",
}


@pytest.mark.parametrize("name", HTML)
def test_markup_is_html(name: str) -> None:
    assert recognise(HTML[name]) == "html"


@pytest.mark.parametrize("name", TEXT)
def test_prose_is_text(name: str) -> None:
    assert recognise(TEXT[name]) == "text"


@pytest.mark.parametrize("name", TEXT)
def test_a_default_content_type_does_not_make_text_html(name: str) -> None:
    assert recognise(TEXT[name], None, "text/html; charset=utf-8") == "text"


def test_text_plain_and_the_sender_decide() -> None:
    assert recognise(HTML["document"], None, "Text/Plain; charset=utf-8") == "text"
    assert recognise(HTML["document"], "text", "text/html") == "text"
    assert recognise(PAGE, "html", "text/plain") == "html"
