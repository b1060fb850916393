"""The engine's own rulebook as it was loaded, kept as Python keeps compiled modules: in `__pycache__`, for next time.

Only the packs that come with the engine are kept: their folder is trusted as the code is. A pack of the operator's own
is read and checked whenever it is loaded. What is kept holds for these rule files, this code and this Python only;
`sys.dont_write_bytecode` and `sys.pycache_prefix` count here, too.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from cleaner.rulebook.book import Rulebook

_CODE = Path(__file__).resolve().parent
_GROUND = ("model.py", "text.py")  # of the package, which the loading asks
_OTHERS_WRITE = 0o022


def key(rules: bytes) -> bytes:
    """What the rulebook of rule files with this digest begins with, where it is kept: 32 bytes."""
    digest = hashlib.sha256(sys.version.encode() + rules)
    for path in (*sorted(_CODE.glob("*.py")), *(_CODE.parent / name for name in _GROUND)):
        digest.update(path.read_bytes())
    return digest.digest()


def place(folder: Path) -> Path:
    """Where the rulebook of a folder is kept."""
    return Path(cache_from_source(str(folder / "rulebook.py"))).with_suffix(".pickle")


def recall(path: Path, begin: bytes) -> Rulebook | None:
    """The rulebook that is kept there with this key; None when there is none, or when it is not the code's owner's."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if found.st_uid != _CODE.stat().st_uid or found.st_mode & _OTHERS_WRITE or file.read(len(begin)) != begin:
                return None
            book = pickle.load(file)
    except Exception:  # none there, or a damaged one
        return None
    return book if isinstance(book, Rulebook) else None


def keep(path: Path, begin: bytes, book: Rulebook) -> None:
    """Keep it for next time, unless nothing may be written there."""
    if sys.dont_write_bytecode:
        return
    draft = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):  # a folder that cannot be written, a full disk: it is made again next time
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), "wb") as file:
                file.write(begin + pickle.dumps(book, pickle.HIGHEST_PROTOCOL))
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
