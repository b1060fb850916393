"""CleanResult -> json, text, markdown, html, jsonld, ninjs, tei; shared by all edges."""

from cleaner.render.fate import fate
from cleaner.render.formats import FORMATS, Format, format_named, render
from cleaner.render.profile import ARTICLE, PROFILES, Profile, profile_named
from cleaner.render.restore import restore
from cleaner.render.revise import VerdictChange, revise

__all__ = [
    "ARTICLE",
    "FORMATS",
    "PROFILES",
    "Format",
    "Profile",
    "VerdictChange",
    "fate",
    "format_named",
    "profile_named",
    "render",
    "restore",
    "revise",
]
