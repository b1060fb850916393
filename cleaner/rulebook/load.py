"""Rule files to rulebook: read once at start, everything checked."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from cleaner.errors import RulebookError, RuleSyntaxError
from cleaner.rulebook import kept
from cleaner.rulebook.book import Rulebook, make_rulebook
from cleaner.rulebook.read import PackFile, read_pack
from cleaner.rulebook.rule import FieldRule, Rule
from cleaner.rulebook.tree import forget_trees

#: The folder that a pack lies in says how strong its rules are.
RANKS = {"generic": 0, "lang": 1, "cms": 2, "sites": 3}
_VERSION_DIGITS = 12
_PACKAGE = Path(__file__).resolve().parent.parent


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """All packs in a folder of rule files; None for those that come with the engine.

    Raises RuleSyntaxError with file, rule id and field for anything that cannot be used, and
    RulebookError when the folder holds no rule file.
    """
    root = folder or default_folder()
    contents = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.toml")}
    if not contents:
        raise RulebookError(f"no rule files in {root}")
    return _made(contents) if folder else _kept(root, contents)


def _kept(root: Path, contents: Mapping[str, bytes]) -> Rulebook:
    """The engine's own rulebook, from the last time when nothing has changed since."""
    place, begin = kept.place(root), kept.key(_digest(contents))
    book = kept.recall(place, begin)
    if book is None:
        book = _made(contents)
        kept.keep(place, begin, book)
    return book


def _made(contents: Mapping[str, bytes]) -> Rulebook:
    files = [_read(name, contents[name]) for name in sorted(contents)]
    refuse_twins(files)
    rulebook = make_rulebook(
        tuple(file.pack for file in files),
        tuple(chain.from_iterable(file.rules for file in files)),
        tuple(chain.from_iterable(file.fields for file in files)),
        _digest(contents).hex()[:_VERSION_DIGITS],
    )
    forget_trees()
    return rulebook


def default_folder() -> Path:
    """Where the engine's own packs lie: inside the wheel, or beside the package in a checkout."""
    packaged = _PACKAGE / "_rules"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "rules"


def _read(name: str, content: bytes) -> PackFile:
    rank, values = parse_file(name, content)
    return read_pack(values, name, rank)


def parse_file(name: str, content: bytes) -> tuple[int, dict[str, object]]:
    """The rank and the values of a rule file. Raises RuleSyntaxError."""
    rank = RANKS.get(name.partition("/")[0])
    if rank is None:
        raise RuleSyntaxError(name, None, None, f"lies in none of {', '.join(RANKS)}")
    try:
        return rank, tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        raise RuleSyntaxError(name, None, None, f"not TOML: {error}") from error


def refuse_twins(files: Iterable[PackFile]) -> None:
    """Two rules must not share an id. Raises RuleSyntaxError."""
    home: dict[str, str] = {}
    for file in files:
        owners: tuple[Rule | FieldRule, ...] = (*file.rules, *file.fields)
        for owner in owners:
            if owner.id in home:
                raise RuleSyntaxError(file.pack.file, owner.id, "id", f"is taken in {home[owner.id]}")
            home[owner.id] = file.pack.file


def _digest(contents: Mapping[str, bytes]) -> bytes:
    digest = hashlib.sha256()
    for name in sorted(contents):
        digest.update(b"%s\0%d\0%s" % (name.encode(), len(contents[name]), contents[name]))
    return digest.digest()
