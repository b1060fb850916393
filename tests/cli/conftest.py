from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main
from tests.shipped import loaded

TEXT = (
    "Cầu mới qua sông\n\nSáng nay, thành phố khánh thành cây cầu thứ ba.\nCầu dài 1.200 m, rộng 24 m, có bốn làn xe.\n"
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command with arguments and stdin; no CLEANER_ variable of the machine counts."""
    for name in ("CLEANER_RULES", "CLEANER_PAGE_SECONDS", "CLEANER_MAX_PAGE_BYTES"):
        monkeypatch.delenv(name, raising=False)
    for module in ("corrections", "page", "rules", "rules_check", "rules_new"):
        monkeypatch.setattr(f"cleaner.cli.{module}.load_rulebook", loaded)
    return lambda *arguments, **options: CliRunner().invoke(main, list(map(str, arguments)), **options)
