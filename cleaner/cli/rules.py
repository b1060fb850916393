"""`cleaner rules`: what the rulebook holds, and whether it is sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from cleaner.cli.rules_check import check
from cleaner.cli.rules_new import new
from cleaner.cli.setting import rules_folder
from cleaner.cli.table import rows
from cleaner.errors import OptionError
from cleaner.model import Role
from cleaner.rulebook import FieldRule, Rule, Rulebook, load_rulebook
from cleaner.rulebook.engine import ENGINE_RULES, EngineRule
from cleaner.rulebook.said import conditions, decides


@click.group()
def rules() -> None:
    """List the rules, show one, check them all, or draft a pack for an outlet."""


rules.add_command(check)
rules.add_command(new)


@rules.command("list")
@rules_folder
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Only rules that give this role.")
@click.option("--pack", help="Only packs whose name holds this, e.g. sites/ or nhandan.")
@click.option("--ids", is_flag=True, help="Only the ids, one a line.")
def list_(folder: Path | None, role: str | None, pack: str | None, ids: bool) -> None:
    """List the rules: id, what it decides, and why.

    \b
    Examples:
      cleaner rules list --role related
      cleaner rules list --pack lang/vi --ids
    """
    book = load_rulebook(folder)
    chosen = [rule for rule in _all(book) if _fits(rule, role, pack)]
    lines = (rule.id for rule in chosen) if ids else _table(chosen, book)
    for line in lines:
        click.echo(line)


def _all(book: Rulebook) -> list[Rule | FieldRule]:
    return [*book.rules, *book.fields]


def _fits(rule: Rule | FieldRule, role: str | None, pack: str | None) -> bool:
    return (role is None or decides(rule) == role) and (pack is None or pack in rule.pack)


def _table(chosen: list[Rule | FieldRule], book: Rulebook) -> Iterator[str]:
    cells = [(rule.id, decides(rule), getattr(rule, "why", "")) for rule in chosen]
    yield from rows(("rule", "decides", "why"), cells)
    packs = Counter(rule.pack for rule in chosen)
    yield ""
    yield f"{len(chosen)} rules in {len(packs)} packs; rulebook {book.version}"


@rules.command()
@rules_folder
@click.argument("rule_id")
def show(folder: Path | None, rule_id: str) -> None:
    """Show one rule: where it holds, what it must hit and what it must miss.

    \b
    Example:
      cleaner explain page.html     (names a rule)
      cleaner rules show vi.related.label-tail
    """
    book = load_rulebook(folder)
    found: list[Rule | FieldRule | EngineRule] = [rule for rule in _all(book) if rule.id == rule_id]
    found += [rule for rule in (ENGINE_RULES.get(rule_id),) if rule]
    if not found:
        raise OptionError(f"no rule has the id {rule_id!r}; `cleaner rules list --ids` names them")
    for line in _engine_sheet(found[0]) if isinstance(found[0], EngineRule) else _sheet(found[0]):
        click.echo(line)


def _engine_sheet(rule: EngineRule) -> Iterator[str]:
    yield click.style(rule.id, bold=True)
    yield "  pack     none: the engine's own code"
    yield f"  decides  {rule.decides}"
    yield f"  why      {rule.why}"


def _sheet(rule: Rule | FieldRule) -> Iterator[str]:
    yield click.style(rule.id, bold=True)
    yield f"  pack     {rule.pack}"
    yield f"  decides  {decides(rule)}"
    if isinstance(rule, Rule):
        yield f"  why      {rule.why}"
        yield f"  where    {_where(rule)}"
    else:
        yield f"  where    {', '.join(rule.selectors)}" + (f" [{rule.attr}]" if rule.attr else "")
    yield from (f"  hits     {text}" for text in rule.hits)
    yield from (f"  misses   {text}" for text in rule.misses)


def _where(rule: Rule) -> str:
    return "; ".join(f"{name}: {' | '.join(texts)}" for name, texts in conditions(rule).items())
