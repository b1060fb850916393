"""Which names of the markup may serve as a mark of a kind of block, the best first."""

from __future__ import annotations

import re

from cleaner.flags import hint_bits
from cleaner.model import Role
from cleaner.segment.hints import hints

#: What layouts call their parts on every site: precise on one page by chance only.
LAYOUT = frozenset(
    "active body bottom box center clear clearfix col column container content current desktop disabled even fixed "
    "flex flexbox float footer full grid group hidden header hide inner item items last layout left line link list "
    "main middle mobile news normal open outer page pull-left pull-right right root row section show side small sticky "
    "text thumb title tooltip visible wrap wrapper width_common".split()
)
_GENERATED = re.compile(r"\d{3,}|^(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6,}$|(?:^|[-_])(?=\w*\d)(?=\w*[a-z])[a-zA-Z\d]{6,}$")
_UTILITY = re.compile(r"[a-z]{1,3}-(?:\d+|auto|full|none|xs|sm|md|lg|xl|x-\w+|y-\w+)")

#: Groups of `cleaner.flags.HINT_GROUPS` whose words fit the role.
_FITTING = {
    Role.TITLE: "headline",
    Role.SUMMARY: "lead",
    Role.BYLINE: "byline bio",
    Role.AGENCY_SOURCE: "byline meta",
    Role.DATE: "date meta",
    Role.CAPTION: "caption image",
    Role.RELATED: "related popular teaser",
    Role.TAGS: "tags",
    Role.SECTION: "nav tags",
    Role.SHARE_WIDGET: "share",
    Role.COMMENT: "comment",
    Role.AD: "ad",
    Role.PROMO: "promo paywall",
    Role.NOTE: "box",
    Role.BODY: "body article post",
}
_BITS = {role: hint_bits(*groups.split()) for role, groups in _FITTING.items()}


def may_mark(selector: str) -> bool:
    """Whether a ".class" or "#id" can mean the same on another page: not generated, not a part of every layout.

    >>> may_mark(".box-tin-lien-quan"), may_mark(".css-1q2w3e4r"), may_mark("#post-88123"), may_mark(".left")
    (True, False, False, False)
    """
    name = selector[1:]
    return not (name.lower() in LAYOUT or _GENERATED.search(name) or _UTILITY.fullmatch(name))


def fits(selector: str, role: Role) -> bool:
    """Whether the words of the selector's last name are those of the role.

    >>> fits(".related-news", Role.RELATED), fits(".x .photo-caption", Role.CAPTION), fits(".abcd", Role.TITLE)
    (True, True, False)
    """
    name = re.split(r"[ >.#]+", selector)[-1]
    return bool(hints(name) & _BITS.get(role, 0))
