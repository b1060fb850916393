"""Addresses of pages that list the stories of a tag, as news systems write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF_TAGS = re.compile(r"/(?:tags?|tu-khoa|tukhoa|hashtag|keywords?)/[^/]|-tags?\d*\.(?:html?|vnp|chn)$")


def are_tag_pages(addresses: Iterable[str]) -> bool:
    """Do they lead to at least two pages, all of tags?

    >>> are_tag_pages(["/tag/vo-que", "/tag/tra-bong"]), are_tag_pages(["/tag/vo-que"]), are_tag_pages(["/a", "/b"])
    (True, False, False)
    """
    different = set(addresses)
    return len(different) > 1 and all(map(_OF_TAGS.search, different))
