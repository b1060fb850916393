"""A line of names as its people: "By Ann Lee and Bo Ek, Reuters" is three authors."""

from __future__ import annotations

import re

from cleaner.metadata.keys import key
from cleaner.metadata.offices import is_degree, is_office, split_office, without_checkers
from cleaner.metadata.undated import without_date
from cleaner.model import Author
from cleaner.text import collapse

_MAX_RAW, _MAX_LINE = 1000, 300  # characters of a line as it stands, and without what is no name
_MAX_NAME, _MAX_WORDS = 60, 7
#: What opens a byline in the languages of the European and Asian press; none of them is a given name.
BYLINE_OPENING = re.compile(
    r"^autorin/autor\s+|^(?-i:By(?=[A-Z][a-z]+ [A-Z]))"
    r"|^(?:(?:written|words|posted|published|reported|compiled|translated|story|text|reviewed|updated)\s+by|by|von|par|por|door|av|af|oleh"
    r"|przez|skrevet av|publicado por|redazione di|a cura di|escrito por)[:\s]\s*"
    r"|^(?:authors?|autor(?:in|en|es|a|zy|i)?|auteurs?|autore|författare|tekst(?:i|as|s)?|texte?|texto"
    r"|piše|pišu|napisa[ol]a?|autor(?:ji|ka|ky|ica|ė|iai)|авторка|автори|per|írta|scris de|shkruan|kirjoittaja"
    r"|toimittaja|skribent|γράφει|κείμενο|müəllif|muallif|journalist|reporter"
    r"|автор|текст|yazar|penulis|tác giả|người viết|责编|责任编辑|作者|记者|文|取材・文|著者|執筆"
    r"|yazan|haber|كتب|كتبت|بقلم|إعداد|लेखक|लेखिका|द्वारा|रिपोर्ट)\s*[:：/／]\s*"
    r"|^(?:author|автор|autora?|auteur|penulis|yazan),\s+"
    r"|^[一-鿿]{0,8}?(?:记者|記者)\s+|^di\s+(?-i:(?=[^\W\d_a-zà-ÿ]\w+ [^\W\d_a-zà-ÿ]))",
    re.IGNORECASE,
)
#: What closes a byline in languages that name the trade behind the person: "김미란 기자".
_CLOSING = re.compile(r"\s+(?:(?:인턴|객원|선임|수습)?기자|특파원|記者|tarafından(?: \w+)?|की रिपोर्ट)")
BYLINE_CLOSING = re.compile(rf"{_CLOSING.pattern}$")
_ALWAYS = re.compile(r"\s*[;|•·⋅●、，،／]\s*|\s*,\s*|\s+(?:und|&|và|with|mit|avec)\s+|\s+/\s+")
# Conjunctions that also stand inside an institution's name: split only where people stand on both sides.
_BETWEEN_PEOPLE = re.compile(r"\s+(?:and|et|y|e|og|och|en|ja|i|и|ve|dan|və|a)\s+")
_AGE = re.compile(  # "Ann Lee 2 days ago", "Updated 6 months ago"
    r"[\s,|·•–-]*(?:(?:last )?(?:updated|published|posted|modified)\s+)?\d{1,3}\+?\s"
    r"(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago\b.*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_ADDRESS = re.compile(r"@|://|^www\.|\.(?:html?|php)$")
_DOMAIN = re.compile(
    r"\b[\w-]+\.(?:com|net|org|info|de|vn|fr|at|ch|uk|be|nl|pl|cz|tr|it|es|se|no|dk|fi|is|jp|kr|ru|eu)\b", re.I
)
_COMPANY = re.compile(r"\b(?:GmbH|Ltd|Inc|LLC|Verlag|Corporation|Pty|S\.A\.|AG & Co|KG|JSC)\b|Công ty|CTCP")
_EMPTY = frozenset(
    "admin administrator administrador webmaster root unknown null none undefined anonymous author user guest test na "
    "editor default autor author redaktion name by writtenby postedby publishedby theauthor abouttheauthor authorname "
    "reviewedby expertreviewer authorpostedby updated published posted superuser".split()
)
_LOGIN = re.compile(r"(?:[\W_]|^\w?)admin\w?$", re.IGNORECASE)
_VARIABLE = re.compile(r"[{}<>%$]|[a-z]{2,}\.[a-z]{2,}\.[a-z]{2,}")  # of a template that did not run
_INVITES = re.compile(
    r"^(?:(?:more|view|see|read|follow|all|meet|contact)\b.*\b(?:about|by|from|posts?|articles?|stories|bio|profile)\b"
    r"|from )",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\s+(?:on|[iI]n|at|for|from)$")
#: "Ann Lee in Paris", and the Korean for a reporter right behind a name: "김미란기자".
_IN_A_PLACE = re.compile(r"^(\S+ \S+(?: \S+)?) in [A-Z][\w-]+(?: [A-Z][\w-]+)?$")
_GLUED_TRADE = re.compile(r"(?<=[가-힣]{3})기자$")
_MAIL = re.compile(r"\[email[ \xa0]protected\]|[(<\[]?\S*@\S+")
#: Chinese names one behind the other, behind the word for reporter in simplified characters.
_CHINESE = re.compile(r"^[一-鿿]{0,8}?记者\s+([一-鿿]{2,4}(?:\s+[一-鿿]{2,4})+)$")
#: The Taiwanese press parts paper, people and place: "聯合報／記者王小明／台北報導".
_TAIWANESE = re.compile(
    r"^(?:[一-鿿]{2,10}\s*[／/]\s*)?[一-鿿]{0,4}(?:記者|編譯|特派員)\s?(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4}){0,3})"
    r"\s*[／/]\s*[一-鿿]{2,10}$"
)
#: An agency's line behind its story: who reported and where; not who helped and who edited.
_REPORTING = re.compile(
    r"^(?:Reporting|Writing)(?: and writing)? by ([^;.]{3,120}?)(?: in [A-Z][^;.,]{2,30})?"
    r"(?:[;.,] ?(?:Additional|Editing|Writing|Reporting|Graphics)\b.*)?$"
)
_REPORTED = re.compile(r" (?:reported from|contributed (?:to|reporting)) .*$")
_OF = re.compile(r"\s(?:for|of|the|at|des|der|du|de la)\s")


def may_be_byline(line: str) -> bool:
    """Whether it opens as a byline does, or holds what closes one; a date may stand behind either.

    >>> may_be_byline("By Ann Lee, 3 May 2025"), may_be_byline("Ann Lee, 3 May 2025")
    (True, False)
    """
    return bool(BYLINE_OPENING.match(line) or _CLOSING.search(line))


def people(line: str) -> tuple[Author, ...]:
    """The authors that a line names, in order, each once; () for a line that names none.

    >>> [author.name for author in people("By Ann Lee, Bo Ek and Reuters")]
    ['Ann Lee', 'Bo Ek', 'Reuters']
    """
    if len(line) > _MAX_RAW:
        return ()
    line = _REPORTED.sub("", _REPORTING.sub(r"\1", _unwrapped(collapse(_MAIL.sub("", line)))))
    line = _CHINESE.sub(lambda names: "、".join(names[1].split()), line)
    line = _TAIWANESE.sub(r"\g<names>", line)
    line = _AGE.sub("", without_date(without_checkers(BYLINE_OPENING.sub("", line))))
    line = BYLINE_CLOSING.sub("", _BRACKETS.sub("", line).strip())
    found: dict[str, Author] = {}
    if len(line) > _MAX_LINE or _ADDRESS.search(line):
        return ()
    last = ""
    for part in _parts(line):
        if last and (is_office(part) or is_degree(part, found[last].name)):
            if is_office(part):
                found[last] = found[last]._replace(role=part)
            continue
        name, office = split_office(person(part))
        if name:
            last = key(name)
            found.setdefault(last, Author(name, office) if office else Author(name))
    return tuple(found.values())


def person(text: str) -> str:
    """The text as one name, without brackets and a doubled copy; "" when it cannot be one."""
    name = _undoubled(_BRACKETS.sub("", collapse(text)).strip(' \t,;:.*-–—|/•"“”').strip())
    name = _GLUED_TRADE.sub("", _IN_A_PLACE.sub(r"\1", _ENDING.sub("", name)))
    folded = key(name)
    if not folded or folded in _EMPTY or folded.isdigit() or ":" in name or _ADDRESS.search(name):
        return ""
    if _LOGIN.search(name) or _VARIABLE.search(name) or _INVITES.search(name):
        return ""
    if len(name) > _MAX_NAME or len(name.split()) > _MAX_WORDS or sum(map(str.isdigit, name)) > 2:
        return ""
    return name


def is_institution(name: str) -> bool:
    """A domain or a company, which signs as itself."""
    return bool(_DOMAIN.search(name) or _COMPANY.search(name))


def _unwrapped(line: str) -> str:
    return line[1:-1].strip() if line[:1] in "([（" and line[-1:] in ")]）" else line


def _parts(line: str) -> list[str]:
    parts: list[str] = []
    for piece in _ALWAYS.split(line):
        if is_office(piece):
            parts.append(piece)
            continue
        halves = _BETWEEN_PEOPLE.split(piece)
        parts += halves if all(map(_is_full_name, halves)) or _is_english_list(piece) else [piece]
    return [part for part in parts if part]


def _is_english_list(piece: str) -> bool:
    """ "and" joins names also where one of them is a single word: "Ann Lee and Reuters"."""
    halves = piece.split(" and ") if not _OF.search(piece) else []
    return len(halves) > 1 and all(half[:1].isupper() and len(half.split()) <= 4 for half in halves)


def _is_full_name(text: str) -> bool:
    words = text.split()
    return len(words) >= 2 and words[0][:1].isupper() and words[-1][:1].isupper()


def _undoubled(name: str) -> str:
    """A link's text and its picture's text are often the same name twice."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and len(words) % 2 == 0 and words[:half] == words[half:] else name
