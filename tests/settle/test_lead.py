"""A lead that stands apart, and names that say lead and mean the story."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.headline import settle_headline
from cleaner.settle.lead import settle_lead
from cleaner.settle.story import settle_story
from tests.settle.conftest import MakeBoard

LEAD = "Bến đò hơn trăm năm tuổi sẽ ngừng chạy khi cây cầu mới thông xe vào đầu năm sau."
FIRST = "Sáng nào ông Bảy cũng nếm nước sông trước khi nổ máy, nước ngọt thì chạy, nước đục thì nghỉ."
SECOND = "Chuyến đò chở được ba mươi người và chừng ấy xe máy, mỗi lượt ông thu năm nghìn đồng."
THIRD = "Xã đã mời các chủ đò học nghề làm du lịch nhưng mới có hai người ghi tên theo học."


def lead(make_board: MakeBoard, html: str, scores: list[float] | None = None) -> str | None:
    board = make_board(f"<h1>Bến đò cuối cùng trên sông Mẫu</h1>{html}", scores)
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    return next((block.text for block in board.having(Role.SUMMARY)), None)


def test_a_paragraph_in_an_element_of_its_own_above_the_story_is_the_lead(make_board: MakeBoard) -> None:
    assert lead(make_board, f"<div><p>{LEAD}</p></div><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>") == LEAD


BODY = f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div>"


def test_one_that_the_judge_doubts_is_the_lead_too(make_board: MakeBoard) -> None:
    assert lead(make_board, f"<div><span>{LEAD}</span></div>{BODY}", [0.1, 0.16, 0.9, 0.9, 0.9]) == LEAD
    assert lead(make_board, f"<div><span>{LEAD}</span></div>{BODY}", [0.1, 0.02, 0.9, 0.9, 0.9]) is None


def test_what_stands_beside_a_picture_may_be_its_caption(make_board: MakeBoard) -> None:
    assert lead(make_board, f"<div><img src=/a.jpg><p>{LEAD}</p></div>{BODY}", [0.1, 0.16, 0.9, 0.9, 0.9]) is None


def test_the_first_of_paragraphs_that_each_have_an_element_is_none(make_board: MakeBoard) -> None:
    paragraphs = "".join(f"<div><p>{text}</p></div>" for text in (LEAD, FIRST, SECOND, THIRD))
    assert lead(make_board, paragraphs) is None


def test_a_dash_that_opens_the_lead_or_its_declaration_says_nothing(make_board: MakeBoard) -> None:
    for printed, declared in (
        (f"- {LEAD}", LEAD),
        (LEAD, f"– {LEAD}"),
        (LEAD, "Một câu khác hẳn lời dẫn của bài này."),
    ):
        page = (
            f'<meta name=description content="{declared}"><p>{printed}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>'
        )
        assert lead(make_board, page) == (printed if LEAD in declared else None)


def test_where_no_press_prints_leads_a_paragraph_apart_is_none(make_board: MakeBoard) -> None:
    first = "Every morning the old man tastes the river before he starts his engine and rows over."
    second = "The boat carries thirty people and as many bicycles, and the fare is paid at the post."
    assert lead(make_board, f"<div><p>{first}</p></div><div><p>{second}</p><p>{second} So it is.</p></div>") is None


def test_a_name_that_marks_the_whole_story_marks_no_lead(make_board: MakeBoard) -> None:
    whole = "<br><br>".join((LEAD, FIRST, SECOND, THIRD, FIRST[:-1] + " hẳn một hôm."))
    assert lead(make_board, f"<div class=description>{whole}</div>") is None


def test_a_name_that_marks_one_paragraph_does(make_board: MakeBoard) -> None:
    assert lead(make_board, f"<div class=description>{LEAD}</div><p>{FIRST}</p><p>{SECOND}</p>") == LEAD


SCORES = [0.1, 0.08, 0.9, 0.9, 0.9]
NEWS = """<head><script type="application/ld+json">{"@type": "NewsArticle"}</script></head>"""


def lead_of_news(make_board: MakeBoard, html: str, scores: list[float] = SCORES) -> str | None:
    board = make_board(f"{NEWS}<body><h1>Bến đò cuối cùng trên sông Mẫu</h1>{html}</body>", scores)
    settle_headline(board)
    settle_story(board)
    settle_lead(board)
    return next((block.text for block in board.having(Role.SUMMARY)), None)


def test_on_a_page_of_news_a_marked_line_right_under_the_headline_is_the_lead(make_board: MakeBoard) -> None:
    marked = f"<div class='entry-excerpt'><p>{LEAD}</p></div>{BODY}"
    assert lead_of_news(make_board, marked) == LEAD
    assert lead(make_board, marked, SCORES) is None  # a blog's subtitle


def test_one_that_links_or_that_nothing_marks_is_not(make_board: MakeBoard) -> None:
    linked = f"<div class='entry-excerpt'><p><a href=/b>{LEAD}</a></p></div>{BODY}"
    assert lead_of_news(make_board, linked) is None
    assert lead_of_news(make_board, f"<div class='entry-box'><p>{LEAD}</p></div>{BODY}") is None


def test_a_sentence_there_that_nothing_marks_needs_more_of_the_judge(make_board: MakeBoard) -> None:
    said = "The old ferry stops in spring, when the new bridge over the river opens to all."
    page = f"<p>{said}</p>{BODY}"
    assert lead_of_news(make_board, page, [0.1, 0.35, 0.9, 0.9, 0.9]) == said
    assert lead_of_news(make_board, page, [0.1, 0.2, 0.9, 0.9, 0.9]) is None
    assert lead_of_news(make_board, f"<p>{said[:-1]}</p>{BODY}", [0.1, 0.35, 0.9, 0.9, 0.9]) is None


ENGLISH = "The ferry that has crossed the river for a century will stop when the new bridge opens next year."


def test_the_words_with_which_the_story_begins_again_are_its_lead(make_board: MakeBoard) -> None:
    story = f"<div>{{}}<br><br>{FIRST}<br><br>{SECOND}</div>"
    assert lead(make_board, f"<div>{ENGLISH}</div>{story.format(ENGLISH)}") == ENGLISH
    assert lead(make_board, f"<div>{ENGLISH}</div>{story.format(THIRD)}") is None


def test_a_marked_line_that_the_page_declares_is_the_lead_of_a_video_that_tells_nothing_else(
    make_board: MakeBoard,
) -> None:
    meta = f'<meta name="description" content="{LEAD}"></head>'
    for head, wanted in ((NEWS.replace("</head>", meta), LEAD), (f"<head>{meta}", None)):
        page = f"{head}<body><h1>Bến đò</h1><video></video><div class=sapo>{LEAD}</div></body>"
        board = make_board(page, [0.1, 0.9])
        settle_headline(board)
        settle_story(board)
        settle_lead(board)
        assert next((block.text for block in board.having(Role.SUMMARY)), None) == wanted
