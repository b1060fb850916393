"""The article: body blocks in page order, with the metadata, pictures and related stories as data."""

from __future__ import annotations

from cleaner.assemble.address import site_of
from cleaner.assemble.captions import TOLD
from cleaner.assemble.images import images
from cleaner.assemble.inline import inline_html, safe_url
from cleaner.assemble.kind import article_kind
from cleaner.assemble.related import related
from cleaner.assemble.uncredited import uncredited
from cleaner.flags import PRE
from cleaner.metadata import Metadata
from cleaner.model import BODY_ROLES, Article, Block, BodyBlock, Document, Role, Verdict, body_type
from cleaner.shown import as_shown, shown


def assemble(document: Document, verdicts: tuple[Verdict, ...], metadata: Metadata) -> Article:
    """The article of a judged page. Its text is the printed lead, then the body, a blank line between."""
    pairs = list(zip(document.blocks, verdicts, strict=True))
    summary = Role.SUMMARY
    lead = [shown(block) for block, verdict in pairs if verdict.role is summary]
    base = _base(document, metadata)
    body = tuple(_body_block(block, verdict, base) for block, verdict in pairs if verdict.role in BODY_ROLES)
    pictures = images(document, verdicts, base)
    return Article(
        title=metadata.title,
        summary="\n".join(lead) or None,
        body=body,
        text="\n\n".join([*lead, *(block.text for block in body)]),
        authors=metadata.authors,
        agency=metadata.agency,
        published=metadata.published,
        modified=metadata.modified,
        section=metadata.section,
        tags=metadata.tags,
        site_name=metadata.site_name,
        url=metadata.url,
        language=metadata.language,
        images=pictures,
        related=related(document, verdicts, base),
        kind=article_kind(document, verdicts),
        dateline=metadata.dateline,
        robots=metadata.robots,
        evidence=metadata.evidence,
    )


def _base(document: Document, metadata: Metadata) -> str | None:
    """Against what relative addresses are resolved (https://html.spec.whatwg.org/#document-base-url): the page's
    `base` where it is an address of the web, else where the page was fetched, else where it says that it stands."""
    label = document.page.url or ""
    address = label if site_of(label) else metadata.url
    declared = safe_url(document.head.base, address) or ""
    return declared if site_of(declared) else address


def _body_block(block: Block, verdict: Verdict, base: str | None) -> BodyBlock:
    read = uncredited(as_shown(block)) if verdict.rule == TOLD else as_shown(block)
    return BodyBlock(body_type(verdict.role, bool(block.flags & PRE)), read.text, inline_html(read, base))
