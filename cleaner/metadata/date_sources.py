"""Where dates stand: JSON-LD, meta elements, selectors' finds, printed lines, the address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaner import flags
from cleaner.jsonld import plain_text
from cleaner.metadata.facts import Facts, is_generic
from cleaner.metadata.machine_date import read_machine
from cleaner.metadata.moment import Moment
from cleaner.metadata.pieces import link_texts
from cleaner.metadata.printed_date import read_printed
from cleaner.metadata.reading import Reading
from cleaner.metadata.url_date import id_stamp, path_date
from cleaner.model import Block, Role
from cleaner.text import fold, without_date_line

DateReading = Reading[Moment | None]
PUBLISHED = (
    "article:published_time", "datepublished", "article:published", "article:published:time",
    "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish_date", "publish-date", "publication_date", "published_time", "published_at", "published-date",
    "cxenseparse:recs:publishtime", "rnews:datepublished", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dc.date", "dc.date.created", "date.available", "date", "citation_publication_date", "citation_date", "bt:pubdate",
    "analyticsattributes.articledate", "datecreated", "dcterms.created", "published", "publisheddate", "pub_date",
    "og:publish_date", "article:first_published_time", "content:publishdate", "prism.publicationdate",
    "cxenseparse:publishtime",
)  # fmt: skip
MODIFIED = (
    "article:modified_time", "datemodified", "article:modified", "article:modified:time", "og:modified_time",
    "article:updated_time", "og:updated_time", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
)  # fmt: skip
_WINDOW = (6, 40)  # blocks before and after the headline where a date line may stand
_CLOSE = 6  # blocks between the headline and its own date line
_MAX_LINE = 120
_MAX_HITS = 12
_ENOUGH = 2  # printed lines that are read where a declaration is known: to check it
_MAX_LETTERS = 40  # of a date line: weekday, month, "Published at", a short name
_ELSEWHERE = re.compile(r"giấy phép|gpxb|gp-|licen[cs]e|copyright|©|bản quyền|all rights|cấp ngày", re.IGNORECASE)
_BAR = re.compile(r"[|•·⋅●\n]")
_UNDER = 5  # blocks
_OPENING = re.compile(
    r"(?:(?:ngày đăng|đăng ngày|đăng lúc|cập nhật(?: lúc)?|xuất bản|ngày xuất bản|ngày tạo|thời gian)\s?:?\s)?"
    r"(?:(?:[^\W\d]+[ \xa0][^\W\d]+|T[2-7]|CN),? ?)?(?:\d\d?[:h]\d\d[ ,|-]+)?\d\d?[/.-]\d\d?[/.-]\d{4}(?!\d)",
    re.IGNORECASE,
)
_MACHINE = re.compile(r"\d{4}-\d\d-\d\dT")


def declared_dates(facts: Facts, name: str, metas: Iterable[str], month_first: bool) -> Iterator[DateReading]:
    """JSON-LD property `name` of the story, the meta elements, the same property of a WebPage object."""
    for story in facts.stories[:2]:
        if raw := plain_text(story.get(name)):
            yield _machine(raw, month_first, f"json-ld {name}")
    for meta, raw in facts.metas(metas):
        yield _machine(raw, month_first, f"meta {meta}")
    for page in facts.objects.get("WebPage", ())[:1]:
        if raw := plain_text(page.get(name)):
            yield _machine(raw, month_first, f"json-ld WebPage.{name}")
    if name == "datePublished" and (raw := _uploaded(facts)):
        yield _machine(raw, month_first, "json-ld VideoObject.uploadDate")


def _uploaded(facts: Facts) -> str:
    """When the video was put up whose name is the page's own headline; a news page shows others' videos, too."""
    titles = {fold(title) for title in facts.meta("og:title")} | {fold(block.text) for block in facts.headings[:1]}
    videos = [video for video in facts.objects.get("VideoObject", ()) if fold(plain_text(video.get("name"))) in titles]
    return plain_text(videos[0].get("uploadDate")) if videos else ""


def _machine(raw: str, month_first: bool, source: str) -> DateReading:
    moment = read_machine(raw, month_first)
    return Reading(moment, raw, source, "" if moment else "not a date")


def selected_dates(facts: Facts, field: str, month_first: bool) -> Iterator[DateReading]:
    """What rules' selectors find; generic ones count near the headline only, where no teaser stands."""
    headline = facts.headings[0] if facts.headings else None
    blocks = facts.document.blocks
    for hit in facts.hits.get(field, ())[:_MAX_HITS]:
        if is_generic(hit) and not _is_near(hit.block, headline):
            continue
        moment = read_machine(hit.value) if _MACHINE.match(hit.value) else read_printed(hit.value, month_first)
        clock = hit.block < len(blocks) and _is_masthead(blocks[hit.block], headline)
        rejected = "not a date" if moment is None else "masthead clock" if clock else ""
        yield Reading(moment, hit.value, f"rule {hit.rule_id}", rejected)


def _is_near(block: int, headline: Block | None) -> bool:
    return headline is None or -_WINDOW[0] <= block - headline.index <= _WINDOW[1]


def printed_dates(facts: Facts, month_first: bool, declared: bool) -> Iterator[DateReading]:
    """Judged date lines; without them, and without any declared date, short lines around the headline.

    On an HTML page a line must stand near the headline: teasers of other stories carry dates too.
    """
    headline = facts.headings[0] if facts.headings else None
    yield from _under_title(facts, month_first)
    blocks: Sequence[Block] = facts.printed.get(Role.DATE, ()) or _dated_bylines(facts)
    told = bool(blocks) and facts.is_text
    if not facts.is_text:
        blocks = [block for block in blocks if is_date_line(block.text) and _is_near(block.index, headline)]
        if headline and blocks and not declared:
            blocks = [*_right_under(facts, headline, blocks), *_clocks_last(headline, blocks, month_first)]
    found = list(_read_lines(blocks[: _ENOUGH if declared else None], month_first, headline))
    if not (found or told or declared) and headline:
        around = facts.document.blocks[max(0, headline.index - _WINDOW[0]) : headline.index + _WINDOW[1]]
        if not facts.is_text:
            around = tuple(block for block in around if is_date_line(block.text) or _opens_with_date(block, headline))
        found = list(_read_lines(around, month_first, headline))
    yield from found


def _right_under(facts: Facts, headline: Block, dated: Sequence[Block]) -> list[Block]:
    """Lines under the headline that open with a date or name the author beside it, where the nearest date line is
    farther: that of a teaser or of a comment."""
    if any(abs(block.index - headline.index) <= _CLOSE for block in dated):
        return []
    under = facts.document.blocks[headline.index + 1 : headline.index + 1 + _UNDER]
    signed = _dated_bylines(facts)
    return [block for block in under if block in signed or _opens_with_date(block, headline)]


def _clocks_last(headline: Block, dated: Sequence[Block], month_first: bool) -> Sequence[Block]:
    """The day of the visit is printed in mastheads without a mark, too: above the headline, and later than the line
    under it says."""
    over = [block for block in dated if block.index < headline.index - 1]
    under = [block for block in dated if 0 < block.index - headline.index <= _CLOSE and not _is_linked(block)]
    if not under:  # some print the date between section and headline
        under = [block for block in dated if block.index == headline.index - 1 and not _is_linked(block)]
    if not (over and under):
        return dated
    clock, line = (read_printed(block.text, month_first) for block in (over[-1], under[0]))
    if clock is None or line is None or clock.when.date() <= line.when.date():
        return dated
    return [*(block for block in dated if block not in over), *over]


def _is_linked(block: Block) -> bool:
    """A linked date is that of a teaser; buttons beside a date, such as those for the size of the letters, are not."""
    return block.link_chars * 2 > len(block.text) or any(map(str.isdigit, "".join(link_texts(block))))


def _under_title(facts: Facts, month_first: bool) -> Iterator[DateReading]:
    """The date that one block prints on the line under the headline."""
    for block in facts.printed.get(Role.TITLE, ())[:1]:
        _, line = without_date_line(block.text)
        if line and (moment := read_printed(line, month_first)):
            yield Reading(moment, line, f"printed, block {block.index}")


def _read_lines(blocks: Sequence[Block], month_first: bool, headline: Block | None) -> Iterator[DateReading]:
    for block in blocks:
        moment = read_printed(block.text, month_first) if len(block.text) <= _MAX_LINE else None
        if moment:
            yield Reading(moment, block.text, f"printed, block {block.index}", _misplaced(block, headline))


def headline_lines(facts: Facts) -> frozenset[str]:
    """The texts of date lines right at the headline, where no teaser of another story stands."""
    blocks = (*facts.printed.get(Role.DATE, ()), *_dated_bylines(facts))
    return frozenset(
        block.text for heading in facts.headings[:1] for block in blocks if abs(block.index - heading.index) <= _CLOSE
    )


def _dated_bylines(facts: Facts) -> list[Block]:
    """Bylines with the date on the same line."""
    return [block for block in facts.printed.get(Role.BYLINE, ()) if any(map(str.isdigit, block.text))]


def is_date_line(text: str) -> bool:
    """Mostly date: a digit, and few letters beside it; a bar parts published from changed."""
    if len(text) > _MAX_LINE or not any(map(str.isdigit, text)):
        return False
    return all(sum(map(str.isalpha, part)) <= _MAX_LETTERS for part in _BAR.split(text))


def _opens_with_date(block: Block, headline: Block) -> bool:
    """The line right under the headline: the date, and behind it how often the page was read and its buttons."""
    return (
        0 < block.index - headline.index <= _UNDER and len(block.text) <= _MAX_LINE and bool(_OPENING.match(block.text))
    )


def _misplaced(block: Block, headline: Block | None) -> str:
    if _ELSEWHERE.search(block.text):
        return "licence date"
    return "masthead clock" if _is_masthead(block, headline) else ""


def is_elsewhere(block: Block) -> bool:
    """Whether a line is a licence's or stands in the page's own footer; an article may have one, too."""
    return bool(_ELSEWHERE.search(block.text)) or block.flags & (flags.FOOTER | flags.ARTICLE) == flags.FOOTER


def _is_masthead(block: Block, headline: Block | None) -> bool:
    """A date in the page's header or footer, before the headline, is the day of the visit."""
    if block.flags & flags.FOOTER:
        return not _is_under(block, headline)
    if headline is None or block.index >= headline.index:
        return False
    return bool(block.flags & (flags.HEADER | flags.NAV) & ~headline.flags)


def _is_under(block: Block, headline: Block | None) -> bool:
    """In the footer of an article, which some systems print right under the headline."""
    return bool(headline and 0 < block.index - headline.index <= _CLOSE and block.flags & flags.ARTICLE)


def address_dates(facts: Facts) -> Iterator[DateReading]:
    moment = path_date(facts.url)
    if moment:
        yield Reading(moment, facts.url, "address path")
    stamp = id_stamp(facts.url)
    if stamp:  # the moment the CMS made the article, minutes to weeks before it was published
        yield Reading(stamp, facts.url, "address id", "the time of creation, not of publication")
