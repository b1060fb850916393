"""The lines of a flattened story as numbers: what the judge of lines is asked about each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import accumulate

from cleaner.model import Role, Verdict
from cleaner.rulebook import Claim
from cleaner.settle.lines.view import Line, View, restates
from cleaner.text import fold

Row = dict[str, float]

_DIGITS = re.compile(r"\d")
_STOPS = ("", ".", "?", "!", "…", ":", ";", ",")
_CLAIMED = (
    Role.TITLE, Role.SUMMARY, Role.BODY, Role.HEADING, Role.LIST_ITEM, Role.NOTE, Role.CAPTION, Role.CREDIT,
    Role.RELATED, Role.RELATED_LABEL, Role.BYLINE, Role.DATE, Role.TAGS, Role.SECTION, Role.AGENCY_SOURCE, Role.PROMO,
    Role.CHROME,
)  # fmt: skip
_DRAFTED = (*_CLAIMED, Role.CAPTION_DUPLICATE, Role.QUOTE)
_FAR = 9  # lines to which a row of alike lines is counted
_BEGINNING = 60  # characters by which one line is the beginning of another
#: What is asked about the lines beside a line as well, and about the ones behind those.
_BESIDE = (
    "chars", "words", "sentences", "gap", "gap after", "glued", "bullet", "stop", "stopped", "capitals", "digits",
    "small first", "bracket last", "names", "shared", "told", "bond title", "copies", "headline", "paragraph",
    *(f"claim {role}" for role in _CLAIMED), "draft kept", "draft by shape",
)  # fmt: skip
_BEHIND = ("chars", "sentences", "gap", "stopped", "capitals", "shared", "headline", "draft kept")
_NEIGHBOURS = tuple(
    (step, [(name, f"{name} {step:+d}") for name in names])
    for step, names in ((-1, _BESIDE), (1, _BESIDE), (-2, _BEHIND), (2, _BEHIND))
)
_UNKNOWN = -1.0


def rows(
    view: View, claims: Sequence[tuple[Claim, ...]], draft: Sequence[Verdict], asked: Collection[int]
) -> list[Row]:
    """The features by name of the lines with these numbers; of a neighbour that is not there they are -1.

    claims: per line the rules' claims. draft: per line the verdict so far.
    """
    page = _Page(view, draft)
    near = {at + step for at in asked for step in (-2, -1, 0, 1, 2)}
    own = {
        line.number: {
            **page.shape(line),
            **page.place(line),
            **_said(claims[line.number]),
            **_drafted(draft[line.number]),
        }
        for line in view.lines
        if line.number in near
    }
    return [{**own[at], **page.runs(at), **page.counts(at), **_beside(own, at)} for at in asked]


class _Page:
    """What is counted once for all lines."""

    def __init__(self, view: View, draft: Sequence[Verdict]) -> None:
        lines = view.lines
        self.view = view
        self.copies = Counter(fold(line.text) for line in lines)
        self.lines_with = Counter(word for line in lines for word in set(line.words))
        self.chars = [0, *accumulate(line.chars for line in lines)]
        kinds = {
            "open ended": [not line.stop for line in lines],
            "paragraphs": [line.is_paragraph for line in lines],
            "headlines": [line.is_headline for line in lines],
        }
        self.shares = {name: sum(flags) / len(lines) for name, flags in kinds.items()}
        self.paragraphs = [0, *accumulate(kinds["paragraphs"])]
        self.rows = {
            **{f"{name} in a row above": _row_above(flags) for name, flags in kinds.items()},
            **{f"{name} in a row below": _row_below(flags) for name, flags in kinds.items()},
            "to paragraph above": _row_above([not flag for flag in kinds["paragraphs"]]),
            "to paragraph below": _row_below([not flag for flag in kinds["paragraphs"]]),
        }
        self.kept = [0, *accumulate(verdict.kept for verdict in draft)]
        self.related = [0, *accumulate(verdict.role is Role.RELATED for verdict in draft)]
        self.roles = Counter(verdict.role for verdict in draft)

    def shape(self, line: Line) -> Row:
        text, words, different = line.text, line.text.split(), set(line.words)
        known = sum(self.lines_with[fact] > 1 for fact in line.facts)
        told = sum(self.view.first_word.get(fact, line.number) < line.number for fact in line.facts)
        size, many, facts = max(1, line.chars), max(1, len(words)), len(line.facts)
        return {
            "chars": line.chars,
            "words": len(words),
            "sentences": line.sentences,
            "glued": line.glued,
            "bullet": line.bullet,
            "timed": line.timed,
            "stop": _STOPS.index(line.stop) if line.stop in _STOPS else len(_STOPS),
            "stopped": line.stop in (".", "…", "?", "!"),
            "capitals": sum(word[:1].isupper() for word in words) / many,
            "all capitals": sum(word.isupper() and len(word) > 1 for word in words) / many,
            "digits": len(_DIGITS.findall(text)) / size,
            "small first": text[:1].islower(),
            "quotation first": text[:1] in "“\"'‘«",
            "dash first": text[:1] in "-–—>»•*",
            "bracket last": text.endswith(")"),
            "brackets": text.count("("),
            "commas": text.count(","),
            "colons": text.count(":"),
            "bars": text.count("|") + text.count(" / "),
            "dashes": text.count(" - ") + text.count(" – ") + text.count(" — "),
            "names": len(line.names),
            "facts": facts,
            "shared": self.view.shared(line),
            "told": self.view.told(line),
            "copies": self.copies[fold(text)],
            "words known": sum(self.lines_with[word] > 1 for word in different) / max(1, len(different)),
            "facts known": known / facts if facts else _UNKNOWN,
            "facts told": told / facts if facts else _UNKNOWN,
            "headline": line.is_headline,
            "paragraph": line.is_paragraph,
        }

    def place(self, line: Line) -> Row:
        lines, at, size = self.view.lines, line.number, len(self.view.lines)
        before, after, usual = lines[max(0, at - 1) : at], lines[at + 1 : at + 2], self.view.usual_gap
        return {
            "number": at,
            "left": size - 1 - at,
            "place": at / max(1, size - 1),
            "text above": self.chars[at] / max(1, self.chars[-1]),
            "paragraphs above": self.paragraphs[at],
            "paragraphs below": self.paragraphs[-1] - self.paragraphs[at + 1],
            "lines": size,
            **self.shares,
            "usual gap": usual,
            "gap": line.gap,
            "gap after": line.gap_after,
            "more gap": line.gap - usual,
            "more gap after": line.gap_after - usual,
            "bond title": restates(line, lines[:1]) if at else 1.0,
            "bond before": restates(line, before),
            "bond after": restates(line, after),
            "bond above": restates(line, lines[max(0, at - 3) : at]),
            "bond below": restates(line, lines[at + 1 : at + 4]),
            "begins next": any(_begins(line, other) for other in after),
            "begun before": any(_begins(other, line) for other in before),
        }

    def runs(self, at: int) -> Row:
        """How many lines of a kind stand in a row above and below, and how far the next paragraph is."""
        return {name: row[at] for name, row in self.rows.items()}

    def counts(self, at: int) -> Row:
        return {
            "kept above": self.kept[at],
            "kept below": self.kept[-1] - self.kept[at + 1],
            "related above": self.related[at],
            "related": self.related[-1],
            "captions": self.roles[Role.CAPTION],
            "subheadings": self.roles[Role.HEADING],
        }


def _begins(line: Line, other: Line) -> bool:
    return other.text.startswith(line.text.rstrip(" .")[:_BEGINNING])


def _said(claims: tuple[Claim, ...]) -> Row:
    """0 where no rule says so, 1 where one says so as evidence or by the line's place only, 2 for certain."""
    found = dict.fromkeys((f"claim {role}" for role in _CLAIMED), 0.0)
    for claim in claims:
        name = f"claim {claim.rule.role}"
        if name in found:
            found[name] = max(found[name], 1 + (not claim.rule.weak and claim.rule.where.position is None))
    return found


def _drafted(verdict: Verdict) -> Row:
    return {
        **{f"draft {role}": verdict.role is role for role in _DRAFTED},
        "draft kept": verdict.kept,
        "draft by shape": verdict.rule.startswith(("shape.", "lead.")),
        "draft confidence": verdict.confidence,
    }


def _row_above(flags: Sequence[bool]) -> list[int]:
    """For each place how many flags in a row are set right above it, _FAR at most."""
    found, row = [], 0
    for flag in flags:
        found.append(row)
        row = min(row + 1, _FAR) if flag else 0
    return found


def _row_below(flags: Sequence[bool]) -> list[int]:
    return _row_above(flags[::-1])[::-1]


def _beside(own: dict[int, Row], at: int) -> Row:
    found: Row = {}
    for step, names in _NEIGHBOURS:
        row = own.get(at + step)
        for name, beside in names:
            found[beside] = row[name] if row is not None else _UNKNOWN
    return found
