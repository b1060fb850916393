"""What no step kept is furniture; the words around it say of which kind."""

from __future__ import annotations

from cleaner import flags as f
from cleaner.drawing import is_drawing
from cleaner.model import Block, Role
from cleaner.settle.board import Board
from cleaner.settle.button import is_button
from cleaner.settle.tag_row import is_tag_row
from cleaner.text import letters_worth

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
_TEASER_CHARS, _TEASER_SPACES, _DENSE_CHARS = 25, 5, 36
_BEHIND = 2  # blocks behind a picture in which its caption stands
_TITLE_SPACES = 2  # of a headline that is a heading
_ABOVE = 4  # blocks above the title among which the story's section is linked
_LANDMARKS = f.NAV | f.FOOTER | f.FORM | f.DIALOG


def settle_leftovers(board: Board) -> None:
    headline = next(iter(board.having(Role.TITLE)), None)
    title = headline.index if headline else -1
    # Some systems print the whole page inside one form: what the headline stands in is no landmark.
    landmarks = _LANDMARKS & ~(headline.flags & f.FORM if headline else 0)
    tags = Role.TAGS
    pictured = _pictured(board)
    for block in board.undecided():
        role, rule, evidence = _furniture(block, landmarks, pictured)
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
    _settle_short_titles(board)


def _settle_short_titles(board: Board) -> None:
    """Linked headings of few words, in a row with longer ones that are other articles' titles."""
    related = Role.RELATED
    for before, block, behind in zip(
        [None, *board.headings], board.headings, [*board.headings[1:], None], strict=False
    ):
        verdict = board.verdicts[block.index]
        if verdict is None or verdict.rule != "judge.furniture" or block.text.count(" ") < _TITLE_SPACES:
            continue
        alike = [near for near in (before, behind) if near and near.tag == block.tag and near.depth == block.depth]
        if _is_linked(block) and any(board.role(near.index) is related for near in alike):
            board.judge(block.index, related, "shape.linked", "a linked heading as others in its row", 0.7)


def _pictured(board: Board) -> frozenset[int]:
    """The blocks right behind a picture or in its frame."""
    pictures = [image for image in board.document.images if not is_drawing(image.url)]
    frames = {image.figure for image in pictures if image.figure >= 0}
    behind = {image.block + step for image in pictures for step in range(_BEHIND)}
    return frozenset(behind | {block.index for block in board.blocks if block.figure in frames})


def _furniture(block: Block, landmarks: int, pictured: frozenset[int]) -> tuple[Role, str, str]:
    if block.flags & landmarks:
        return Role.CHROME, "markup.landmark", "stands in navigation, footer, form or dialog"
    for hints in (block.near, block.hints):
        for bit, role, rule, evidence in _ROLES if hints & _ANY_ROLE else ():
            if hints & bit and _fits(role, block) and (role is not Role.CAPTION or block.index in pictured):
                return role, rule, evidence
    if _is_linked(block) and _is_long(block) and not (_is_row(block) or is_button(block)):
        return Role.RELATED, "shape.linked", "most of it is a link"
    return Role.CHROME, "judge.furniture", "not part of the story"


def _is_linked(block: Block) -> bool:
    return bool(block.flags & f.LINK) or block.link_chars * 2 > len(block.text)


def _is_long(block: Block) -> bool:
    """Of the length of a headline."""
    return letters_worth(block.text) >= _least(block.text) or block.text.count(" ") >= _TEASER_SPACES


def _least(text: str) -> int:
    """The letters of a headline; where each sign is a syllable, names of sections are worth more of them."""
    return _DENSE_CHARS if letters_worth(text) > 2 * len(text) else _TEASER_CHARS


def _is_row(block: Block) -> bool:
    """Several links that are shorter than headlines are."""
    links = len({run.href for run in block.runs if run.href}) if block.links > 1 else 1
    return links > 1 and letters_worth(block.text) < links * _TEASER_CHARS


def _fits(role: Role, block: Block) -> bool:
    """A hint names a role only for a block that could have it."""
    if role is Role.RELATED:
        return letters_worth(block.text) >= _TEASER_CHARS and not _is_row(block)
    if role in (Role.DATE, Role.BYLINE):
        return not _is_others_title(block, bool(block.link_chars))
    if role is Role.TAGS:
        return block.links > 1 or not _is_others_title(block, bool(block.link_chars or block.flags & f.LINK))
    if role is Role.CAPTION:
        return (block.figure >= 0 or bool(block.near & _BIT["caption"])) and not _is_linked(block)
    return True


def _is_others_title(block: Block, linked: bool) -> bool:
    """Whether what is linked of it makes another article's headline."""
    if not linked:
        return False
    text = "".join(run.text for run in block.runs if run.href) or block.text
    worth = letters_worth(text)
    return worth >= _least(text) and (worth > 2 * len(text) or block.text.count(" ") >= _TEASER_SPACES)
