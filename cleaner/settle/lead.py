"""The sapo: the lead printed between headline and story, and its copy as first paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.flags import HEADING_TAGS, hint_bits
from cleaner.model import BODY_ROLES, Block, Role
from cleaner.settle.board import Board
from cleaner.settle.labels import ancestors
from cleaner.text import SENTENCE_ENDS, fold

_LEAD_HINT = hint_bits("lead")
_BODY_HINT = hint_bits("body")
_MIN_CHARS = 30
_COMPARED = 80  # characters that a declared description and a lead must share
_REACH = 12  # blocks before the story among which a lead is looked for ...
_BEHIND_TITLE = 4  # ... and behind the headline, however much stands between it and the story
_SUBHEADINGS = frozenset(("h3", "h4", "h5", "h6"))
_SUBTITLE = 80  # characters
_MARKED, _DECLARED = 0.2, 0.03  # the judge's probability that a marked, a declared lead needs at least
_UNDER_TITLE = 0.05  # that a marked one needs which stands right behind the headline, in its element
_TOLD = 0.3  # that a sentence there needs which nothing marks
_BOLD_CHARS, _BOLD_SHARE = (60, 600), 0.9  # of a first paragraph that is set in bold as the sapo
_WHOLE_STORY = 4  # paragraphs that line breaks part; a lead has fewer
_APART = 0.1  # the judge's probability that a lead needs at least which only its place gives away
_HEADING_CHARS = 80  # from which a lower heading with a full stop is a sapo
_PREFIX = 24  # characters within which an outlet's short name or a place before the lead ends
_DASHES = "-–— "  # that open a lead whose outlet's name fell off
_DESCRIPTIONS = ("og:description", "description", "twitter:description")


def settle_lead(board: Board) -> None:
    """A claimed lead, else one that the page declares or marks; one at most."""
    lead = next(iter(board.having(Role.SUMMARY)), None)
    if lead is None:
        wholes = _wholes(board)
        declared = [*(text[:_COMPARED] for text in wholes), *_declared(board)]
        lead = next((block for block in _candidates(board) if _is_lead(board, block, declared, wholes)), None)
        if lead is None:
            return
        evidence = "stands between headline and story and is marked or declared as the lead"
        board.judge(lead.index, Role.SUMMARY, "lead.printed", evidence, 0.85)
    _settle_copies(board, lead)


def _declared(board: Board) -> Iterator[str]:
    """The beginnings of the descriptions in the page's JSON-LD, folded."""
    for item in board.document.head.json_ld:
        if isinstance(description := item.get("description"), str):
            yield fold(description[: 2 * _COMPARED])[:_COMPARED]


def _wholes(board: Board) -> frozenset[str]:
    """The descriptions in the head's meta elements, whole and folded; as a rule they are one, said three times."""
    metas = board.document.head.metas
    return frozenset(map(_folded, {value for key in _DESCRIPTIONS for value in metas.get(key, ())}))


def _folded(text: str) -> str:
    return fold(text.lstrip(_DASHES))


def _candidates(board: Board) -> Iterator[Block]:
    """The first block of the story, and those left out near it or right behind the headline."""
    first = next((block.index for block in board.having(*BODY_ROLES)), None)
    headline = next((block.index for block in board.having(Role.TITLE)), None)
    if first is None:
        if headline is None or not board.is_news:
            return
        first = min(headline + _BEHIND_TITLE, len(board.blocks) - 1)  # a video, and nothing told but its lead
    near = max(0, first - _REACH)
    title = near - 1 if headline is None else headline
    for block in board.blocks[title + 1 : first + 1]:
        if title + _BEHIND_TITLE < block.index < near or len(block.text) < _MIN_CHARS:
            continue
        if board.verdicts[block.index] is None or block.index == first:
            yield block


def _is_lead(board: Board, block: Block, declared: list[str], wholes: frozenset[str]) -> bool:
    """The page declares its words as description, the markup calls it a lead, or it is set as one."""
    kept = board.role(block.index) in BODY_ROLES
    if kept and (_folded(block.text) in wholes or _is_set_as_lead(board, block) or _is_apart(board, block)):
        alone = board.is_news and _folded(block.text) in wholes and block.near & _LEAD_HINT  # a video tells the rest
        return bool(alone) or _next_in_story(board, block) is not block
    if kept and _is_said_again(board, block):
        return True
    score = board.scores[block.index]
    if _is_declared(block, declared) and not (kept and block.near & _LEAD_HINT):
        if kept:
            return board.parent(block) != _story_container(board)
        return score >= _DECLARED and board.is_news and not _is_subtitle(block)
    under_title = _is_under_title(board, block)
    marked = block.near & _LEAD_HINT and (under_title or not (block.near & _BODY_HINT and block.tag == "p"))
    if not kept:
        least = _UNDER_TITLE if under_title else _MARKED
        told = (
            under_title and score >= _TOLD and len(block.text) >= _BOLD_CHARS[0] and block.text.endswith(SENTENCE_ENDS)
        )
        return bool(marked and score >= least) or told or (score >= _APART and _is_apart(board, block))
    return bool(marked) and not _is_one_of_many(board, block)


def _is_under_title(board: Board, block: Block) -> bool:
    """On a page of news, unlinked, and the next block behind the headline, in the element around it."""
    title = board.blocks[block.index - 1]
    around = {*ancestors(board, block), -1}  # -1 is the body
    behind = board.role(title.index) is Role.TITLE and board.parent(title) in around
    return board.is_news and behind and not block.links


def _is_said_again(board: Board, block: Block) -> bool:
    """Whether the story begins with the same words in another element."""
    again = _next_in_story(board, block)
    return again.container != block.container and fold(again.text) == fold(block.text)


def _is_one_of_many(board: Board, block: Block) -> bool:
    """Whether the story as a whole is the text of one element: a name of it says nothing of its first paragraph."""
    return sum(other.path == block.path for other in board.having(Role.BODY)) >= _WHOLE_STORY


def _is_set_as_lead(board: Board, block: Block) -> bool:
    """All bold above text that is not, or a heading that is a sentence."""
    size, ends = len(block.text), block.text.endswith(SENTENCE_ENDS)
    if block.tag in HEADING_TAGS:
        return size >= _HEADING_CHARS and ends
    least, most = _BOLD_CHARS
    return ends and least <= size <= most and _is_bold(block) and not _is_bold(_next_in_story(board, block))


def _is_apart(board: Board, block: Block) -> bool:
    """A sentence or two alone in an element above that of the story, where the language's press prints leads so."""
    if not any(claim.rule.weak and claim.rule.role is Role.SUMMARY for claim in board.claims[block.index]):
        return False
    if any(image.block == block.index and _above(image.path) == _above(block.path) for image in board.document.images):
        return False  # it may say what the picture beside it shows
    title, story, home = board.having(Role.TITLE), board.having(Role.BODY), _story_container(board)
    inside = [other for other in story if board.parent(other) == home]
    alone = all(other is block or board.parent(other) != board.parent(block) for other in story)
    most = sum(len(other.text) for other in inside) * 2 > sum(len(other.text) for other in story)
    return alone and most and bool(title) and title[0].index < block.index < inside[0].index


def _above(path: str) -> str:
    return path.rpartition(" > ")[0]


def _is_bold(block: Block) -> bool:
    return block.bold_chars >= len(block.text) * _BOLD_SHARE


def _next_in_story(board: Board, block: Block) -> Block:
    """The story's next block of text; the block itself when there is none."""
    return next((other for other in board.having(Role.BODY) if other.index > block.index), block)


def _is_subtitle(block: Block) -> bool:
    """A short lower heading is the second half of a headline, as letters print it, and no sapo."""
    return block.tag in _SUBHEADINGS and len(block.text) < _SUBTITLE


def _is_declared(block: Block, declared: list[str]) -> bool:
    whole = block.text.lstrip(_DASHES)
    starts = [fold(text[: 2 * _COMPARED])[:_COMPARED] for text in (whole, _without_prefix(whole))]
    texts = [text for text in declared if len(text) >= _MIN_CHARS]
    return any(start.startswith(text) or text.startswith(start) for text in texts for start in starts)


def _without_prefix(text: str) -> str:
    """The lead without the outlet's name or the place before its first dash or stop, which descriptions leave out."""
    for mark in (") - ", " - ", ") – ", " – ", ") ", ". "):
        at = text.find(mark, 0, _PREFIX)
        if at > 0:
            return text[at + len(mark) :]
    return text


def _story_container(board: Board) -> int:
    """The container that directly holds most of the kept text."""
    sizes: dict[int, int] = {}
    for block in board.having(Role.BODY):
        parent = board.parent(block)
        sizes[parent] = sizes.get(parent, 0) + len(block.text)
    return max(sizes, key=lambda number: sizes[number], default=-1)


def _settle_copies(board: Board, lead: Block) -> None:
    """A body paragraph of the same words is printed twice."""
    words = fold(lead.text)
    for block in board.having(*BODY_ROLES):
        if (
            block.index != lead.index
            and abs(len(block.text) - len(lead.text)) < _MIN_CHARS
            and fold(block.text) == words
        ):
            board.judge(block.index, Role.DUPLICATE_BODY, "lead.copy", f"repeats the lead of block {lead.index}", 0.9)
