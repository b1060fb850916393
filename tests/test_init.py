from __future__ import annotations

import doctest

import pytest

import cleaner


def test_the_example_is_true() -> None:
    outcome = doctest.testmod(cleaner)
    assert (outcome.attempted, outcome.failed) == (2, 0)


@pytest.mark.parametrize("name", cleaner.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(cleaner, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nope"):
        cleaner.nope  # noqa: B018
