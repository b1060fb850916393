"""What the field readers share, gathered once: the page's JSON-LD objects, selector hits and judged blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cleaner.jsonld import plain_text
from cleaner.metadata.hosts import host_of
from cleaner.metadata.judged import headings_of, read_verdicts, sample_of
from cleaner.metadata.story import Object, by_type, stories
from cleaner.model import Block, Document, FieldHit, Head, Role, Verdict


@dataclass(frozen=True, slots=True)
class Facts:
    """The evidence of one page.

    objects: JSON-LD objects by their schema.org type. stories: those of the story, the most telling
        first; story: that one, or {}.
    printed: the blocks judged title, byline, date, ... in page order; empty without verdicts.
    opening: the first judged body block, or None. closing: the story's last block and the
        few behind it.
    headings: blocks of <h1> elements, outside menus and footers if there are any such; on a page
        without <h1>, the blocks that print the declared title, else the one judged title.
    host: of the page's own address, without "www.". sample: some of the story's text, to tell its language.
    """

    document: Document
    head: Head
    objects: Mapping[str, Sequence[Object]]
    stories: tuple[Object, ...]
    hits: Mapping[str, tuple[FieldHit, ...]]
    printed: Mapping[Role, Sequence[Block]]
    opening: Block | None
    closing: Sequence[Block]
    headings: tuple[Block, ...]
    url: str
    host: str
    sample: str

    @property
    def story(self) -> Object:
        return self.stories[0] if self.stories else {}

    @property
    def is_text(self) -> bool:
        return self.document.page.kind == "text"

    def meta(self, name: str) -> tuple[str, ...]:
        """The values of a meta element, entities resolved and white space collapsed, empty ones left out."""
        values = self.head.metas.get(name)
        return tuple([text for value in values if (text := plain_text(value))]) if values else ()

    def metas(self, names: Iterable[str], most: int = 1) -> list[tuple[str, str]]:
        """Name and value of those meta elements that the page has, in the order of `names`, `most` of each."""
        have = self.head.metas
        return [(name, value) for name in names if name in have for value in self.meta(name)[:most]]


def gather(document: Document, verdicts: Sequence[Verdict]) -> Facts:
    """One look at head, blocks and verdicts; cheap, and nothing is parsed that no field asks for."""
    head = document.head
    judged = read_verdicts(document.blocks, verdicts)
    titles = () if document.page.kind == "text" else judged.printed.get(Role.TITLE, ())
    url = document.page.url or _declared_url(head)
    objects = by_type(head.json_ld)
    return Facts(
        document=document,
        head=head,
        objects=objects,
        stories=stories(objects, url),
        hits=_hits(head.hits),
        printed=judged.printed,
        opening=judged.story[0] if judged.story else None,
        closing=judged.closing,
        headings=headings_of(document.blocks, head, titles),
        url=url,
        host=host_of(url),
        sample=sample_of(judged.story or document.blocks),
    )


def is_generic(hit: FieldHit) -> bool:
    """Found by a rule for any site: near the headline it is evidence, elsewhere it may be another story's."""
    return hit.rule_id.startswith("generic.")


def _declared_url(head: Head) -> str:
    for values in (head.links.get("canonical", ()), head.metas.get("og:url", ())):
        for value in values:
            if value.startswith("http"):
                return value
    return ""


def _hits(hits: Sequence[FieldHit]) -> dict[str, tuple[FieldHit, ...]]:
    """The hits by field, those of the site's or CMS's own rules first."""
    found: dict[str, list[FieldHit]] = {}
    for hit in sorted(hits, key=is_generic):
        found.setdefault(hit.field, []).append(hit)
    return {field: tuple(values) for field, values in found.items()}
