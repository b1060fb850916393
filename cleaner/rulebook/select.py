"""Which packs count on a page."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.rulebook.rule import Pack

_MAX_HOST = 253  # characters of a host name (RFC 1035, section 2.3.4), so that none can be part of thousands


def unconditional(packs: Iterable[Pack], text: bool) -> frozenset[str]:
    """Names of the packs that are for no certain outlet or system.

    The packs of all languages count on every page: menus, labels and credits in another language than the story's
    are common, and a label is a whole line, so that a language rarely takes one for its own by chance.
    text: the page is a flattened text; packs for texts count on no other.
    """
    return frozenset(pack.name for pack in packs if not pack.conditional and pack.texts <= text)


def at_home(conditional: Iterable[Pack], host: str | None, seen: frozenset[str], text: bool) -> frozenset[str]:
    """Names of those of these packs that are for a page's outlet or system.

    host: host name of the page's address. seen: names of the packs whose fingerprint was found. text: see above.
    """
    sites = _sites(host or "")
    return frozenset(
        pack.name
        for pack in conditional
        if (pack.name in seen or not sites.isdisjoint(pack.hosts)) and pack.texts <= text
    )


def _sites(host: str) -> frozenset[str]:
    """A host and all that it is part of.

    >>> sorted(_sites("m.nhandan.vn"))
    ['m.nhandan.vn', 'nhandan.vn', 'vn']
    """
    labels = host.lower().rstrip(".")[-_MAX_HOST:].split(".")
    return frozenset(".".join(labels[at:]) for at in range(len(labels)))
