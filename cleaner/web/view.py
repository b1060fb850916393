"""A result as the workbench shows it: everything that the templates need, so that they only loop."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from cleaner.model import BODY_ROLES, KEPT_ROLES, Article, CleanResult, LedgerEntry, Report, Role
from cleaner.render.fate import DATA_ROLES, Fate, fate
from cleaner.render.flow import first_entries, shown
from cleaner.render.html import sanitise

#: Families of roles by what they are to an editor; each has one tint, and every role its own name in words.
FAMILIES: dict[str, frozenset[Role]] = {
    "head": frozenset({Role.TITLE, Role.SUMMARY}),
    "story": BODY_ROLES,
    "picture": frozenset({Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT}),
    "facts": frozenset({Role.BYLINE, Role.AGENCY_SOURCE, Role.DATE, Role.SOURCE_URL, Role.TAGS, Role.SECTION}),
    "related": frozenset({Role.RELATED, Role.RELATED_LABEL}),
}
REST = "page"
#: Below this the ledger marks a verdict as doubtful.
DOUBT = 0.7
_STRIP = 1000.0  # units of the strip's width


class EntryView(NamedTuple):
    """html: the block as the article prints it; shown: it stands in the article's flow.

    again: the entry before it has the same role and fate. place: where the block stood, as text.
    known: the rulebook has its rule. x, width: its part of the strip.
    """

    entry: LedgerEntry
    fate: Fate
    family: str
    html: Markup
    shown: bool
    again: bool
    percent: int
    doubtful: bool
    place: str
    known: bool
    x: float
    width: float


class BenchView(NamedTuple):
    """One cleaned page. roles: (name, how many), most first; rules: the same by name.

    result: the JSON of it, safe inside a script element.
    source: the page as text, to be kept with a correction. sample: it is one of ours, shown to explain the product.
    """

    name: str
    url: str
    source: str
    sample: bool
    article: Article
    entries: tuple[EntryView, ...]
    fates: dict[Fate, int]
    roles: tuple[tuple[Role, int], ...]
    rules: tuple[tuple[str, int], ...]
    report: Report
    result: Markup
    title_entry: int
    lead_entry: int


def bench_view(
    result: CleanResult, output: bytes, source: str, known: Collection[str], name: str, url: str, sample: bool
) -> BenchView:
    """output: the same result as JSON; known: ids of the rulebook's rules."""
    entries = tuple(_entries(result, known))
    counts = Counter(view.fate for view in entries)
    return BenchView(
        name=name,
        url=url,
        source=source,
        sample=sample,
        article=result.article,
        entries=entries,
        fates={"kept": counts["kept"], "data": counts["data"], "cut": counts["cut"]},
        roles=tuple(Counter(entry.role for entry in result.ledger).most_common()),
        rules=tuple(sorted(Counter(entry.rule for entry in result.ledger).items())),
        report=result.report,
        result=script_json(output.decode()),
        title_entry=_first(result, Role.TITLE),
        lead_entry=_first(result, Role.SUMMARY),
    )


def family(role: Role) -> str:
    """The family of a role.

    >>> family(Role.CREDIT), family(Role.CHROME)
    ('picture', 'page')
    """
    return next((name for name, roles in FAMILIES.items() if role in roles), REST)


def script_json(text: str) -> Markup:
    r"""JSON that no parser of HTML takes for markup.

    >>> script_json('{"a": "</script>"}')
    Markup('{"a": "\\u003c/script>"}')
    """
    return Markup(text.replace("<", "\\u003c"))


def roles_by_family() -> dict[str, list[Role]]:
    """Family -> its roles; every role is in one."""
    return {name: [role for role in Role if family(role) == name] for name in (*FAMILIES, REST)}


def constants() -> Markup:
    """What the page's script must know of roles: their family, and which are in the text or a field of the article."""
    families = {role.value: family(role) for role in Role}
    return script_json(json.dumps({"families": families, "kept": sorted(KEPT_ROLES), "data": sorted(DATA_ROLES)}))


def _entries(result: CleanResult, known: Collection[str]) -> Iterator[EntryView]:
    html = _body_html(result)
    # The square root lets short blocks be seen beside long ones.
    ends = list(accumulate((len(entry.text) ** 0.5 + 1 for entry in result.ledger), initial=0.0))
    scale = _STRIP / (ends[-1] or 1.0)
    before = None
    for entry, (start, end) in zip(result.ledger, pairwise(ends), strict=True):
        kind = (entry.role, fate(entry))
        yield EntryView(
            entry=entry,
            fate=kind[1],
            family=family(entry.role),
            html=html.get(entry.id, escape(shown(entry))),
            shown=entry.kept and entry.role in BODY_ROLES,
            again=kind == before,
            percent=round(entry.confidence * 100),
            doubtful=entry.confidence < DOUBT,
            place=_place(entry),
            known=entry.rule in known,
            x=round(start * scale, 2),
            width=round((end - start) * scale, 2),
        )
        before = kind


def _place(entry: LedgerEntry) -> str:
    return entry.path or (f"{entry.start}–{entry.end}" if entry.start is not None else "")


def _body_html(result: CleanResult) -> dict[int, Markup]:
    """Ledger id -> the block's own inline HTML, through the allow-list once more."""
    body = result.article.body
    entries = first_entries(result.ledger, body)
    return {entry.id: Markup(sanitise(body[number].html)) for number, entry in entries.items()}


def _first(result: CleanResult, role: Role) -> int:
    return next((entry.id for entry in result.ledger if entry.role is role), -1)
