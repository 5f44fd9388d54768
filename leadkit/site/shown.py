"""What the theme is told of a site and of each program on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leadkit.model.audience import audience_of, is_kept_back
from leadkit.model.base import Visibility
from leadkit.site.write.address import address_of
from leadkit.site.write.escape import one_line
from leadkit.site.write.front import Plain
from leadkit.values.colours import CONTRAST, contrast, text_on

if TYPE_CHECKING:
    from leadkit.model.root import Program

GROUNDS = ("#FFFFFF", "#F1F5F6", "#FFF4D6")
"""What a link stands on where the screen is light: the page, its foot, and what is marked."""
_PUBLIC_CONTACTS = ("program", "general", "referrals")
SHORT = 12
"""How many digits of a digest are printed."""
_FEW = 2
SEVERAL = "Diversion programs"
"""The name of a site of more programs than its head has room for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the theme is told of a site.

    Attributes:
        name: The name of the site.
        several: Whether it is of several programs.
        on: The day that it prints; empty where programs print different days.
        digest: The first digits of the digest of all that it was made from.
        leadkit: The version of leadkit.
        search: Whether it has a search.
        site_url: Where it will stand.
        programs: What is told of each program, by its folder; a site of one has it under an empty name.
        styles: The colours of the programs, as a style sheet.
    """

    name: str
    several: bool
    on: str
    digest: str
    leadkit: str
    search: bool
    site_url: str = ""
    programs: Mapping[str, Plain] = field(default_factory=dict)
    styles: str = ""


def told_of(program: Program, digest: str) -> Mapping[str, Plain]:
    """What the theme is told of a program."""
    section = program.program
    return {
        "name": one_line(section.short_name or section.name),
        "banner": banner_of(program),
        "digest": digest[:SHORT],
        "contact": [*_contact(program)],
    }


def banner_of(program: Program) -> str:
    """The name of the words that stand above every page of a program; empty where it speaks for itself."""
    section = program.program
    return "invented" if section.invented else "public_sources" if section.compiled_from_public_sources else ""


def _contact(program: Program) -> Iterator[Plain]:
    """How to reach the program, as far as everybody may know it, and no person's name."""
    agency = program.agencies.get(program.program.contact or "")
    path = f"agencies.{program.program.contact}"
    if agency is None or is_kept_back(program, path):
        return
    for id_, contact in agency.contacts.items():
        steps = ("agencies", str(program.program.contact), "contacts", id_)
        if str(contact.kind) not in _PUBLIC_CONTACTS or audience_of(program, steps) is not Visibility.PUBLIC:
            continue
        for name in ("phone", "email", "url"):
            text = getattr(contact, name, None)
            if text and not is_kept_back(program, ".".join((*steps, name))):
                yield {"text": one_line(str(text)), "href": address_of(f"{path}.{name}", str(text))}
        return


def styles_of(programs: Mapping[str, Program]) -> str:
    """The colours of programs as a style sheet; empty where none has any."""
    return "".join(_style(id_, program) for id_, program in programs.items())


def _style(id_: str, program: Program) -> str:
    colours = program.deployment.colours if program.deployment else None
    if colours is None:
        return ""
    own = f'[data-program="{id_}"]' if id_ else ""
    rules = [f"--primary: {colours.primary}", f"--on-primary: {text_on(colours.primary)}"]
    light = f":root{own} {{ {'; '.join(rules)}; }}\n"
    if min(contrast(colours.primary, ground) for ground in GROUNDS) < CONTRAST:
        return light  # a link in it could not be read
    return f"{light}@media (prefers-color-scheme: light) {{ :root{own} {{ --link: {colours.primary}; }} }}\n"


def names_of(programs: Sequence[Program]) -> str:
    """The name of a site: its program's, or those of all."""
    names = [one_line(each.program.short_name or each.program.name) for each in programs]
    return " · ".join(names) if len(names) <= _FEW else SEVERAL
