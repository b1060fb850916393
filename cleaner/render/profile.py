"""Which parts of a cleaned page an output carries."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.errors import OptionError


class Profile(NamedTuple):
    """lead: the printed lead (sapo) stands before the body. figures: pictures and captions stand in place."""

    name: str
    lead: bool
    figures: bool
    about: str


ARTICLE = Profile("article", True, False, "lead and body")
PROFILES = {
    profile.name: profile
    for profile in (
        ARTICLE,
        Profile("body", False, False, "body only"),
        Profile("illustrated", True, True, "lead and body, with pictures and captions where they stood"),
        Profile("illustrated-body", False, True, "body only, with pictures and captions where they stood"),
    )
}


def profile_named(name: str) -> Profile:
    """The profile of this name. Raises OptionError for an unknown one."""
    try:
        return PROFILES[name]
    except KeyError:
        raise OptionError(f"unknown profile {name!r}; there are {', '.join(PROFILES)}") from None
