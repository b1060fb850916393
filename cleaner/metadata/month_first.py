"""Whether a page writes the month before the day."""

from __future__ import annotations

from cleaner.metadata.facts import Facts

_AMERICAN = ("com", "org", "net", "gov", "edu", "us")


def is_month_first(facts: Facts) -> bool:
    """Numeric dates of the United States: said by the language's region, else English under a generic domain."""
    declared = {
        facts.head.language.lower().replace("_", "-"),
        *(v.lower().replace("_", "-") for v in facts.meta("og:locale")),
    }
    if any(len(tag) == 5 and tag.startswith("en-") and tag != "en-us" for tag in declared):
        return "en-us" in declared
    return "en-us" in declared or ("en" in declared and facts.host.rpartition(".")[2] in _AMERICAN)
