"""Titles of other pages of the host, where an edge knows some: proof of a related story, with a label or without."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.known import Known, title_key
from cleaner.model import Document, Role, Verdict

#: Verdicts that a title of another page does not overrule.
_STANDING = frozenset({Role.TITLE, Role.RELATED, Role.RELATED_LABEL, Role.CAPTION, Role.CAPTION_DUPLICATE})
_LONGEST = 400  # characters of a block that may be a title
_SURE = 0.97


def prove_related(
    document: Document, verdicts: tuple[Verdict, ...], known: Known | None, host: str | None
) -> tuple[Verdict, ...]:
    """The verdicts, where a block that equals the title of another page of the host is a related story."""
    if known is None or host is None:
        return verdicts
    keys = {
        block.index: key
        for block, verdict in zip(document.blocks, verdicts, strict=True)
        if verdict.role not in _STANDING and len(block.text) <= _LONGEST and (key := title_key(block.text))
    }
    asked = frozenset(keys.values()) - frozenset(_own_titles(document, verdicts))
    found = known.among(host, asked, document.page.url) if asked else frozenset()
    proof = Verdict(Role.RELATED, False, "known.title", f"the title of another page of {host}", _SURE)
    return tuple(proof if keys.get(index, "") in found else verdict for index, verdict in enumerate(verdicts))


def _own_titles(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    """What the page prints and declares as its own title; it may be in the index from an earlier day."""
    yield from (title_key(block.text) for block in document.blocks if verdicts[block.index].role is Role.TITLE)
    head = document.head
    for title in (head.title, *head.metas.get("og:title", ()), *head.metas.get("twitter:title", ())):
        yield from (title_key(title), title_key(title.rpartition(" - ")[0]), title_key(title.rpartition(" | ")[0]))
