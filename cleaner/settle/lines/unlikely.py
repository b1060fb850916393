"""Lines that the steps kept for their shape and that are hardly story: the trained judge of lines finds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from cleaner.model import Role, Verdict
from cleaner.settle.board import Board
from cleaner.settle.lines.masthead import is_beside_date, is_person
from cleaner.settle.lines.view import Line, View

if TYPE_CHECKING:
    from cleaner.settle.lines.line_judge import Likely  # loads numpy

_MOST = 1_000  # lines; the judge learned from stories of up to 300
_MAX_CHARS = 260
_CUT = 0.5  # the probability of being none of the story from which a line is cut
_SURE = 0.6  # the same of sentences, and in Vietnamese: story that is lost weighs more than what stays too much
_SHARE = 0.25  # of the kept lines that may be captions; where more read like them, they tell the story
_TEXT = 0.5  # of the kept characters that may be cut
_ROW = 4  # short lines, none of them cut by the steps
_HEADED = 4  # headings: a live report, a list or a guide has so many, and lines like them are its headings
_BY_SHAPE = "shape."
_BY_WANT = frozenset(("shape.paragraph", "shape.heading"))
_ROLES = {
    "caption": (Role.CAPTION, "judge.caption"),
    "related": (Role.RELATED, "judge.related"),
    "byline": (Role.BYLINE, "judge.byline"),
    "other": (Role.CHROME, "judge.furniture"),
}


def settle_unlikely(board: Board, view: View) -> None:
    """In Vietnamese captions only: what else is none of the story the steps know better there.

    Clean text, where the steps found nothing but a title, stays as it is.
    """
    draft = board.result()
    if len(draft) > _MOST or all(verdict.kept or verdict.role is Role.TITLE for verdict in draft):
        return
    asked = [
        line.number for line, verdict in zip(view.lines, draft, strict=True) if is_open(line, verdict, view.vietnamese)
    ]
    if not asked:
        return
    from cleaner.settle.lines.line_judge import judge_lines

    judged = dict(zip(asked, judge_lines(view, board.claims, draft, asked), strict=True))
    found = unlikely(judged, {line.number for line in view.lines if line.is_sentence}, view.vietnamese)
    for number, likely in _bounded(view, draft, found).items():
        role, rule = _ROLES["byline" if _signs(board, view.lines[number], draft) else likely.kind]
        evidence = f"p={likely.cut:.2f} against the {draft[number].role} of {draft[number].rule}"
        board.judge(number, role, rule, evidence, round(likely.cut, 3))


def _signs(board: Board, line: Line, draft: Sequence[Verdict]) -> bool:
    """The first name above the story, beside its date."""
    above = any(verdict.role is Role.BYLINE for verdict in draft[: line.number])
    return not above and is_beside_date(board, line) and is_person(line)


def is_open(line: Line, draft: Verdict, vietnamese: bool) -> bool:
    """Story by its shape alone; in Vietnamese one short sentence, story for want of anything that says otherwise."""
    if not vietnamese:
        return draft.kept and draft.rule.startswith(_BY_SHAPE)
    return line.chars <= _MAX_CHARS and line.sentences == 1 and draft.rule in _BY_WANT


def unlikely(judged: Mapping[int, Likely], sentences: Collection[int], vietnamese: bool) -> dict[int, Likely]:
    """Which of the open lines are hardly story, and are what the judge may cut.

    judged: by the number of the line. sentences: numbers of the lines that end as sentences do.
    """
    if vietnamese:
        captions = ((number, likely) for number, likely in judged.items() if likely.kind == "caption")
        return {number: likely for number, likely in captions if likely.cut > _SURE}
    level = {**judged, **_levelled(judged, (number for number in judged if number not in sentences))}
    least = {number: _SURE if number in sentences else _CUT for number in judged}
    return {number: likely for number, likely in level.items() if likely.cut > least[number]}


def _levelled(judged: Mapping[int, Likely], short: Iterable[int]) -> dict[int, Likely]:
    """Short lines in a row stand or fall together, by their mean: line-ups, verse, ingredients to the last line."""
    found: dict[int, Likely] = {}
    for _, numbered in groupby(enumerate(short), lambda pair: pair[1] - pair[0]):
        row = [number for _, number in numbered]
        if len(row) >= _ROW:
            mean = sum(judged[number].cut for number in row) / len(row)
            found |= {number: judged[number]._replace(cut=mean) for number in row}
    return found


def _bounded(view: View, draft: tuple[Verdict, ...], found: Mapping[int, Likely]) -> Mapping[int, Likely]:
    """What may be cut of it: no headings of a live report, no captions that tell the story, no more than half of it."""
    roles = [verdict.role for verdict in draft]
    headed = roles.count(Role.HEADING) >= _HEADED
    captions = [number for number, likely in found.items() if likely.kind == "caption"]
    kept = [line.chars for line, verdict in zip(view.lines, draft, strict=True) if verdict.kept]
    told = len(captions) > _SHARE * len(kept)
    left = {
        number: likely
        for number, likely in found.items()
        if likely.kind != "caption" or not (told or (headed and roles[number] is Role.HEADING))
    }
    return left if sum(view.lines[number].chars for number in left) <= _TEXT * sum(kept) else {}
