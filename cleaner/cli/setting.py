"""Flags that overrule a setting, or stand for one that a command reads by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cleaner.errors import OptionError
from cleaner.settings import check

#: A folder that is there.
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def rules_folder(command: Callable[..., Any]) -> Callable[..., Any]:
    """--rules as `folder`, for commands that need no other setting."""
    return click.option("--rules", "folder", type=FOLDER, help="Other rule packs.", envvar="CLEANER_RULES")(command)


def setting(name: str) -> Callable[[str], object]:
    """The type of such a flag: checked as the setting is, so that an error names what was written."""

    def number(value: str) -> object:
        try:
            return check(name, value)
        except OptionError as error:
            raise click.BadParameter(str(error)) from None

    return number
