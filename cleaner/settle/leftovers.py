"""What no step kept is furniture; the words around it say of which kind."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.settle.button import is_button
from cleaner.settle.tag_row import is_tag_row

#: Hint groups that name a role, the more telling first.
_NAMED = (
    ("caption", Role.CAPTION),
    ("comment", Role.COMMENT),
    ("share", Role.SHARE_WIDGET),
    ("ad", Role.AD),
    ("tags", Role.TAGS),
    ("byline", Role.BYLINE),
    ("related", Role.RELATED),
    ("popular", Role.RELATED),
    ("promo", Role.PROMO),
    ("paywall", Role.PROMO),
    ("consent", Role.LEGAL),
    ("legal", Role.LEGAL),
    ("date", Role.DATE),
)
_BIT = {name: 1 << bit for bit, (name, _) in enumerate(f.HINT_GROUPS)}
_ROLES = tuple((_BIT[name], role, f"hint.{name}", f"class or id names “{name}”") for name, role in _NAMED)
_ANY_ROLE = f.hint_bits(*dict(_NAMED))
_TEASER_CHARS, _TEASER_SPACES = 25, 5
_ABOVE = 4  # blocks above the title among which the story's section is linked
_LANDMARKS = f.NAV | f.FOOTER | f.FORM | f.DIALOG


def settle_leftovers(board: Board) -> None:
    headline = next(iter(board.having(Role.TITLE)), None)
    title = headline.index if headline else -1
    # Some systems print the whole page inside one form: what the headline stands in is no landmark.
    landmarks = _LANDMARKS & ~(headline.flags & f.FORM if headline else 0)
    tags = Role.TAGS
    for block in board.undecided():
        role, rule, evidence = _furniture(block, landmarks)
        if (
            role is not tags
            and block.links
            and block.index > title
            and is_tag_row(block, board.blocks[block.index - 1])
        ):
            role, rule, evidence = tags, "shape.tag-row", "key words behind their label or linked as such"
        if role is tags and title - _ABOVE <= block.index < title and block.links == 1:
            role, rule, evidence = Role.SECTION, "hint.section", "linked right above the title, in a class of tags"
        score = board.scores[block.index] if board.scores else 0.0
        board.judge(block.index, role, rule, f"{evidence}; p={score:.2f}", round(1 - score, 3))


def _furniture(block: Block, landmarks: int) -> tuple[Role, str, str]:
    if block.flags & landmarks:
        return Role.CHROME, "markup.landmark", "stands in navigation, footer, form or dialog"
    for hints in (block.near, block.hints):
        for bit, role, rule, evidence in _ROLES if hints & _ANY_ROLE else ():
            if hints & bit and _fits(role, block):
                return role, rule, evidence
    linked = block.flags & f.LINK or block.link_chars * 2 > len(block.text)
    if (
        linked
        and (len(block.text) >= _TEASER_CHARS or block.text.count(" ") >= _TEASER_SPACES)
        and not is_button(block)
    ):
        return Role.RELATED, "shape.linked", "most of it is a link"
    return Role.CHROME, "judge.furniture", "not part of the story"


def _fits(role: Role, block: Block) -> bool:
    """A hint names a role only for a block that could have it."""
    if role is Role.RELATED:
        return len(block.text) >= _TEASER_CHARS
    if role in (Role.DATE, Role.BYLINE):
        return block.link_chars < _TEASER_CHARS or block.text.count(" ") < _TEASER_SPACES  # else another's title
    if role is Role.CAPTION:
        return block.figure >= 0 or bool(block.near & _BIT["caption"])
    return True
