"""Which packs count on a page."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.rulebook.rule import Pack

#: Labels of the web's second language stand on pages in every other one.
_EVERYWHERE = "en"


def active_packs(
    packs: Iterable[Pack], host: str | None, seen_fingerprints: frozenset[str], language: str | None
) -> frozenset[str]:
    """Names of the packs that apply to a page.

    host: host name of the page's address. seen_fingerprints: names of the packs whose fingerprint
    was found. language: BCP 47 tag as detected from the words (what a page declares is often wrong);
    None lets all language packs count.
    """
    return frozenset(
        pack.name for pack in packs if _is_at_home(pack, host, seen_fingerprints) and _speaks(pack, language)
    )


def _is_at_home(pack: Pack, host: str | None, seen: frozenset[str]) -> bool:
    if not pack.conditional:
        return True
    return pack.name in seen or (host is not None and any(_same_site(host, name) for name in pack.hosts))


def _same_site(host: str, name: str) -> bool:
    """
    >>> _same_site("m.nhandan.vn", "nhandan.vn"), _same_site("xnhandan.vn", "nhandan.vn")
    (True, False)
    """
    host = host.lower().rstrip(".")
    return host == name or host.endswith("." + name)


def _speaks(pack: Pack, language: str | None) -> bool:
    if language is None or not pack.languages:
        return True
    primary = language.lower().partition("-")[0]
    return primary in pack.languages or _EVERYWHERE in pack.languages or primary in ("", "und")
