"""What is given to `clean` by mistake."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner import clean


@pytest.mark.parametrize("mistake", [None, 5, ["<p>"], object()])
def test_what_is_no_page_is_named(mistake: Any) -> None:
    with pytest.raises(TypeError, match=type(mistake).__name__):
        clean(mistake)


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(ValueError, match="not 'pdf'"):
        clean("<p>Cầu mới</p>", kind="pdf")  # type: ignore[arg-type]
