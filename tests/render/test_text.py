from __future__ import annotations

from dataclasses import replace

from cleaner.model import BodyBlock, CleanResult
from cleaner.render import ARTICLE as DEFAULT
from cleaner.render import PROFILES
from cleaner.render.text import reading_text, render_text
from tests.render.samples import ARTICLE, EMPTY, LEDGER, REPORT, RESULT


def test_default_profile_is_the_articles_own_text() -> None:
    assert render_text(RESULT, DEFAULT) == ARTICLE.text + "\n"


def test_body_profile_leaves_the_lead_out() -> None:
    text = reading_text(RESULT, PROFILES["body"])
    assert text == "\n\n".join(block.text for block in ARTICLE.body)


def test_captions_stand_where_they_stood() -> None:
    parts = reading_text(RESULT, PROFILES["illustrated"]).split("\n\n")
    assert parts[:4] == [
        "Cây cầu thứ ba đã thông xe.",
        "Đoạn thứ nhất & <b>.",
        "Cầu nhìn từ trên cao. (Văn An)",
        "Những con số",
    ]
    assert len(parts) == 1 + len(ARTICLE.body) + 1


def test_a_lead_of_two_lines_is_two_paragraphs() -> None:
    body = (BodyBlock("paragraph", "Thân bài.", "Thân bài."),)
    article = replace(ARTICLE, summary="Một.\nHai.", body=body, images=(), text="Một.\n\nHai.\n\nThân bài.")
    result = CleanResult(article, LEDGER, REPORT)
    assert reading_text(result, PROFILES["illustrated"]) == article.text
    assert reading_text(result, PROFILES["body"]) == "Thân bài."


def test_nothing_gives_nothing() -> None:
    assert [render_text(EMPTY, profile) for profile in PROFILES.values()] == [""] * len(PROFILES)
