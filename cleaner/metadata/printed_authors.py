"""Bylines that the page prints: where rules say, in judged blocks, or where a byline's form gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from cleaner.flags import hint_bits
from cleaner.metadata.byline import Authors, Line, Reader, gathered
from cleaner.metadata.facts import Facts, is_generic
from cleaner.metadata.keys import key
from cleaner.metadata.names import BYLINE_CLOSING, BYLINE_OPENING, may_be_byline, people
from cleaner.metadata.offices import is_office
from cleaner.metadata.outlets import AGENCIES
from cleaner.metadata.pieces import link_texts
from cleaner.metadata.reporters import reporters
from cleaner.metadata.signature import is_full_name, is_pen_name, is_staff, read_signature
from cleaner.metadata.undated import behind_date, without_time
from cleaner.model import Author, Block, FieldHit, Role
from cleaner.text import collapse, squeeze

_WINDOW = (4, 40)  # blocks before and after the headline where a byline may stand
_UNDER = 12  # blocks behind the headline where the story is signed, if it is above its text
_BEHIND = 12  # blocks behind the story's last where its authors may stand
_HEAD = 10  # lines of a text from its first paragraph on, which may be its lead, where it may be signed
_MAX_BYLINE = 110
_CARDS = 16  # blocks behind the first name under "Authors" where others stand
_HINT = hint_bits("byline")
_COMMENT = hint_bits("comment")
_NAME_WORD = re.compile(r"(?:[^\W\d_]|[.’'-])+")
_PARTICLES = frozenset("von van de der den da di la le bin al zu ter".split())
_MAX_UNSPACED, _MAX_UNICASE = 7, 30  # characters of a name in a script without capitals
_NO_NAME = re.compile(r"[\d!-,/:-@\[-`{-~。、！？：「」（）।؟،]")  # in scripts without capitals
_MAX_SIGNATURE = 60
_MAX_PEN_NAME = 7  # letters of the one word that signs a text above its story
_OF_AUTHOR = re.compile(r"/(?:authors?|tac-?gia)/[^/?#]")
_GLUED_JOB = re.compile(  # two elements that touch: "Lan PhạmPhóng viên"
    r"(?<=[^\W\d_A-Z])(?=(?:Phóng viên|Biên tập viên|Cộng tác viên|Thư ký|Trưởng|Phó|Giám đốc|Giảng viên|Chuyên gia"
    r"|Nhà (?:báo|văn|nghiên)|Luật sư|Bác sĩ)\b)"
)
_NO_JOB = re.compile(r"[\d@(/:]")
_SEVERAL = re.compile(r"authors|autoren|auteurs|autores", re.IGNORECASE)
_LABEL = re.compile(r"(?:(?:written|words|posted|story|article|text) )?by:?|authors?:?|autor(?:in)?:?", re.IGNORECASE)


def printed_lines(facts: Facts, vietnamese: bool, read: Reader) -> Iterator[Line]:
    """What rules' selectors find; then judged bylines, which on other than Vietnamese HTML pages are the
    class names of teasers more often than not, and are left to `guessed_lines`."""
    by_rule: dict[str, list[str]] = {}
    hits = _of_this_story(facts, [hit for hit in facts.hits.get("author", ()) if not _is_commenter(facts, hit)])
    alone = len({hit.value for hit in hits}) == 1
    for hit in hits:
        if alone or not is_generic(hit) or _is_near_headline(facts, hit.block):
            by_rule.setdefault(hit.rule_id, []).append(hit.value)
    for rule, values in by_rule.items():
        line = gathered(read, values, f"rule {rule}")
        yield line if line.authors or not vietnamese else _pen_names(line, values)
    if facts.is_text or vietnamese:
        yield from _judged(facts, read, above=facts.is_text and not vietnamese)


def _pen_names(line: Line, values: Sequence[str]) -> Line:
    """Of one word each, where the author is found and nothing else: "Teresa"."""
    names = dict.fromkeys(value.strip() for value in values if is_pen_name(value.strip()))
    return line._replace(authors=tuple(map(Author, names)), rejected="") if names else line


def _of_this_story(facts: Facts, hits: list[FieldHit]) -> list[FieldHit]:
    """Where the story is signed, what is found far behind it signs the stories that a scrolling page adds; where it
    is signed under its headline, what a rule for any site finds behind it signs the teasers there."""
    if not facts.closing:
        return hits
    last = facts.closing[0].index
    under = [heading.index for heading in facts.headings[:1] if heading.index < last]
    if any(first < hit.block <= min(first + _UNDER, last) for first in under for hit in hits):
        hits = [hit for hit in hits if hit.block <= last or not is_generic(hit)]
    return [hit for hit in hits if hit.block <= last + _BEHIND] or hits


def _is_commenter(facts: Facts, hit: FieldHit) -> bool:
    """Found by a rule for any site, in the box of a reader's comment."""
    blocks = facts.document.blocks
    return is_generic(hit) and hit.block < len(blocks) and bool(blocks[hit.block].near & _COMMENT)


def guessed_lines(facts: Facts, vietnamese: bool, read: Reader) -> Iterator[Line]:
    """Unjudged blocks in the form and place of a byline."""
    if not vietnamese:
        yield from _opened(facts)
    hinted = _hinted(facts)
    named = [block.text for block in hinted if vietnamese or _is_name(without_time(block.text))]
    named = named or [name for name in map(_first_link, hinted) if _is_name(name)]  # "Tangier: <a>Ann Lee</a>"
    if named:
        yield gathered(read, named, f"block {hinted[0].index}, its class says byline", guessed=True)
    if not vietnamese:
        yield from _under_label(facts)
        yield from filter(None, (reporters(facts),))
        yield from _labelled_behind(facts)
        if facts.host.endswith(".vn"):  # the Vietnamese press signs its editions in other languages as at home
            yield from _judged(facts, lambda text: read_signature(text).authors)
    elif not facts.is_text:
        yield from _at_the_end(facts, read)
        yield from _beside_date(facts, read)
        yield from _by_address(facts)


def _judged(facts: Facts, read: Reader, above: bool = False) -> Iterator[Line]:
    """The people whom judged bylines name.

    above: the press signs above its story, so that who is named there has written it; a line behind it tells who
    helped, who edited, and who the author is.
    """
    judged = (*facts.printed.get(Role.BYLINE, ()), *facts.printed.get(Role.AGENCY_SOURCE, ()))
    end = _comments(facts)
    blocks = sorted((block for block in judged if block.index < end), key=lambda block: block.index)
    if above and facts.opening:
        last = facts.closing[0].index if facts.closing else facts.opening.index
        heads = [block for block in blocks if block.index < min(facts.opening.index + _HEAD, last)]
        blocks = heads if _with_jobs(heads, read) else blocks
    if blocks:
        authors = _with_jobs(blocks, read)
        reason = "" if authors else "no name in it"
        raw = "; ".join(block.text for block in blocks)
        line = Line(authors, raw, f"byline, block {blocks[0].index}", reason, guessed=not facts.is_text)
        end = facts.closing[0].index if facts.is_text and facts.closing else 0
        short = [block.text for block in blocks if block.index < end and len(block.text) <= _MAX_PEN_NAME]
        yield line if authors else _pen_names(line, short)


def _comments(facts: Facts) -> int:
    """Where readers' comments begin: names with a day behind that label are those of readers."""
    last = facts.closing[0].index if facts.closing else 0
    labels = (block.index for block in facts.printed.get(Role.COMMENT, ()) if block.index > last)
    return next(labels, len(facts.document.blocks))


def _with_jobs(blocks: Sequence[Block], read: Reader) -> Authors:
    """The people of several lines; one that begins in lower case, or the rest of a person's own paragraph, says what
    that person does."""
    found: dict[str, Author] = {}
    last, home = "", None
    for line, block in _lines(blocks):
        authors = read(line) or (read(_first_link(block)) if block.links else ())
        if last and is_office(line) and not any(char in line for char in ",;"):
            found[last] = found[last]._replace(role=line)
            continue
        beside = bool(last) and block is home and not _NO_JOB.search(line)
        small = line[:1].islower() and not (authors and _may_sign(authors[0].name))
        if last and (small or (beside and (not authors or is_staff(line)))):
            found[last], authors = found[last]._replace(role=line), ()
        for author in authors:
            last, home = key(author.name), block
            found.setdefault(last, author)
    return tuple(found.values())


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """The printed lines: a name and what its bearer does often stand in one paragraph, parted by a <br>."""
    return ((line, block) for block in blocks for line in _GLUED_JOB.sub("\n", block.text).split("\n"))


def _first_link(block: Block) -> str:
    """Name, address and office may stand in one block, with nothing between them."""
    return next(iter(link_texts(block)), "")


def _opened(facts: Facts) -> Iterator[Line]:
    """The first short block near the headline that begins as a byline does: "By Ann Lee"."""
    for block in _around_headline(facts):
        bare = behind_date(block.text.strip("()（）[]"))
        text = without_time(bare) if may_be_byline(bare) else ""
        if len(text) <= _MAX_BYLINE and (BYLINE_OPENING.match(text) or _is_closed(text)):
            line = gathered(people, [text], f"byline, block {block.index}", guessed=True)
            if line.authors and not _may_sign(line.authors[0].name):
                continue  # "Por que o preço subiu" is the headline of another story
            yield line._replace(authors=_without_place(line.authors), raw=block.text)
            return


def _under_label(facts: Facts) -> Iterator[Line]:
    """The name in the block under a "Written by" that stands alone; an office may follow: "Ann Lee, Curator"."""
    around = _around_headline(facts)
    for label, below in pairwise(around):
        name = without_time(below.text) if _LABEL.fullmatch(label.text) else ""
        name, _, office = name.partition(", ")
        if office and not is_office(office):
            continue
        if name and _is_name(name):
            names = [name, *_of_one_make(below, around)] if _SEVERAL.match(label.text) else [name]
            yield gathered(people, names, f"block {below.index}, under {label.text!r}", guessed=True)
            return


def _of_one_make(first: Block, around: Sequence[Block]) -> Iterator[str]:
    """The names on the cards behind the first one's, under a label that speaks of several."""
    for block in around:
        beside = 0 < block.index - first.index <= _CARDS and bool(block.links) == bool(first.links)
        if beside and (block.tag, block.near) == (first.tag, first.near) and _is_name(block.text):
            yield block.text


def _labelled_behind(facts: Facts) -> Iterator[Line]:
    """Who signs behind the story with a label: "Editor : Ann Lee", "Redactor: Ion Pop"."""
    end = facts.closing[0].index if facts.closing else -1
    for block in facts.printed.get(Role.BYLINE, ()):
        label, colon, name = block.text.partition(":")
        if colon and end <= block.index <= end + _BEHIND and label.isascii() and _is_name(name.strip()):
            yield gathered(people, [name], f"byline behind the story, block {block.index}", guessed=True)
            return


def _hinted(facts: Facts) -> list[Block]:
    """The first run of short blocks near the headline whose class says byline or author."""
    found: list[Block] = []
    for block in _around_headline(facts):
        if block.near & _HINT and len(without_time(block.text)) <= _MAX_BYLINE:
            if found and found[-1].index + 2 < block.index:
                break
            found.append(block)
    return found


def _is_closed(text: str) -> bool:
    """Does it end as a byline does, and is the rest no more than a name: "김미란 기자"?"""
    return bool(BYLINE_CLOSING.search(text)) and _is_name(BYLINE_CLOSING.sub("", text))


def _may_sign(name: str) -> bool:
    """A name begins with a capital, but for agencies that write themselves small."""
    return not name[:1].islower() or key(name) in AGENCIES


def _is_name(text: str) -> bool:
    """Two to five words, capitalised but for particles: "Anna van der Berg"; without capitals, one to four."""
    words = text.split()
    if text.upper() == text.lower():
        most = _MAX_UNSPACED if len(words) == 1 else _MAX_UNICASE
        return 1 <= len(words) <= 4 and len(text) <= most and not _NO_NAME.search(text)
    capitals = [word for word in words if word not in _PARTICLES]
    if not (2 <= len(capitals) <= 4 and len(words) <= 6 and words[-1] in capitals):
        return False
    return not any(word[0].islower() for word in capitals) and all(map(_NAME_WORD.fullmatch, words))


def _at_the_end(facts: Facts, read: Reader) -> Iterator[Line]:
    """A short bold line of names behind the last paragraph is how a Vietnamese story is signed."""
    for block in facts.closing:
        if len(block.text) <= _MAX_SIGNATURE and block.bold_chars >= len(squeeze(block.text)):
            yield gathered(read, [block.text], f"bold line at the end, block {block.index}", guessed=True)


def _beside_date(facts: Facts, read: Reader) -> Iterator[Line]:
    """A name alone on the line before or behind the date that stands between headline and story."""
    blocks = facts.document.blocks
    for heading, date in product(facts.headings[:1], facts.printed.get(Role.DATE, ())[:3]):
        first = facts.opening.index if facts.opening else 0
        if not heading.index < date.index < first:
            continue
        for index in (date.index - 1, date.index + 1):
            text = blocks[index].text
            if heading.index < index < first and len(text) <= _MAX_SIGNATURE and is_full_name(text):
                yield gathered(read, [text], f"beside the date, block {index}", guessed=True)


def _by_address(facts: Facts) -> Iterator[Line]:
    """The names near the headline that lead to the pages of authors: /tac-gia/minh-anh."""
    blocks = [block for block in _around_headline(facts) if block.links and _is_near_headline(facts, block.index)]
    linked = [collapse(run.text) for block in blocks for run in block.runs if run.href and _OF_AUTHOR.search(run.href)]
    if names := dict.fromkeys(name for name in linked if is_full_name(name)):
        authors = tuple(map(Author, names))
        yield Line(authors, "; ".join(names), "links to the pages of authors", guessed=True)


def _around_headline(facts: Facts) -> Sequence[Block]:
    if not facts.headings:
        return ()
    start = facts.headings[0].index
    return facts.document.blocks[max(0, start - _WINDOW[0]) : start + _WINDOW[1]]


def _is_near_headline(facts: Facts, block: int) -> bool:
    """Within the window, and before the headline of another story."""
    before, after = _WINDOW
    if not facts.headings:
        return True
    start = facts.headings[0].index
    later = next((heading.index for heading in facts.headings[1:] if heading.index > start), start + after)
    return start - before <= block <= min(start + after, max(later, start + before))


def _without_place(authors: Authors) -> Authors:
    """ "By Ann Lee, Paris": a last single word behind a full name is where the reporter is, unless an agency."""
    if len(authors) < 2 or " " not in authors[0].name:
        return authors
    last = authors[-1].name
    return authors if " " in last or key(last) in AGENCIES else authors[:-1]
