"""The process that checks rule files: `python -m cleaner.web.rules_checker FOLDER`, a pickle to stdout."""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path

from cleaner.errors import RulebookError
from cleaner.rulebook import Rulebook, load_rulebook
from cleaner.rulebook.check import check_rulebook

_MOST_PROBLEMS = 20


def check(folder: Path | None) -> tuple[Rulebook | None, tuple[str, ...]]:
    """Loads the packs and tries every example and every pattern, as `cleaner rules check` does."""
    try:
        rulebook = load_rulebook(folder)
    except RulebookError as error:
        return None, (str(error),)
    report = check_rulebook(rulebook, clock=time.process_time)
    return (rulebook if report.ok else None), report.problems[:_MOST_PROBLEMS]


if __name__ == "__main__":
    sys.stdout.buffer.write(pickle.dumps(check(Path(sys.argv[1]) if sys.argv[1:] else None)))
