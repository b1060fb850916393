"""Rows of cards behind the story, and what looks like them and is story."""

from __future__ import annotations

import pytest

from cleaner import CleanResult, clean

_STORY = "".join(
    f"<p>{words}</p>"
    for words in (
        "Sáng nay, thành phố khánh thành cây cầu thứ ba bắc qua sông sau ba năm thi công liên tục của hàng nghìn thợ.",
        "Cầu dài 1.200 m, rộng 24 m, có bốn làn xe và hai lối đi bộ, nối hai quận lâu nay chỉ qua lại bằng phà.",
        "Ông Nguyễn Văn Bảy, 62 tuổi, chạy phà từ năm 1985, nói ông vừa mừng vừa tiếc vì bến phà cũ sẽ đóng cửa.",
        "Theo chủ đầu tư, tổng mức đầu tư của dự án là 1.850 tỉ đồng, trong đó ngân sách trung ương cấp 60%.",
    )
)
_OTHERS = {
    "Giá vàng miếng tăng lên 92 triệu đồng": "Sau hai phiên giảm, giá vàng trong nước quay đầu tăng theo thế giới.",
    "Cấm xe tải vào nội đô từ tháng 12": "Quy định mới áp dụng từ 6h đến 20h mỗi ngày.",
    "Bão số 14 đổi hướng, miền Trung mưa to": "Cơ quan khí tượng dự báo lượng mưa 100-200 mm.",
    "Chợ nổi vắng khách chưa từng thấy": "Nhiều ghe hàng đã chuyển lên bờ buôn bán.",
}
_SHAPES = {
    "articles": "<article class=story><h3><a href=/{number}>{title}</a></h3><p>{text}</p></article>",
    "inside the link": "<div class=item><a href=/{number}><h3>{title}</h3><p>{text}</p></a></div>",
    "text right in the card": "<li><div><h3><a href=/{number}>{title}</a></h3><div>2 giờ trước</div>"
    "<span>{text}</span></div></li>",
    "one level deeper": "<div><img src=/a.jpg><div><h3><a href=/{number}>{title}</a></h3><p>{text}</p></div></div>",
}


def _cleaned(inside: str) -> CleanResult:
    head = "<html lang=vi><body><article><h1>Khánh thành cầu mới</h1>"
    return clean(f"{head}{_STORY}{inside}</article></body></html>", url="https://x.vn/a")


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize("number", [2, 4])
def test_a_row_without_a_label_is_other_articles(shape: str, number: int) -> None:
    offered = list(_OTHERS.items())[:number]
    shown = (_SHAPES[shape].format(number=at, title=title, text=text) for at, (title, text) in enumerate(offered))
    result = _cleaned("".join(shown))
    assert result.article.text == _cleaned("").article.text
    assert [item.title for item in result.article.related] == [title for title, _ in offered]


def test_three_links_with_a_sentence_each_are_other_articles_without_headings() -> None:
    cards = [
        f"<div class=item><a class=ten href=/{at}>{title}</a><div class=mota>{text}</div></div>"
        for at, (title, text) in enumerate(_OTHERS.items())
    ]
    result = _cleaned(f"<div>{''.join(cards)}</div>")
    assert not any(text in result.article.text for text in _OTHERS.values())


_MORE_SHAPES = _SHAPES | {
    "a link right in the item": "<li><a href=/{number}>{title}</a><p>{text}</p><span>10:11</span></li>",
    "a link and a paragraph": "<div class=item><a href=/{number}>{title}</a><p>{text}</p></div>",
    "no elements of their own": "<p><strong><a href=/{number}>{title}</a></strong></p><p>{text}</p>",
    "definitions": "<dt><a href=/{number}>{title}</a></dt><dd>{text}</dd>",
}


@pytest.mark.parametrize("shape", _MORE_SHAPES)
def test_under_a_label_also_behind_a_story_of_a_paragraph(shape: str) -> None:
    cards = "".join(
        _MORE_SHAPES[shape].format(number=at, title=title, text=text)
        for at, (title, text) in enumerate(_OTHERS.items())
    )
    page = f"<html lang=vi><body><article><h1>Khánh thành cầu mới</h1>{_STORY.partition('</p>')[0]}</p>"
    result = clean(f"{page}<section><h3>Tin liên quan</h3>{cards}</section></article></body></html>")
    assert [block.text for block in result.article.body] == [_STORY[3 : _STORY.index("</p>")]]
    assert len(result.article.related) == len(_OTHERS)


@pytest.mark.parametrize("heading", ["<h3>{}</h3>", '<h3><a href="/b">{}</a> ở phố cổ</h3>'])
def test_entries_of_the_story_under_headings_of_their_own_stay(heading: str) -> None:
    entries = "".join(f"<div>{heading.format(title)}<p>{text}</p></div>" for title, text in _OTHERS.items())
    result = _cleaned(entries)
    assert all(text in result.article.text for text in _OTHERS.values())


def test_linked_headings_over_long_texts_stay() -> None:
    entries = "".join(
        f"<div><h3><a href=/{number}>Quán số {number} của phố</a></h3>{_STORY}</div>".replace("1.200", str(number))
        for number in range(3)
    )
    assert _cleaned(entries).article.text.count("Quán số") == 3


_REST = (
    "Lãnh đạo thành phố cho biết sẽ tiếp tục làm hai tuyến đường nối vào cầu, dự kiến xong trước mùa lũ năm tới.",
    "Bà Trần Thị Sáu, bán nước ở bến phà, nói bà chưa biết sẽ làm gì khi khách không còn qua đây nữa.",
)


def test_a_label_between_paragraphs_takes_no_paragraph_of_the_story() -> None:
    links = "".join(f"<p><a href=/{at}>{title}</a></p>" for at, title in enumerate(list(_OTHERS)[:2]))
    result = _cleaned(f"<p>Tin liên quan</p>{links}<p>{_REST[0]}</p><p>{_REST[1]}</p>")
    assert [block.text for block in result.article.body][-2:] == list(_REST)


def test_a_button_in_each_entry_of_the_story_is_no_label() -> None:
    entry = "<div><h2><a href=/{}>{}</a></h2><p>{}</p><p><a href=/{}>Read more</a></p></div>"
    entries = "".join(entry.format(at, title, text, at) for at, (title, text) in enumerate(_OTHERS.items()))
    result = _cleaned(f"<p><a href=/x>Read more</a></p>{entries}<p>{_REST[0]}</p><p>{_REST[1]}</p>")
    assert not [item for item in result.ledger if item.rule == "shape.card.related-summary"]


_NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Khánh thành cầu mới"}</script>'


def _between(heading: str, head: str = _NEWS) -> str:
    entries = "".join(f"<div>{heading.format(title)}<p>{text}</p></div>" for title, text in _OTHERS.items())
    page = f"<html lang=vi><head>{head}</head><body><article><h1>Khánh thành cầu mới</h1>{_STORY}"
    return clean(f"{page}<div>{entries}</div>{_STORY}</article></body></html>", url="https://x.vn/a").article.text


def test_in_news_a_row_whose_titles_the_judge_leaves_out_is_left_out_anywhere() -> None:
    assert not any(text in _between('<h3><a href="/b">{}</a></h3>') for text in _OTHERS.values())


def test_entries_under_unlinked_headings_between_paragraphs_stay() -> None:
    assert all(text in _between("<h3>{}</h3>") for text in _OTHERS.values())


_BRIEF = "Sáng 20/11, phường Bến Phà công bố bản đồ 64 điểm chữa cháy; quét mã là biết bình gần nhất ở đâu."


def _front(paragraph: str) -> str:
    row = "".join(f"<h4><a href=/{title}>{title}</a></h4><p>{text}</p>" for title, text in _OTHERS.items())
    licence = "<footer><p>Giấy phép số 12/GP-BTTTT cấp ngày 01/02/2023</p></footer>"
    page = f"<html lang=vi><body><h1>Bản đồ điểm chữa cháy</h1>{paragraph}<div>{row}</div>{licence}</body></html>"
    return clean(page, url="https://x.vn/a").article.text


def test_a_brief_is_the_story_and_the_cards_behind_it_are_none() -> None:
    assert _front(f"<div><p>{_BRIEF}</p></div>") == _BRIEF


def test_who_wrote_another_article_signs_nothing_here() -> None:
    byline = "<div>Hà Vy 20:40 20/11/2026</div>"
    row = "".join(
        f"<div><h3><a href=/{title}>{title}</a></h3>{byline}<p>{text}</p></div>" for title, text in _OTHERS.items()
    )
    licence = "<footer><p>Giấy phép số 12/GP-BTTTT cấp ngày 01/02/2023</p></footer>"
    assert _cleaned(f"{row}{licence}").article.authors == ()
