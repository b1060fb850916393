"""Flattened stories whose lines are known: what the judge of lines learns from.

Of a page of markup the engine knows by its elements which line is a caption or another article's title; flattened, the
same lines have to be told by their words and neighbours alone. Texts whose lines a person judged are read as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.classify import is_whole_page, read_claims
from cleaner.classify.judge import judge
from cleaner.fallback import rescue
from cleaner.model import KEPT_ROLES, Document, Role
from cleaner.rulebook import Rulebook
from cleaner.settle import settle
from cleaner.settle.board import Board
from cleaner.settle.lines.line_features import rows
from cleaner.settle.lines.line_judge import KINDS
from cleaner.settle.lines.unlikely import is_open
from cleaner.settle.text import draft_story
from cleaner.text import squeeze
from cleaner.train.corpus import Page, content, flattened, gold_lines, load, publisher

#: A line with its role and the element that it was in.
Part = tuple[str, str, str]

HABITS = ("close", "apart", "as elements")
TEXTS = ("vi-text", "world-text")  # sets of judged texts
_KEPT = frozenset(role.value for role in KEPT_ROLES)
_KINDS = {
    **dict.fromkeys(_KEPT, "story"), "heading": "heading", "caption": "caption", "credit": "caption",
    "caption_duplicate": "caption", "related": "related", "related_label": "related", "byline": "byline",
    "date": "byline", "agency_source": "byline",
}  # fmt: skip
_UNTOLD = "title"  # what the judge learns nothing of
_PRINTED = frozenset((*_KINDS, "title", "tags", "section"))
_FURNITURE = frozenset(("chrome", "promo", "ad", "share_widget", "comment", "breadcrumb", "legal"))
_ABOVE, _BEHIND = 3, 4  # lines between headline and story, and behind the story, that flattened stories have as well
_SHORT, _LONG = 4, 300  # lines of a story
_UNTITLED = 4  # every so many pages the story comes without its headline, as scrapers keep it apart
_NEWS = frozenset(("vi-html", "world-news"))  # flattened by every habit, others by turns
_FURNISHED = frozenset(("world-news", "wcxb-articles"))  # flattened once more with the furniture between the lines
_WEIGHTS = {"vi-html": 2.0, "vi-text": 2.0}  # what each line of a set counts; of others 1
_MARKED = ("p", "h")  # elements around which tools print blank lines


class Lines(NamedTuple):
    """One flattened story. matrix: float32 (n_lines, n_features). kinds: per line the place in KINDS, -1 for the title.

    drafted, open, sentences: per line whether the draft keeps it, whether it may be overruled, how it ends.
    vietnamese: the language. weight: what each line counts.
    """

    set: str
    publisher: str
    names: tuple[str, ...]
    matrix: npt.NDArray[np.float32]
    kinds: npt.NDArray[np.int64]
    drafted: npt.NDArray[np.bool_]
    open: npt.NDArray[np.bool_]
    sentences: npt.NDArray[np.bool_]
    vietnamese: bool
    weight: float


def load_lines(corpus: Path, rulebook: Rulebook, sets: Sequence[str]) -> Iterator[Lines]:
    """The stories of these sets of pages, flattened by the HABITS, and the TEXTS that are there."""
    for number, page in enumerate(load(corpus, rulebook, sets)):
        owner = publisher(page.gold.get("url")) or page.gold["file"]
        habits = HABITS if page.set in _NEWS else (HABITS[number % len(HABITS)],)
        for parts in _versions(page, titled=number % _UNTITLED > 0):
            for habit in habits:
                found = _lines(page.set, owner, flatten(parts, habit), parts, rulebook)
                if found is not None:
                    yield found
    for name in TEXTS:
        if (corpus / name / "gold.jsonl").exists():
            yield from _texts(corpus / name, rulebook)


def _versions(page: Page, titled: bool) -> Iterator[list[Part]]:
    """The story as scrapers keep it: what is printed in it, and once more with the buttons and calls between."""
    story = _story(page)
    if not titled and story and story[0][0] == Role.TITLE:
        story = story[1:]
    printed = [part for part in story if part[0] in _PRINTED]
    for parts in (printed, story) if page.set in _FURNISHED else (printed,):
        if _SHORT <= len(parts) <= _LONG:
            yield parts


def flatten(parts: Sequence[Part], habit: str) -> str:
    """The lines as text. close: nothing between them. apart: a blank line. as elements: blank lines around paragraphs
    and headings, as browsers for terminals print them."""
    lines = [" ".join(text.split()) for _, text, _ in parts]
    if habit != "as elements":
        return ("\n" if habit == "close" else "\n\n").join(lines)
    return "".join(
        f"\n{line}\n\n" if element.startswith(_MARKED) else f"{line}\n"
        for line, (_, _, element) in zip(lines, parts, strict=True)
    ).strip()


def _story(page: Page) -> list[Part]:
    """From the headline to the few lines behind the story."""
    scores = judge(page.document, page.claims).tolist()
    verdicts, _ = rescue(page.document, settle(page.document, page.claims, scores))
    kept = [at for at, verdict in enumerate(verdicts) if verdict.kept]
    if not kept:
        return []
    title = next((at for at, verdict in enumerate(verdicts) if verdict.role is Role.TITLE), kept[0])
    first = title if title <= kept[0] + _ABOVE else kept[0]
    found = [
        (verdict.role.value, block.text, block.tag)
        for block, verdict in islice(zip(page.document.blocks, verdicts, strict=True), first, kept[-1] + 1 + _BEHIND)
    ]
    return [part for part in found if part[0] in _PRINTED or part[0] in _FURNITURE]


def _texts(folder: Path, rulebook: Rulebook) -> Iterator[Lines]:
    for gold in gold_lines(folder):
        text = content(folder, gold).decode("utf-8")
        parts = list(_judged(gold, text.split("\n")))
        found = _lines(folder.name, gold["file"].partition("__")[0], text, parts, rulebook)
        if found is not None:
            yield found


def _judged(gold: dict[str, Any], printed: Sequence[str]) -> Iterator[Part]:
    """Lines that may as well be kept as not teach nothing."""
    for item in sorted(gold["lines"], key=lambda item: int(item["n"])):
        for part in item.get("split") or [{**item, "text": printed[item["n"]]}]:
            sides = {role in _KEPT for role in (part["role"], *part.get("accept", ()))}
            yield part["role"] if len(sides) == 1 else _UNTOLD, part["text"], ""


def _lines(name: str, owner: str, text: str, parts: Sequence[Part], rulebook: Rulebook) -> Lines | None:
    """The lines of a text with their features; None for a whole page, which the judge is not asked about."""
    document = flattened(text, rulebook)
    if not document.blocks or is_whole_page(document):
        return None
    board = Board(document, read_claims(document, rulebook, rulebook.select(None, document.fingerprints, text=True)))
    view = draft_story(board)
    draft = board.result()
    found = rows(view, board.claims, draft, range(len(draft)))
    matrix = np.array([list(row.values()) for row in found], dtype=np.float32)
    kinds = np.array(
        [-1 if role == _UNTOLD else KINDS.index(_KINDS.get(role, "other")) for role in _roles(document, parts)]
    )
    drafted = np.array([verdict.kept for verdict in draft])
    open_ = np.array([is_open(line, verdict, view.vietnamese) for line, verdict in zip(view.lines, draft, strict=True)])
    sentences = np.array([line.is_sentence for line in view.lines])
    weight = _WEIGHTS.get(name, 1.0)
    return Lines(name, owner, tuple(found[0]), matrix, kinds, drafted, open_, sentences, view.vietnamese, weight)


def _roles(document: Document, parts: Sequence[Part]) -> Iterator[str]:
    """The role of most letters of each line."""
    marks = iter([role for role, text, _ in parts for _ in squeeze(text)])
    for block in document.blocks:
        ((role, _),) = Counter(islice(marks, len(squeeze(block.text)))).most_common(1) or (("chrome", 0),)
        yield role
