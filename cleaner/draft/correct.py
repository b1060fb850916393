"""Rules drafted from a correction: each hits the blocks that a person changed, and none that stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from textwrap import shorten
from typing import NamedTuple

from cleaner.draft.change import Change
from cleaner.draft.entry import RuleDraft
from cleaner.draft.home import Home, home_of
from cleaner.draft.roles import examples
from cleaner.draft.sheet import Sheet, look
from cleaner.draft.telling import tell
from cleaner.draft.words import Conditions, tell_by_words
from cleaner.draft.write import entry_toml
from cleaner.limits import Limits
from cleaner.model import LedgerEntry, RawPage, Role
from cleaner.pipeline import clean_page
from cleaner.rulebook import Rulebook, extend
from cleaner.rulebook.check import check_rulebook
from cleaner.text import collapse

_SURE, _SUREST = 0.9, 0.99
_MOST_EXAMPLES = 3
_MISS = 160  # characters of a line that stand in an example


class Draft(NamedTuple):
    """toml: what to add to the file of `pack`, or the whole file when there is none; "" when nothing can be drafted.

    hit, miss: the first example of either kind. problems: why a person should not accept it as it is.
    """

    pack: str
    toml: str
    hit: str
    miss: str
    problems: tuple[str, ...]


def draft_rules(page: RawPage, changes: Sequence[Change], note: str, rulebook: Rulebook, limits: Limits) -> Draft:
    """One rule for each role that a correction gives. Raises InputError as the pipeline does.

    note: the person's words, which become the rule's `why`.
    """
    sheet = look(page, rulebook, limits)
    wanted, problems = _wanted(sheet, changes)
    home = home_of(sheet, (sheet.entries[block].rule for block in wanted), rulebook)
    rules: list[RuleDraft] = []
    for role in dict.fromkeys(wanted.values()):
        blocks = [block for block, wish in wanted.items() if wish is role]
        rule = _rule(sheet, role, blocks, set(wanted) - set(blocks), home, note, rulebook)
        rules += [rule] if rule else []
        problems += [] if rule else [f"nothing tells {_numbers(sheet, blocks)} from the rest: no rule for {role}"]
    if not rules:
        return Draft(home.pack, "", "", "", tuple(problems))
    toml = "\n\n".join(filter(None, [home.head, *map(entry_toml, rules)])) + "\n"
    problems += _faults(page, sheet, wanted, extend(rulebook, toml, home.pack), limits)
    return Draft(home.pack, toml, rules[0].hits[0], rules[0].misses[0], tuple(problems))


def _wanted(sheet: Sheet, changes: Iterable[Change]) -> tuple[dict[int, Role], list[str]]:
    """Block -> the role it shall have, for the changes that still change something."""
    wanted: dict[int, Role] = {}
    problems = []
    for change in changes:
        block = _find(sheet, change)
        if block is None:
            problems.append(f"block {change.block} is not on the page any more")
        elif sheet.entries[block].role is change.role:
            problems.append(f"block {change.block} is {change.role} already")
        else:
            wanted[block] = change.role
    return wanted, problems


def _find(sheet: Sheet, change: Change) -> int | None:
    """The block by its id if the words agree, else by its words."""
    for number, entry in enumerate(sheet.entries):
        if entry.id == change.block and (not change.text or entry.text == change.text):
            return number
    return next((number for number, entry in enumerate(sheet.entries) if entry.text == change.text), None)


def _rule(
    sheet: Sheet, role: Role, blocks: Sequence[int], others: set[int], home: Home, note: str, rulebook: Rulebook
) -> RuleDraft | None:
    """By the markup when that tells, else by the words; None when neither does."""
    free = sheet.having(role) - others
    telling = tell([sheet], role, [(0, block) for block in blocks], [(0, block) for block in free])
    if len(telling.hit) == len(blocks):
        where: Conditions = (("selector", telling.selectors),)
        hits, misses = examples([sheet], telling)
    else:
        texts = [sheet.entries[block].text for block in blocks]
        rest = [entry.text for number, entry in enumerate(sheet.entries) if number not in {*blocks, *free}]
        found = tell_by_words(texts, rest)
        if found is None:
            return None
        where, hits, misses = found, *_lines(sheet, blocks, free, texts)
    name, sure = _name(home, role, rulebook), _confidence(sheet, blocks, home, rulebook)
    return RuleDraft(name, role, _why(note, role), where, hits, misses, sure)


def _lines(
    sheet: Sheet, blocks: Sequence[int], free: Iterable[int], texts: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The changed lines, and as many others that stand nearest to them."""
    hits = tuple(dict.fromkeys(map(collapse, texts)))[:_MOST_EXAMPLES]
    others = set(range(len(sheet.entries))) - {*blocks, *free}
    near = sorted(others, key=lambda number: abs(number - blocks[0]))[: len(hits)]
    misses = (shorten(sheet.entries[number].text, _MISS, placeholder="") for number in near)
    return hits, tuple(filter(None, misses)) or (f"{hits[0]} và còn nữa",)


def _name(home: Home, role: Role, rulebook: Rulebook) -> str:
    """An id that is free."""
    stem = f"{home.prefix}.corrected.{role.value.replace('_', '-')}"
    return next(name for name in chain([stem], (f"{stem}-{n}" for n in count(2))) if name not in rulebook.pack_of)


def _confidence(sheet: Sheet, blocks: Iterable[int], home: Home, rulebook: Rulebook) -> float:
    """A little more than that of the rules of equal rank that it overrules."""
    found = (rulebook.by_id.get(sheet.entries[block].rule) for block in blocks)
    rivals = [rule.confidence for rule in found if rule is not None and rule.rank == home.rank]
    return round(min(_SUREST, max([_SURE, *(rival + 0.01 for rival in rivals)])), 2)


def _why(note: str, role: Role) -> str:
    words = collapse(note)[:200].rstrip(".") or f"A person judged such blocks to be {role.value.replace('_', ' ')}"
    return f"{words}."


def _faults(page: RawPage, sheet: Sheet, wanted: dict[int, Role], changed: Rulebook, limits: Limits) -> Iterator[str]:
    """What the check finds, and the blocks that other evidence still judges otherwise."""
    yield from check_rulebook(changed).problems
    now = {_place(entry): entry for entry in clean_page(page, changed, limits).ledger}
    for block, role in wanted.items():
        entry = now.get(_place(sheet.entries[block]))
        if entry is not None and entry.role is not role:
            yield f"block {sheet.entries[block].id} is still {entry.role}, by {entry.rule}"


def _place(entry: LedgerEntry) -> tuple[str, int | None, str | None]:
    return entry.text, entry.start, entry.path


def _numbers(sheet: Sheet, blocks: Iterable[int]) -> str:
    return "block " + ", ".join(str(sheet.entries[block].id) for block in blocks)
