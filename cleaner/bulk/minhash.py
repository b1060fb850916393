"""A fingerprint of a text: alike for texts that share most of their wording.

MinHash (Broder 1997) over shingles of three syllables. Vietnamese writes syllables apart, so a
white-space word is a syllable there, and a word in English; no word splitter is needed.
"""

from __future__ import annotations

import re
import zlib

import numpy as np
from datasketch import MinHash

from cleaner.text import fold

PERMUTATIONS = 128
SHINGLE = 3
MIN_SHINGLES = 20  # under it two texts are alike by chance
_WORD = re.compile(r"\w+")
_SEED = 1
_SCHEME = "affine32"
_BASE = 1_000_003
_PERMUTATIONS = MinHash(PERMUTATIONS, _SEED, scheme=_SCHEME).permutations


def fingerprint(text: str) -> bytes | None:
    """The minima as little-endian uint32; None for a text that is too short to compare.

    Depends on the text alone: permutations come from a fixed seed, syllables are hashed with CRC-32.
    """
    shingles = _shingles(text)
    if len(shingles) < MIN_SHINGLES:
        return None
    sketch = MinHash(PERMUTATIONS, _SEED, hashfunc=int, scheme=_SCHEME, permutations=_PERMUTATIONS)
    sketch.update_batch(shingles)
    return np.asarray(sketch.hashvalues).astype("<u4").tobytes()


def similarity(first: bytes, second: bytes) -> float:
    """Estimated Jaccard similarity of two fingerprints, 0..1, standard error about 0.04."""
    return float(np.mean(np.frombuffer(first, "<u4") == np.frombuffer(second, "<u4")))


def _shingles(text: str) -> list[int]:
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(fold(text))]
    hashes = np.array(words, dtype=np.uint64)
    count = max(0, len(words) - SHINGLE + 1)
    mixed = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        mixed = mixed * np.uint64(_BASE) + hashes[at : at + count]
    return list(set((mixed & np.uint64(0xFFFFFFFF)).tolist()))
