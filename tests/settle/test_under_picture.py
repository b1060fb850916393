from __future__ import annotations

import pytest

from cleaner import clean
from cleaner.model import Role
from cleaner.settle.story import settle_story
from cleaner.settle.under_picture import settle_under_picture
from tests.settle.conftest import MakeBoard

STORY = "".join(
    f"<p>Người dân xóm {name} bắt đầu vụ quế mới. Mỗi nhà bóc chừng {name} tạ vỏ, phơi ba nắng rồi mới bán.</p>"
    for name in ("một", "hai", "ba", "bốn", "năm")
)
CAPTION = "Vỏ quế phơi trước sân nhà ông Thuyết sau buổi chợ"
AFTER = STORY.replace("xóm", "bản")


def role(markup: str, words: str) -> str:
    head = "<html><body><article><h1>Mùa quế ở vùng cao</h1>"
    page = f"{head}{STORY}{markup}{AFTER}</article></body></html>"
    return next(str(entry.role) for entry in clean(page).ledger if entry.text.startswith(words))


@pytest.mark.parametrize(
    "markup",
    [
        f"<p><img src=a.jpg><br><em>{CAPTION}</em></p>",
        f"<p><img src=a.jpg></p><p><em>{CAPTION}.</em></p>",
        f"<p><img src=a.jpg></p><p>{CAPTION}</p>",
        f"<div align=center><img src=a.jpg></div><div align=center>{CAPTION}</div>",
        f"<figure><img src=a.jpg><p>{CAPTION}.</p></figure>",
        f"<div><div><img src=a.jpg></div><div><span><i>{CAPTION}.</i></span></div></div>",
        f"<table><tr><td><img src=a.jpg></td></tr><tr><td>{CAPTION}</td></tr></table>",
        f"<table><tr><td><img src=a.jpg></td></tr><tr><td>{CAPTION}.</td></tr></table>",
        f"<p><img src=a.jpg></p><h6>{CAPTION}.</h6>",
    ],
)
def test_captions_by_their_place(markup: str) -> None:
    assert role(markup, CAPTION) == "caption"


SAID = "Nhà ông Thuyết phơi vỏ quế kín sân, trẻ con chạy quanh. Năm nay ông bóc được ba tạ."


@pytest.mark.parametrize(
    ("picture", "wanted"),
    [
        (f'<img src=a.jpg alt="{SAID}">', "caption"),
        (f'<img src=a.jpg alt="que" data-caption="{SAID[:-1]}">', "caption"),
        ('<img src=a.jpg alt="Vỏ quế phơi trước sân nhà">', "body"),
        (f'<img src=a.jpg alt="{SAID} Ông vui.">', "body"),
    ],
)
def test_what_the_picture_says_in_an_attribute_is_its_caption(picture: str, wanted: str) -> None:
    assert role(f"<p>{picture}</p><p>{SAID}</p>", SAID) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("<p>Năm nay giá quế tăng thêm năm nghìn đồng mỗi ký, bà con ai cũng vui.</p>", "body"),
        ("<h3>Giá quế tăng, người trồng quế đổi đời</h3>", "heading"),
        ("<p>Quế loại một: 45.000 đồng một ký tại vườn</p>", "body"),
    ],
)
def test_what_else_stands_behind_a_picture(words: str, wanted: str) -> None:
    assert role(f"<p><img src=a.jpg></p>{words}", words.partition(">")[2][:20]) == wanted


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><img src=a.jpg></td><td>Năm nay giá quế tăng thêm năm nghìn đồng mỗi ký.</td></tr></table>",
        "<table><tr><td><img src=a.jpg></td></tr><tr><td>Năm nay giá quế tăng thêm năm nghìn đồng mỗi ký.</td></tr>"
        "<tr><td>Người trồng quế bán được vỏ, lá và cả cành nhỏ.</td></tr></table>",
    ],
)
def test_a_table_with_more_than_a_picture_and_its_words(table: str) -> None:
    assert role(table, "Năm nay giá quế") != "caption"


@pytest.mark.parametrize(("beside", "wanted"), [(0.9, Role.CAPTION), (0.1, None)])
def test_a_line_that_the_judge_gives_up_is_a_caption_next_to_the_story(
    make_board: MakeBoard, beside: float, wanted: Role | None
) -> None:
    board = make_board(f"<p>Bà con bắt đầu vụ.</p><p><img src=a.jpg></p><p>{CAPTION}</p>", [beside, 0.2])
    settle_story(board)
    settle_under_picture(board)
    assert board.role(1) is wanted


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("島根県の山あいで、廃線となった橋を歩いて渡れる道に変える工事が終わり、渡り初めが行われました。", "body"),
        ("廃線となった鉄橋を渡る地元の子どもたちと、もとの運転士の男性、十六日午後", "caption"),
        ("गाँव के लोगों ने सोमवार को पुरानी चक्की फिर चलाई और पहली बोरी बाँट दी।", "body"),
    ],
)
def test_sentences_end_in_every_script(said: str, named: str) -> None:
    news = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
    story = "".join(f"<p>{said[:-1]}{number}{said[-1]}</p>" for number in range(6))
    picture = f"<div><div><img src=a.jpg></div><div><p>{said}</p></div></div>"
    page = f"<html><head>{news}</head><body><article><h1>{said[:14]}</h1>{picture}{story}</article></body></html>"
    found = [str(entry.role) for entry in clean(page).ledger if entry.text == said]
    assert found == [named]


def test_few_words_in_italics_are_a_caption_where_others_are_set_so() -> None:
    short = "<p><img src=b.jpg></p><p><em>Toàn cảnh xóm</em></p>"
    assert role(f"<p><img src=a.jpg></p><p><em>{CAPTION}</em></p>{short}", "Toàn cảnh") == "caption"
    assert role(short, "Toàn cảnh") != "caption"


def test_a_bold_line_above_nothing_but_pictures_leads_nowhere() -> None:
    label, pictures = "<p><b>Một số hình ảnh:</b></p>", f"<p><img src=a.jpg></p><p><em>{CAPTION}</em></p>"
    page = f"<html><body><article><h1>Mùa quế ở vùng cao</h1>{STORY}{label}{{}}</article></body></html>"
    for behind, kept in ((pictures, False), (f"{pictures}{AFTER}", True)):
        entries = clean(page.format(behind)).ledger
        assert next(entry.kept for entry in entries if entry.text == "Một số hình ảnh:") is kept


def test_all_words_in_the_box_of_a_film_are_its_caption() -> None:
    said = "Camera ghi lại cảnh bóc vỏ quế."
    assert role(f"<div class=video><video></video><p class=cap>{said}</p></div>", "Camera") == "caption"
    assert role(f"<div><p>{said}</p></div>", "Camera") == "body"
    long = f"<div class=video><p>{said}</p><p>{said} Ông Thuyết kể lại cho khách nghe từng bước một.</p></div>"
    assert role(long, "Camera") == "body"
