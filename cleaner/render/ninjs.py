"""IPTC ninjs 3.1, news in JSON (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json).

`uri` is the one property the standard demands: the page's own URL, else a name made of the text, so
that equal texts have equal names.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from cleaner.model import Article, CleanResult, Image
from cleaner.render.html import render_html
from cleaner.render.json import canonical
from cleaner.render.profile import Profile
from cleaner.render.text import reading_text, whole

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"


def render_ninjs(result: CleanResult, profile: Profile) -> str:
    """One news object of type text, its pictures as associations."""
    article = result.article
    item = {
        "uri": _uri(article.url, article.text),
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "type": "text",
        "language": None if article.language == "und" else article.language,
        "contentCreated": article.published.isoformat() if article.published else None,
        "versionCreated": article.modified.isoformat() if article.modified else None,
        "headlines": _values("main", article.title),
        "descriptions": _values("summary", article.summary),
        "bodies": _bodies(result, profile),
        "by": ", ".join(author.name for author in article.authors),
        "located": article.dateline,
        "infoSources": _sources(article),
        "subjects": [{"name": tag, "rel": "keyword"} for tag in article.tags] + _section(article.section),
        "associations": [_picture(number, image) for number, image in enumerate(article.images, 1)],
    }
    return canonical({name: value for name, value in item.items() if value}) + "\n"


def _uri(url: str | None, text: str) -> str:
    return url if url and _is_absolute(url) else f"urn:uuid:{uuid5(NAMESPACE_URL, whole(text))}"


def _is_absolute(url: str) -> bool:
    try:
        return bool(urlsplit(url).scheme)
    except ValueError:  # a broken IPv6 host
        return False


def _values(role: str, value: str | None) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value}] if value else []


def _bodies(result: CleanResult, profile: Profile) -> list[dict[str, object]]:
    text = reading_text(result, profile)
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [
        {"role": "main", "contentType": "text/plain", "value": text, **counts},
        {"role": "richtext", "contentType": "text/html", "value": render_html(result, profile)},
    ]


def _sources(article: Article) -> list[dict[str, str]]:
    named = (("agency", article.agency), ("publisher", article.site_name))
    return [{"name": name, "role": role} for role, name in named if name]


def _section(section: str | None) -> list[dict[str, str]]:
    return [{"name": section, "rel": "section"}] if section else []


def _picture(number: int, image: Image) -> dict[str, object]:
    uri = _uri(image.url, f"{image.caption}\n{image.credit}\n{number}")
    picture = {
        "name": f"picture-{number}",
        "uri": uri,
        "type": "picture",
        "by": image.credit,
        "descriptions": _values("caption", image.caption),
        "renditions": [{"name": "original", "href": image.url}] if uri == image.url else [],
    }
    return {name: value for name, value in picture.items() if value}
