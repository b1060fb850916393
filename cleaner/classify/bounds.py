"""How large a feature may become that grows with the page."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from cleaner.classify.columns import Matrix

#: The largest value of features that grow with the page, about the 95th percentile of stored pages. Beyond it a page
#: is just long. This alone does not keep a long story whole: see `cleaner/settle/long_story.py`.
_MOST = {
    "words": 3000.0,
    "prose": 3000.0,
    "prose_before_in_home": 3000.0,
    "prose_after_in_home": 3000.0,
    "prose_before_box": 3000.0,
    "prose_after_box": 3000.0,
    "words_from_title": 3000.0,
    "prose_from_title": 3000.0,
    "blocks": 400.0,
    "from_title": 250.0,
    "from_first": 250.0,
    "to_last": 250.0,
    "paragraphs": 60.0,
    "kin_count": 100.0,
    "heading_so_far": 40.0,
    "h2_so_far": 15.0,
    "h1_so_far": 5.0,
}


@cache
def bounds(names: tuple[str, ...]) -> tuple[npt.NDArray[np.intp], Matrix]:
    """Which features are bounded, by their name or by what stands behind that of their container, and how: (n, 1)."""
    bounds = [(at, _MOST.get(name, _MOST.get(name.partition("_")[2]))) for at, name in enumerate(names)]
    found = [(at, most) for at, most in bounds if most is not None]
    return np.array([at for at, _ in found], dtype=np.intp), np.array([[most] for _, most in found], dtype=np.float32)
