"""Says what is missing where the other tests of this folder are not run."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("package", ["playwright", "axe_playwright_python"])
def test_the_extra_is_installed(package: str) -> None:
    pytest.importorskip(package, reason="the extra `browser` is not installed")
