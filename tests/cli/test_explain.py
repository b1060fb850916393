from __future__ import annotations

import re
from collections.abc import Callable

from click.testing import Result

from cleaner.pipeline import clean
from cleaner.render import fate
from tests.cli.conftest import TEXT

Run = Callable[..., Result]
ANSI = "\x1b["


def test_every_block_has_a_line_with_its_verdict(run: Run) -> None:
    lines = run("explain", "-", input=TEXT.encode()).stdout.splitlines()
    result = clean(TEXT.encode())
    signs = {"kept": "+", "data": "=", "cut": "-"}
    for line, entry in zip(lines[1:], result.ledger, strict=False):
        sign, number, role, sure, rule, text = re.split(r"\s{2,}", line, maxsplit=5)
        assert (sign, int(number), role, rule) == (signs[fate(entry)], entry.id, entry.role.value, entry.rule)
        assert float(sure) == round(entry.confidence, 2)
        assert text == " ".join(entry.text.split())
    assert f"of {len(result.ledger)} blocks kept" in lines[-1] or any("blocks kept" in line for line in lines)


def test_colours_only_where_they_are_seen(run: Run) -> None:
    assert ANSI not in run("explain", "-", input=TEXT.encode()).stdout
    assert ANSI in run("explain", "-", "--color", input=TEXT.encode(), color=True).stdout


def test_full_says_why(run: Run) -> None:
    output = run("explain", "-", "--full", input=TEXT.encode()).stdout
    for entry in clean(TEXT.encode()).ledger:
        assert f"because: {' '.join(entry.evidence.split())}" in output


def test_by_role_and_only_what_was_cut(run: Run) -> None:
    result = clean(TEXT.encode())
    role = result.ledger[0].role.value
    rows = run("explain", "-", "--role", role, input=TEXT.encode()).stdout.split("\n\n")[0].splitlines()[1:]
    assert len(rows) == sum(entry.role.value == role for entry in result.ledger)
    cut = run("explain", "-", "--cut", input=TEXT.encode()).stdout.split("\n\n")[0].splitlines()[1:]
    assert len(cut) == sum(fate(entry) == "cut" for entry in result.ledger)


def test_a_page_cannot_command_the_terminal(run: Run) -> None:
    hostile = TEXT.replace("thứ ba", "thứ \x1b[2J\x1b]0;owned\x07\u202eba")
    output = run("explain", "-", "--full", input=hostile.encode()).stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(output)


def test_errors_are_as_for_clean(run: Run) -> None:
    result = run("explain", "-", input=b"")
    assert (result.exit_code, result.stdout) == (3, "")
