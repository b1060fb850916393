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
_CLAIMED = (Role.SUMMARY, Role.HEADING, Role.CAPTION, Role.CREDIT, Role.RELATED, Role.BYLINE, Role.DATE)
_DRAFTED = (Role.BODY, Role.HEADING, Role.CAPTION, Role.CREDIT)
#: What is asked about the lines beside a line as well, and about the ones behind those.
_BESIDE = ("chars", "words", "stop", "stopped", "sentences", "capitals", "names", "gap", "draft kept")
_BEHIND = ("chars", "stopped", "draft kept")
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
        line.number: {**page.shape(line), **_drafted(draft[line.number])} for line in view.lines if line.number in near
    }
    return [{**own[at], **page.place(view.lines[at]), **_said(claims[at]), **_beside(own, at)} for at in asked]


class _Page:
    """What is counted once for all lines."""

    def __init__(self, view: View, draft: Sequence[Verdict]) -> None:
        lines, kept = view.lines, [verdict.kept for verdict in draft]
        prose = [line.is_paragraph for line in lines]
        self.view = view
        self.copies = Counter(fold(line.text) for line in lines)
        self.lines_with = Counter(word for line in lines for word in set(line.words))
        self.chars = [0, *accumulate(line.chars for line in lines)]
        self.prose, self.kept = [0, *accumulate(prose)], [0, *accumulate(kept)]
        self.since, self.until = _since(prose), _since(prose[::-1])[::-1]
        roles = Counter(verdict.role for verdict in draft)
        self.whole: Row = {
            "vietnamese": view.vietnamese,
            "lines": len(lines),
            "paragraphs": sum(prose) / len(lines),
            "headlines": sum(line.is_headline for line in lines) / len(lines),
            "open ended": sum(not line.stop for line in lines) / len(lines),
            "captions": roles[Role.CAPTION],
            "subheadings": roles[Role.HEADING],
            "related": roles[Role.RELATED],
        }

    def shape(self, line: Line) -> Row:
        words, different, facts = line.text.split(), set(line.words), len(line.facts)
        told = sum(self.view.first_word.get(fact, line.number) < line.number for fact in line.facts)
        return {
            "chars": line.chars,
            "words": len(words),
            "sentences": line.sentences,
            "glued": line.glued,
            "bullet": line.bullet,
            "stop": _STOPS.index(line.stop) if line.stop in _STOPS else len(_STOPS),
            "stopped": line.is_sentence,
            "capitals": sum(word[:1].isupper() for word in words) / max(1, len(words)),
            "digits": len(_DIGITS.findall(line.text)) / max(1, line.chars),
            "commas": line.text.count(","),
            "colons": line.text.count(":"),
            "names": len(line.names),
            "facts": facts,
            "facts told": told / facts if facts else _UNKNOWN,
            "words known": sum(self.lines_with[word] > 1 for word in different) / max(1, len(different)),
            "shared": self.view.shared(line),
            "copies": self.copies[fold(line.text)],
            "headline": line.is_headline,
            "paragraph": line.is_paragraph,
            "gap": line.gap,
        }

    def place(self, line: Line) -> Row:
        lines, at, usual = self.view.lines, line.number, self.view.usual_gap
        return {
            **self.whole,
            "number": at,
            "left": len(lines) - 1 - at,
            "text above": self.chars[at] / max(1, self.chars[-1]),
            "paragraphs above": self.prose[at],
            "paragraphs below": self.prose[-1] - self.prose[at + 1],
            "to paragraph above": self.since[at],
            "to paragraph below": self.until[at],
            "kept above": self.kept[at],
            "kept below": self.kept[-1] - self.kept[at + 1],
            "more gap": line.gap - usual,
            "more gap after": line.gap_after - usual,
            "bond title": restates(line, lines[:1]) if at else 1.0,
            "bond above": restates(line, lines[max(0, at - 3) : at]),
            "bond below": restates(line, lines[at + 1 : at + 4]),
        }


def _since(flags: Sequence[bool]) -> list[int]:
    """For each place how many lie between it and the last one before it whose flag is set."""
    found, far = [], 0
    for flag in flags:
        found.append(far)
        far = 0 if flag else far + 1
    return found


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


def _beside(own: dict[int, Row], at: int) -> Row:
    found: Row = {}
    for step, names in _NEIGHBOURS:
        row = own.get(at + step)
        for name, beside in names:
            found[beside] = row[name] if row is not None else _UNKNOWN
    return found
