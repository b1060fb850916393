"""Pages made of two: some of a story's own boxes taken out, and boxes of other publishers' stories put in.

What stands inside a story's element without being story ("Read on", a newsletter, who wrote it) differs from publisher
to publisher more than anything else, and one corpus has one of each. Transplanted, each stands in many places.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from lxml import etree, html  # type: ignore[import-untyped]

from cleaner.rulebook import Rulebook
from cleaner.train.corpus import Page, publisher, read_page

_SEED = 7
_LEAST_CHARS, _LEAST_PARAGRAPHS = 60, 3  # by which a story's element is found
_MOST_OF = 0.7  # of its paragraphs stand in the story's element
_DEPTH = 2  # levels below it in which boxes are looked for
_FEWEST_WORDS, _MOST_WORDS, _MOST_CHARS = 3, 150, 20_000  # of a box; characters with its markup
_TAKEN, _LAST = 0.4, 0.35  # share of a story's own boxes taken out; of those put in, behind its last paragraph
_PUT = (0, 1, 1, 2)  # boxes put in
_PARAGRAPHS = ("p", "div", "li", "h2", "h3", "blockquote")
_HOLDERS = frozenset(("p", "div", "ul", "section", "article"))
_UNSEEN = frozenset(("script", "style", "noscript", "iframe", "svg", "template"))


class Story(NamedTuple):
    """A page's tree, the paragraphs of its story, and the boxes among them that are none of it."""

    tree: html.HtmlElement
    paragraphs: list[html.HtmlElement]
    boxes: list[html.HtmlElement]


def transplanted(pages: Sequence[Page], groups: Sequence[int], rulebook: Rulebook) -> Iterator[Page]:
    """Of each page whose story is found in its markup, one more.

    groups: the number of each page's group; boxes stay in their group, so that in cross-validation no page teaches what
    it is judged by. Deterministic.
    """
    random = Random(_SEED)
    stories = [_story(page) for page in pages]
    pool: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for page, group, story in zip(pages, groups, stories, strict=True):
        if story:
            pool[group] += [(publisher(page.gold.get("url")), text) for text in map(_markup, story.boxes) if text]
    for page, group, story in zip(pages, groups, stories, strict=True):
        if story:
            own = publisher(page.gold.get("url"))
            _transplant(story, [text for owner, text in pool[group] if owner != own], random)
            changed = read_page(page.set, page.gold, html.tostring(story.tree, encoding="unicode"), rulebook)
            if changed:
                yield changed


def _story(page: Page) -> Story | None:
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page.document.page.text))
    except (etree.ParserError, ValueError):  # nothing in it, or characters that XML has not
        return None
    known = _words(page.gold["text"])
    paragraphs = [found for found in tree.iter(*_PARAGRAPHS) if _is_paragraph(found, known)]
    if len(paragraphs) < _LEAST_PARAGRAPHS:
        return None
    count = Counter(above for paragraph in paragraphs for above in paragraph.iterancestors())
    holders = [element for element, held in count.items() if held >= _MOST_OF * len(paragraphs)]
    innermost = max(holders, key=lambda element: sum(1 for _ in element.iterancestors()))
    return Story(tree, paragraphs, list(_boxes(innermost, frozenset(paragraphs), known, 0)))


def _is_paragraph(element: html.HtmlElement, known: str) -> bool:
    if element.tag == "div" and any(child.tag in _HOLDERS for child in element):
        return False
    words = _words(element.text_content())
    return len(words) > _LEAST_CHARS and words in known


def _boxes(
    element: html.HtmlElement, paragraphs: frozenset[html.HtmlElement], known: str, depth: int
) -> Iterator[html.HtmlElement]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            continue
        if not paragraphs.isdisjoint(child.iter()):
            if depth < _DEPTH:
                yield from _boxes(child, paragraphs, known, depth + 1)
            continue
        words = _words(child.text_content())
        if _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS and words not in known:
            yield child


def _markup(box: html.HtmlElement) -> str:
    """The box as text; "" for one whose markup is long."""
    text: str = html.tostring(box, encoding="unicode", with_tail=False)
    text = re.sub(r"<(script|style|noscript|iframe)\b.*?</\1>", "", text, flags=re.DOTALL)
    return text if len(text) < _MOST_CHARS else ""


def _transplant(story: Story, boxes: Sequence[str], random: Random) -> None:
    """Changes the story's tree."""
    for box in story.boxes:
        if random.random() < _TAKEN and box.getparent() is not None:
            box.drop_tree()
    paragraphs = [found for found in story.paragraphs if found.tag != "li"]
    for _ in range(random.choice(_PUT) if boxes and paragraphs else 0):
        behind = paragraphs[-1] if random.random() < _LAST else random.choice(paragraphs)
        behind.addnext(html.fragment_fromstring(random.choice(boxes)))


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
