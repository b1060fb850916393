"""Small JSON answers."""

from __future__ import annotations

from flask import Response

from cleaner.plain import plain
from cleaner.render.json import canonical


def json_answer(value: object, status: int = 200) -> Response:
    """Any record of the API in its one canonical form."""
    return Response(canonical(plain(value)), status, content_type="application/json")
