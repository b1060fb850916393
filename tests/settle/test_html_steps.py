"""Each step of an HTML page's settling: what it decides, and the opposite that it must leave alone."""

from __future__ import annotations

import pytest

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.headline import settle_headline
from cleaner.settle.html import settle_html
from cleaner.settle.lead import settle_lead
from cleaner.settle.leftovers import settle_leftovers
from cleaner.settle.photo_story import settle_photo_story
from cleaner.settle.repeats import settle_repeats
from cleaner.settle.story import body_role, settle_story
from cleaner.settle.tail import settle_tail
from tests.settle.conftest import MakeBoard

LONG = "Sáng nay, hàng trăm người dân ven biển đã rời nhà để tránh bão, mang theo những gì có thể mang được."


def roles(board: Board) -> list[Role | None]:
    return [board.role(block.index) for block in board.blocks]


# -- headline ------------------------------------------------------------------------------------
def test_the_h1_that_equals_the_declared_title_is_the_title(make_board: MakeBoard) -> None:
    board = make_board(
        "<head><title>Bão số 9 vào bờ - Báo Ta</title></head><body><h2>Tin nóng trong ngày</h2>"
        f"<h1>Bão số 9 vào bờ</h1><p>{LONG}</p><div class=sticky>Bão số 9 vào bờ</div>",
        rules=False,
    )
    settle_headline(board)
    assert roles(board) == [None, Role.TITLE, None, Role.CHROME]


def test_a_page_without_headline_gets_no_title(make_board: MakeBoard) -> None:
    board = make_board(f"<p>{LONG}</p><p>Đoạn hai của bài.</p>", rules=False)
    settle_headline(board)
    assert Role.TITLE not in roles(board)


# -- story ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("html", "role"),
    [
        ("<p>Đoạn văn.</p>", Role.BODY),
        ("<h3>Mục</h3>", Role.HEADING),
        ("<p><b>Nước lên nhanh</b></p>", Role.HEADING),
        ("<p><b>Nước lên nhanh.</b></p>", Role.BODY),
        ("<p><b>Việt Nam</b> thắng trận</p>", Role.BODY),
        ("<ul><li>mục</li></ul>", Role.LIST_ITEM),
        ("<blockquote><p>lời nói</p></blockquote>", Role.QUOTE),
        ("<table><tr><td>ô</td></tr></table>", Role.TABLE),
    ],
)
def test_body_blocks_are_typed_by_their_markup(make_board: MakeBoard, html: str, role: Role) -> None:
    assert body_role(make_board(html).blocks[0]) is role


def test_the_judges_threshold(make_board: MakeBoard) -> None:
    html = f"<p>{LONG}</p><p>hai</p>"
    board = make_board(html, [1.0, 0.46], rules=False)
    settle_story(board)
    assert roles(board) == [Role.BODY, None]
    doubtful = make_board(html, [0.6, 0.46], rules=False)
    settle_story(doubtful)
    assert roles(doubtful) == [Role.BODY, Role.BODY]


# -- lead ----------------------------------------------------------------------------------------
def test_a_marked_lead_is_the_summary_and_its_copy_is_not_printed_twice(make_board: MakeBoard) -> None:
    board = make_board(
        f'<title>Bão vào bờ</title><h1>Bão vào bờ</h1><h2 class="sapo">{LONG}</h2>'
        f'<div class="content"><p>{LONG}</p><p>Đoạn hai khác hẳn.</p></div>',
        rules=False,
    )
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    assert roles(board)[1:3] == [Role.SUMMARY, Role.DUPLICATE_BODY]
    assert board.role(3) is Role.BODY


def test_the_first_paragraph_of_the_body_is_not_a_lead_by_itself(make_board: MakeBoard) -> None:
    board = make_board(f"<h1>Tít</h1><div><p>{LONG}</p><p>Đoạn hai.</p></div>", rules=False)
    settle_story(board)
    settle_lead(board)
    assert Role.SUMMARY not in roles(board)


# -- photo story ---------------------------------------------------------------------------------
def slides(count: int) -> str:
    caption = "<figcaption>Bức ảnh thứ {0} kể tiếp câu chuyện dài của đoàn tàu đêm.</figcaption>"
    return "".join(f"<figure><img src=/{n}.jpg>{caption.format(n)}</figure>" for n in range(count))


def test_sure_captions_tell_the_story_beside_more_text(make_board: MakeBoard) -> None:
    text = f"<p>{LONG} Đêm xuống, con đò cuối cùng cũng ghé bờ, người xuống sau cùng là cô giáo.</p>"
    for score, wanted in ((0.95, Role.BODY), (0.5, Role.CAPTION)):
        board = make_board(f"{slides(8)}{text}", [score] * 8 + [0.95])
        settle_html(board)
        assert {board.role(block.index) for block in board.blocks if block.tag == "figcaption"} == {wanted}


def test_captions_that_tell_the_whole_story_are_its_body(make_board: MakeBoard) -> None:
    board = make_board(slides(6), [0.1] * 6)
    settle_html(board)
    assert set(roles(board)) == {Role.BODY}


def test_captions_in_sentences_tell_the_story_beside_a_few_paragraphs(make_board: MakeBoard) -> None:
    told = "".join(f"<figure><img src=/{n}.jpg><figcaption>{LONG} Ảnh số {n}.</figcaption></figure>" for n in range(6))
    named = told.replace("được.", "được").replace(".</fig", "</fig")
    text = f"<p>{LONG} Đêm xuống, con đò cuối cùng cũng ghé bờ, người xuống sau cùng là cô giáo.</p>"
    for html, wanted in ((told, Role.BODY), (named, Role.CAPTION)):
        board = make_board(f"{html}{text}", [0.5] * 6 + [0.95])
        settle_html(board)
        assert {board.role(block.index) for block in board.blocks if block.tag == "figcaption"} == {wanted}


def test_captions_of_an_ordinary_story_stay_captions(make_board: MakeBoard) -> None:
    board = make_board(slides(6) + f"<p>{LONG}</p>" * 1 + "".join(f"<p>{LONG} {n}</p>" for n in range(9)))
    settle_html(board)
    assert roles(board)[:6] == [Role.CAPTION] * 6


# -- repeats, tail, leftovers --------------------------------------------------------------------
def test_a_paragraph_printed_twice_is_kept_once(make_board: MakeBoard) -> None:
    board = make_board(f"<p>{LONG}</p><p>Có.</p><p>{LONG.upper()}</p><p>Có.</p>", rules=False)
    settle_story(board)
    settle_repeats(board)
    assert roles(board) == [Role.BODY, Role.BODY, Role.DUPLICATE_BODY, Role.BODY]


def _story(number: int) -> str:
    return f"<h2>Mục {number}</h2><p>{number}. {LONG}</p><ul><li>Một</li><li>Hai</li></ul><p>Hết mục {number}.</p>"


def test_a_story_printed_once_for_each_kind_of_screen_is_kept_once(make_board: MakeBoard) -> None:
    story = "".join(map(_story, range(3)))
    board = make_board(f"<div>{story}</div><div>{story}<p>Chỉ có ở đây.</p></div>", rules=False)
    settle_story(board)
    settle_repeats(board)
    told = roles(board)
    assert Role.DUPLICATE_BODY not in told[:15]
    assert told[15:] == [Role.DUPLICATE_BODY] * 15 + [Role.BODY]


def test_what_a_story_says_again_without_being_a_copy_stays(make_board: MakeBoard) -> None:
    again = f"<h3>Ưu điểm</h3><p>{LONG}</p><h3>Giá</h3>"
    board = make_board(f"<h2>Máy A</h2>{again}<p>A.</p><h2>Máy B</h2>{again}<p>B.</p>", rules=False)
    settle_story(board)
    settle_repeats(board)
    assert roles(board).count(Role.DUPLICATE_BODY) == 1
    assert [board.blocks[index].text for index, role in enumerate(roles(board)) if role is Role.HEADING] == [
        "Máy A", "Ưu điểm", "Giá", "Máy B", "Ưu điểm", "Giá",
    ]  # fmt: skip


@pytest.mark.parametrize(("box", "role"), [("“{}”", Role.DUPLICATE_BODY), ("{}", Role.NOTE), ("“{} Thật.”", Role.NOTE)])
def test_somebodys_words_in_a_box_that_the_story_says_too_are_pulled_out(
    make_board: MakeBoard, box: str, role: Role
) -> None:
    words = "Con nước chung thì phải giữ chung, kiện nhau chỉ có con tôm chết"
    board = make_board(f"<div>{box.format(words)}</div><p>“{words}”, ông nói với cả hai nhà.</p>", rules=False)
    settle_story(board)
    board.judge(0, Role.NOTE, "site.note", "")
    settle_repeats(board)
    assert roles(board) == [role, Role.BODY]


def test_a_heading_with_nothing_under_it_leaves_the_story(make_board: MakeBoard) -> None:
    board = make_board(f"<h2>Mục một</h2><p>{LONG}</p><h2>Xem nhiều</h2>", rules=False)
    settle_story(board)
    settle_tail(board)
    assert roles(board) == [Role.HEADING, Role.BODY, Role.RELATED_LABEL]


@pytest.mark.parametrize(
    ("html", "role"),
    [
        ('<div class="social-share"><span>Chia sẻ bài</span></div>', Role.SHARE_WIDGET),
        ('<div class="comment-list"><p>Bài hay quá</p></div>', Role.COMMENT),
        ("<nav><p>Trang chủ</p></nav>", Role.CHROME),
        ('<p><a href="/x">Giá vàng hôm nay tăng mạnh trở lại</a></p>', Role.RELATED),
        ("<p>chữ lẻ</p>", Role.CHROME),
        ("<div class=date><a href=/a>Was sich für Mieter ab Januar ändert</a> 11:00</div>", Role.RELATED),
        ("<div class=date><a href=/a>Dienstag, 10.11.2026, 11:00</a></div>", Role.DATE),
        ("<div class=author><a href=/a>Was sich für Mieter ab Januar ändert</a></div>", Role.RELATED),
        ("<div class=author><a href=/a>Annemarie Zumbühl-Vonlanthen</a></div>", Role.BYLINE),
    ],
)
def test_leftovers_are_named_by_what_stands_around_them(make_board: MakeBoard, html: str, role: Role) -> None:
    board = make_board(html, [0.1], rules=False)
    settle_leftovers(board)
    assert roles(board) == [role]


def test_no_verdict_is_anonymous(make_board: MakeBoard) -> None:
    board = make_board(slides(2) + f"<h1>Tít bài</h1><p>{LONG}</p><nav>x</nav>")
    settle_html(board)
    assert all(verdict.rule and verdict.evidence for verdict in board.result())


def test_photo_story_needs_captions(make_board: MakeBoard) -> None:
    board = make_board(f"<p>{LONG}</p>", [0.1], rules=False)
    settle_photo_story(board)
    assert roles(board) == [None]
