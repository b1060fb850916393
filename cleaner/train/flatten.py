"""A page of markup as the tools of scrapers flatten it: what the judge of text pages learns from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bs4 import BeautifulSoup

from cleaner import flags
from cleaner.model import Block, Document, Run

HABITS = ("strings", "lines", "markdown")
_UNSEEN = ("script", "style", "noscript", "template")
_TIGHT = frozenset({"li", "td", "th", "option", "label", "button"})


def flatten(document: Document, habit: str) -> str:
    """The page's text by one of the HABITS.

    strings: every string of the markup on a line of its own, as `get_text("\\n")` prints it, white space and all.
    lines: a block a line, blank lines around paragraphs. markdown: with signs for headings, items, links and bold.
    """
    if habit == "strings":
        return _strings(document.page.text)
    if habit == "lines":
        return "".join(_spaced(block, _plain(block)) for block in document.blocks if _is_seen(block))
    pictures: dict[int, list[str]] = defaultdict(list)
    for image in document.images:
        pictures[image.block].append(f"![{image.alt}]({image.url.strip().split(' ')[0]})\n")
    lines = (_spaced(block, _markdown(block)) if _is_seen(block) else "" for block in document.blocks)
    return "".join("".join((*pictures[number], line)) for number, line in enumerate((*lines, "")))


def _is_seen(block: Block) -> bool:
    return not block.tag.startswith("@") and not block.flags & flags.HIDDEN


def _strings(markup: str) -> str:
    page = BeautifulSoup(markup, "lxml")
    for element in page(_UNSEEN):
        element.decompose()
    return page.get_text("\n")


def _spaced(block: Block, line: str) -> str:
    return f"{line}\n" if block.tag in _TIGHT else f"\n{line}\n\n"


def _plain(block: Block) -> str:
    return f"  * {block.text}" if block.tag == "li" else block.text


def _markdown(block: Block) -> str:
    text = "".join(_signs(block)) if block.runs else block.text
    if block.flags & flags.LINK and "](" not in text:
        text = f"[{text}](/{block.index}.html)"
    if block.tag == "li":
        return f"  * {text}"
    return f"{'#' * int(block.tag[1])} {text}" if block.tag[1:].isdigit() else text


def _signs(block: Block) -> Iterator[str]:
    for run in block.runs:
        yield _sign(run)


def _sign(run: Run) -> str:
    words = run.text.strip()
    if not words:
        return run.text
    if run.href:
        words = f"[{words}]({run.href.split()[0] if run.href.split() else '/'})"
    elif run.style & flags.BOLD:
        words = f"**{words}**"
    return run.text.replace(run.text.strip(), words, 1)
