"""The way of a page. Read this file first: the last function is the algorithm."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from urllib.parse import urlsplit

from cleaner.assemble import assemble, ledger, report
from cleaner.classify import classify
from cleaner.decode import decode
from cleaner.fallback import rescue
from cleaner.known import Known
from cleaner.limits import Limits
from cleaner.metadata import mixture, mixture_warning, outlet_keys, published_day, read_metadata
from cleaner.model import CleanResult, Document, Kind, RawPage
from cleaner.rulebook import Rulebook, load_rulebook
from cleaner.segment import segment
from cleaner.settle import settle
from cleaner.settle.known import prove_related


@cache
def default_rulebook() -> Rulebook:
    """The packs that ship with the package, loaded once; a rulebook is immutable."""
    return load_rulebook()


def clean(
    content: bytes | str,
    url: str | None = None,
    content_type: str | None = None,
    *,
    kind: Kind | None = None,
    rulebook: Rulebook | None = None,
    limits: Limits | None = None,
    known: Known | None = None,
) -> CleanResult:
    """Clean one news page: HTML or flattened text in, article, ledger and report out.

    `url` is a label and is never fetched; `content_type` is an HTTP Content-Type value; `kind` says
    "html" or "text" where the content should not be asked; `known` knows titles of the host's other pages.
    Same input, rules, version and known titles: same output.

    Raises EmptyInput, UnsupportedMedia, InputTooLarge or UndecodableInput (all InputError), and TypeError for what is
    no page at all, such as the response of an HTTP library, ValueError for another kind than these.
    """
    if not isinstance(content, bytes | bytearray | str):
        raise TypeError(f"the content of a page is bytes or str, not {type(content).__name__}")
    if kind not in (None, "html", "text"):
        raise ValueError(f"the kind of a page is 'html', 'text' or None, not {kind!r}")
    page = RawPage(content, url, content_type, kind)
    return clean_page(page, rulebook or default_rulebook(), limits or Limits(), known)


@lru_cache(maxsize=8)
def _outlets(rulebook: Rulebook) -> frozenset[str]:
    """The names by which the packs' outlets sign; the same for every page of a rulebook."""
    return outlet_keys(name for pack in rulebook.packs for name in (pack.site_name, *pack.dateline_prefixes) if name)


def _host(document: Document) -> str | None:
    """The host that the page says it is from: the caller's label first, then its own declarations."""
    head = document.head
    declared = (document.page.url, *head.links.get("canonical", ()), *head.metas.get("og:url", ()))
    for url in declared:
        try:
            host = urlsplit(url).hostname if url else None
        except ValueError:
            continue
        if host:
            return host
    return None


def _with_active_hits(document: Document, rulebook: Rulebook, active: frozenset[str]) -> Document:
    """The document without the field values that a pack of another site or CMS found."""
    head = document.head
    hits = tuple(hit for hit in head.hits if rulebook.pack_of[hit.rule_id] in active)
    return document if len(hits) == len(head.hits) else replace(document, head=replace(head, hits=hits))


def _in_time(document: Document, rulebook: Rulebook) -> Document:
    """The document without the covers of rules whose layout was gone when the story was published."""
    dated = {owner for block in document.blocks for owner in block.covers if owner in rulebook.dated}
    day = published_day(document) if dated else None
    gone = {owner for owner in dated if day is not None and day > rulebook.dated[owner]}
    if not gone:
        return document
    covers = (tuple(owner for owner in block.covers if owner not in gone) for block in document.blocks)
    return replace(
        document, blocks=tuple(block._replace(covers=left) for block, left in zip(document.blocks, covers, strict=True))
    )


def _publication(rulebook: Rulebook, active: frozenset[str], host: str | None) -> str:
    """The name of the outlet, when a pack is for its host; papers of one house share a markup and no name."""
    named = [pack for pack in rulebook.packs if pack.site_name and pack.name in active]
    at_home = rulebook.select(host) if named else active
    return next((pack.site_name for pack in named if pack.name in at_home), "")


def clean_page(page: RawPage, rulebook: Rulebook, limits: Limits, known: Known | None = None) -> CleanResult:
    decoded = decode(page, limits.max_bytes)
    document = segment(decoded, rulebook)
    host = _host(document)
    active = rulebook.select(host, document.fingerprints, text=document.page.kind == "text")
    document = _in_time(_with_active_hits(document, rulebook, active), rulebook)
    claims, scores = classify(document, rulebook, active)
    verdicts = settle(document, claims, scores)
    verdicts, stage = rescue(document, verdicts)
    verdicts = prove_related(document, verdicts, known, host)
    metadata = read_metadata(document, verdicts, _outlets(rulebook), _publication(rulebook, active, host))
    article = assemble(document, verdicts, metadata)
    entries = ledger(document, verdicts)
    shares = mixture(document, verdicts, metadata.language)
    summary = report(
        document,
        verdicts,
        article,
        rulebook=rulebook.version,
        stage=stage,
        remarks=(mixture_warning(shares),) if shares else (),
    )
    return CleanResult(article, entries, summary)
