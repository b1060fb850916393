"""A site pack drafted from stored pages: what `cleaner rules new` writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from cleaner.draft.container import draft_container
from cleaner.draft.entry import FieldDraft, PackDraft, RuleDraft
from cleaner.draft.fields import FIELD_ROLES, draft_field
from cleaner.draft.marks import LAYOUT, may_mark
from cleaner.draft.rest import unused_names
from cleaner.draft.roles import KINDS, Told, draft_role
from cleaner.draft.sheet import Sheet, look
from cleaner.draft.sound import keep_sound
from cleaner.draft.write import pack_toml
from cleaner.errors import OptionError
from cleaner.limits import Limits
from cleaner.model import BODY_ROLES, RawPage, Role
from cleaner.rulebook import Rulebook

_HOST = re.compile(r"(?=.{4,100}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_FAMILY = 3  # names with one beginning that make it a naming of its own
_MOST_FINGERPRINTS = 4


def draft_pack(host: str, pages: Sequence[RawPage], rulebook: Rulebook, limits: Limits, today: date) -> str:
    """The TOML of a pack for a host, which loads and passes its own check beside the rulebook.

    pages: HTML pages of the host, stored by somebody. today: stands for `seen` where no page says its date.
    Raises OptionError for a host that is none or has a pack, and for pages without markup.
    """
    host = _checked(host, rulebook)
    sheets = [look(page, rulebook, limits) for page in pages]
    if not sheets or not all(sheet.page.kind == "html" and any(sheet.marks) for sheet in sheets):
        raise OptionError("a site pack is drafted from HTML pages; this one has no markup that could tell anything")
    prefix = _prefix(host, rulebook)
    told = {role: draft_role(sheets, role, prefix, rulebook) for role in KINDS}
    body, remark = draft_container(sheets, prefix)
    rules = [body, *(one.rule for one in told.values())]
    entries = [entry for entry in (*rules, *_fields(sheets, told, prefix)) if entry is not None]
    remarks = [_thin(sheets), *(line for one in told.values() for line in one.remarks), remark]
    pack = _pack(host, sheets, today, tuple(filter(None, remarks)))
    sound = keep_sound(rulebook, f"sites/{host}", pack, entries)
    return pack_toml(pack._replace(unused=unused_names(sheets, _selectors(sound))), sound)


def _selectors(entries: Iterable[RuleDraft | FieldDraft]) -> list[str]:
    """The selectors of the rules that decide; the container's holds all of the story and tells nothing."""
    rules = (entry for entry in entries if isinstance(entry, RuleDraft) and not entry.weak)
    return [selector for rule in rules for selector in dict(rule.where)["selector"]]  # type: ignore[union-attr]


def _thin(sheets: Sequence[Sheet]) -> str:
    return (
        "" if len(sheets) > 1 else "From one page: what tells there may not tell on the next; draft from three or more."
    )


def _checked(host: str, rulebook: Rulebook) -> str:
    host = host.lower().removeprefix("www.")
    if not _HOST.fullmatch(host):
        raise OptionError(f"{host!r} is not a host name, such as tin.example.vn")
    home = next((pack for pack in rulebook.packs if host in pack.hosts), None)
    if home is not None:
        raise OptionError(f"{host} has a pack: {home.file}")
    return host


def _prefix(host: str, rulebook: Rulebook) -> str:
    """What the pack's ids begin with: the host's own letters, and a number where another pack has them."""
    own = re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0])
    taken = {name.partition(".")[0] for name in rulebook.pack_of}
    return next(name for name in (own, *(f"{own}{number}" for number in range(2, 1000))) if name not in taken)


def _fields(sheets: Sequence[Sheet], told: dict[Role, Told], prefix: str) -> Iterable[RuleDraft | FieldDraft | None]:
    for field, role in FIELD_ROLES.items():
        telling = told[role].telling
        if telling is not None and telling.selectors:
            yield draft_field(sheets, field, role, telling.selectors, prefix)


def _pack(host: str, sheets: Sequence[Sheet], today: date, remarks: tuple[str, ...]) -> PackDraft:
    articles = [sheet.result.article for sheet in sheets]
    days = [article.published.date() for article in articles if article.published is not None]
    return PackDraft(
        host=host,
        languages=tuple(sorted({article.language for article in articles} - {"und"})),
        seen=max(days, default=today).strftime("%Y-%m"),
        site_name=_commonest(article.site_name for article in articles),
        dateline_prefixes=tuple(sorted({article.dateline for article in articles if article.dateline})),
        generator=_commonest(value for sheet in sheets for value in sheet.document.head.metas.get("generator", ())),
        fingerprint=_fingerprint(sheets),
        remarks=remarks,
    )


def _commonest(values: Iterable[str | None]) -> str:
    counts = Counter(value for value in values if value)
    return max(counts, key=counts.__getitem__, default="")


def _fingerprint(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Classes around the story of every page whose first part many classes of the pages share, such as "abc-"."""
    around = [
        {mark for block in sheet.having(*BODY_ROLES, Role.TITLE) for mark in sheet.marks[block] if may_mark(mark)}
        for sheet in sheets
    ]
    names = {mark for sheet in sheets for marks in sheet.marks for mark in marks}
    families = Counter(filter(None, map(_family, sorted(names))))
    shared = sorted(set.intersection(*around))
    return tuple(mark for mark in shared if families[_family(mark)] >= _FAMILY)[:_MOST_FINGERPRINTS]


def _family(mark: str) -> str:
    """The first part of a class of several parts; "" for one that layouts use everywhere."""
    first, sign, _ = mark[1:].replace("_", "-").partition("-")
    return first if sign and mark[0] == "." and first not in LAYOUT else ""
