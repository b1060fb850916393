"""htmldate, for HTML pages that give no date we can read ourselves."""

from __future__ import annotations

import logging
from datetime import datetime

from cleaner.limits import may_be_read_again
from cleaner.metadata.moment import Moment

MAX_CHARS = 1_000_000  # htmldate's time grows faster than the page
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"  # fixed, so that the result does not depend on today


def find_date(html: str) -> Moment | None:
    """The day htmldate finds without its extensive search, which takes copyright years for dates."""
    if not may_be_read_again(html, MAX_CHARS):
        return None
    from htmldate import find_date as search  # loads dateparser: half a second that most pages never need
    from htmldate.meta import reset_caches

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        day = search(html, original_date=True, extensive_search=False, min_date=_EARLIEST, max_date=_LATEST)
    except Exception:  # a third party's parser on any page of the web
        return None
    finally:
        reset_caches()  # they would keep 8,192 texts of any length
    return Moment(datetime.fromisoformat(day), False) if day else None
