"""Plain reading text: paragraphs with a blank line between."""

from __future__ import annotations

from cleaner.model import BodyBlock, CleanResult, Image
from cleaner.render.flow import flow, lead
from cleaner.render.profile import ARTICLE, Profile


def render_text(result: CleanResult, profile: Profile) -> str:
    """The reading text, ending in a newline unless it is empty."""
    text = reading_text(result, profile)
    return text + "\n" if text else ""


def reading_text(result: CleanResult, profile: Profile) -> str:
    """What a reader reads; `Article.text` itself in the default profile."""
    if profile == ARTICLE:
        return result.article.text
    parts = [*lead(result.article, profile), *(_text(piece) for piece in flow(result, profile))]
    return "\n\n".join(part for part in parts if part)


def _text(piece: BodyBlock | Image) -> str:
    return caption_text(piece) if isinstance(piece, Image) else piece.text


def whole(text: str) -> str:
    """The text with "?" for lone surrogates, for readers that take nothing but Unicode scalar values.

    >>> whole("a\\ud800b")
    'a?b'
    """
    return text.encode("utf-8", "replace").decode()


def caption_text(image: Image) -> str:
    """Caption and credit in one line; empty when the picture has neither.

    >>> caption_text(Image(None, "The bridge.", "N. An"))
    'The bridge. (N. An)'
    """
    if not image.credit or (image.caption and image.credit in image.caption):
        return image.caption or ""
    return f"{image.caption} ({image.credit})" if image.caption else image.credit
