"""The cut: every piece of visible text in one block, once, in order."""

from __future__ import annotations

import gc
from functools import reduce
from operator import or_
from weakref import ref

import pytest

from cleaner import flags as f
from cleaner.model import DecodedPage, Document
from cleaner.parse import parse
from cleaner.pipeline import default_rulebook
from cleaner.rulebook.selectors_build import build_selector_index
from cleaner.segment import segment
from cleaner.segment.hints import hints
from cleaner.segment.html import cut as cut_tree

RULEBOOK = default_rulebook()


def cut(html: str) -> Document:
    return segment(DecodedPage(html, "html", "utf-8", "str"), RULEBOOK)


def texts(html: str) -> list[str]:
    return [block.text for block in cut(html).blocks]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Một</p><p>Hai</p>", ["Một", "Hai"]),
        ("<div>Trước<p>Giữa</p>Sau</div>", ["Trước", "Giữa", "Sau"]),
        ("<p>Giá <b>vàng</b> <i>tăng</i></p>", ["Giá vàng tăng"]),
        ("<p>dòng một<br>dòng hai</p>", ["dòng một\ndòng hai"]),
        ("<p>dòng một<br> <a href=/a>&gt;&gt; bài khác</a></p>", ["dòng một", ">> bài khác"]),
        ("<p>dòng một<br>» <a href=/a>bài khác</a></p>", ["dòng một", "» bài khác"]),
        ("<p>dòng một<br>> 5 độ<br><a href=/a>dòng ba</a></p>", ["dòng một\n> 5 độ\ndòng ba"]),
        ("<div>đoạn một<br><br>đoạn hai</div>", ["đoạn một", "đoạn hai"]),
        ("<p>a&nbsp;&nbsp;b &amp; c</p>", ["a b & c"]),
        ("<ul><li>x</li><li>y</li></ul>", ["x", "y"]),
        ("<p>chữ<script>var x</script> sau<style>p{}</style></p>", ["chữ sau"]),
        ("<p>thấy</p><noscript>không thấy</noscript><template>cũng không</template>", ["thấy"]),
        ("<svg><title>biểu tượng</title><text>số liệu</text></svg>", ["số liệu"]),
        ("<p>mở<span> giữa </span>cuối</p>", ["mở giữa cuối"]),
        ('<p>theo <a href=/x>báo cáo<svg><path d="M1 1"/></svg></a> mới nhất</p>', ["theo báo cáo mới nhất"]),
        ("<p>theo <a href=/x>báo cáo<svg><title>mở</title><g><path/></g></svg></a> mới</p>", ["theo báo cáo mới"]),
        ("<p>biết <math><mi>m</mi><mo>=</mo><mn>2</mn></math> thì suy ra</p>", ["biết m=2 thì suy ra"]),
        ("<p>gặp <x-person>ông Hùng</x-person>, 40 tuổi</p>", ["gặp ông Hùng, 40 tuổi"]),
        ("<div>gặp <x-card>ông Hùng</x-card> ở đây</div>", ["gặp", "ông Hùng", "ở đây"]),
        ("<svg><text>năm 2025</text><path/><text>năm 2026</text></svg>", ["năm 2025", "năm 2026"]),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ["1", "2"]),
        ("<p>   </p>\n<p>\xa0</p>", []),
        ("<pre>\n\n  if a:\n\tb()  \n\n  c&nbsp;d\n</pre>", ["  if a:\n\tb()\n\n  c d"]),
        ("<pre><code><b>a</b>\n  <i>b</i><br>c</code></pre>", ["a\n  b\nc"]),
        ("<pre>  \n </pre>", []),
    ],
)
def test_blocks(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


def test_a_rulebook_that_nobody_needs_any_more_is_let_go() -> None:
    """What its selectors say of classes is remembered with them; a service loads rulebooks anew for months."""
    index = build_selector_index(RULEBOOK.packs, RULEBOOK.rules[:50], RULEBOOK.fields)
    tree, _ = parse('<p class="caption">x</p>')
    assert cut_tree(tree, index).blocks
    gone = ref(index)
    del index
    gc.collect()
    assert gone() is None


def test_words_for_screen_readers_leave_the_sentence_and_are_not_lost() -> None:
    html = '<p>Xem <a href="/x">bản đồ<span class="sr-only">mở trong thẻ mới</span></a> tại đây.</p>'
    assert texts(html) == ["Xem bản đồ tại đây.", "mở trong thẻ mới"]
    assert cut(html).blocks[1].flags & f.HIDDEN


def test_a_link_in_a_hidden_box_stays_in_its_sentence() -> None:
    html = '<div hidden><p>Theo <a href="/b" class="c">báo cáo</a> <span style="color: red">mới</span>.</p></div>'
    assert texts(html) == ["Theo báo cáo mới."]
    assert texts(html.replace("color: red", "display:none")) == ["Theo báo cáo .", "mới"]


def test_what_shows_when_somebody_points_at_a_term_is_no_part_of_the_sentence() -> None:
    html = '<p>Lạm phát<span class="note" role="tooltip">Mức tăng giá chung</span> giảm.</p>'
    assert texts(html) == ["Lạm phát giảm.", "Mức tăng giá chung"]


def test_a_space_for_screen_readers_is_none_in_the_sentence() -> None:
    html = '<p>Xem <a href="/x"><span>bản đồ</span><span class="visually-hidden"> </span></a>.</p>'
    assert texts(html) == ["Xem bản đồ."]


def test_a_hidden_word_in_the_class_of_a_paragraph_does_not_hide_it() -> None:
    assert not cut('<p class="hide-on-print">Đoạn văn.</p>').blocks[0].flags & f.HIDDEN


@pytest.mark.parametrize(
    ("html", "flag"),
    [
        ("<nav><p>x</p></nav>", f.NAV),
        ('<div role="navigation"><p>x</p></div>', f.NAV),
        ("<figure><figcaption>x</figcaption></figure>", f.FIGCAPTION),
        ('<div style="DISPLAY : none"><p>x</p></div>', f.HIDDEN),
        ('<div itemprop="articleBody"><p>x</p></div>', f.ARTICLE_BODY),
        ("<article><article><p>x</p></article></article>", f.NESTED_ARTICLE),
        ('<a href="/"><p>x</p></a>', f.LINK),
    ],
)
def test_context_flags(html: str, flag: int) -> None:
    assert cut(html).blocks[0].flags & flag
    assert not cut("<p>x</p>").blocks[0].flags & flag


def test_links_and_bold_are_measured() -> None:
    block = cut('<p>Đọc <a href="/a">một</a> và <a href="/b"><b>hai</b></a>.</p>').blocks[0]
    assert (block.links, block.link_chars, block.bold_chars) == (2, 6, 3)


def test_path_selects_the_element_again() -> None:
    from selectolax.lexbor import LexborHTMLParser

    html = "<body><div><p>a</p><script></script><section><p>b</p></section></div></body>"
    block = cut(html).blocks[1]
    assert LexborHTMLParser(html).css_first(block.path).text() == "b"


def test_images_know_their_figure_and_the_words_in_their_attributes() -> None:
    document = cut(
        '<figure><img src="/a.jpg" alt="Tàu rời ga Hà Nội sáng nay" data-x="1">'
        "<figcaption>Tàu rời ga</figcaption></figure><p>Thân bài</p>"
    )
    image = document.images[0]
    assert (image.url, image.attributes) == ("/a.jpg", (("alt", "Tàu rời ga Hà Nội sáng nay"),))
    assert document.blocks[0].figure == image.figure >= 0
    assert document.blocks[1].figure == -1


def test_a_lazy_picture_gives_its_real_address() -> None:
    assert (
        cut('<img src="data:image/gif;base64,R0" data-src="https://x.vn/a.jpg">').images[0].url == "https://x.vn/a.jpg"
    )


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ('src="data:image/gif;base64,R0" data-srcset="/a.jpg 1x, /b.jpg 2x"', "/a.jpg"),
        ('data-src=" DATA:image/gif;base64,R0" src="" srcset="\n /a.jpg,\n /b.jpg 2x"', "/a.jpg"),
        ('data-src="data:image/gif;base64,R0" src="/c.jpg" srcset="/a.jpg"', "/c.jpg"),
        ('src="data:image/gif;base64,R0"', ""),
        ('src="https://x.vn/lazy_placeholder.gif?v=2" srcset="/a.jpg 1x"', "/a.jpg"),
        ('src="/img/blank.gif" data-srcset="/a.jpg 1x, /b.jpg 2x"', "/a.jpg"),
        ('src="/img/blank.gif"', "/img/blank.gif"),
    ],
)
def test_a_placeholder_is_no_address(attributes: str, url: str) -> None:
    assert cut(f"<img {attributes}>").images[0].url == url


def test_head_is_read_wherever_it_stands() -> None:
    head = cut(
        '<html lang="vi"><head><title> Bão  số 9 </title><meta property="og:title" content="Bão"></head>'
        '<body><meta itemprop="datePublished" content="2026-03-01"><link rel="canonical" href="https://x.vn/1">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bão"}</script></body></html>'
    ).head
    assert (head.title, head.language) == ("Bão số 9", "vi")
    assert head.metas["og:title"] == ("Bão",)
    assert head.metas["datepublished"] == ("2026-03-01",)
    assert head.links["canonical"] == ("https://x.vn/1",)
    assert head.json_ld[0]["headline"] == "Bão"


def test_an_id_selects_again_where_its_pair_is_remembered() -> None:
    """`[id^=...]` is asked once for each pair of class and id."""
    html = "<div id=taboola-below><p>quảng cáo</p></div>" * 2 + "<div id=below-taboola><p>tin</p></div>"
    assert [bool(block.covers) for block in cut(html).blocks] == [True, True, False]


def test_names_of_a_pair_hint_as_each_of_them_does() -> None:
    names = ("wp-block-readMore", "entry-content", "sign-up", "x" * 100 + "-comments", "JPRelated")
    assert hints(*names) == reduce(or_, map(hints, names))


def test_the_reading_above_a_character_stays_in_its_line() -> None:
    ruby = "<ruby>蒔絵<rp>（</rp><rt>まきえ</rt><rp>）</rp></ruby>"
    assert [block.text for block in cut(f"<p>下地から{ruby}まで</p><p>二段</p>").blocks] == [
        "下地から蒔絵（まきえ）まで",
        "二段",
    ]


def test_a_place_that_only_styles_keep_from_the_lead_is_a_word_of_its_own() -> None:
    lead = "<p><span class=location-stamp>Hà Giang</span>Hơn 23h, ông Tân dậy.</p>"
    assert texts(lead) == ["Hà Giang Hơn 23h, ông Tân dậy."]
    assert texts(lead.replace("location-stamp", "big")) == ["Hà GiangHơn 23h, ông Tân dậy."]


@pytest.mark.parametrize(
    "inner",
    [
        "<em>(via <side-note data-x=1>Minh Anh</side-note> <a href=/a>posting</a>)</em>",
        "<x-a><x-b>(via Minh Anh</x-b> posting)</x-a>",
        "<span>(via Minh Anh<span><button class=watch><span></span></button></span></span> posting)",
    ],
)
def test_a_sentence_stays_whole_around_elements_of_the_publisher(inner: str) -> None:
    assert texts(f"<p>A library {inner} was made.</p>") == ["A library (via Minh Anh posting) was made."]


@pytest.mark.parametrize("inner", ["<button>Copy link</button>", "</p><x-card>Copy link</x-card><p>"])
def test_what_is_no_part_of_a_sentence_stays_apart(inner: str) -> None:
    assert texts(f"<p>A library {inner} was made.</p>") == ["A library", "Copy link", "was made."]
