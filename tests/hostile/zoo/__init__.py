"""The zoo: every attack by name."""

from __future__ import annotations

from tests.hostile.zoo import attributes, declared, letters, lines, many, nesting
from tests.hostile.zoo.attack import Attack

__all__ = ["BY_NAME", "ZOO", "Attack"]

ZOO: tuple[Attack, ...] = (
    *nesting.ATTACKS,
    *attributes.ATTACKS,
    *many.ATTACKS,
    *letters.ATTACKS,
    *lines.ATTACKS,
    *declared.ATTACKS,
)
BY_NAME = {attack.name: attack for attack in ZOO}
