"""Which output a client wants: `?format=`, else the Accept header."""

from __future__ import annotations

from flask import request

from cleaner.errors import OptionError
from cleaner.render import ARTICLE, FORMATS, PROFILES, Format, format_named
from cleaner.web.errors import NotAcceptable
from cleaner.web.operation import Parameter

FORMAT = Parameter("format", "Output format; overrules the Accept header.", among=tuple(FORMATS))
PROFILE = Parameter("profile", "What the text of the output keeps.", among=tuple(PROFILES), default="article")


def query(parameter: Parameter) -> str | None:
    """The value of a query parameter; None when it is absent.

    Raises OptionError for a value that is not among those allowed, and for two values.
    """
    values = request.args.getlist(parameter.name)
    if len(values) > 1:
        raise OptionError(f"{parameter.name} is given {len(values)} times")
    for value in values:
        if parameter.among and value not in parameter.among:
            raise OptionError(f"unknown {parameter.name} {value!r}; there are {', '.join(parameter.among)}")
    return values[0] if values and values[0] else None


def wanted_format() -> Format:
    """Raises OptionError for an unknown format, NotAcceptable when Accept names none that there is."""
    if name := query(FORMAT):
        return format_named(name)
    by_type = {entry.media_type: entry for entry in FORMATS.values()}
    if not request.accept_mimetypes:
        return FORMATS["json"]
    best = request.accept_mimetypes.best_match(by_type)
    if best is None:
        raise NotAcceptable(f"there are {', '.join(by_type)}")
    return by_type[best]


def wanted_profile() -> str:
    """The name of the profile. Raises OptionError for an unknown one."""
    return query(PROFILE) or ARTICLE.name


def demand_accepts(media_type: str) -> None:
    """Raises NotAcceptable when the client's Accept header excludes the only type there is."""
    if request.accept_mimetypes and not request.accept_mimetypes.quality(media_type):
        raise NotAcceptable(f"the answer is {media_type}")
