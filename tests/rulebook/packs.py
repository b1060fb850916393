"""Small rulebooks for tests, written to a folder and loaded from it."""

from __future__ import annotations

from pathlib import Path

from cleaner.rulebook import Rulebook, load_rulebook

RULE = """
[[rule]]
id = "{id}"
role = "{role}"
why = "For a test."
where = {{ {where} }}
hits = ["x"]
misses = ["y"]
{more}
"""


def rule(where: str, id: str = "test.rule", role: str = "promo", more: str = "") -> str:
    """One rule with these conditions; its examples are place-holders."""
    return RULE.format(id=id, role=role, where=where, more=more)


def book(folder: Path, *rules: str, pack: str = "", name: str = "generic/test.toml") -> Rulebook:
    """A rulebook of one pack."""
    return books(folder, {name: f"[pack]\n{pack}\n{''.join(rules)}"})


def books(folder: Path, files: dict[str, str]) -> Rulebook:
    """A rulebook of these files, by their paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load_rulebook(folder)
