"""The drafts that hold beside the rulebook: an entry that fails the check is left out."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner.draft.entry import FieldDraft, PackDraft, RuleDraft
from cleaner.draft.write import pack_toml
from cleaner.rulebook import Rulebook, extend
from cleaner.rulebook.check import CheckReport, check_rulebook


def keep_sound(
    rulebook: Rulebook, name: str, pack: PackDraft, entries: Iterable[RuleDraft | FieldDraft]
) -> list[RuleDraft | FieldDraft]:
    """The entries without those whose examples fail or that contradict a rule of equal rank."""
    kept = list(entries)
    report = check_rulebook(extend(rulebook, pack_toml(pack, kept), name))
    return [entry for entry in kept if entry.id not in blamed(report)]


def blamed(report: CheckReport) -> frozenset[str]:
    """Ids of the rules that the check finds fault with."""
    failed = {failure.rule for failure in report.failures}
    return frozenset(failed.union(*((conflict.first, conflict.second) for conflict in report.conflicts)))
