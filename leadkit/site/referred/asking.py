"""What the page of questions needs beside its words: the policy that is public, the words of the script, the block."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from leadkit.documents.words import words_of
from leadkit.model.audience import is_kept_back
from leadkit.policy.cases.desk import names_of
from leadkit.site.codes import NOBODY_ASKED
from leadkit.site.referred.public_policy import public_policy
from leadkit.site.referred.questions import QUESTIONS
from leadkit.site.referred.words import WORDS
from leadkit.site.shown import told_of
from leadkit.site.write.address import link
from leadkit.site.write.escape import one_line

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.root import Program
    from leadkit.policy.policy import Policy
    from leadkit.site.page import Address

ID, SCRIPTS = "referred", ("referred.js",)
"""The page, and the script of the theme that runs on it."""
_NEXT_PART = "\n\n## "


@dataclass(frozen=True, slots=True)
class Asking:
    """The questions of a program, as anybody may be asked them.

    Attributes:
        program: The typed program.
        policy: What is public of its policy.
        partly: The pathways of which something is kept back.
        on: The day.
    """

    program: Program
    policy: Policy
    partly: tuple[str, ...]
    on: date

    def files(self, address: Address) -> dict[str, bytes]:
        """The policy, which all languages share, and the words of a page; by the path below ``docs/``."""
        policy = self.policy.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
        policy["format"] = self.policy.format
        return {_policy(address): _as_json(policy), _words(address): _as_json(self._told(address.language))}

    def _told(self, language: str) -> dict[str, Any]:
        named = names_of(self.program)
        owners = {owner.by for rule in self.policy.rules for owner in rule.owners}
        return {
            **WORDS[language],
            "questions": QUESTIONS[language],
            "names": {one: named[one] for one in sorted(owners) if one in named and not self._names_hidden(one)},
            "contact": told_of(self.program, "")["contact"],
            "partly": self.partly,
            "day_of_rules": words_of(language).long_date(self.on),
        }

    def _names_hidden(self, actor: str) -> bool:
        """Whether a role is called after an agency that is kept back."""
        role = self.program.roles.get(actor)
        held = role.agencies if role and not role.title else ()
        return any(is_kept_back(self.program, f"agencies.{one}") for one in held)

    def into(self, text: str, address: Address, who: str) -> str:
        """The text of the page with the questions after its first part.

        Args:
            text: The page without them.
            address: Where it stands.
            who: The page on who can be diverted; empty where there is none.
        """
        first = text.find(_NEXT_PART, text.find(_NEXT_PART) + 1)
        place = len(text) if first < 0 else first
        return f"{text[:place].rstrip()}\n\n{self._block(address, who)}\n{text[place:]}"

    def _block(self, address: Address, who: str) -> str:
        """Where the questions appear, and what stands there without a script. It is HTML that leadkit alone wrote."""
        words = WORDS[address.language]
        given = {"policy": address.to(_policy(address)), "words": address.to(_words(address)), "who": who}
        sources = " ".join(f'data-{name}="{escape(value)}"' for name, value in given.items())
        further = f" {link(who, escape(str(words['who'])))}" if who else ""
        listed = "".join(f"<li>{each}</li>" for each in self._questions(address.language))
        return (
            f'<div id="referred" class="asking" {sources}></div>\n\n'
            f'<div id="referred-unasked"><p class="note">{escape(str(words["unasked"]))}{further}</p>'
            f"<p><strong>{escape(str(words['asked']))}</strong></p><ul>{listed}</ul></div>"
        )

    def _questions(self, language: str) -> Iterator[str]:
        for asked in questions_of(self.policy):
            known = QUESTIONS[language].get(asked)
            text = escape(one_line(known or asked))
            yield text if known or language == "en" else f'<span lang="en">{text}</span>'


def asking_of(program: Program, policy: Policy, on: date) -> Asking | Diagnostic:
    """The questions of a program, or why nobody is asked any.

    There are none where a public rule has the name of an area, of a class of substances or of a law in its words that
    is kept back: nothing could be asked then without telling it.
    """
    public = public_policy(program, policy)
    why, remedy, path = next(_hindrances(program, public.policy), ("", "", ""))
    if why:
        message = f"The site does not ask whether somebody could be referred: {why}."
        return NOBODY_ASKED.at(message=message, remedy=remedy, path=path)
    return Asking(program, public.policy, public.partly, on)


def _hindrances(program: Program, policy: Policy) -> Iterator[tuple[str, str, str]]:
    """Why nothing can be asked, what to do about it, and where it stands."""
    listed = program.eligibility is not None and program.eligibility.offences
    if policy.pathways and not listed and all(each.needs_charge for each in policy.pathways.values()):
        yield "every pathway needs a listed offense, and none is listed on this day", "Choose another day.", ""
    for path in ("eligibility", "eligibility.offences"):
        if is_kept_back(program, path):
            yield f"{path} is not public", "Publish it with visibility, or leave it.", path
    told = policy.model_dump_json(by_alias=True)
    for path, name in _names_kept_back(program):
        if json.dumps(name, ensure_ascii=False)[1:-1] in told:
            yield f"a public rule names {path}, which is not public", "Publish it, or keep the rule back as well.", path
    if not policy.pathways or not questions_of(policy):
        yield "nothing on a public pathway is asked of anybody", "Nothing needs to be done.", ""


def _names_kept_back(program: Program) -> Iterator[tuple[str, str]]:
    """What areas, substances and laws that are kept back are called; others that are kept back are named no more."""
    named: list[tuple[str, tuple[str, ...]]] = [(f"areas.{id_}", (one.name,)) for id_, one in program.areas.items()]
    substances = program.eligibility.substances if program.eligibility else {}
    named += [(f"eligibility.substances.{id_}", (one.label,)) for id_, one in substances.items()]
    if program.law:
        named += [(f"law.local.{id_}", (one.title, one.citation)) for id_, one in program.law.local.items()]
        sets = program.law.sets.items()
        named += [(f"law.sets.{id_}", tuple(each.citation or "" for each in one.members)) for id_, one in sets]
    return ((path, name) for path, names in named if is_kept_back(program, path) for name in names if name)


def questions_of(policy: Policy) -> list[str]:
    """Every question that anybody may be asked, once."""
    asked = [fact.question for fact in policy.facts.values() if not fact.restricted]
    for collection in policy.collections.values():
        if not collection.restricted:
            facts = [fact.question for fact in collection.facts.values() if not fact.restricted]
            asked += [collection.question, *facts]
    return list(dict.fromkeys(one for one in asked if one))


def _policy(address: Address) -> str:
    return f"data/{address.program and f'{address.program}-'}policy.json"


def _words(address: Address) -> str:
    return f"data/{address.stem.replace('/', '-')}.json"


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=False, separators=(",", ":")) + "\n").encode()
