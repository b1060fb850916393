"""A printed clock: which half of the day its sign or word says, in the scripts that have their own."""

from __future__ import annotations

from datetime import time

import pytest

from cleaner.metadata.printed_time import read_time


@pytest.mark.parametrize(
    ("printed", "hour"),
    [
        ("08:30 am", 8),
        ("08:30 pm", 20),
        ("08:30 sa", 8),
        ("08:30 ch", 20),
        ("8:30 chiều", 20),
        ("8:30 tối", 20),
        ("08:30 ص", 8),
        ("08:30 م", 20),
        ("08:30 π.μ.", 8),
        ("08:30 μ.μ.", 20),
        ("12:30 π.μ.", 0),
        ("08:30 chữ", 8),
        ("08:30 مساحة", 8),
    ],
)
def test_halves_of_the_day(printed: str, hour: int) -> None:
    assert read_time(printed, "") == time(hour, 30)
