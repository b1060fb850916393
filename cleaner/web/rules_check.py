"""Rule files checked in a process of its own.

A pattern that never ends, or a file that eats memory, must not take the server down with it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from cleaner.rulebook import Rulebook

#: Seconds; the packs that come with cleaner take three.
_PATIENCE = 120.0
_CHECKER = "cleaner.web.rules_checker"


class Checked(NamedTuple):
    """A rulebook that passes every check, or what is wrong with it."""

    rulebook: Rulebook | None
    problems: tuple[str, ...]


def checked_apart(folder: Path | None, patience: float = _PATIENCE) -> Checked:
    """What the checker says of the packs in a folder; a check that fails is a reason of its own. Raises nothing."""
    command = [sys.executable, "-m", _CHECKER, *([str(folder)] if folder else [])]
    try:
        # Its exit code is not asked for: a server that reaps its children may have taken it.
        done = subprocess.run(command, capture_output=True, timeout=patience, check=False)
        return Checked(*pickle.loads(done.stdout))  # from our own child, not from the network
    except subprocess.TimeoutExpired:
        return Checked(None, (f"the check takes more than {patience:g} s",))
    except Exception as error:
        return Checked(None, (f"the check did not end well: {type(error).__name__}",))
