"""Who signs the story: people first, printed or declared; an institution only where nobody else does."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cleaner.metadata.byline import Authors, Line, Reader
from cleaner.metadata.declared_authors import declared_lines
from cleaner.metadata.facts import Facts
from cleaner.metadata.keys import key
from cleaner.metadata.names import is_institution, people
from cleaner.metadata.printed_authors import guessed_lines, printed_lines
from cleaner.metadata.reading import Found
from cleaner.metadata.signature import read_signature
from cleaner.model import Candidate


def read_authors(facts: Facts, names: frozenset[str], language: str, outlets: Collection[str] = ()) -> Found[Authors]:
    """The first line of people in order of trust; a printed line that holds them all and more goes before it.

    names: keys of the site's names, none of which is a person. In the Vietnamese press an institution
    in the author's place is what the CMS fills in, and is not taken; elsewhere newsrooms sign so.
    """
    vietnamese = language == "vi"
    read = _vietnamese_reader(outlets) if vietnamese else people
    places = (*declared_lines(facts, read, language), *printed_lines(facts, vietnamese, read))
    lines = [_sifted(line, names) for line in places]
    if not _strong(lines):
        lines += [_sifted(line, names) for line in guessed_lines(facts, vietnamese, read)]
    strong = _strong(lines)
    chosen = _fullest(strong) if strong else None if vietnamese else _institution(lines)
    return Found(chosen.authors if chosen else (), _candidates(lines, chosen, bool(strong)))


def _vietnamese_reader(outlets: Collection[str]) -> Reader:
    return lambda text: read_signature(text, outlets).authors


def _strong(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.authors and not line.rejected and not line.weak]


def _sifted(line: Line, names: frozenset[str]) -> Line:
    """A line that names the site or a company names no person, except beside people."""
    if line.rejected or not line.authors:
        return line
    named = (author._replace(name=_without_site(author.name, names)) for author in _without_avatar(line.authors))
    line = line._replace(authors=tuple(dict.fromkeys(named)))
    persons = tuple(author for author in line.authors if not _is_site(author.name, names))
    if len(persons) == len(line.authors):
        return line
    if persons and not line.weak and not any(is_institution(author.name) for author in line.authors):
        return line._replace(authors=persons)
    return line._replace(weak=True)


def _without_avatar(authors: Authors) -> Authors:
    """The letter that stands for a picture of the next one is no author."""
    initials = {author.name[0] for author in authors if len(author.name) > 1}
    return tuple(author for author in authors if author.name not in initials)


def _without_site(name: str, names: frozenset[str]) -> str:
    """ "Ann Lee Daily Example": a byline and the paper's name behind it were one block."""
    words = name.split()
    return next((" ".join(words[:at]) for at in range(2, len(words)) if key(" ".join(words[at:])) in names), name)


def _is_site(name: str, names: frozenset[str]) -> bool:
    return key(name) in names or is_institution(name)


def _fullest(lines: Sequence[Line]) -> Line:
    """The most trusted line, or one that holds all of its people and more."""
    best = lines[0]
    wanted = {key(author.name) for author in best.authors}
    for line in lines[1:]:
        have = {key(author.name) for author in line.authors}
        if have > wanted and not line.guessed:
            best, wanted = line, have
    return best


def _institution(lines: Sequence[Line]) -> Line | None:
    """A newsroom or agency where JSON-LD or the page itself lets it sign; a meta element says that of every page."""
    return next((line for line in lines if line.weak and not line.source.startswith("meta ")), None)


def _candidates(lines: Sequence[Line], chosen: Line | None, people_sign: bool) -> tuple[Candidate, ...]:
    return tuple(Candidate(line.raw, line.source, _verdict(line, chosen, people_sign)) for line in lines)


def _verdict(line: Line, chosen: Line | None, people_sign: bool) -> str:
    if line is chosen:
        return "chosen"
    if line.rejected:
        return f"rejected: {line.rejected}"
    if line.weak:
        return "rejected: an institution, and people sign" if people_sign else "rejected: the site or an institution"
    return "agrees" if chosen and set(line.authors) & set(chosen.authors) else "weaker"
