"""Which packs count on a page."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.rulebook.rule import Pack


def active_packs(packs: Iterable[Pack], host: str | None, seen_fingerprints: frozenset[str]) -> frozenset[str]:
    """Names of the packs that apply to a page: those of its outlet and system, and all that are for no certain one.

    The packs of all languages count on every page: menus, labels and credits in another language than the story's
    are common, and a label is a whole line, so that a language rarely takes one for its own by chance.
    host: host name of the page's address. seen_fingerprints: names of the packs whose fingerprint was found.
    """
    return frozenset(pack.name for pack in packs if _is_at_home(pack, host, seen_fingerprints))


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
