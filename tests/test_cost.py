"""What a page costs, counted in calls and objects: the same on every machine, unlike seconds."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from cleaner import clean
from cleaner.pipeline import default_rulebook

#: Calls, Python's and C's, that one more element of a page may cost; 5 % above what was counted when this was written.
CALLS_PER_ELEMENT = {"story": 125.0, "menu": 65.0}
#: Objects that each full garbage collection visits because the rulebook is loaded.
RULEBOOK_OBJECTS = 20_000
#: Expressions that loading compiles beside the patterns of the rules: guards of attributes, signs, what reads TOML.
EXPRESSIONS = 20


def _story(paragraphs: int) -> str:
    """A page of paragraphs, each with a link, and all different."""
    lines = (
        f'<p class="text">On day {n} the council of ward {n * 7 % 31} met for {n % 9 + 2} hours, '
        f'<a href="/w/{n}">its clerk</a> said. Nothing was decided.</p>'
        for n in range(paragraphs)
    )
    head = '<html lang="en"><head><meta property="article:published_time" content="2026-05-02T09:00:00+02:00"></head>'
    return f"{head}<body><article><h1>The council meets again</h1>{''.join(lines)}</article></body></html>"


def _menu(items: int) -> str:
    lines = (f'<li class="item i{n}"><a href="/s/{n}">Section {n}</a></li>' for n in range(items))
    return _story(20).replace("<article>", f"<nav><ul>{''.join(lines)}</ul></nav><article>")


def _calls(work: Callable[[], object]) -> int:
    """How many calls a piece of work makes."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("kind", "page"), [("story", _story), ("menu", _menu)])
def test_each_element_costs_a_bounded_number_of_calls(kind: str, page: Callable[[int], str]) -> None:
    small, large = page(100), page(300)
    clean(small)
    clean(large)  # what is read once is not a page's cost
    more = _calls(lambda: clean(large)) - _calls(lambda: clean(small))
    assert more / (200 * 2) <= CALLS_PER_ELEMENT[kind]


def test_the_cost_is_linear_in_the_page() -> None:
    pages = [_story(size) for size in (200, 400, 800)]
    for page in pages:
        clean(page)
    first, second, third = (_calls(lambda page=page: clean(page)) for page in pages)
    assert third - second <= 2.1 * (second - first)


def test_a_loaded_rulebook_leaves_few_objects_to_the_garbage_collector() -> None:
    script = (
        "import gc; from cleaner.pipeline import default_rulebook; gc.collect(); before = len(gc.get_objects()); "
        "default_rulebook(); gc.collect(); print(len(gc.get_objects()) - before)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert 1_000 < int(answer.stdout) < RULEBOOK_OBJECTS


LOADED = """
import sys
from cleaner import clean
clean(sys.stdin.read())
third = {name.partition(".")[0] for name, module in sys.modules.items()
         if "site-packages" in (getattr(module, "__file__", None) or "")}
print(*sorted(third - {"_distutils_hack"}), *(name for name in sys.modules if name.startswith("cleaner.")))
"""


def _loaded(page: str) -> list[str]:
    """The libraries and the modules of ours that a process has loaded for one page."""
    answer = subprocess.run([sys.executable, "-c", LOADED], input=page, capture_output=True, text=True, check=True)
    return answer.stdout.split()


def test_the_first_page_loads_what_it_needs_and_no_more() -> None:
    loaded = _loaded(_story(20))
    assert [name for name in loaded if not name.startswith("cleaner.")] == ["ahocorasick_rs", "numpy", "selectolax"]
    assert not {"cleaner.segment.lines", "cleaner.settle.text"} & set(loaded)


def test_a_page_of_text_without_short_lines_loads_no_numpy() -> None:
    day = "On day {0} the council met for two hours, its clerk said, and decided. " * 4
    loaded = _loaded("\n".join(["The council meets again", *(day.format(n) for n in range(20))]))
    assert "cleaner.settle.text" in loaded
    assert "numpy" not in loaded


def test_the_patterns_of_the_rules_are_parsed_once_and_not_by_the_next_process(tmp_path: Path) -> None:
    script = (
        "import re._parser as parser; from cleaner.rulebook import load_rulebook; count = 0; parse = parser.parse\n"
        "def counted(*args):\n global count; count += 1; return parse(*args)\n"
        "parser.parse = counted; book = load_rulebook()\n"
        "print(count, len({rule.where.pattern.pattern for rule in book.rules if rule.where.pattern}))"
    )
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    first, second = (
        subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
        for _ in range(2)
    )
    (parsed, patterns), (again, _) = (tuple(map(int, answer.stdout.split())) for answer in (first, second))
    assert patterns <= parsed <= patterns + EXPRESSIONS
    assert again <= EXPRESSIONS


def test_a_run_of_pages_leaves_no_objects_behind() -> None:
    default_rulebook()
    pages = [_story(20 + number) for number in range(40)]
    for page in pages:
        clean(page)
    gc.collect()
    before = len(gc.get_objects())
    for page in pages:
        clean(page)
    gc.collect()
    assert len(gc.get_objects()) - before < 100


@pytest.mark.parametrize(
    "element",
    ['<p class="{}">Item</p>', '<p id="{}">Item</p>', "<time>{}</time>", "<p>{}</p>", '<a href="/{}">Item</a>'],
)
def test_a_process_keeps_nothing_of_a_page_however_long_its_words_are(element: str) -> None:
    """What is remembered between pages is bounded by its characters, not only by its number."""

    def page(number: int) -> str:
        items = (element.format(f"{'abcde' * 4_000}{number}x{place}") for place in range(20))
        return f"<html lang='en'><body><article><p>Nothing was decided.</p>{''.join(items)}</article></body></html>"

    for number in range(3):
        clean(page(number))
    gc.collect()
    tracemalloc.start()
    for number in range(3, 9):
        clean(page(number))
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 500_000 < 6 * len(page(0))
