"""An editor's verdicts applied to a result: blocks put back, cut, or given another role.

What follows the blocks follows them here: body, lead, headline, captions and related stories, the text, and the
report's counts. Authors, dates and the other fields were read from the page as a whole and stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import NamedTuple

from cleaner.assemble.credit import split_credit
from cleaner.errors import OptionError
from cleaner.model import (
    BODY_ROLES,
    KEPT_ROLES,
    Article,
    BodyBlock,
    CleanResult,
    Image,
    LedgerEntry,
    RelatedItem,
    Report,
    Role,
    body_type,
)
from cleaner.render.flow import body_positions, printed_lead, shown
from cleaner.render.html import sanitise_inline
from cleaner.text import squeeze

#: The rules that stand in the ledger for a person's decision.
RESTORED, CUT, RENAMED = "editor.restore", "editor.cut", "editor.role"
_PREFORMATTED = "> pre:"  # in the path of what stands in such an element


class VerdictChange(NamedTuple):
    """What a person decided of one block. `block`: the id of its ledger entry. `kept`: it is in the text."""

    block: int
    role: Role
    kept: bool


class _Pair(NamedTuple):
    before: LedgerEntry
    after: LedgerEntry


def revise(result: CleanResult, changes: Iterable[VerdictChange]) -> CleanResult:
    """The result as it is with these verdicts; of two for one block the later counts.

    Raises OptionError for a block that is not in the ledger, and for a role that cannot be kept or must be.
    """
    article, ledger = revise_blocks(result.article, result.ledger, changes)
    return CleanResult(article, ledger, _report(result.report, ledger))


def revise_blocks(
    article: Article, ledger: tuple[LedgerEntry, ...], changes: Iterable[VerdictChange]
) -> tuple[Article, tuple[LedgerEntry, ...]]:
    """Article and ledger with these verdicts, as `revise` says.

    The article may have been with strangers: the HTML of its body is sanitised again.
    """
    wanted = {change.block: change for change in changes}
    _check(wanted, ledger)
    pairs = [_Pair(entry, _decided(entry, wanted.get(entry.id))) for entry in ledger]
    body = tuple(block._replace(html=sanitise_inline(block.html)) for block in article.body)
    return _article(replace(article, body=body), pairs), tuple(pair.after for pair in pairs)


def _check(wanted: Mapping[int, VerdictChange], ledger: tuple[LedgerEntry, ...]) -> None:
    unknown = sorted(wanted.keys() - {entry.id for entry in ledger})
    if unknown:
        raise OptionError(f"not in the ledger: {', '.join(map(str, unknown[:20]))}")
    for change in wanted.values():
        if change.kept != (change.role in KEPT_ROLES):
            raise OptionError(f"block {change.block}: the role {change.role} is {'not ' * change.kept}kept in the text")


def _decided(entry: LedgerEntry, change: VerdictChange | None) -> LedgerEntry:
    if change is None or (change.role, change.kept) == (entry.role, entry.kept):
        return entry
    rule = RENAMED if change.kept == entry.kept else RESTORED if change.kept else CUT
    evidence = f"was {entry.role} by {entry.rule}"
    return entry._replace(role=change.role, kept=change.kept, rule=rule, evidence=evidence, confidence=1.0)


def _article(given: Article, pairs: list[_Pair]) -> Article:
    changed = [pair for pair in pairs if pair.before is not pair.after]
    article = replace(given, title=_title(given, changed), related=_related(given, changed))
    lead = list(printed_lead(article))
    if any(Role.SUMMARY in (pair.before.role, pair.after.role) for pair in changed):
        lead = [shown(pair.after) for pair in pairs if pair.after.role is Role.SUMMARY]
        article = replace(article, summary="\n".join(lead) or None)
    body, steps = _body(given.body, pairs)
    text = "\n\n".join([*lead, *(block.text for block in body)])
    return replace(article, body=body, text=text, images=_images(article, steps))


class _Step(NamedTuple):
    """An entry, and how many blocks of the old and of the new body begin before what follows it."""

    pair: _Pair
    old: int
    new: int


def _body(old: tuple[BodyBlock, ...], pairs: list[_Pair]) -> tuple[tuple[BodyBlock, ...], list[_Step]]:
    """The body in page order: each entry's own block is kept, dropped, retyped or made."""
    new: list[BodyBlock] = []
    steps: list[_Step] = []
    begun = 0
    for position, pair in zip(body_positions([pair.before for pair in pairs], old), pairs, strict=True):
        new += _blocks(old[begun:position], pair)
        begun = position
        steps.append(_Step(pair, begun, len(new)))
    return (*new, *old[begun:]), steps


def _blocks(own: tuple[BodyBlock, ...], pair: _Pair) -> tuple[BodyBlock, ...]:
    """`own`: the blocks that begin with this entry; its own is the last."""
    before, after = pair
    if before is after:
        return own
    rest, block = own, _block(after)
    if _in_body(before) and own:
        rest, block = own[:-1], own[-1]._replace(type=block.type)
    return (*rest, block) if _in_body(after) else rest


def _in_body(entry: LedgerEntry) -> bool:
    return entry.kept and entry.role in BODY_ROLES


def _block(entry: LedgerEntry) -> BodyBlock:
    text = shown(entry)
    kind = body_type(entry.role, _PREFORMATTED in (entry.path or ""))
    html = escape(text, quote=False)
    return BodyBlock(kind, text, html if kind == "preformatted" else html.replace("\n", "<br>"))


def _title(article: Article, changed: list[_Pair]) -> str | None:
    """The last block named title; none when the one that held it was called something else."""
    named = [shown(pair.after) for pair in changed if pair.after.role is Role.TITLE]
    taken = {squeeze(shown(pair.before)) for pair in changed if pair.before.role is Role.TITLE}
    if named:
        return named[-1]
    return None if article.title and squeeze(article.title) in taken else article.title


def _related(article: Article, changed: list[_Pair]) -> tuple[RelatedItem, ...]:
    gone = {shown(pair.before) for pair in changed if pair.before.role is Role.RELATED}
    come = [RelatedItem(shown(pair.after)) for pair in changed if pair.after.role is Role.RELATED]
    return (*(item for item in article.related if item.title not in gone), *come)


def _images(article: Article, steps: list[_Step]) -> tuple[Image, ...]:
    """Pictures keep their address when their caption goes; a new caption is one of a picture that is not known."""
    changed = [step for step in steps if step.pair.before is not step.pair.after]
    gone = {_words(step.pair.before) for step in changed if step.pair.before.role is Role.CAPTION} - {None}
    stay = {(step.old, _words(step.pair.after)): step.new for step in steps if step.pair.after.role is Role.CAPTION}
    moved = _moved(steps, len(article.body))
    kept = [_at(_uncaptioned(image) if image.caption in gone else image, stay, moved) for image in article.images]
    come = [
        Image(None, *split_credit(shown(step.pair.after)), place=step.new)
        for step in changed
        if step.pair.after.role is Role.CAPTION
    ]
    return (*(image for image in kept if image.url or image.caption or image.credit), *come)


def _words(caption: LedgerEntry) -> str | None:
    return split_credit(shown(caption))[0]


def _moved(steps: list[_Step], blocks: int) -> list[int]:
    """For each number of blocks of the old body, how many of the new one stand before what followed them."""
    moved = [0]
    for step in steps:
        moved += [step.new] * (step.old + 1 - len(moved))
    last = steps[-1].new if steps else 0
    return [*moved, *range(last + 1, last + 2 + blocks - len(moved))]


def _at(image: Image, captions: Mapping[tuple[int, str | None], int], moved: list[int]) -> Image:
    """The picture at its new place: that of its caption, else right behind the block that stood before it."""
    if image.place is None:
        return image
    place = max(0, min(image.place, len(moved) - 1))
    told = captions.get((place, image.caption)) if image.caption else None
    return image._replace(place=moved[place] if told is None else told)


def _uncaptioned(image: Image) -> Image:
    return image._replace(caption=None, credit=None, credit_kind=None, copies=1)


def _report(report: Report, ledger: tuple[LedgerEntry, ...]) -> Report:
    """The counts anew; quality stays what the engine measured."""
    blocks = [entry for entry in ledger if entry.rule != "repeat.attribute"]
    total = sum(len(entry.text) for entry in blocks)
    kept = sum(len(entry.text) for entry in blocks if entry.kept)
    return replace(
        report,
        kept_share=round(kept / total, 4) if total else 0.0,
        roles=dict(sorted(Counter(str(entry.role) for entry in blocks).items())),
        rules=dict(sorted(Counter(entry.rule for entry in blocks).items())),
    )
