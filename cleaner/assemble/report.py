"""The report: how the cleaning went, in counts, a quality score with its reasons, and warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from cleaner.assemble.kind import is_front
from cleaner.jsonld import plain_text
from cleaner.model import BODY_ROLES, Article, Document, Report, Role, Verdict
from cleaner.text import fold
from cleaner.version import __version__

_SHORT = 200  # characters of text under which a result is doubtful
_COMPARED = 60
_OPENING = 400  # characters


def report(
    document: Document,
    verdicts: tuple[Verdict, ...],
    article: Article,
    *,
    rulebook: str,
    stage: str,
    remarks: tuple[str, ...] = (),
) -> Report:
    """Counts by role and rule, the share of text kept, quality in 0..1 and what to look at.

    rulebook: content hash of the rules; stage: the evidence that decided the body;
    remarks: warnings of other stages.
    """
    total = sum([len(block.text) for block in document.blocks])
    kept = sum([len(block.text) for block, verdict in zip(document.blocks, verdicts, strict=True) if verdict.kept])
    roles = Counter([verdict.role for verdict in verdicts])
    quality, reasons = _quality(document, verdicts, article)
    page = document.page
    return Report(
        engine=__version__,
        rulebook=rulebook,
        kind=page.kind,
        encoding=page.encoding,
        encoding_source=page.encoding_source,
        blocks=len(document.blocks),
        kept_share=round(kept / total, 4) if total else 0.0,
        roles={str(role): number for role, number in sorted(roles.items())},
        rules=dict(sorted(Counter([verdict.rule for verdict in verdicts]).items())),
        quality=quality,
        quality_reasons=reasons,
        stage=stage,
        warnings=(*page.warnings, *document.warnings, *remarks, *_warnings(document, verdicts, article, roles)),
    )


def _quality(document: Document, verdicts: tuple[Verdict, ...], article: Article) -> tuple[float, tuple[str, ...]]:
    """The mean of what can be checked on this page; each reason names its part."""
    parts = {
        "length of text": min(1.0, len(article.text) / 800),
        "structure found": (bool(article.title) + bool(article.summary) + bool(article.body)) / 3,
        "confidence of kept blocks": _mean([verdict.confidence for verdict in verdicts if verdict.kept]),
    }
    agreement = _agreement(document, article)
    if agreement is not None:
        parts["agreement with declared text"] = agreement
    reasons = tuple(f"{name}: {value:.2f}" for name, value in parts.items())
    return round(_mean(list(parts.values())), 3), reasons


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _agreement(document: Document, article: Article) -> float | None:
    """Share of the page's own declarations (JSON-LD articleBody, og:description) found in the text."""
    declared = [fold(value)[:_COMPARED] for value in document.head.metas.get("og:description", ())[:1]]
    bodies = (plain_text(item.get("articleBody")) for item in document.head.json_ld)
    declared += [fold(body[: 2 * _COMPARED])[:_COMPARED] for body in bodies]
    declared = [value for value in declared if len(value) >= 20]
    if not declared:
        return None
    opening = fold(article.text[:_OPENING].rpartition(" ")[0])  # most descriptions are the story's first words
    if all(value in opening for value in declared):
        return 1.0
    text = fold(article.text)
    return _mean([float(value in text) for value in declared])


def _warnings(
    document: Document, verdicts: tuple[Verdict, ...], article: Article, roles: Collection[Role]
) -> list[str]:
    found = []
    if is_front(document, verdicts):
        found.append("looks like a home page or section front, not an article")
    if not article.body and Role.CAPTION in roles:
        found.append("the page has captions and no other text")
    elif BODY_ROLES.isdisjoint(roles):
        found.append("no story was found")
    elif len(article.text) < _SHORT:
        found.append(f"short text: {len(article.text)} characters")
    if len(article.text) < _SHORT and (declared := _declared_chars(document)) >= 2 * _SHORT:
        found.append(f"the page declares a story of {declared} characters (JSON-LD articleBody) that it does not print")
    return found


def _declared_chars(document: Document) -> int:
    """Of the longest articleBody: what a script would show, or a reader who pays."""
    return max((len(plain_text(item.get("articleBody"))) for item in document.head.json_ld), default=0)
