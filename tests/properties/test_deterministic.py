"""Same bytes, same JSON: in another process, with another hash seed, in threads and in any order."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given

from cleaner import clean
from tests.properties.strategies import pages, scrapes

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("tests/pages/*/page.html"), *ROOT.glob("seeds/*.txt"), *ROOT.glob("seeds/*.html")])
SCRIPT = """
import sys
from tests.properties.test_deterministic import FILES, digest
order = FILES if sys.argv[1] == "forward" else FILES[::-1]
print("\\n".join(sorted(f"{path.parent.name}/{path.name} {digest(path)}" for path in order)))
"""


def as_json(content: bytes | str) -> str:
    return json.dumps(clean(content).to_dict(), ensure_ascii=False)


def digest(path: Path) -> str:
    return hashlib.sha256(as_json(path.read_bytes()).encode()).hexdigest()


def digests_here() -> list[str]:
    return sorted(f"{path.parent.name}/{path.name} {digest(path)}" for path in FILES)


@pytest.mark.parametrize(("hash_seed", "order"), [("0", "forward"), ("4711", "backward")])
def test_other_process_other_hash_seed_other_order(hash_seed: str, order: str) -> None:
    environ = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, order], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == digests_here()


def test_threads() -> None:
    wanted = {path: digest(path) for path in FILES}
    shuffled = FILES * 2
    random.Random(7).shuffle(shuffled)
    with ThreadPoolExecutor(8) as pool:
        for path, found in zip(shuffled, pool.map(digest, shuffled), strict=True):
            assert found == wanted[path], path


@given(pages)
def test_html_twice(markup: str) -> None:
    content = markup.encode()
    assert as_json(content) == as_json(content)


@given(scrapes)
def test_text_is_read_alike_as_str_and_as_bytes(text: str) -> None:
    plain, encoded = clean(text, kind="text"), clean(text.encode(), kind="text")
    assert plain.to_dict()["ledger"] == encoded.to_dict()["ledger"]
    assert plain.article == encoded.article
