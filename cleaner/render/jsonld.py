"""schema.org NewsArticle as JSON-LD (https://schema.org/NewsArticle).

`<`, `>` and `&` are written as JSON escapes, so that the text can stand in a `<script>` element.
"""

from __future__ import annotations

from cleaner.model import Author, CleanResult, Image
from cleaner.render.flow import lead
from cleaner.render.json import canonical
from cleaner.render.profile import Profile
from cleaner.render.text import reading_text

_SCRIPT_UNSAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def render_jsonld(result: CleanResult, profile: Profile) -> str:
    """One NewsArticle object; properties without a value are absent."""
    article = result.article
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "articleBody": _body(result, profile),
        "articleSection": article.section,
        "keywords": list(article.tags),
        "inLanguage": None if article.language == "und" else article.language,
        "author": [_author(author) for author in article.authors],
        "sourceOrganization": _organization(article.agency),
        "publisher": _organization(article.site_name),
        "datePublished": article.published.isoformat() if article.published else None,
        "dateModified": article.modified.isoformat() if article.modified else None,
        "dateline": article.dateline,
        "image": [_image(image) for image in article.images],
        "url": article.url,
        "mainEntityOfPage": article.url,
        "isBasedOn": article.url,
    }
    return canonical(_without_gaps(described)).translate(_SCRIPT_UNSAFE) + "\n"


def _body(result: CleanResult, profile: Profile) -> str:
    """articleBody has no lead in it: that is the description."""
    text = reading_text(result, profile)
    return text.removeprefix("\n\n".join(lead(result.article, profile))).lstrip("\n")


def _author(author: Author) -> dict[str, object]:
    return _without_gaps(
        {"@type": "Person", "name": author.name, "jobTitle": None if author.role == "author" else author.role}
    )


def _organization(name: str | None) -> dict[str, object] | None:
    return {"@type": "Organization", "name": name} if name else None


def _image(image: Image) -> dict[str, object]:
    return _without_gaps(
        {"@type": "ImageObject", "contentUrl": image.url, "caption": image.caption, "creditText": image.credit}
    )


def _without_gaps(value: dict[str, object]) -> dict[str, object]:
    return {name: item for name, item in value.items() if item not in (None, "", [])}
