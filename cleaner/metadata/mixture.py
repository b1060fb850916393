"""Pages whose story is written in more than one language: which, and how much of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from cleaner.metadata.language import UNKNOWN, detect_language
from cleaner.model import Document, Role, Verdict
from cleaner.text import VIETNAMESE_LETTERS

#: Roles whose kept blocks are prose of the story; headings and captions are too short to tell.
_PROSE = frozenset({Role.BODY, Role.QUOTE, Role.LIST_ITEM, Role.SUMMARY, Role.NOTE})
_PARAGRAPH = 100  # characters; a shorter one may be a name, a title, a line of verse
_LEAST, _SHARE = 200, 0.15  # characters of a second language, and of the prose's, from which it is told
_SAMPLE = 300  # characters of a paragraph that are looked at
_FEW = 3  # small words that show a language, and by how much it must lead
_LEAD = 2
_VIETNAMESE = re.compile(f"[{''.join(sorted(VIETNAMESE_LETTERS))}]")
_NOT_LATIN = re.compile("[\u0370-\u1cff\u3040-\ud7af]")
#: Small words of languages in Latin letters, each of one language only.
_SMALL = {
    word: language
    for language, words in {
        "en": "the of and to that with was from which have has been this they their would said were",
        "fr": "les des dans une est pour que qui avec sur pas cette aux ses sont été nous mais",
        "de": "der die und das den von ist mit sich auf für nicht dem eine auch wird einer nach",
        "es": "los las el y una por para del como más pero sus fue hay esta entre sobre según",
        "it": "il che di è della gli nel con sono alla più dei anche delle stato hanno questa",
        "pt": "os da uma não em ao dos mais são pela foi nas também pelo muito isso seu",
        "nl": "het een van niet dat op zijn voor met werd naar bij worden heeft ook deze",
        "id": "yang dan dengan untuk dari pada dalam ini itu tidak akan oleh telah juga adalah",
        "pl": "się nie jest że jak przez od był oraz została po tym które tego może",
        "tr": "bir bu ve için ile olarak daha çok gibi olan sonra kadar ancak göre",
    }.items()
    for word in words.split()
}


def mixture(document: Document, verdicts: tuple[Verdict, ...], main: str) -> tuple[tuple[str, float], ...]:
    """(language, its share of the story's prose, 0..1), the largest first; () when there is one language only.

    main: the page's language, to which paragraphs count that say nothing of their own. What is not kept does not
    count, so English boilerplate makes no page English. Never raises.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for text in _prose(document, verdicts):
        groups[_guess(text, main)].append(text)
    if len(groups) < 2:
        return ()
    sizes: dict[str, int] = defaultdict(int)
    for guess, texts in groups.items():
        sizes[guess if guess == main else _sure(texts, main)] += sum(map(len, texts))
    whole = sum(sizes.values())
    told = {name: size / whole for name, size in sizes.items() if size >= _LEAST and size >= _SHARE * whole}
    return tuple(sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))) if len(told) > 1 else ()


def mixture_warning(shares: Iterable[tuple[str, float]]) -> str:
    """
    >>> mixture_warning([("vi", 0.7), ("en", 0.3)])
    'written in several languages: vi 70 %, en 30 %'
    """
    return "written in several languages: " + ", ".join(f"{name} {share * 100:.0f} %" for name, share in shares)


def _prose(document: Document, verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    for block, verdict in zip(document.blocks, verdicts, strict=True):
        if verdict.kept and verdict.role in _PROSE and len(block.text) >= _PARAGRAPH:
            yield block.text


def _guess(text: str, main: str) -> str:
    """What a look at the letters and small words says; the page's language when they say nothing."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        if _VIETNAMESE.search(sample):
            return "vi"
        if _NOT_LATIN.search(sample):
            return detect_language(sample, main)[0]
    words = sample.lower().split()
    if set(map(_SMALL.get, words)) <= {main, None}:  # as of most paragraphs
        return main
    counts = Counter(filter(None, map(_SMALL.get, words)))
    best, *rest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    clear = best[1] >= _FEW and best[1] >= (rest[0][1] if rest else 0) + _LEAD
    return best[0] if clear else main


def _sure(texts: Iterable[str], main: str) -> str:
    """The language of paragraphs that look like another one than the page's; the page's when that cannot be told."""
    language = detect_language(" ".join(texts), "")[0]
    return main if language == UNKNOWN else language
