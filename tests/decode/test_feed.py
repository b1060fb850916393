"""A feed's only item is a page; a feed of several is none."""

import pytest

from cleaner import clean
from cleaner.decode import decode
from cleaner.errors import UnsupportedMedia
from cleaner.model import RawPage

STORY = (
    "<p>Hội đồng nhân dân xã vừa thông qua kế hoạch sửa cây cầu treo bắc qua sông trước mùa mưa năm nay.</p>"
    "<p>Theo tính toán, cây cầu cần thay sáu dây cáp, gia cố hai trụ và làm lại toàn bộ mặt gỗ đã mục &amp; nứt.</p>"
    "<p>Trong thời gian sửa, người dân đi vòng qua đập tràn, cách cầu khoảng hai cây số về phía hạ lưu.</p>"
)
ESCAPED = STORY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" {spaces}><channel><title>Báo Sông Quê</title><link>https://songque.example/</link>
<item><title>Sửa cầu treo trước mùa mưa</title><link>https://songque.example/cau-treo</link>
<dc:creator><![CDATA[Hà Thu]]></dc:creator><pubDate>Fri, 20 Nov 2026 03:15:00 +0000</pubDate>
<category><![CDATA[Xã hội]]></category><category>Cầu treo</category><description>Tóm tắt [...]</description>
<content:encoded>{story}</content:encoded></item></channel></rss>"""
SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo Sông Quê</title><entry>
<title>Sửa cầu treo trước mùa mưa</title><link rel="alternate" href="https://songque.example/cau-treo"/>
<author><name>Hà Thu</name></author><published>2026-11-20T10:15:00+07:00</published>
<category term="Xã hội"/><category term="Cầu treo"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content></entry></feed>"""


@pytest.mark.parametrize(
    "feed",
    [
        RSS.format(spaces=SPACES, story=ESCAPED),
        RSS.format(spaces=SPACES, story=f"<![CDATA[{STORY}]]>"),
        RSS.format(spaces="", story=ESCAPED),  # prefixes that nobody declared
        ATOM,
    ],
    ids=["escaped", "cdata", "undeclared", "atom"],
)
def test_an_item_is_a_page(feed: str) -> None:
    result = clean(feed.encode())
    article = result.article
    assert article.title == "Sửa cầu treo trước mùa mưa"
    assert [author.name for author in article.authors] == ["Hà Thu"]
    assert article.published is not None
    assert article.published.isoformat() == "2026-11-20T10:15:00+07:00"
    assert (article.url, article.site_name) == ("https://songque.example/cau-treo", "Báo Sông Quê")
    assert (article.section, article.tags) == ("Xã hội", ("Cầu treo",))
    assert len(article.body) == 3
    assert article.body[1].text.endswith("mặt gỗ đã mục & nứt.")
    assert any("item of a feed" in warning for warning in result.report.warnings)


@pytest.mark.parametrize(
    ("feed", "message"),
    [
        ("<rss><channel><title>A</title></channel></rss>", "0 items"),
        ("<rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>", "2 items"),
        ('<?xml version="1.0"?><!-- x --><feed><entry/><entry/><entry/></feed>', "3 items"),
    ],
)
def test_a_feed_of_several_items_is_no_page(feed: str, message: str) -> None:
    with pytest.raises(UnsupportedMedia, match=message):
        decode(RawPage(feed))


def test_entities_are_not_expanded() -> None:
    bomb = '<rss><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><item><title>&b;</title></item></rss>'
    with pytest.raises(UnsupportedMedia, match="entities"):
        decode(RawPage(bomb))


def test_a_page_that_links_to_a_feed_is_a_page() -> None:
    page = (
        f'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>{STORY}</body></html>'
    )
    decoded = decode(RawPage(page))
    assert (decoded.text, decoded.warnings) == (page, ())


def test_a_feed_that_is_told_to_be_text_stays_text() -> None:
    assert decode(RawPage(ATOM, kind="text")).text == ATOM
