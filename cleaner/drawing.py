"""Which images of a page are no photographs: icons, logos, buttons, and what stands in for a picture to be loaded."""

from __future__ import annotations

import re

_DECORATION = re.compile(
    r"(?i)(?:[-_./]|^)(?:icons?|spacer|[a-z]*-?placeholder[a-z]*)(?:[-_./]|$)|(?-i:[A-Za-z]Icon\.)"
    r"|/(?:blank|transparent|pixel|1x1|leer|empty|loading|loader|spinner|print|email|share|arrow)\.(?:gif|png|svg|webp)$"
)


def is_drawing(url: str) -> bool:
    """By the address, of which the query tells nothing; a photograph may be of a fashion icon."""
    path = url.partition("?")[0]
    if path.endswith((".jpg", ".jpeg", ".JPG")):
        return False
    return path.lower().endswith(".svg") or bool(_DECORATION.search(path))
