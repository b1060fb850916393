"""What the trained judge sees of a block: numbers about its letters, its markup, and its place.

Every feature is a row over all blocks of the page, computed in numpy; work per block in Python is
bounded to a few look-ups. Features know no site and no language.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from cleaner import flags as f
from cleaner.classify.bounds import bounds
from cleaner.classify.columns import TAG_CODES, Columns, Matrix, Row, shift
from cleaner.classify.echoes import Echoes, echoes
from cleaner.model import KEPT_ROLES, Document, Role
from cleaner.rulebook.rule import Claim

_FLAG_BITS = np.arange(24)[:, None]
_HINT_BITS = np.arange(len(f.HINT_GROUPS))[:, None]
_REACH = (-3, -2, -1, 1, 2, 3)
_FARTHEST = 3
_MOST_GAP = 9


def rows(
    columns: Columns,
    document: Document,
    claims: Sequence[tuple[Claim, ...]] = (),
    wanted: tuple[str, ...] | None = None,
) -> tuple[tuple[str, ...], Matrix]:
    """The names of the features and, float32 (n_features, n_blocks), their values.

    wanted: the names of those to give, in this order; None for all there are. ValueError when one is unknown:
    the judge's data and this code are of one release.
    """
    names, matrix = _gathered(_table(columns, document, claims), wanted, columns.n)
    growing, most = bounds(names)
    matrix[growing] = np.clip(matrix[growing], -most, most)
    return names, matrix


def _table(columns: Columns, document: Document, claims: Sequence[tuple[Claim, ...]]) -> Table:
    """All features by name."""
    heard = echoes(document.blocks, document.head)
    table: Table = {}
    _letters(table, columns)
    _markup(table, columns)
    _echo(table, columns, heard)
    _position(table, columns)
    _containers(table, columns)
    _home(table, columns)
    _claims(table, columns, claims)
    _kin(table, columns)
    _neighbours(table, columns)
    table.update(zip(_BIT_NAMES, _bits(columns), strict=True))
    if document.page.kind == "text":
        _gaps(table, columns)
    return table


def _gathered(table: Table, wanted: tuple[str, ...] | None, size: int) -> tuple[tuple[str, ...], Matrix]:
    """The names, and the rows of those that are wanted; the table, twice as large, ends here."""
    names = tuple(table) if wanted is None else wanted
    try:
        return names, _matrix([table[name] for name in names], size)
    except KeyError as error:
        raise ValueError(f"the judge's data asks for an unknown feature: {error}") from error


def _matrix(values: Sequence[npt.NDArray[np.generic]], size: int) -> Matrix:
    """The rows as one array, float32 (n_features, n_blocks)."""
    matrix = np.empty((len(values), size), dtype=np.float32)
    np.concatenate(values, out=matrix.reshape(-1), casting="unsafe")
    return matrix


Table = dict[str, npt.NDArray[np.generic]]


def _letters(table: Table, c: Columns) -> None:
    letters, chars = c.letters, np.maximum(c.chars, 1)
    alphabetic = np.maximum(letters.count("lower", "upper", "ideograph"), 1)
    table["chars"], table["words"] = c.chars, c.words
    table["word_chars"] = c.chars / np.maximum(c.words, 1)
    table["upper"] = letters.count("upper") / alphabetic
    table["upper_per_word"] = letters.count("upper") / np.maximum(c.words, 1)
    table["digits"] = letters.count("digit") / chars
    table["ideographs"] = letters.count("ideograph") / chars
    for name in (
        "stop",
        "comma",
        "quote",
        "colon",
        "bar",
        "arrow",
        "at",
        "copyright",
        "currency",
        "bracket",
        "slash",
        "break",
    ):
        table[name] = letters.count(name)
    table["stops_per_word"] = letters.count("stop") / np.maximum(c.words, 1)
    table["signs"] = letters.count("bar", "arrow", "at", "slash", "other", "dash") / chars
    table["ends_stop"] = letters.ends_with("stop") | (letters.ends_with("quote"))
    table["ends_colon"] = letters.ends_with("colon")
    table["ends_arrow"] = letters.ends_with("arrow") | letters.ends_with("slash")
    table["starts_lower"] = letters.starts_with("lower")
    table["starts_digit"] = letters.starts_with("digit")
    table["starts_quote"] = letters.starts_with("quote")
    table["starts_sign"] = letters.first >= 8


def _markup(table: Table, c: Columns) -> None:
    table["linked"], table["bold"], table["links"] = c.linked, c.bold, c.links
    table["links_per_word"] = c.links / np.maximum(c.words, 1)
    table["tag"] = c.tags
    table["heading"] = c.heading
    table["depth"] = c.depth
    table["in_figure"] = c.figure >= 0
    for tag in ("p", "div", "li", "h1", "h2", "h3", "td", "blockquote", "pre", "figcaption"):
        table[f"tag_{tag}"] = c.tags == TAG_CODES[tag]


_BIT_NAMES = (
    *(f"flag_{bit}" for bit in range(24)),
    *(f"hint_{name}" for name, _ in f.HINT_GROUPS),
    *(f"near_{name}" for name, _ in f.HINT_GROUPS),
)


_CLAIMED = {
    "caption": (Role.CAPTION, Role.CAPTION_DUPLICATE, Role.CREDIT),
    "related": (Role.RELATED_LABEL, Role.RELATED),
    "byline": (Role.BYLINE, Role.AGENCY_SOURCE, Role.DATE, Role.SOURCE_URL),
    "promo": (Role.PROMO, Role.SHARE_WIDGET, Role.COMMENT, Role.AD, Role.LEGAL),
    "chrome": (Role.CHROME, Role.TAGS, Role.SECTION),
    "title": (Role.TITLE,),
    "story": tuple(KEPT_ROLES),
}
_CLAIM_ROW = {role: row for row, roles in enumerate(_CLAIMED.values()) for role in roles}
_NOT_STORY = [row for row, name in enumerate(_CLAIMED) if name not in ("title", "story")]


def _claims(table: Table, c: Columns, claims: Sequence[tuple[Claim, ...]]) -> None:
    """What the rules say: 0 nothing, 1 a weak claim, 2 a firm one; and how near a label of other stories stands."""
    said, label = np.zeros((len(_CLAIMED), c.n)), np.zeros(c.n, dtype=bool)
    for at, found in enumerate(claims):
        for claim in found:
            rule = claim.rule
            if rule.weak and rule.where.position is not None:
                continue  # it holds only where `settle` finds it, and would speak of every paragraph
            place = _CLAIM_ROW.get(rule.role)
            if place is not None and not (rule.weak and said[place, at]):
                said[place, at] = 1 if rule.weak else 2
            if rule.role is Role.RELATED_LABEL:
                label[at] = True
    for number, name in enumerate(_CLAIMED):
        table[f"claim_{name}"] = said[number]
    against: Row = np.asarray((said[_NOT_STORY] >= 2).any(axis=0), dtype=np.float64)
    sums = c.tree.sums(against)
    for number in (1, 2):
        table[f"c{number}_claimed"] = sums[c.levels[number - 1]] / np.maximum(c.tree.counts[c.levels[number - 1]], 1)
    table["box_claimed"] = sums[c.box] / np.maximum(c.tree.counts[c.box], 1)
    table["claimed-1"], table["claimed+1"] = shift(against, -1, 0), shift(against, 1, 0)
    last = np.maximum.accumulate(np.where(label, np.arange(c.n), -1))
    table["since_label"] = np.where(last >= 0, np.arange(c.n) - last, 999)


def _bits(c: Columns) -> npt.NDArray[np.uint8]:
    bits = [c.flags >> _FLAG_BITS & 1, c.hints >> _HINT_BITS & 1, c.near >> _HINT_BITS & 1]
    return np.concatenate(bits, dtype=np.uint8, casting="unsafe")


def _echo(table: Table, c: Columns, heard: Echoes) -> None:
    table["is_title"] = heard.title
    table["is_description"] = heard.description
    table["part_of_description"] = heard.part_of_description
    table["declared"] = heard.declared
    table["declared_share"] = np.full(c.n, heard.declared_share)
    table["copies"] = np.minimum(heard.copies, 9)
    table["later_copy"] = heard.later
    title = _title_at(c, heard)
    table["from_title"] = np.arange(c.n) - title if title >= 0 else np.full(c.n, -999)
    running = c.prose.cumsum() - c.prose
    words = c.words.cumsum() - c.words
    table["words_from_title"] = words - words[title] - c.words[title] if title >= 0 else np.full(c.n, -999)
    table["prose_from_title"] = running - running[title] if title >= 0 else np.full(c.n, -1.0)


def _title_at(c: Columns, heard: Echoes) -> int:
    """The block of the headline: an h1 that is a declared title, else any h1, else a declared title."""
    first = c.tags == TAG_CODES["h1"]
    for choice in (first & heard.title, first, heard.title & c.heading, heard.title):
        if choice.any():
            return int(choice.argmax())
    return -1


def _position(table: Table, c: Columns) -> None:
    at = np.arange(c.n)
    table["at"] = at
    table["at_share"] = at / c.n
    running = c.words.cumsum()
    table["words_before"] = (running - c.words) / max(running[-1], 1)
    prose = c.prose.cumsum()
    table["prose_before"] = (prose - c.prose) / max(prose[-1], 1)
    table["page_prose"] = np.full(c.n, prose[-1])
    table["page_prose_share"] = np.full(c.n, prose[-1] / max(running[-1], 1))
    table["page_blocks"] = np.full(c.n, c.n)
    is_prose = c.prose > 0
    last = np.maximum.accumulate(np.where(is_prose, at, -1))
    table["since_prose"] = np.where(last >= 0, at - last, 999)
    following = np.minimum.accumulate(np.where(is_prose, at, c.n + 999)[::-1])[::-1]
    table["until_prose"] = np.minimum(following - at, 999)


def _containers(table: Table, c: Columns) -> None:
    tree, sums = c.tree, c.sums
    page = np.maximum(sums[0], 1)
    running = np.concatenate([[0.0], c.words.cumsum()])
    levels = np.stack(c.levels)
    below, count = sums[levels], np.maximum(tree.counts[levels], 1)
    words, prose, chars, linked, paragraphs, headings = np.moveaxis(below, 2, 0)
    some = np.maximum(words, 1)
    of_levels: dict[str, npt.NDArray[np.generic]] = {
        "words": words,
        "word_share": words / page[0],
        "prose_share": prose / page[1],
        "prose": prose / some,
        "linked": linked / np.maximum(chars, 1),
        "blocks": count,
        "paragraphs": paragraphs,
        "mean_words": words / count,
        "headings": headings / count,
        "before": (running[:-1] - running[c.firsts[levels]]) / some,
    }
    for number in range(len(levels)):
        for name, values in of_levels.items():
            table[f"c{number + 1}_{name}"] = values[number]
    for share in (0.55, 0.85):
        _main(table, c, tree.smallest_with(c.prose, share), f"main{int(share * 100)}")


def _main(table: Table, c: Columns, container: int, name: str) -> None:
    """Where a block stands to the innermost container that holds most paragraphs, and to the first and last of them."""
    inside = c.tree.inside(container)
    table[f"{name}_in"] = inside
    table[f"{name}_words"] = np.full(c.n, (c.words * inside).sum())
    table[f"{name}_linked"] = np.full(c.n, (c.link_chars * inside).sum() / max((c.chars * inside).sum(), 1))
    paragraphs = np.flatnonzero(inside & (c.prose > 0))
    first, last = (int(paragraphs[0]), int(paragraphs[-1])) if len(paragraphs) else (0, c.n - 1)
    at = np.arange(c.n)
    table[f"{name}_from_first"] = at - first
    table[f"{name}_to_last"] = last - at
    level = c.levels[0]
    table[f"{name}_direct"] = level == container


def _home(table: Table, c: Columns) -> None:
    """The story-like container a block stands in, and the box inside it."""
    tree, sums, first = c.tree, c.sums, c.firsts
    page = np.maximum(sums[0], 1)
    prose = np.concatenate([[0.0], c.prose.cumsum()])
    for name, container in (("home", c.home), ("box", c.box)):
        below, start = sums[container], first[container]
        count = np.maximum(tree.counts[container], 1)
        end = start + count
        table[f"{name}_words"] = below[:, 0]
        table[f"{name}_share"] = below[:, 0] / page[0]
        table[f"{name}_prose_share"] = below[:, 1] / page[1]
        table[f"{name}_prose"] = below[:, 1] / np.maximum(below[:, 0], 1)
        table[f"{name}_linked"] = below[:, 3] / np.maximum(below[:, 2], 1)
        table[f"{name}_blocks"] = count
        table[f"{name}_mean_words"] = below[:, 0] / count
        table[f"{name}_at"] = (np.arange(c.n) - start) / count
        table[f"{name}_prose_before"] = prose[start] / page[1]
        table[f"{name}_prose_after"] = (prose[-1] - prose[end]) / page[1]
    start = first[c.home]
    end = start + np.maximum(tree.counts[c.home], 1)
    box_start = first[c.box]
    box_end = box_start + np.maximum(tree.counts[c.box], 1)
    table["prose_before_in_home"] = prose[:-1] - prose[start]
    table["prose_after_in_home"] = prose[end] - prose[1:]
    table["prose_before_box"] = prose[box_start] - prose[start]
    table["prose_after_box"] = prose[end] - prose[box_end]
    table["direct"] = c.home == c.box
    for name, seen in (("h1", c.tags == TAG_CODES["h1"]), ("h2", c.tags == TAG_CODES["h2"]), ("heading", c.heading)):
        table[f"{name}_so_far"] = seen.cumsum()


def _gaps(table: Table, c: Columns) -> None:
    """Blank lines before and behind a line of text, and how much of the lines around it is prose."""
    table["gap"] = np.minimum(c.gap, _MOST_GAP)
    table["gap_after"] = shift(table["gap"], 1, _MOST_GAP)
    for width in (4, 16, 48):
        table[f"prose_within_{width}"] = _within(c.prose, width)
        table[f"words_within_{width}"] = _within(c.words, width)
        table[f"stops_within_{width}"] = _within(c.letters.ends_with("stop"), width)


def _within(row: npt.NDArray[np.generic], width: int) -> Row:
    """The sum of the row from `width` places before to `width` places behind each place."""
    running = np.concatenate([[0.0], row.cumsum()])
    at = np.arange(len(row))
    total: Row = running[np.minimum(at + width + 1, len(row))] - running[np.maximum(at - width, 0)]
    return total


def _kin(table: Table, c: Columns) -> None:
    """Blocks made alike: same tag, depth and class words."""
    kin = c.kin
    count = np.bincount(kin)
    mean = {
        name: np.bincount(kin, values) / count
        for name, values in (("words", c.words), ("linked", c.linked), ("prose", (c.prose > 0).astype(float)))
    }
    prose = np.bincount(kin, c.prose) / max(c.prose.sum(), 1)
    table["kin_count"] = count[kin]
    table["kin_words"] = mean["words"][kin]
    table["kin_linked"] = mean["linked"][kin]
    table["kin_paragraphs"] = mean["prose"][kin]
    table["kin_prose_share"] = prose[kin]


def _neighbours(table: Table, c: Columns) -> None:
    own = c.levels[0]
    seen = (c.words, c.linked, c.heading, c.tags, own, c.letters.ends_with("colon"), c.letters.ends_with("stop"))
    around = np.full((len(seen), c.n + 2 * _FARTHEST), -1)  # whole numbers; -1 beyond the page
    for number, row in enumerate(seen):
        around[number, _FARTHEST:-_FARTHEST] = row
    for by in _REACH:
        words, linked, heading, tags, box, colon, stop = around[:, _FARTHEST + by : _FARTHEST + by + c.n]
        table[f"words{by:+d}"], table[f"linked{by:+d}"], table[f"heading{by:+d}"] = words, linked, heading
        table[f"same_tag{by:+d}"], table[f"same_box{by:+d}"] = tags == c.tags, box == own
        table[f"tag{by:+d}"], table[f"ends_colon{by:+d}"], table[f"ends_stop{by:+d}"] = tags, colon, stop
    for width in (3, 8):
        running = np.concatenate([[0.0], c.prose.cumsum()])
        at = np.arange(c.n)
        table[f"prose_{width}_before"] = running[at] - running[np.maximum(at - width, 0)]
        table[f"prose_{width}_after"] = running[np.minimum(at + 1 + width, c.n)] - running[at + 1]
