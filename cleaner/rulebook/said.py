"""What a rule says, as texts for people and programs."""

from __future__ import annotations

from cleaner.rulebook.rule import FieldRule, Rule, Where

_UNSET = Where()


def decides(rule: Rule | FieldRule) -> str:
    """The role that a rule gives, or "field:" and the article field that a field rule finds."""
    return f"field:{rule.field}" if isinstance(rule, FieldRule) else rule.role.value


def conditions(rule: Rule | FieldRule) -> dict[str, tuple[str, ...]]:
    """Name -> values of each condition that is set; sets in sorted order. Those of a field rule say where it reads.

    >>> conditions(FieldRule("a.title", "title", ("h1", ".headline"), "", "sites/a.vn", 3))
    {'selectors': ('h1', '.headline')}
    """
    if isinstance(rule, FieldRule):
        return {"selectors": rule.selectors, **({"attr": (rule.attr,)} if rule.attr else {})}
    pairs = zip(Where._fields, rule.where, _UNSET, strict=True)
    return {name: _texts(value) for name, value, unset in pairs if value != unset}


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, tuple):
        return value
    return (str(getattr(value, "pattern", value)),)
