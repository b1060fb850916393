"""The headline as it is printed: every place that names it votes, and the printed one weighs most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.jsonld import plain_text, types
from cleaner.metadata.facts import Facts
from cleaner.metadata.headline import (
    Headline,
    behind_kickers,
    declared,
    has_half,
    has_kicker,
    has_tail,
    opens_with_site,
    printed,
)
from cleaner.metadata.keys import key
from cleaner.metadata.reading import Found
from cleaner.model import Block, Candidate, FieldHit, Role
from cleaner.text import without_date_line

# Weights of the vote. A printed headline beats two declarations that differ from it, not three; the
# element that a rule written for this site or its CMS calls the headline beats them all.
_SITE_RULE, _RULE, _PRINTED, _STORY, _DECLARED, _MINOR = 3.4, 2.2, 2.0, 1.3, 0.8, 0.3
_OF_BLOG = 3.0  # a printed headline beside what a blog's plug-in for search engines declares
_SITE_WORDS = 3  # words of a heading that may name the blog
_LATER_HEADING = 0.9  # a second or third <h1>
_STRAY = 0.6  # an <h1> that shares hardly a word with all else that names the page
_WITH_TAIL = 0.8  # what a source says in favour of a headline that it prints with a tail ...
_SECOND_HALF = 0.1  # ... where the tail is its second half
_WITH_KICKER = 0.25  # ... and of one that it prints behind a kicker
_NEWS = ("News", "Reportage", "Opinion", "Analysis", "Report", "Review", "Live")
_GENERIC = "generic."
_OPEN_GRAPH = "meta og:title"
_MINOR_METAS = ("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "title")
_MAX_HEADINGS = 6
_MAX_NAME = 7  # words of a site's name
_LOOSE = re.compile(r"\s[,.;:!?](?:\s|$)")
_WORD = re.compile(r"\w+")
_BADGES = ("●", "•", "◉", "🔴", "▶", "►", "■")  # in front of "LIVE", which is no word of the headline


class _Vote(NamedTuple):
    headline: Headline
    source: str
    weight: float
    of_page: bool = False  # printed, not declared
    broken: bool = False  # the markup broke it into pieces, so that its spaces and signs are in doubt


def read_title(facts: Facts, names: frozenset[str]) -> Found[str | None]:
    """The text with the most support; of equal spellings, the printed one. `names`: keys of the site's names."""
    names = (names - _too_long(facts)) | _in_front(facts, names)
    votes = _weigh([*_of_page(facts, names), *_of_head(facts, names)], names)
    options = {vote.headline.key: vote for vote in reversed(votes) if vote.weight}
    if not options:
        return Found(None, _candidates(votes, Headline("", "", ""), names))
    best = max(options, key=lambda wanted: _support(wanted, votes))
    chosen = _without_kicker(options[best].headline, votes, names)
    chosen = chosen._replace(text=_spelling(chosen, votes))
    return Found(chosen.text, _candidates(votes, chosen, names))


def _too_long(facts: Facts) -> frozenset[str]:
    """Headings that are no site's name, whatever the page declares one to be."""
    texts = [block.text for block in facts.headings[:_MAX_HEADINGS]]
    return frozenset(key(text) for text in texts if len(text.split()) > _MAX_NAME)


def _in_front(facts: Facts, names: frozenset[str]) -> frozenset[str]:
    """The first heading when it is what the title element says before og:title: "Name of the blog: Headline".

    Not where og:title names the site.
    """
    first = "".join(key(block.text) for block in facts.headings[:1])
    social = {key(value) for value in facts.meta("og:title")[:1]} - names
    return frozenset(first for end in social if first and end and first + end == key(plain_text(facts.head.title)))


def _of_page(facts: Facts, names: frozenset[str]) -> Iterator[_Vote]:
    for block in facts.printed.get(Role.TITLE, ())[:1]:
        if block not in facts.headings and (block.tag != "h1" or not facts.headings):
            yield _print(block.text, f"judged title, block {block.index}", _RULE)
    by_rule = {key(hit.value): hit for hit in reversed(facts.hits.get("title", ())[:3])}  # a site's own rule first
    headings = facts.headings[:_MAX_HEADINGS]
    first = next((block for block in headings if key(block.text) not in names), None)
    for place, block in enumerate(headings):
        hit = by_rule.pop(key(block.text), None)
        source = f"{block.tag}, block {block.index}" + (f", rule {hit.rule_id}" if hit else "")
        weight = _of_heading(facts, block, block is first, hit)
        pieces = facts.headings[place + 1 : place + 2]  # a hidden ":" between kicker and headline is an <h1> block too
        yield _print(block.text, source, weight, broken=any(not key(piece.text) for piece in pieces))
    for hit in by_rule.values():
        yield _print(hit.value, f"rule {hit.rule_id}", _of_rule(hit.rule_id))


def _print(text: str, source: str, weight: float, broken: bool = False) -> _Vote:
    text, _ = without_date_line(text)
    doubtful = "\n" in text or bool(_LOOSE.search(text)) or text.startswith(_BADGES)
    return _Vote(printed(text), source, weight, True, broken or doubtful)


def _of_heading(facts: Facts, block: Block, first: bool, hit: FieldHit | None) -> float:
    weight = _of_rule(hit.rule_id) if hit else _PRINTED if first else _LATER_HEADING
    return max(weight, _OF_BLOG) if first and _is_blog(facts) and len(block.text.split()) > _SITE_WORDS else weight


def _is_blog(facts: Facts) -> bool:
    """Declared as an article or a posting, and not as the press declares its stories."""
    return bool(facts.story) and not any(kind.startswith(_NEWS) for kind in types(facts.story))


def _of_rule(rule: str) -> float:
    return _RULE if rule.startswith(_GENERIC) else _SITE_RULE


def _of_head(facts: Facts, names: frozenset[str]) -> Iterator[_Vote]:
    for story in facts.stories[:1]:
        if headline := plain_text(story.get("headline")) or plain_text(story.get("name")):
            yield _Vote(declared(headline, names), "json-ld headline", _STORY)
    social = facts.meta("og:title") or facts.meta("twitter:title")
    for value in social[:1]:
        yield _Vote(declared(value, names), _OPEN_GRAPH, _DECLARED)
    for name, value in facts.metas(_MINOR_METAS):
        yield _Vote(declared(value, names), f"meta {name}", _MINOR)
    if facts.head.title:
        yield _Vote(declared(plain_text(facts.head.title), names), "title element", _DECLARED)


def _weigh(votes: Sequence[_Vote], names: frozenset[str]) -> list[_Vote]:
    """Empty texts and site names weigh nothing; an <h1> that nothing declared resembles weighs little."""
    said = [vote.headline for vote in votes if not vote.of_page and vote.headline.key not in names]
    return [_weighed(vote, said, names) for vote in votes]


def _weighed(vote: _Vote, said: Sequence[Headline], names: frozenset[str]) -> _Vote:
    if not vote.headline.key or vote.headline.key in names:
        return vote._replace(weight=0.0)
    if vote.source.startswith("h1,") and "rule" not in vote.source and _is_stray(vote.headline, said):
        return vote._replace(weight=min(vote.weight, _STRAY))
    return vote


def _is_stray(headline: Headline, said: Sequence[Headline]) -> bool:
    """Shares it hardly a word with what the head says, if it says anything?"""
    if not said or any(other.key == headline.key for other in said):
        return False
    words = _words(headline.text)
    return len(words & {word for other in said for word in _words(other.text)}) * 3 < len(words)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _support(wanted: str, votes: Iterable[_Vote]) -> float:
    return sum(vote.weight * _share(vote, wanted) for vote in votes)


def _share(vote: _Vote, wanted: str) -> float:
    """A headline that is printed with a colon, and cut at it for search engines, is the whole one."""
    if vote.of_page and vote.headline.key != wanted and has_half(vote.headline, wanted):
        return _SECOND_HALF
    return _agreement(vote.headline, wanted)


def _agreement(headline: Headline, wanted: str) -> float:
    if headline.key == wanted:
        return 1.0
    if has_tail(headline, wanted):
        return _WITH_TAIL
    return _WITH_KICKER if has_kicker(headline, wanted) else 0.0


def _without_kicker(best: Headline, votes: Sequence[_Vote], names: frozenset[str]) -> Headline:
    """og:title says whether the kicker, which is often printed inside the <h1>, belongs to the headline.

    The site's name in front of it does not.
    """
    social = next((vote.headline for vote in votes if vote.source == _OPEN_GRAPH and vote.weight), None)
    if social is None or social.key == best.key:
        return best
    if has_kicker(best, social.key):
        return social
    if has_kicker(social, best.key):
        return best if opens_with_site(social.key.removesuffix(best.key), names) else social
    shared = (end for end in behind_kickers(best.text) if len(end) * 2 > len(best.text))
    end = next((end for end in shared if has_kicker(social, key(end))), None)  # one headline behind two kickers
    return best if end is None else Headline(best.raw, end, key(end))


def _spelling(best: Headline, votes: Sequence[_Vote]) -> str:
    """The printed spelling, else the most declared one; another where the markup glued its words together."""
    spellings = dict.fromkeys(vote.headline.text for vote in votes if vote.headline.key == best.key)
    weights = {text: sum(_favour(vote) for vote in votes if vote.headline.text.startswith(text)) for text in spellings}
    if not weights:
        return best.text
    most = max(weights, key=lambda text: weights[text])
    whole = max(weights, key=_pieces)
    return whole if _pieces(whole) > _pieces(most) else most


def _pieces(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _favour(vote: _Vote) -> float:
    """A printed spelling goes before declared ones, unless it is in doubt."""
    return 0.0 if vote.broken else vote.weight + _PRINTED * vote.of_page


def _candidates(votes: Iterable[_Vote], chosen: Headline, names: frozenset[str]) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    taken = False
    for headline, source, *_ in votes:
        if headline.key in names:
            verdict = "rejected: the site's name"
        elif not taken and headline.text == chosen.text:
            verdict, taken = "chosen", True
        else:
            verdict = "agrees" if chosen.key and _agreement(headline, chosen.key) else "weaker"
        found.append(Candidate(headline.raw, source, verdict))
    return tuple(found)
