"""The pack that a drafted rule belongs to: the outlet's, else the family's or the language's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.draft.sheet import Sheet
from cleaner.draft.write import comment, quoted
from cleaner.rulebook import Rulebook
from cleaner.rulebook.load import RANKS

_CONDITIONAL = 2  # rank from which a pack is of one family or outlet


class Home(NamedTuple):
    """pack: its name. rank: of its rules. prefix: what the ids of its rules begin with. head: the [pack] table to
    write above the rules, "" when the pack is there already."""

    pack: str
    rank: int
    prefix: str
    head: str


def home_of(sheet: Sheet, rules: Iterable[str], rulebook: Rulebook) -> Home:
    """rules: ids of those that decided wrongly; without a host, one of a family's pack says where to go."""
    host = _host(sheet)
    names = [rulebook.pack_of[rule] for rule in rules if rule in rulebook.pack_of]
    family = next((pack.name for pack in rulebook.packs if pack.name in names and pack.rank == _CONDITIONAL), "")
    if host:
        known = next(
            (pack.name for pack in rulebook.packs if pack.rank > _CONDITIONAL and _is_of(host, pack.hosts)), ""
        )
        return _home(known or f"sites/{host}", rulebook, _site_head(host, sheet))
    language = sheet.result.article.language
    if family or language == "und":
        return _home(family or "generic/corrections", rulebook, "[pack]")
    return _home(f"lang/{language}/corrections", rulebook, f"[pack]\nlanguages = [{quoted(language)}]")


def _home(name: str, rulebook: Rulebook, head: str) -> Home:
    own = [identifier for identifier, pack in rulebook.pack_of.items() if pack == name]
    known = any(pack.name == name for pack in rulebook.packs)
    letters = "".join(filter(str.isalnum, name.partition("/")[2].rpartition(".")[0] or name.partition("/")[2]))
    prefix = own[0].partition(".")[0] if own else letters
    return Home(name, RANKS[name.partition("/")[0]], prefix, "" if known else head)


def _site_head(host: str, sheet: Sheet) -> str:
    published = sheet.result.article.published
    seen = f"seen = {quoted(published.strftime('%Y-%m'))}" if published else 'why = "Drafted from a correction."'
    site = sheet.result.article.site_name
    lines = [comment(f"{site or host}. Drafted from a correction."), "[pack]", f"hosts = [{quoted(host)}]", seen]
    return "\n".join(lines)


def _host(sheet: Sheet) -> str:
    """The host of the address that is the caller's label or the page's own."""
    try:
        host = urlsplit(sheet.page.url or sheet.result.article.url or "").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host and all(c.isalnum() or c in ".-" for c in host) else ""


def _is_of(host: str, names: Iterable[str]) -> bool:
    return any(host == name or host.endswith(f".{name}") for name in names)
