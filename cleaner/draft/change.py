"""What a person changed on a page: a correction's single verdicts."""

from __future__ import annotations

from typing import NamedTuple

from cleaner.model import Role


class Was(NamedTuple):
    """The verdict that the person found."""

    role: Role
    rule: str
    kept: bool


class Change(NamedTuple):
    """block: id of the ledger entry. text: its words, by which it is found again when pages are cut otherwise."""

    block: int
    role: Role
    kept: bool
    was: Was
    text: str = ""
