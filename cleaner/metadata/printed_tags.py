"""Rows of tags that a page prints: by what they show that they are the story's, and no menu or form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from cleaner.flags import ANCHOR, FOOTER, HEADER, NAV, hint_bits
from cleaner.metadata.facts import Facts
from cleaner.model import Block, Role
from cleaner.tag_pages import are_tag_pages
from cleaner.text import collapse, squeeze

#: What opens a list of tags, alone on a line or before them.
TAG_LABEL = re.compile(
    r"^(?:(?:related |article |post |story )?(?:tags?|topics?)|filed under|tagged(?: with| as| in)?|more on"
    r"|xem thêm về|từ kho[áa]|từ khóa(?: liên quan)?|chủ đề(?: liên quan)?|thẻ|hashtag|keywords?|schlagworte"
    r"|schlagwörter|stichwörter|mehr zum thema|ähnliche themen|themen des artikels|etiquetas"
    r"|temas(?: relacionados)?|mots[- ]clés|ključne (?:riječi|reči|besede)|kľúčové slová|klíčová slova"
    r"|témy|címkék|märksõnad"
    r"|sujets|assuntos|argomenti|trefwoorden|emneord|ämnen|tagi|słowa kluczowe|etiketler|теги|метки|ключевые слова"
    r"|(?:関連)?キーワード|タグ|태그|标签|關鍵字|关键词)"
    r"\s*(?:[:：]\s*|$)",
    re.IGNORECASE,
)
#: What opens the name of a thread of stories, which Vietnamese papers print beside the tags.
_THREAD = re.compile(r"(?:dòng |chuỗi )?sự kiện(?: nổi bật| liên quan)?\s*:", re.IGNORECASE)
_MAX_LABEL = 60
_HINT = hint_bits("tags")
_REACH, _GAP = 25, 2  # blocks behind the story in which its tags begin; between two tags of one list
_CLOSE = 6  # blocks behind it for a row without a label
_ABOVE, _UNDER = 5, 8  # blocks above and under the headline where a labelled row may stand
_SHORT = 40  # characters of a tag that is not linked
_SECTIONS = 2
_LINKED = 0.8  # share of a row's letters that stand in its links


def behind_story(facts: Facts) -> list[Block]:
    """The first row of linked blocks judged `tags` that begins soon behind the story's last block."""
    last = _end(facts)
    blocks = facts.printed.get(Role.TAGS, ()) if facts.closing else ()
    return _row(
        [block for block in blocks if block.index > last and block.links and not _is_other(block)], last, _REACH
    )


def marked_rows(facts: Facts) -> list[Block]:
    """Judged tags of an HTML page that are labelled so, or linked and in an element named so at the story's ends.

    A class name "categories" or "label" stands in menus, forms, ratings and the cards of other stories as well.
    """
    blocks = [block for block in facts.printed.get(Role.TAGS, ()) if not _is_other(block)]
    labelled = next((block for block in blocks if _is_placed(block, facts) and is_labelled(block, facts)), None)
    if labelled:
        return _row([block for block in blocks if block.index >= labelled.index and _lists(block)], labelled.index, 2)
    linked = [block for block in blocks if _is_linked(block)]
    named = [block for block in linked if block.near & _HINT]
    return _next_row(linked, facts) or _unlabelled_behind(named, facts) or _unlabelled_above(named, facts)


def _next_row(blocks: Sequence[Block], facts: Facts) -> list[Block]:
    """One block of three links and more, or of links to pages of tags, right behind the story."""
    last = _end(facts) if facts.closing else None
    near = [block for block in blocks if last is not None and block.index == last + 1]
    return [block for block in near if block.links > _SECTIONS or are_tag_pages(_addresses(block))]


def _addresses(block: Block) -> list[str]:
    return [run.href for run in block.runs if run.href]


def _unlabelled_behind(blocks: Sequence[Block], facts: Facts) -> list[Block]:
    """Farther behind it when they are links to pages of tags."""
    last = _end(facts)
    behind = [block for block in blocks if block.index > last] if facts.closing else []
    reach = _REACH if any(are_tag_pages(_addresses(block)) for block in behind[:1]) else _CLOSE
    row = _row(behind, last, reach)
    return row if _links(row) > 1 else []


def _unlabelled_above(blocks: Sequence[Block], facts: Facts) -> list[Block]:
    """One or two links around the headline are its section."""
    for heading in facts.headings[:1]:
        start = heading.index - _ABOVE
        row = _row([block for block in blocks if block.index >= start], start, _ABOVE + _UNDER)
        return row if _links(row) > _SECTIONS else []
    return []


def _links(row: Sequence[Block]) -> int:
    return sum(block.links for block in row)


def is_labelled(block: Block, facts: Facts) -> bool:
    """Does "Tags:" open the list, or stand right before it?"""
    label = facts.document.blocks[block.index - 1].text if block.index else ""
    if TAG_LABEL.match(block.text) or (len(label) <= _MAX_LABEL and TAG_LABEL.fullmatch(label)):
        return True
    return bool(block.links) and bool(TAG_LABEL.fullmatch(_unlinked(block)))


def _unlinked(block: Block) -> str:
    """ "Topics" of "Topics Floods Dams", where the last two are links."""
    return collapse("".join(run.text for run in block.runs if not run.style & ANCHOR))


def _end(facts: Facts) -> int:
    return facts.closing[0].index if facts.closing else 0


def _row(blocks: Sequence[Block], start: int, reach: int) -> list[Block]:
    """The first of the blocks, when it is within reach of the start, and those that follow each other closely."""
    if not blocks or blocks[0].index > start + reach:
        return []
    close = takewhile(lambda two: two[1].index <= two[0].index + _GAP, pairwise(blocks))
    return [blocks[0], *(block for _, block in close)]


def _is_placed(block: Block, facts: Facts) -> bool:
    """Soon behind the story, or around its headline; a page without either has one place only."""
    if not (facts.closing or facts.headings):
        return True
    behind = bool(facts.closing) and 0 < block.index - _end(facts) <= _REACH
    if behind or any(-_ABOVE <= block.index - heading.index <= _UNDER for heading in facts.headings[:1]):
        return True
    return "," in block.text and bool(TAG_LABEL.match(block.text))  # "Keywords: floods, dams" in the text of a paper


def _is_other(block: Block) -> bool:
    return _is_frame(block) or bool(_THREAD.match(block.text))


def _is_frame(block: Block) -> bool:
    return bool(block.flags & (NAV | FOOTER | HEADER)) and not block.near & _HINT


def _lists(block: Block) -> bool:
    """Links, a label, or a short text in an element named so."""
    return (
        bool(block.links)
        or bool(TAG_LABEL.match(block.text))
        or (bool(block.near & _HINT) and len(block.text) <= _SHORT)
    )


def _is_linked(block: Block) -> bool:
    """Links to other pages; a list of contents links into its own."""
    if not block.link_chars >= _LINKED * len(squeeze(block.text)) > 0:
        return False
    return not any(address.startswith("#") for address in _addresses(block))
