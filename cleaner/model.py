"""The nouns of the engine: what a page is on its way from bytes to an article.

Everything here is immutable. Types made hundreds of times a page are named tuples (their
construction is several times cheaper than a frozen dataclass'); the few made once a page are
frozen, slotted dataclasses. Field names follow schema.org NewsArticle where it has the notion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from cleaner.plain import plain


class Role(StrEnum):
    """What a block is to the reader; exactly one a block.

    Naming a member takes Python 3.11 60 ns, so loops over all blocks of a page compare with a name bound before.
    """

    TITLE = "title"
    SUMMARY = "summary"  # the sapo: the lead printed under the headline
    BODY = "body"  # a paragraph of the story
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    NOTE = "note"  # a newsroom's own fact box
    DONATION_DETAILS = "donation_details"  # account lines of a charity story: its purpose
    CAPTION = "caption"
    CAPTION_DUPLICATE = "caption_duplicate"
    CREDIT = "credit"
    RELATED_LABEL = "related_label"
    RELATED = "related"
    BYLINE = "byline"
    AGENCY_SOURCE = "agency_source"
    DATE = "date"
    SOURCE_URL = "source_url"
    TAGS = "tags"
    SECTION = "section"
    PROMO = "promo"
    SHARE_WIDGET = "share_widget"
    COMMENT = "comment"
    AD = "ad"
    LEGAL = "legal"
    CHROME = "chrome"  # the page's own furniture: menus, headers, footers, forms
    DUPLICATE_BODY = "duplicate_body"


#: Roles whose blocks make up `Article.body`, in page order.
BODY_ROLES = frozenset(
    {Role.BODY, Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.TABLE, Role.NOTE, Role.DONATION_DETAILS}
)
#: Roles that stay in `Article.text`.
KEPT_ROLES = BODY_ROLES | {Role.SUMMARY}

Kind = Literal["html", "text"]
BodyType = Literal["paragraph", "preformatted", "heading", "list_item", "quote", "table", "note"]
_BODY_TYPES: dict[Role, BodyType] = {
    Role.HEADING: "heading",
    Role.LIST_ITEM: "list_item",
    Role.QUOTE: "quote",
    Role.TABLE: "table",
    Role.NOTE: "note",
}


def body_type(role: Role, preformatted: bool = False) -> BodyType:
    """The type of a body block of that role; all roles but a few are paragraphs, or what the page set line by line."""
    return _BODY_TYPES.get(role, "preformatted" if preformatted else "paragraph")


# -- input -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as it came: bytes or text, with what its sender said of it.

    `url` is a label and is never fetched. `content_type` is an HTTP Content-Type value.
    `kind` says what the content is; None lets `decode` recognise it.
    """

    content: bytes | str
    url: str | None = None
    content_type: str | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The page as text (NFC, no NUL), and why it was read so.

    utf8: the text's UTF-8 form where it is at hand, for the parser; empty where not.
    """

    text: str
    kind: Kind
    encoding: str
    encoding_source: str  # "str", "bom", "http", "meta", "detected", "repaired"
    url: str | None = None
    warnings: tuple[str, ...] = ()
    utf8: bytes = field(default=b"", compare=False, repr=False)


# -- blocks ------------------------------------------------------------------------------------
class Run(NamedTuple):
    """A stretch of a block's raw text with one inline style: bits of `cleaner.flags` (BOLD, ...)."""

    text: str
    style: int = 0
    href: str | None = None


class Block(NamedTuple):
    """One piece of the page, cut once; the unit of judgement.

    text: display text, entities resolved, white space collapsed; in a `pre` lines and indentation as on the page.
    start, end: half-open character offsets into `DecodedPage.text` (text pages), else -1.
    path: such as "body > p:nth-child(1)" (HTML pages), its nearest levels behind "…" where it is deep, else "".
    tag: nearest block-level element ("p", "li", "td", "figcaption", ...), "line" on text pages,
        "@alt" and the like where the text stood in an attribute.
    flags: bit set of the elements around it, see `cleaner.flags`.
    hints: bit set of hint groups (`cleaner.flags.HINT_GROUPS`) of any element around it.
    near: the same of its own block element and the two above.
    link_chars, bold_chars: how many characters of `text` stand inside links, in bold.
    links: how many links it holds.
    depth: how many elements stand above its own.
    container: number of its block element's parent in `Document.containers`, -1 when none.
    figure: number of the enclosing figure-like element, -1 when none.
    covers: ids of the selector rules whose element covers this block, nearest last.
    runs: the inline make-up of `text`; empty for plain text.
    gap: blank lines before it (text pages).
    """

    index: int  # type: ignore[assignment]  # a block has a place in its page; tuple.index is not needed
    text: str
    start: int = -1
    end: int = -1
    path: str = ""
    tag: str = "line"
    flags: int = 0
    hints: int = 0
    near: int = 0
    link_chars: int = 0
    bold_chars: int = 0
    links: int = 0
    depth: int = 0
    container: int = -1
    figure: int = -1
    covers: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    gap: int = 0


class ImageRef(NamedTuple):
    """A picture as the markup declares it.

    url: as written; "" where only a placeholder is written out (`data:`). block: index of the next block
    after it. figure: number of the enclosing figure-like element, -1 when none. attributes: (name, text)
    of the attributes that hold words, `alt` among them.
    """

    url: str
    alt: str
    block: int
    figure: int
    attributes: tuple[tuple[str, str], ...] = ()
    path: str = ""


class FieldHit(NamedTuple):
    """A value that a rule's selector found for an article field (author, published, ...)."""

    field: str
    value: str
    rule_id: str
    block: int  # index of the first block inside or after the element


@dataclass(frozen=True, slots=True)
class Head:
    """What the page declares of itself, unjudged.

    metas: lower-cased name/property/itemprop -> values in page order.
    links: rel -> hrefs. base: the href of the head's first `base`, as written.
    json_ld: objects of all JSON-LD blocks, `@graph` and arrays flattened.
    """

    title: str = ""
    language: str = ""
    metas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    json_ld: tuple[Mapping[str, Any], ...] = ()
    hits: tuple[FieldHit, ...] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A page cut into blocks. The blocks hold all of its visible text, each piece once.

    containers: parent number of each block-level element, in page order (-1 for the first).
    fingerprints: names of the rule packs whose fingerprint was seen in the markup.
    """

    page: DecodedPage
    blocks: tuple[Block, ...]
    head: Head
    images: tuple[ImageRef, ...] = ()
    containers: tuple[int, ...] = ()
    fingerprints: frozenset[str] = frozenset()
    warnings: tuple[str, ...] = ()


# -- verdicts ----------------------------------------------------------------------------------
class Verdict(NamedTuple):
    """The judgement of one block. `rule` is never empty: no verdict is anonymous."""

    role: Role
    kept: bool
    rule: str
    evidence: str
    confidence: float


# -- the article -------------------------------------------------------------------------------
#: Marks a field that older results do not have: who stored one may send it back without.
LATER = "later"


class BodyBlock(NamedTuple):
    """A block of the story: plain text, and the same as safe inline HTML."""

    type: BodyType
    text: str
    html: str


class Author(NamedTuple):
    name: str
    role: str = "author"


class Image(NamedTuple):
    """A picture of the story. `credit_kind`: "photographer", "agency", "provided", "stock" or None.

    place: how many blocks of `Article.body` stand before it; None where nobody noted it, in results of older versions.
    """

    url: str | None
    caption: str | None
    credit: str | None = None
    credit_kind: str | None = None
    copies: int = 1
    place: Annotated[int | None, LATER] = None


class RelatedItem(NamedTuple):
    title: str
    url: str | None = None
    summary: str | None = None
    caption: str | None = None
    credit: str | None = None


class Candidate(NamedTuple):
    """One reading of a field: the raw value, where it stood, and what was decided of it and why."""

    raw: str
    source: str
    verdict: str  # "chosen", "agrees", "weaker", or "rejected: <why>"


@dataclass(frozen=True, slots=True)
class Article:
    title: str | None = None
    summary: str | None = None
    body: tuple[BodyBlock, ...] = ()
    text: str = ""
    authors: tuple[Author, ...] = ()
    agency: str | None = None
    published: datetime | None = None
    modified: datetime | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    site_name: str | None = None
    url: str | None = None
    language: str = "und"
    images: tuple[Image, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    kind: str = "news"
    dateline: str | None = None
    robots: Annotated[tuple[str, ...], LATER] = ()
    evidence: Mapping[str, tuple[Candidate, ...]] = field(default_factory=dict)


class LedgerEntry(NamedTuple):
    """One block with its verdict and the place where it stood."""

    id: int
    text: str
    role: Role
    kept: bool
    rule: str
    evidence: str
    confidence: float
    start: int | None = None
    end: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How the cleaning went. `quality` is in 0..1; `stage` is the evidence that decided the body."""

    engine: str
    rulebook: str
    kind: Kind
    encoding: str
    encoding_source: str
    blocks: int
    kept_share: float
    roles: Mapping[str, int]
    rules: Mapping[str, int]
    quality: float
    quality_reasons: tuple[str, ...] = ()
    stage: str = "rules"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanResult:
    article: Article
    ledger: tuple[LedgerEntry, ...]
    report: Report

    def to_dict(self) -> dict[str, Any]:
        """The JSON of every edge: {"article": ..., "ledger": [...], "report": ...}."""
        return {
            "article": plain(self.article),
            "ledger": [plain(entry) for entry in self.ledger],
            "report": plain(self.report),
        }
