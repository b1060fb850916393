"""Boxes move between stories; the stories stay."""

from cleaner.rulebook import load_rulebook
from cleaner.train.corpus import Page, read_page
from cleaner.train.transplant import transplanted

STORY = [f"Sentence {number} of the story tells at some length what the council decided." for number in range(6)]


def page(host: str, box: str) -> Page:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    content = f"<html><body><nav>Menu of {host}</nav><main><h1>News</h1>{paragraphs}<div class=box>{box}</div></main>"
    found = read_page("set", {"url": f"https://{host}/a", "text": "\n\n".join(STORY)}, content, load_rulebook())
    assert found
    return found


PAGES = [page(f"paper{number}.example", f"Subscribe to paper {number} now") for number in range(12)]


def boxes(found: Page) -> set[str]:
    return {block.text for block in found.document.blocks if block.text.startswith("Subscribe")}


def test_stories_stay_and_boxes_move_within_their_group() -> None:
    groups = [number % 2 for number in range(len(PAGES))]
    changed = list(transplanted(PAGES, groups, load_rulebook()))
    assert len(changed) == len(PAGES)
    moved = 0
    for found, original, group in zip(changed, PAGES, groups, strict=True):
        texts = [block.text for block in found.document.blocks]
        assert [text for text in texts if text in STORY] == STORY
        foreign = boxes(found) - boxes(original)
        assert all(int(text.split()[3]) % 2 == group for text in foreign)
        moved += len(foreign)
    assert moved >= 4
    assert any(not boxes(found) for found in changed)  # some of their own are taken out


def test_the_same_pages_give_the_same() -> None:
    first, second = (list(transplanted(PAGES, [0] * len(PAGES), load_rulebook())) for _ in range(2))
    assert [item.document.blocks for item in first] == [item.document.blocks for item in second]


def test_a_page_whose_story_is_not_found_is_left_out() -> None:
    lost = page("paper.example", "")
    lost = lost._replace(gold={**lost.gold, "text": "Quite another text than what the page tells."})
    assert list(transplanted([lost], [0], load_rulebook())) == []
