"""The day that a page declares to be its story's, before anything is judged."""

from __future__ import annotations

from datetime import date
from itertools import chain

from cleaner.metadata.date_sources import PUBLISHED, address_dates, declared_dates
from cleaner.metadata.facts import gather
from cleaner.metadata.month_first import is_month_first
from cleaner.model import Document


def published_day(document: Document) -> date | None:
    """By JSON-LD or meta elements, else by the address; None when neither says a day."""
    facts = gather(document, ())
    readings = chain(declared_dates(facts, "datePublished", PUBLISHED, is_month_first(facts)), address_dates(facts))
    return next((reading.value.when.date() for reading in readings if reading.value and not reading.rejected), None)
