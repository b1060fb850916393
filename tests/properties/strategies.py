"""Pages that no newsroom ever printed: texts, well-formed HTML and tag soup."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

WORDS = (
    "Ngày nay thành phố đã hoàn thành ba cây cầu mới, giúp người dân đi lại thuận tiện hơn rất nhiều trước mùa mưa lũ. "
    "The council voted on Tuesday to keep the bridge open all winter, and nobody in the valley was surprised by it."
).split()
LABELS = (
    "Có thể bạn quan tâm",
    "Tin liên quan:",
    ">> Xem thêm",
    "Read more",
    "Từ khóa: cầu, sông",
    "Bình luận (3)",
    "Quảng cáo",
    "PV/VOV.VN",
    "Theo TTXVN",
    "Ảnh: Hải Đăng",
    "Quang cảnh buổi lễ. (Ảnh: Hải Đăng)",
    "https://example.com/a-post1.html",
    "Thứ Năm, 07/12/2023, 15:30 (GMT+7)",
)
CLASSES = (
    "article-body", "related-news", "sidebar", "comment-list", "ad-slot", "caption", "byline", "sapo", "newsletter",
    "x1", "share", "teaser", "footer", "paywall",
)  # fmt: skip
PROSE = (
    "Sáng 14/10, chiếc phà điện đầu tiên rời bến trong tiếng vỗ tay của hơn hai trăm người dân.",
    "Theo ông Trần Văn Lực, chi phí mỗi chuyến giảm gần một nửa so với phà chạy dầu.",
    "Bà Sáu, buôn trái cây ở chợ bên kia sông, mong phà chạy êm để chợ bớt mùi khói.",
    "Đến cuối năm 2027, tỉnh sẽ có thêm bốn phà điện ở ba bến, dùng chung một trạm sạc.",
    "“Tôi đi chuyến này từ nhỏ”, chị Thắm nói, “giờ mới nghe được tiếng nước”.",
    "Số liệu tiêu thụ điện sẽ được công bố sau hai tuần chạy thử.",
    "The council voted on Tuesday to keep the bridge open all winter.",
    "Nobody in the valley was surprised, since the road over the pass had been closed since May.",
)
BLOCKS = ("p", "div", "section", "article", "aside", "ul", "li", "blockquote", "figure", "figcaption", "h1", "h2",
          "nav", "footer", "header", "main", "td", "pre")  # fmt: skip
INLINE = ("a", "b", "strong", "em", "span", "sup", "time", "cite", "code")
UNSEEN = ("script", "style", "template", "noscript", "iframe")

#: Any text a page can carry, markup characters and odd spaces among it.
any_text = st.text(max_size=120)
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
lines = st.one_of(sentences, sentences, st.sampled_from(LABELS), st.just(""))
#: Flattened text as scrapers leave it: paragraphs, labels, captions, repeats, blank lines.
scrapes = st.lists(lines, min_size=1, max_size=25).map("\n".join).filter(lambda text: bool(text.strip()))

#: The same with paragraphs that make sense, each sentence once, labels between them.
stories = st.builds(
    lambda sentences, labels: "\n\n".join(
        part for pair in zip(sentences, labels, strict=True) for part in pair if part
    ),
    st.permutations(PROSE),
    st.lists(st.one_of(st.just(""), st.sampled_from(LABELS)), min_size=len(PROSE), max_size=len(PROSE)),
)

words = st.one_of(sentences, st.sampled_from(LABELS), st.text(alphabet="aăđễ ữỵ.,\xa0–“”&<>'\"", max_size=30))
texts = words.map(lambda text: escape(text, quote=False))


def _element(
    tags: tuple[str, ...], content: st.SearchStrategy[str], names: tuple[str, ...] = CLASSES
) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, name, inner: f'<{tag} class="{name}">{inner}</{tag}>',
        st.sampled_from(tags),
        st.sampled_from(names),
        content,
    )


def _joined(items: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(items, max_size=most).map("".join)


images = words.map(lambda text: f'<img src="/a.jpg" alt="{escape(text)}">')
# Hidden words inside a sentence are moved behind it, so only blocks are hidden here.
inline = st.one_of(texts, texts, _element(INLINE, texts), images, st.just("<br>"))
leaves = st.one_of(_element(BLOCKS, _joined(inline, 4), (*CLASSES, "hidden")), _element(UNSEEN, texts))
trees = st.recursive(leaves, lambda inner: _element(BLOCKS, _joined(st.one_of(inner, inline), 5)), max_leaves=15)
bodies = _joined(trees, 6)
#: Whole, well-formed pages.
pages = st.builds(
    lambda title, body: f'<!DOCTYPE html><html lang="vi"><head><title>{title}</title></head><body>{body}</body></html>',
    texts,
    bodies,
)

fragments = st.one_of(
    st.sampled_from(
        [f"<{tag}>" for tag in (*BLOCKS, *INLINE, "table", "tr", "td", "form", "select", "option", "svg", "math")]
        + [f"</{tag}>" for tag in (*BLOCKS, *INLINE, "table", "tr", "td", "form", "body", "html")]
        + ["<!--", "-->", "<![CDATA[", "]]>", "<p class=", "<a href='", "<", ">", "&amp", "&#0;", "&#x110000;", "<br/>"]
    ),
    texts,
    any_text,
)
#: Tags in any order, left open or never opened.
soups = st.lists(fragments, min_size=1, max_size=40).map("".join)
