"""JSON of the whole result: keys sorted, UTF-8, no white space, so that equal results are equal bytes.

The profile decides `article.text`; everything else is there always.
"""

from __future__ import annotations

import json
from dataclasses import replace

import orjson

from cleaner.model import CleanResult
from cleaner.render.profile import Profile
from cleaner.render.text import reading_text


def render_json(result: CleanResult, profile: Profile) -> str:
    """`CleanResult.to_dict()` in its one canonical form."""
    text = reading_text(result, profile)
    if text != result.article.text:
        result = replace(result, article=replace(result.article, text=text))
    return canonical(result.to_dict())


def canonical(value: object) -> str:
    """One JSON text for one value. Raises ValueError for a number that JSON has no form for."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError:  # a lone surrogate, or an integer beyond 64 bits
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
