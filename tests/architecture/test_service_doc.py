"""docs/service.md lists every setting, and the files under deploy/ name none that there is not.

`python -m tests.architecture.test_service_doc` writes the table anew.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cleaner.settings import describe

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "service.md"
TABLE = re.compile(r"(<!-- settings: begin .*?-->\n)(.*?)(<!-- settings: end -->)", re.DOTALL)
DEPLOYED = sorted([*(ROOT / "deploy").iterdir(), DOCUMENT])


def table() -> str:
    rows = (f"| `{doc.variable}` | {f'`{doc.default}`' if doc.default else '-'} | {doc.doc} |" for doc in describe())
    return "\n".join(["| variable | default | what it is |", "|---|---|---|", *rows, ""])


def test_every_setting_is_in_the_table() -> None:
    found = TABLE.search(DOCUMENT.read_text("utf-8"))
    assert found
    assert found[2] == table()


@pytest.mark.parametrize("path", DEPLOYED, ids=lambda path: path.name)
def test_only_settings_that_there_are(path: Path) -> None:
    named = set(re.findall(r"CLEANER_[A-Z_]+[A-Z]", path.read_text("utf-8")))
    assert named - {doc.variable for doc in describe()} <= {"CLEANER_NAME"}


if __name__ == "__main__":
    DOCUMENT.write_text(TABLE.sub(lambda found: found[1] + table() + found[3], DOCUMENT.read_text("utf-8")), "utf-8")
