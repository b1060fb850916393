"""What page processes do for rules: draft one from a correction, try some on pages. Never in the server itself."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.corrections import StoredPage
from cleaner.corrections.proposal import Check, Named
from cleaner.draft import Change, Changed, compare, draft_rules
from cleaner.errors import InputError, RulebookError
from cleaner.limits import Limits
from cleaner.plain import plain
from cleaner.render.json import canonical
from cleaner.rulebook import Rulebook, extend
from cleaner.rulebook.check import check_rulebook
from cleaner.web.errors import BadRule
from cleaner.web.worker import Output


class DraftJob(NamedTuple):
    """The output is a `Draft` as JSON."""

    page: StoredPage
    changes: tuple[Change, ...]
    note: str

    def work(self, rulebook: Rulebook, limits: Limits, index: object = None) -> Output:
        return _output(draft_rules(self.page.raw(), self.changes, self.note, rulebook, limits))


class Tried(NamedTuple):
    """What rules change on one page; error: why it could not be tried."""

    changed: tuple[Changed, ...]
    error: str = ""


class Trial(NamedTuple):
    """check: of the rulebook with the rules in it; () problems when none was asked for."""

    check: Check
    pages: tuple[Tried, ...]


class TrialJob(NamedTuple):
    """The output is a `Trial` as JSON. checked: whether the rulebook's examples are run as well."""

    toml: str
    pack: str
    pages: tuple[Named, ...]
    checked: bool = False

    def work(self, rulebook: Rulebook, limits: Limits, index: object = None) -> Output:
        """Raises BadRule for a text that the loader refuses."""
        try:
            changed = extend(rulebook, self.toml, self.pack)
        except RulebookError as error:
            raise BadRule(str(error)) from None
        problems = check_rulebook(changed).problems if self.checked else ()
        tried = tuple(_tried(page, rulebook, changed, limits) for page in self.pages)
        return _output(Trial(Check(not problems, problems), tried))


def _tried(page: Named, before: Rulebook, after: Rulebook, limits: Limits) -> Tried:
    try:
        return Tried(compare(page.name, page.page.raw(), before, after, limits))
    except InputError as error:
        return Tried((), str(error))


def _output(value: object) -> Output:
    return Output(canonical(plain(value)).encode(), "rules")
