"""Citations as people write them, brought to one form so that a record can be held against a list."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CODES = (
    (r"n\.?\s*y\.?\s*c\.?\s*admin(istrative)?\.?\s*code", "NY", "nyc"),
    (r"(n\.?\s*y\.?\s*)?(penal law|p\.?l\.?)(?=\W|\d)", "NY", "penal"),
    (r"r\.?c\.?w\.?", "WA", "rcw"),
    (r"s\.?m\.?c\.?", "WA", "smc"),
    (r"k\.?c\.?c\.?", "WA", "kcc"),
    (r"n\.?\s*m\.?\s*s\.?\s*a\.?(\s*1978)?|n\.?\s*m\.?\s*stat\.?(\s*ann\.?)?", "NM", "nmsa"),
    (r"cal(ifornia)?\.?\s*pen(al)?\.?\s*code", "CA", "penal"),
    (r"cal(ifornia)?\.?\s*health\s*(&|and)\s*saf(ety)?\.?\s*code", "CA", "health"),
    (r"\d+\s*p\.?\s*s\.?(?=\W)", "PA", "ps"),
    (r"18\s*pa\.?\s*c\.?\s*s\.?(a\.?)?", "PA", "crimes"),
    (r"tex(as)?\.?\s*pen(al)?\.?\s*code", "TX", "penal"),
    (r"tex(as)?\.?\s*health\s*(&|and)\s*saf(ety)?\.?\s*code", "TX", "health"),
    (r"o\.?\s*c\.?\s*g\.?\s*a\.?|ga\.?\s*code(\s*ann\.?)?", "GA", "ocga"),
    (r"pen(al)?\.?\s*code|p\.?\s*c\.?(?=\W|\d)", None, "penal"),
    (r"health\s*(&|and)\s*saf(ety)?\.?\s*code|h\.?\s*(&|and)?\s*s\.?\s*c?\.?(?=\W|\d)", None, "health"),
)
_PATTERNS = tuple((re.compile(pattern), state, code) for pattern, state, code in _CODES)

_HOME = {"NY": "penal", "WA": "rcw", "NM": "nmsa", "CA": "penal", "PA": "crimes", "TX": "penal", "GA": "ocga"}
"""The code that a bare number means in each state's lists."""

_INCHOATE_WORD = re.compile(r"\b(attempt(ed|s)?|att|conspir(acy|ing)|solicitation)\b")
_INCHOATE_PREFIX = re.compile(r"(110(\.00)?|664)\s*[-/]\s*")
"""New York writes an attempt as 110-160.15, California as 664/211."""

_NOISE = re.compile(r"§+|\bsec(tion|tions)?\b\.?|\bsubd(ivision)?\b\.?|\bto commit\b|\bof\b")
_NUMBER = re.compile(r"(?P<section>\d+[a-z]?(?:[.\-:]\d+[a-z]?)*(?:-[a-z])?)\s*(?P<parts>(?:\([0-9a-z]+\))*)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation taken apart.

    Attributes:
        state: Two postal letters, where the citation names or implies a state.
        code: Which code, as a short word; None where it names none.
        section: The section, in lower case; None where no number was found.
        parts: The subdivisions, such as ``("1", "a")``.
        inchoate: Whether it is an attempt, a conspiracy or a solicitation.
    """

    state: str | None
    code: str | None
    section: str | None
    parts: tuple[str, ...]
    inchoate: bool


def read_citation(text: str) -> Cited:
    """Take a citation apart; what cannot be read gives a ``Cited`` without a section."""
    rest = text.strip().lower()
    inchoate = _INCHOATE_WORD.search(rest) is not None
    rest = _NOISE.sub(" ", _INCHOATE_WORD.sub(" ", rest)).strip()
    state = code = None
    for pattern, named_state, named_code in _PATTERNS:
        found = pattern.match(rest)
        if found:
            state, code, rest = named_state, named_code, rest[found.end() :].strip(" .,")
            break
    prefix = _INCHOATE_PREFIX.match(rest)
    if prefix:
        inchoate, rest = True, rest[prefix.end() :]
    number = _NUMBER.fullmatch(re.sub(r"\s+(?=\()", "", rest.strip(" .,;:-–")))
    if number is None:
        return Cited(state, code, None, (), inchoate)
    parts = tuple(re.findall(r"\(([0-9a-z]+)\)", number["parts"]))
    return Cited(state, code, number["section"], parts, inchoate)


def is_home(cited: Cited, state: str) -> bool:
    """Whether a citation can be held against a list of the state: its own code, or a bare number."""
    return cited.state in (None, state) and cited.code in (None, _HOME.get(state))
