"""A point in time as a page states it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

#: Years that a story of the web can have.
YEARS = range(1980, 2100)


class Moment(NamedTuple):
    """when: naive as long as the text states no zone. timed: whether it states a time of day."""

    when: datetime
    timed: bool
