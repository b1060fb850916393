"""What stands behind a name in a byline and is no name: an office, a degree, who checked the text."""

from __future__ import annotations

import re

from cleaner.metadata.keys import key
from cleaner.metadata.outlets import AGENCIES

_OFFICE = re.compile(
    r"\b(?:reporter|editor|correspondent|journalist|writer|producer|columnist|contributor|author|redakteur(?:in)?"
    r"|korrespondent(?:in)?|journaliste|redactor[a]?|journalista|giornalista|photographer|fotograf|staff|analyst"
    r"|repórter|jornalista|reportera?|verslagg(?:ever|eefster)|dziennikar(?:z|ka)|muhabiri?|wartawan|корреспондент"
    r"|director|(?:co-?)?founder|president|manager|specialist|expert|consultant|strategist|adviser|advisor|reviewer"
    r"|attorney|lawyer|dietitian|dietician|nutritionist|psychologist|therapist|pharmacist|professor|lecturer|researcher"
    r"|curator|conservator|archivist|librarian"
    r"|economist|scientist|educator|horticultur(?:al)?ist|officer|head of|vice president|c[efot]o|vp"
    r"|(?:software|data|research|staff|principal|lead) engineer|volontär(?:in)?"
    r"|universit(?:y|é|ät|at|et|à)|universidade?|uniwersytet|college|institute"
    r"|chefredakteur(?:in)?|ressortleiter(?:in)?|rédact(?:eur|rice)|correspondante?|corresponsal|periodista|editora?|direttore|direttrice)\b",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"((?:[^\W\d_][\w.'’-]* ){1,2}?[^\W\d_][\w.'’-]+) ((?:Senior|Staff|Chief|Deputy|Associate|Assistant|Managing"
    r"|Executive|Contributing|Transport|Environment|Culture|Media|Consumer|Economics|Foreign|Technology|Legal|Defence"
    r"|Security|Climate|Digital|Investigations|Political|Business|Sports?|Health|Crime|Court|Science|Education) .+)"
)
#: Two words, then what somebody does in small letters: "Ann Lee Rugby reporter", "Ann Lee Food and drink writer".
_NAME_AND_TRADE = re.compile(
    r"([^\W\d_][\w.'’-]+ [^\W\d_][\w.'’-]+) ((?:[A-Z][\w-]* (?:[\w-]+ ){0,4})?(?:reporter|writer|correspondent|editor))"
)
_DASHED = re.compile(r"(.+?) [-–—] (.+)")
_DEGREE = re.compile(
    r"^(?:ph\.?\s?d|m\.?d|mba|esq|jr|sr|j\.?d|r\.?d|r\.?n|m\.?sc?|b\.?sc?|m\.?a|cpa|dds|ii|iii|iv|psy\.?d|ed\.?d|pharm\.?d)"
    r"[.®*]?$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z]{2,6}[®*™]?")
_CHECKED = re.compile(
    r"(?<=\w)[\s.,;|•·⋅●–-]+(?:(?:medically|clinically|scientifically|legally|expert) )?"
    r"(?:reviewed|fact[- ]checked|edited|updated|translated|illustrated|photographed|photos?|photographs|pictures)"
    r" by\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def is_office(text: str) -> bool:
    """Does it say what somebody does?

    >>> is_office("Senior Reporter"), is_office("Ann Lee")
    (True, False)
    """
    return bool(_OFFICE.search(text))


def split_office(name: str) -> tuple[str, str]:
    """A full name and the office that is printed right behind it, "" when none.

    >>> split_office("Ann Lee Senior Politics Reporter"), split_office("Staff Reporter")
    (('Ann Lee', 'Senior Politics Reporter'), ('Staff Reporter', ''))
    """
    for form in (_GLUED, _NAME_AND_TRADE, _DASHED) if is_office(name) else ():
        match = form.fullmatch(name)
        if match and is_office(match[2]) and not is_office(match[1]):
            return match[1], match[2]
    return name, ""


def is_degree(text: str, name: str) -> bool:
    """Letters behind a full name: a degree, or the house that she works for; agencies sign themselves.

    >>> is_degree("CFP", "Ann Lee"), is_degree("AFP", "Ann Lee"), is_degree("TP", "LH")
    (True, False, False)
    """
    if _DEGREE.match(text):
        return True
    return " " in name and bool(_LETTERS.fullmatch(text)) and key(text) not in AGENCIES


def without_checkers(line: str) -> str:
    """The line up to who reviewed, edited or illustrated it.

    >>> without_checkers("Ann Lee, DVM. Reviewed by Bo Ek")
    'Ann Lee, DVM'
    """
    return _CHECKED.sub("", line)
