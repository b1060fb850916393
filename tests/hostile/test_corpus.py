"""What the fuzzer found worth keeping: small inputs, each of which reaches something that no smaller one did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile import inputs, oracle


@pytest.mark.parametrize("file", sorted(inputs.CORPUS.iterdir()), ids=lambda file: file.name[:12])
def test_promises_hold(file: Path) -> None:
    content, kind = inputs.read(file.read_bytes())
    oracle.check(content, kind)
    oracle.check_deterministic(content, kind)
    oracle.check_decoded_once(content, kind)
