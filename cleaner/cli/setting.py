"""Flags that overrule a setting."""

from __future__ import annotations

from collections.abc import Callable

import click

from cleaner.errors import OptionError
from cleaner.settings import check


def setting(name: str) -> Callable[[str], object]:
    """The type of such a flag: checked as the setting is, so that an error names what was written."""

    def number(value: str) -> object:
        try:
            return check(name, value)
        except OptionError as error:
            raise click.BadParameter(str(error)) from None

    return number
