from __future__ import annotations

from collections.abc import Callable

from click.testing import Result

from cleaner.pipeline import default_rulebook

Run = Callable[..., Result]


def test_ids_are_all_of_the_rulebook(run: Run) -> None:
    book = default_rulebook()
    assert run("rules", "list", "--ids").stdout.split() == [rule.id for rule in (*book.rules, *book.fields)]


def test_by_role_and_pack(run: Run) -> None:
    book = default_rulebook()
    one = book.rules[0]
    ids = run("rules", "list", "--ids", "--role", one.role.value, "--pack", one.pack).stdout.split()
    assert ids == [rule.id for rule in book.rules if rule.role is one.role and one.pack in rule.pack]


def test_the_list_says_what_and_why(run: Run) -> None:
    book = default_rulebook()
    output = run("rules", "list").stdout
    for rule in book.rules:
        assert rule.id in output
        assert rule.why in output
    assert book.version in output.splitlines()[-1]


def test_one_rule_with_its_examples(run: Run) -> None:
    for rule in default_rulebook().rules[::150]:
        output = run("rules", "show", rule.id).stdout
        for text in (rule.id, rule.why, *rule.hits, *rule.misses):
            assert text in output


def test_an_unknown_id_is_2(run: Run) -> None:
    result = run("rules", "show", "no.such.rule")
    assert result.exit_code == 2
    assert "no.such.rule" in result.stderr
