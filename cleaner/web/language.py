"""The languages of the pages for people: whose words, and which one a reader wants.

The words stand in `languages/<code>.toml`, the same keys in each; templates ask for them by `t("table.key")`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from flask import Flask, Response, request
from jinja2 import pass_context
from jinja2.runtime import Context

from cleaner.web.negotiate import query
from cleaner.web.operation import Parameter

#: Code -> the language's own name. The first is for readers who ask for none of them.
LANGUAGES = {"en": "English", "vi": "Tiếng Việt"}
LANGUAGE = Parameter("lang", "Language of the page; remembered in a cookie.", among=tuple(LANGUAGES))
_COOKIE = "lang"
_YEAR = 365 * 24 * 3600


def speak(app: Flask) -> None:
    """Gives templates `t` and `lang`. A page in one language only passes its own `lang`."""
    app.jinja_env.globals["t"] = _translate
    app.jinja_env.globals["languages"] = LANGUAGES
    app.context_processor(lambda: {"lang": language(), "theme": theme()})


def language() -> str:
    """What the query says, else the cookie, else Accept-Language. Raises OptionError for another `lang`."""
    remembered = request.cookies.get(_COOKIE, "")
    if asked := query(LANGUAGE):
        return asked
    if remembered in LANGUAGES:
        return remembered
    wanted = (tag.split("-")[0].lower() for tag in request.accept_languages.values())
    return next((code for code in wanted if code in LANGUAGES), next(iter(LANGUAGES)))


def theme() -> str:
    """ "light", "dark", or "" for what the reader's system says; the page's own switch sets the cookie."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""


def remember(response: Response) -> Response:
    """The response, with the language that the query asked for kept for the next visit."""
    if asked := query(LANGUAGE):
        response.set_cookie(_COOKIE, asked, max_age=_YEAR, samesite="Strict", httponly=True)
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


@cache
def words(code: str) -> Mapping[str, str]:
    """Dotted key -> text of a language."""
    data = tomllib.loads((Path(__file__).parent / "languages" / f"{code}.toml").read_text("utf-8"))
    return MappingProxyType(
        {f"{table}.{key}": text for table, entries in data.items() for key, text in entries.items()}
    )


def table(code: str, name: str) -> dict[str, str]:
    """One table of a language's words, for a page's script."""
    prefix = f"{name}."
    return {key.removeprefix(prefix): text for key, text in words(code).items() if key.startswith(prefix)}


@pass_context
def _translate(context: Context, key: str, **values: object) -> str:
    text = words(context["lang"])[key]
    return text.format(**values) if values else text
