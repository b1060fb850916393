"""Filters for templates."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_CODE = re.compile("`([^`]+)`")


def code(text: str) -> Markup:
    """Text with the words in backticks as code.

    >>> code("see `a<b`")
    Markup('see <code>a&lt;b</code>')
    """
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))
