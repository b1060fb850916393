"""A text page as its lines are read: the measures from which the steps tell what a line is.

Nothing here knows a language, only whether it is Vietnamese: words, names and stops are told by letters and marks
alone. Every measure is taken once, so that a page of many thousand lines costs no more for each of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.model import Block, Document
from cleaner.text import VIETNAMESE_LETTERS, is_vietnamese, letters_worth, resolved

Pair = tuple[str, str]

_WORD = re.compile(r"[^\W_]+(?:[./:,]\d+)*")
_SENTENCE_END = re.compile(r"[.!?…][”\"’)\]]*\s+(?=\S)")
_STOP = re.compile(
    r"[.!?…:;,。！？：।॥۔؟။។](?=[\s”\"’'»«›‹“„)\]）」』】]*"
    r"(?:[(（][^()（）]{1,50}[)）]|[–—] ?[A-Z][A-Z/+]{1,12}|Enditem|[■◆])?$)"
)
_UNSTOPPED = re.compile(r"[฀-໿]{12}")  # Thai and Lao end no sentence with a stop
_FULL_WIDTH = str.maketrans("。！？：।॥۔؟။។", ".!?:...?..")
_BULLET = re.compile(r"^[“\"]?(?:[-–—•·●▪►*+]|\d{1,2}[.)](?!\d)|[a-zđ][.)])\s*(?=\S)")
_TIME = re.compile(r"^\d{1,2}\s?(?:[:.h]\s?\d{2}(?!\d)|h\b|giờ\b|Uhr\b)")
_MEASURED, _ENDING = 4000, 80  # characters of a line that are measured, and in which its last stop is looked for
_SAMPLE_LINES, _SAMPLE = 40, 100  # lines, and characters of each, that show the language
_PARAGRAPH, _DENSE = 60, 20  # letters of prose; characters of prose in scripts that need fewer
_MIN_UNSTOPPED = 80  # characters
_MIN_FACTS = 4  # names and numbers from which novelty can be told


class Line(NamedTuple):
    """A block of a text page with its measures.

    gap, gap_after: blank lines before and behind it. glued: it begins on the printed line of the one before.
    stop: the mark that ends it ("." "?" ":" ...), "" for none, quotes, brackets and an agency behind a dash aside.
    names: capitalised words inside sentences, folded; facts: names and numbers; pairs: neighbouring words.
    bullet: begins with a dash, dot or number; timed: with a time of day, as entries of a live report do.
    """

    number: int
    text: str
    gap: int
    gap_after: int
    glued: bool
    stop: str
    sentences: int
    words: tuple[str, ...]
    names: frozenset[str]
    facts: frozenset[str]
    pairs: frozenset[Pair]
    bullet: bool
    timed: bool

    @property
    def chars(self) -> int:
        return len(self.text)

    @property
    def is_sentence(self) -> bool:
        """It ends as a sentence does."""
        return self.stop in (".", "…", "?", "!")

    @property
    def is_paragraph(self) -> bool:
        """Prose: it ends as a sentence does and is longer than a label."""
        if not self.is_sentence:
            return False
        return self.chars >= _PARAGRAPH or (self.chars >= _DENSE and letters_worth(self.text) >= _PARAGRAPH)

    @property
    def is_title_case(self) -> bool:
        """Most of its words are capitalised."""
        found: list[str] = _WORD.findall(self.text)
        return sum(word[0].isupper() for word in found) >= 0.6 * len(found)

    @property
    def is_headline(self) -> bool:
        """One clause without a full stop, of a headline's length, not capitalised throughout."""
        if self.bullet or self.stop not in ("", "?", "!") or self.sentences > 2:
            return False
        small: int = sum(not word[0].isupper() for word in _WORD.findall(self.text))
        return 20 <= self.chars <= 170 and len(self.words) >= 5 and small * 3 >= len(self.words)


class View(NamedTuple):
    """The page's lines and what they have in common.

    usual_gap: blank lines before most paragraphs. first_word, first_pair: the first line that has a
    word or two neighbouring words; pair_lines: how many lines have the two. vietnamese: written in that language.
    """

    lines: tuple[Line, ...]
    usual_gap: int
    first_word: Mapping[str, int]
    first_pair: Mapping[Pair, int]
    pair_lines: Mapping[Pair, int]
    vietnamese: bool

    def shared(self, line: Line) -> float:
        """The share of the line's neighbouring words that another line has, too; 0..1."""
        return _share(line, (pair for pair in line.pairs if self.pair_lines[pair] > 1))

    def told(self, line: Line) -> float:
        """The share of the line's neighbouring words that an earlier line has; 0..1."""
        return _share(line, (pair for pair in line.pairs if self.first_pair[pair] < line.number))

    def novelty(self, lines: Sequence[Line], before: int) -> float | None:
        """The share of the lines' names and numbers that no line above number `before` has; None with too few."""
        facts = frozenset[str]().union(*(line.facts for line in lines))
        new = sum(self.first_word.get(fact, before) >= before for fact in facts)
        return new / len(facts) if len(facts) >= _MIN_FACTS else None


def look(document: Document) -> View:
    """The view of a text page."""
    blocks, text = document.blocks, document.page.text
    joints = [True, *("\n" in text[before.end : after.start] for before, after in pairwise(blocks))]
    gaps = [*(block.gap for block in blocks[1:]), 0]
    lines = tuple(
        _line(block, gap, block.start >= 0 and not joint)
        for block, gap, joint in zip(blocks, gaps, joints[: len(blocks)], strict=True)
    )
    first_word: dict[str, int] = {}
    first_pair: dict[Pair, int] = {}
    for line in lines:
        for word in line.words:
            first_word.setdefault(word, line.number)
        for pair in line.pairs:
            first_pair.setdefault(pair, line.number)
    pair_lines = Counter(pair for line in lines for pair in line.pairs)
    return View(lines, _usual_gap(lines), first_word, first_pair, pair_lines, _is_vietnamese(lines))


def restates(line: Line, others: Collection[Line]) -> float:
    """The share of `line`'s neighbouring words that stand in the other lines; 0..1."""
    known = frozenset[Pair]().union(*(other.pairs for other in others))
    return _share(line, line.pairs & known)


def _share(line: Line, found: Iterable[Pair]) -> float:
    return sum(1 for _ in found) / len(line.pairs) if line.pairs else 0.0


def _line(block: Block, gap_after: int, glued: bool) -> Line:
    text = resolved(block.text)
    measured = text[:_MEASURED]
    stop = _STOP.search(text, max(0, len(text) - _ENDING))
    words = tuple(word.casefold() for word in _WORD.findall(measured))
    sentences = _sentences(measured)
    names = frozenset(_names(sentences))
    facts = names | {word for word in words if any(char.isdigit() for char in word)}
    ends = stop[0].translate(_FULL_WIDTH) if stop else ""
    if not ends and len(text) >= _MIN_UNSTOPPED and _UNSTOPPED.search(measured):
        ends = "."
    return Line(
        block.index, text, block.gap, gap_after, glued, ends, len(sentences),
        words, names, facts, frozenset(pairwise(words)), bool(_BULLET.match(text)), bool(_TIME.match(text)),
    )  # fmt: skip


def _sentences(text: str) -> list[str]:
    """The text cut behind its stops; a small letter behind dots goes on with the sentence."""
    cuts = [match.end() for match in _SENTENCE_END.finditer(text) if not text[match.end()].islower()]
    return [text[start:end] for start, end in pairwise([0, *cuts, len(text)])]


def _names(sentences: Iterable[str]) -> Iterable[str]:
    """Capitalised words that are no initialism; of a sentence's first word nothing is known but from the second."""
    for sentence in sentences:
        words = _WORD.findall(sentence)
        begins_with_name = len(words) > 1 and words[1][0].isupper()
        for word in words if begins_with_name else words[1:]:
            if word[0].isupper() and not (word.isupper() and len(word) > 1):
                yield word.casefold()


def _usual_gap(lines: Sequence[Line]) -> int:
    """The commonest number of blank lines before a paragraph, the first two lines aside."""
    gaps = Counter(line.gap for line in lines[2:] if line.is_paragraph and not line.glued)
    return max(gaps, key=lambda gap: (gaps[gap], -gap), default=0)


def _is_vietnamese(lines: Sequence[Line]) -> bool:
    sample = "".join(line.text[:_SAMPLE] for line in lines[:_SAMPLE_LINES])
    return is_vietnamese(sum(map(str.isalpha, sample)), sum(map(VIETNAMESE_LETTERS.__contains__, sample)))
