"""The part of a path that is a rule's id."""

from __future__ import annotations

from werkzeug.routing import BaseConverter


class RuleId(BaseConverter):
    """Anything but the names of the operations beside it, so that these have no second meaning."""

    regex = r"(?!(?:try|usage)$).+"
    part_isolating = False
