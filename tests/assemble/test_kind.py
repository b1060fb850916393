"""What makes an interview of a page with questions, and what does not."""

from __future__ import annotations

import pytest

from cleaner import clean

ASKED = (
    "Ông bắt đầu trồng lúa trên đất mặn từ khi nào?",
    "Vụ đầu tiên gia đình thu được bao nhiêu?",
    "Điều gì khó nhất với người mới làm theo?",
    "Sang năm ông định mở rộng ra sao?",
)
STORY = "Ở vụ thứ {}, nước mặn vào sâu, cả xóm ai cũng lo mà rồi {} nhà vẫn gặt được, bán lúa giống cho xã bên cạnh."


def page(body: str) -> str:
    return f"<title>Lúa trên đất mặn</title><article><h1>Lúa trên đất mặn</h1>{body}</article>"


def told(first: int, count: int) -> str:
    return "".join(f"<p>{STORY.format(number, 3 * number)}</p>" for number in range(first, first + count))


def asked(form: str, paragraphs: int = 1) -> str:
    """Each question, and so many paragraphs behind it."""
    return "".join(
        form.format(question) + told(number * paragraphs + 1, paragraphs) for number, question in enumerate(ASKED)
    )


@pytest.mark.parametrize("form", ["<p><b>{}</b></p>", "<p>{}</p>", "<p>PV: {}</p>"])
def test_questions_in_paragraphs_make_an_interview(form: str) -> None:
    assert clean(page(asked(form))).article.kind == "interview"


def test_so_do_those_of_a_flattened_text_in_markdown() -> None:
    text = "Lúa trên đất mặn\n\n" + "\n\n".join(
        f"**{question}**\n\n{STORY.format(number, 3 * number)}" for number, question in enumerate(ASKED, 1)
    )
    assert clean(text).article.kind == "interview"


def test_questions_as_headings_explain() -> None:
    assert clean(page(asked("<h2>{}</h2>", 2))).article.kind == "news"


def test_a_few_questions_in_a_long_story_do_not() -> None:
    assert clean(page(asked("<p>{}</p>", 8))).article.kind == "news"
