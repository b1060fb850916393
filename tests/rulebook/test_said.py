"""What is told of a rule to those who ask for it."""

from __future__ import annotations

from cleaner.model import Role
from cleaner.rulebook import FieldRule, Rule, Where
from cleaner.rulebook.said import conditions, decides


def test_a_condition_that_says_no_is_told_and_one_that_is_not_set_is_not() -> None:
    where = Where(line=frozenset({"b", "a"}), selectors=(".x",), max_chars=40, linked=False, news=True)
    rule = Rule("a.b", Role.RELATED, "w.", where, "sites/a", 3, ("b",), ("c",))
    assert decides(rule) == "related"
    assert conditions(rule) == {
        "line": ("a", "b"),
        "selectors": (".x",),
        "max_chars": ("40",),
        "linked": ("False",),
        "news": ("True",),
    }


def test_a_field_rule_says_where_it_reads() -> None:
    rule = FieldRule("a.date", "published", ("time",), "datetime", "sites/a", 3)
    assert decides(rule) == "field:published"
    assert conditions(rule) == {"selectors": ("time",), "attr": ("datetime",)}
