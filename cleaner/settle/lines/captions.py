"""Captions that no credit gives away: second copies, echoes of the next sentence, lines that stand alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import is_bare, weak_claim
from cleaner.settle.lines.view import Line, View, restates
from cleaner.text import fold

_MAX_CHARS = 260
_MIN_COPY = 12  # letters that two copies share
_MIN_TWIN = 20
_MIN_PREFIX = 20  # letters of the shorter of two copies of which one has the credit
_MAX_CREDIT = 60  # letters by which a copy with credit is longer than one without
_MIN_ECHO, _MIN_ECHO_WORDS = 25, 7
_MAX_NAME, _KNOWN_NAME = 80, 0.5
_SCENE = "shape.caption-scene"
_LABEL = ".caption.label"  # the end of a rule's name
#: Rules of credits with an agency or a paper: who prints these closes captions with a stop.
_AGENCY = (".agency-slash", ".agency-bare", ".via-agency", ".name-agency", ".bracket-name")
_MIN_BEFORE, _MAX_SCENE = 140, 110  # characters
_MAX_GAP = 1
_TITLE_COPY = 0.7  # share of a line's word pairs that are the title's or the lead's
_NAMED = 0.2  # share of the line's word pairs that the story has too
PICTURE = frozenset({Role.CAPTION, Role.CREDIT, Role.CAPTION_DUPLICATE})


def settle_captions(board: Board, view: View) -> None:
    """Copies first: what repeats a certain caption is none of the story's paragraphs."""
    _settle_sources(board, view)
    _settle_twins(board, view)
    _settle_copies(board, view)
    _settle(board, view, _is_below_label, "shape.caption-below-label", "stands right below a label for its words")
    _settle(board, view, _is_above_credit, "shape.caption-above-credit", "stands right above a credit")
    if is_bare(board):
        return
    _settle(board, view, _is_echo, "shape.caption-echo", "the next paragraph begins with the same words")
    _settle(board, view, _is_name, "shape.caption-name", "only the name of someone whom the story tells of")
    _settle(board, view, _stands_alone, "shape.caption-alone", "one sentence that blank lines set off inside the text")
    _settle_scenes(board, view)
    _settle_copies(board, view)


def _settle(board: Board, view: View, test: Callable[[Board, View, Line], bool], rule: str, evidence: str) -> None:
    for line in view.lines:
        if board.role(line.number) is None and line.chars <= _MAX_CHARS and test(board, view, line):
            board.judge(line.number, Role.CAPTION, rule, evidence, 0.75)


def _settle_sources(board: Board, view: View) -> None:
    """A source on a line of its own that did not sign the story is a picture's or chart's."""
    for line in view.lines:
        rule = weak_claim(board, line.number, Role.CREDIT) if board.role(line.number) is None else None
        if rule:
            board.judge(line.number, Role.CREDIT, rule, "a source on a line of its own inside the story", 0.7)


def _settle_twins(board: Board, view: View) -> None:
    """One sentence printed twice in a row: a picture's alt text and its caption."""
    for before, after in pairwise(view.lines):
        free = board.role(before.number) is None and board.role(after.number) is None
        if free and before.text == after.text and _MIN_TWIN <= before.chars <= _MAX_CHARS and before.sentences == 1:
            board.judge(before.number, Role.CAPTION, "shape.caption-twin", "printed twice in a row", 0.8)


def _settle_copies(board: Board, view: View) -> None:
    """A line with the letters of an earlier caption, its credit aside, is a copy of it."""
    if not board.having(Role.CAPTION):
        return
    seen: dict[str, list[tuple[str, int]]] = {}  # by the first letters
    for line in view.lines:
        role = board.role(line.number)
        if role is not Role.CAPTION and not (role is None and line.chars <= _MAX_CHARS):
            continue
        letters = "".join(char for char in fold(line.text) if char.isalnum())
        group = seen.setdefault(letters[:_MIN_PREFIX], [])
        original = next((index for other, index in group if _is_copy(letters, other, role is Role.CAPTION)), None)
        if original is not None:
            evidence = f"repeats the caption of block {original}"
            board.judge(line.number, Role.CAPTION_DUPLICATE, "repeat.caption-copy", evidence, 0.95)
        elif role is Role.CAPTION:
            group.append((letters, line.number))


def _is_copy(letters: str, caption: str, credited: bool) -> bool:
    """The same letters; either may lack the credit, but only a certain caption may be the longer one."""
    if len(letters) < _MIN_COPY or letters == caption:
        return letters == caption
    short, long = sorted((letters, caption), key=len)
    allowed = credited or long == caption
    return allowed and len(short) >= _MIN_PREFIX and long.startswith(short) and len(long) - len(short) <= _MAX_CREDIT


def _is_above_credit(board: Board, view: View, line: Line) -> bool:
    """The words of a picture whose credit stands on a line of its own."""
    if line.number + 1 >= len(view.lines) or board.role(line.number + 1) is not Role.CREDIT:
        return False
    credit = view.lines[line.number + 1]
    alone = line.gap > view.usual_gap or credit.gap < line.gap
    verdict = board.verdicts[credit.number]
    short = line.chars < _MAX_CHARS // 2 and (alone or (verdict is not None and verdict.rule.endswith(_AGENCY)))
    return line.sentences == 1 and (not line.stop or short)


def _is_below_label(board: Board, view: View, line: Line) -> bool:
    verdict = board.verdicts[line.number - 1] if line.number else None
    return verdict is not None and verdict.rule.endswith(_LABEL)


def _is_echo(board: Board, view: View, line: Line) -> bool:
    """The beginning of the next paragraph, word for word: a naive scraper took the picture's alt text."""
    if line.number + 1 >= len(view.lines) or line.chars < _MIN_ECHO:
        return False
    following = view.lines[line.number + 1]
    words = line.text.rstrip(" .!?…")
    if following.glued or following.chars <= line.chars + 10 or len(line.words) < _MIN_ECHO_WORDS:
        return False
    return following.text.startswith(words) and following.text[len(words)] in ".,;!?…"


def _is_name(board: Board, view: View, line: Line) -> bool:
    """A known name and hardly another word, closed by a full stop, inside the story."""
    short = line.stop == "." and len(line.words) > 1 and line.chars <= _MAX_NAME and line.sentences == 1
    plain = not (line.glued or line.bullet or any(char.isdigit() for char in line.text))
    if not (short and plain and line.is_title_case and 0 < line.number < len(view.lines) - 1):
        return False
    before, after = view.lines[line.number - 1], view.lines[line.number + 1]
    in_story = board.role(before.number) is None and board.role(after.number) is None
    return in_story and before.is_paragraph and view.shared(line) >= _KNOWN_NAME


def _stands_alone(board: Board, view: View, line: Line) -> bool:
    """Paragraphs stand close together here; this one sentence, with names that they have, stands between gaps."""
    if view.usual_gap or line.glued or not (line.gap and line.gap_after) or line.sentences > 1 or line.bullet:
        return False
    if line.stop in (":", ";", ",") or (not line.text[0].isupper() and line.text[0] not in "“\"'"):
        return False
    before, after = _neighbour(view, line.number, -1), _neighbour(view, line.number, 1)
    if before is None or after is None or not _in_text(board, view, before, after):
        return False
    return weak_claim(board, line.number, Role.CAPTION) is not None or view.shared(line) >= _NAMED


def _settle_scenes(board: Board, view: View) -> None:
    """One sentence in the words of a caption right behind a long paragraph or the lead.

    A gallery's texts are as short: most of its lines, and printed far apart. Where only more than half are, the line
    below the lead may still be a picture's.
    """
    free = [line for line in view.lines if board.role(line.number) is None and line.stop == "."]
    short = sum(line.sentences == 1 and line.chars <= _MAX_SCENE for line in free)
    if short * 3 > 2 * len(free):
        return
    for before, line in pairwise(view.lines):
        if board.role(line.number) is not None or (
            short * 2 > len(free) and board.role(before.number) is not Role.SUMMARY
        ):
            continue
        rule = weak_claim(board, line.number, Role.CAPTION)
        shaped = line.stop == "." and line.sentences == 1 and line.gap <= _MAX_GAP
        new = restates(line, [before]) < _TITLE_COPY  # else it is the lead again
        if rule and shaped and new and _may_precede_scene(board, view, before):
            evidence = f"one sentence behind a paragraph, worded as {rule} says"
            board.judge(line.number, Role.CAPTION, _SCENE, evidence, 0.6)


def _may_precede_scene(board: Board, view: View, line: Line) -> bool:
    """A long paragraph, the lead, another scene, or the alternative text of the picture, which is only the title."""
    verdict = board.verdicts[line.number]
    if verdict is None:
        return line.chars >= _MIN_BEFORE
    if verdict.role is Role.CAPTION and verdict.rule != _SCENE:
        titles = board.having(Role.TITLE)[:1]
        return bool(titles) and restates(line, [view.lines[titles[0].index]]) >= _TITLE_COPY
    return verdict.rule == _SCENE or verdict.role is Role.SUMMARY


def _neighbour(view: View, index: int, step: int) -> Line | None:
    other = index + step
    return view.lines[other] if 0 <= other < len(view.lines) else None


def _in_text(board: Board, view: View, before: Line, after: Line) -> bool:
    """Text on both sides, on one of them a run of it: between two pictures one paragraph stands alone, too."""
    roles = {board.role(before.number), board.role(after.number)}
    if roles & PICTURE or Role.SUMMARY in roles or Role.TITLE in roles or not roles <= {None}:
        return False
    return (before.gap == 0 or before.number == 0) or after.gap_after == 0
