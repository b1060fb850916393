"""The habits of tools that flatten pages."""

from __future__ import annotations

import pytest

from cleaner.decode import decode
from cleaner.limits import Limits
from cleaner.model import RawPage
from cleaner.pipeline import default_rulebook
from cleaner.segment import segment
from cleaner.train.flatten import flatten

PAGE = (
    "<body><script>let a</script><h2>Chợ</h2><ul><li><a href=/a.html>Bến tàu</a></li></ul>"
    "<p>Bà <b>Mến</b> bán <a href=/m.html>muối</a>.</p><p><img src=/i.jpg alt=Ruộng></p><div hidden>x</div></body>"
)


@pytest.mark.parametrize(
    ("habit", "lines"),
    [
        ("strings", ["Chợ", "Bến tàu", "Bà", "Mến", "bán", "muối", ".", "x"]),
        ("lines", ["Chợ", "* Bến tàu", "Bà Mến bán muối."]),
        ("markdown", ["## Chợ", "* [Bến tàu](/a.html)", "Bà **Mến** bán [muối](/m.html)."]),
    ],
)
def test_each_prints_the_page_in_its_way(habit: str, lines: list[str]) -> None:
    document = segment(decode(RawPage(PAGE, None, None, "html"), Limits().max_bytes), default_rulebook())
    found = [line.strip() for line in flatten(document, habit).split("\n") if line.strip()]
    assert [line for line in found if "Ruộng" not in line] == lines
    assert any("![Ruộng](/i.jpg)" in line for line in found) == (habit == "markdown")
