"""What a request says of blocks, against the ledger that it brings along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.answers import Fault
from cleaner.model import KEPT_ROLES, LedgerEntry
from cleaner.render import VerdictChange
from cleaner.web.errors import InvalidBody
from cleaner.web.load import pointer

_MOST_FAULTS = 20
_UNKNOWN = "is not in the ledger"


def demand_ids(ids: Sequence[int], ledger: Iterable[LedgerEntry]) -> None:
    """Raises InvalidBody with a pointer to each id that is not in the ledger."""
    known = {entry.id for entry in ledger}
    _refuse([Fault(pointer(["ids", at]), _UNKNOWN) for at, block in enumerate(ids) if block not in known])


def demand_changes(changes: Sequence[VerdictChange], ledger: Iterable[LedgerEntry]) -> None:
    """Raises InvalidBody with a pointer to each block that is not in the ledger, and to each fate that its role
    cannot have."""
    known = {entry.id for entry in ledger}
    faults = [
        Fault(pointer(["changes", at, "block"]), _UNKNOWN) for at, c in enumerate(changes) if c.block not in known
    ]
    _refuse(faults + [_misfit(at, c) for at, c in enumerate(changes) if c.kept != (c.role in KEPT_ROLES)])


def _misfit(at: int, change: VerdictChange) -> Fault:
    return Fault(pointer(["changes", at, "kept"]), f"the role {change.role} is {'not ' * change.kept}kept in the text")


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise InvalidBody("what is asked of the blocks does not fit the ledger", faults[:_MOST_FAULTS])
