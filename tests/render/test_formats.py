from __future__ import annotations

import pytest

from cleaner.errors import OptionError
from cleaner.model import Article, BodyBlock, CleanResult
from cleaner.render import FORMATS, PROFILES, format_named, profile_named, render
from tests.render.samples import EMPTY, REPORT, RESULT


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("profile", PROFILES)
def test_every_format_and_profile_gives_the_same_utf8_each_time(name: str, profile: str) -> None:
    for result in (RESULT, EMPTY):
        content = render(result, name, PROFILES[profile])
        assert content == render(result, name, PROFILES[profile])
        content.decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_a_lone_surrogate_breaks_nothing(name: str) -> None:
    text = "a\ud800b"
    result = CleanResult(Article(title=text, body=(BodyBlock("paragraph", text, text),), text=text), (), REPORT)
    render(result, name, PROFILES["illustrated"]).decode("utf-8")


def test_media_types_are_distinct() -> None:
    assert len({entry.media_type for entry in FORMATS.values()}) == len(FORMATS)


def test_unknown_names_are_refused_with_what_there_is() -> None:
    with pytest.raises(OptionError, match="markdown"):
        format_named("docx")
    with pytest.raises(OptionError, match="illustrated"):
        profile_named("everything")
