"""The printed lead (sapo): the first paragraph, where something shows that it is more than the first paragraph."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.settle.board import Board
from cleaner.settle.lines.claims import is_signed_below, placed_claim, weak_claim
from cleaner.settle.lines.signature import is_furniture
from cleaner.settle.lines.view import Line, View, restates

_MAX_CHARS, _MAX_SENTENCES = 450, 4
_MIN_STORY = 3  # paragraphs
_MIN_UNDER = 2  # paragraphs below a lead that nothing but its place tells
_AHEAD = 6  # paragraphs in which the lead is told again
_RETOLD, _RETOLD_UNTITLED = 0.2, 0.3  # share of its word pairs that they take up
_RUN_ON = 1200  # characters of one printed line that holds several paragraphs
_HEADLINE = 0.3  # share of the title's word pairs that the lead takes up
_MIN_SUBTITLE, _HEAD = 40, 6  # characters; lines of a head below its subtitle
_PASSED = frozenset(
    {
        Role.TITLE, Role.BYLINE, Role.DATE, Role.SECTION, Role.CHROME, Role.SHARE_WIDGET, Role.AGENCY_SOURCE,
        Role.SOURCE_URL, Role.COMMENT, Role.PROMO, Role.AD,
    }
)  # fmt: skip


def settle_lead(board: Board, view: View) -> None:
    lead = next((line for line in view.lines if not _is_passed(board, line)), None)
    if lead is None or board.role(lead.number) is not None:
        return
    if not _can_lead(lead):
        _settle_subtitle(board, view, lead)
        return
    reason = _reason(board, view, lead)
    if reason is not None:
        board.judge(lead.number, Role.SUMMARY, "lead." + reason[0], reason[1], 0.8)


def _settle_subtitle(board: Board, view: View, line: Line) -> None:
    """A lead without a full stop right below the title: it takes up its words, or a date or name follows.

    What stands again on the page is a picture's caption.
    """
    below_title = line.number > 0 and board.role(line.number - 1) is Role.TITLE
    shaped = not (line.stop or line.bullet or line.text.endswith((")", "]")))
    if not (below_title and shaped and _MIN_SUBTITLE <= line.chars <= _MAX_CHARS):
        return
    followed = is_signed_below(board, line.number, _HEAD)
    like_title = restates(line, [view.lines[line.number - 1]]) >= _RETOLD
    if (followed or like_title) and all(other.text != line.text for other in view.lines[line.number + 1 :]):
        evidence = "no full stop, like the title" if like_title else "no full stop, between the title and who signed"
        board.judge(line.number, Role.SUMMARY, "lead.subtitle", evidence, 0.7)


def _is_passed(board: Board, line: Line) -> bool:
    """What stands above a lead; a word or two right below the title may be a signature that no rule knows."""
    below_title = line.number > 0 and board.role(line.number - 1) is Role.TITLE
    role = board.role(line.number)
    return role in _PASSED or (role is None and below_title and is_furniture(line))


def _can_lead(line: Line) -> bool:
    return line.is_paragraph and line.chars <= _MAX_CHARS and line.sentences <= _MAX_SENTENCES


def _reason(board: Board, view: View, lead: Line) -> tuple[str, str] | None:
    """Which evidence there is: the rule's last name and the words for the ledger; None for none."""
    title = next((line for line in view.lines if board.role(line.number) is Role.TITLE), None)
    rest = [line for line in view.lines[lead.number + 1 :] if board.role(line.number) is None and line.is_paragraph]
    marked = weak_claim(board, lead.number, Role.SUMMARY)
    placed = placed_claim(board, lead.number, Role.SUMMARY)
    under = title and placed and (len(rest) >= _MIN_UNDER or len(view.lines) > lead.number + _MIN_STORY)
    if not rest:  # a list under the lead
        return ("placed", f"stands between title and list, where {placed} expects it") if under else None
    found = (
        (_is_retold(lead, rest, title), "retold", "the next paragraphs tell its words again"),
        (marked, "wording", f"worded as a lead, says {marked}"),
        (_is_apart(view, lead, rest), "apart", "the layout sets it off from the story"),
        (any(line.text == lead.text for line in rest), "repeated", "stands again in the story"),
        (title and _is_terse(lead, rest), "terse", "one sentence under the title, the paragraphs have several"),
        (title and restates(title, [lead]) >= _HEADLINE, "headline", "takes up the title's words"),
        (under, "placed", f"stands under the title, where {placed} expects it"),
    )
    return next(((name, words) for proof, name, words in found if proof), None)


def _is_apart(view: View, lead: Line, rest: list[Line]) -> bool:
    """Blank lines behind it and none between the paragraphs; or a line of its own before a story all on one line."""
    if lead.gap_after and not view.usual_gap and any(line.gap == 0 for line in rest[1:]):
        return True
    printed = [line for line in view.lines[lead.number + 1 :] if line.number == lead.number + 1 or line.glued]
    return not rest[0].glued and sum(line.chars for line in printed) >= _RUN_ON


def _is_terse(lead: Line, rest: list[Line]) -> bool:
    several = sum(line.sentences > 1 for line in rest[:_AHEAD])
    return lead.sentences == 1 and len(rest) >= _MIN_STORY and several * 2 > len(rest[:_AHEAD])


def _is_retold(lead: Line, rest: list[Line], title: Line | None) -> bool:
    shorter = lead.chars <= max(line.chars for line in rest[:_AHEAD])
    needed = _RETOLD if title is not None else _RETOLD_UNTITLED
    return shorter and restates(lead, rest[:_AHEAD]) >= needed
