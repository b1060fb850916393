"""Small pages for the metadata tests, made without HTML: every field is plain data once segmented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.metadata.facts import Facts, gather
from cleaner.model import Block, Candidate, DecodedPage, Document, FieldHit, Head, Role, Verdict

URL = "https://www.baosongda.vn/the-thao/doi-bong-lang-vo-dich-20240512083015123.htm"


def head(
    title: str = "",
    language: str = "",
    metas: Mapping[str, str | Sequence[str]] | None = None,
    json_ld: Sequence[Mapping[str, Any]] = (),
    hits: Sequence[FieldHit] = (),
    canonical: str = "",
) -> Head:
    values = {name: (value,) if isinstance(value, str) else tuple(value) for name, value in (metas or {}).items()}
    links = {"canonical": (canonical,)} if canonical else {}
    return Head(title, language, values, links, tuple(json_ld), tuple(hits))


def html_page(declared: Head, *blocks: Block | str, url: str | None = URL, source: str = "") -> Document:
    """An HTML page; a bare string is a paragraph, "# ..." its <h1>."""
    page = DecodedPage(source, "html", "utf-8", "str", url)
    return Document(page, tuple(_block(index, block) for index, block in enumerate(blocks)), declared)


def _block(index: int, block: Block | str) -> Block:
    if isinstance(block, Block):
        return block._replace(index=index)
    return Block(index, block.removeprefix("# "), tag="h1" if block.startswith("# ") else "p")


def text_page(*lines: tuple[Role, str], url: str | None = None) -> tuple[Document, tuple[Verdict, ...]]:
    """A flattened text whose lines are already judged."""
    blocks = tuple(Block(index, text) for index, (_, text) in enumerate(lines))
    verdicts = tuple(judged(role) for role, _ in lines)
    return Document(DecodedPage("", "text", "utf-8", "str", url), blocks, Head()), verdicts


def judged(role: Role, kept: bool = False) -> Verdict:
    return Verdict(role, kept or role is Role.BODY, "test", "", 1.0)


def facts(document: Document, verdicts: Sequence[Verdict] = ()) -> Facts:
    return gather(document, verdicts)


def hit(field: str, value: str, rule: str = "site.field", block: int = 0) -> FieldHit:
    return FieldHit(field, value, rule, block)


def verdict_of(candidates: Sequence[Candidate], raw: str) -> str:
    """The verdict of the first candidate with this raw value."""
    return next(candidate.verdict for candidate in candidates if candidate.raw == raw)
