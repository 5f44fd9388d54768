"""The pages that ``leadkit law`` prints, as text for a terminal of a given width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadkit.law.wording import (
    NOT_RESEARCHED,
    applies_words,
    band_lines,
    bound_words,
    evidence_words,
    grade_words,
    status_words,
    unverified_words,
)

if TYPE_CHECKING:
    from leadkit.law.catalogue import Catalogue
    from leadkit.law.limits import Limit
    from leadkit.law.nibrs import NibrsCode
    from leadkit.law.offence import LawSource, Limb, Offence
    from leadkit.law.sets import ExclusionSet

_LABEL = 14


@dataclass(frozen=True, slots=True)
class Verified:
    """Who compared an entry with the official text, as a program says.

    Attributes:
        by: The role or person.
        on: The day, as written; None where it is not said.
    """

    by: str
    on: str | None


Verifications = Mapping[str, Verified]


def offence_entry(one: Offence, width: int, on: date | None, verified: Verifications) -> str:
    """Three or four lines of a list: id and citation, title, grade, standing with evidence."""
    standing = status_words(one)
    if on is not None:
        answer = one.standing(on)
        standing = f"{answer.reason}" if answer.answer else f"not known on {on}: {answer.reason}"
    facts = [grade_words(one.bands), standing, evidence_words(one.evidence)]
    if one.id in verified:
        facts.append(_verified(one.id, verified))
    return "\n".join(
        [
            _fill(f"{one.id}  {one.citation}", width, "", "    "),
            _fill(one.title, width, "    "),
            _fill(" | ".join(facts), width, "    "),
        ]
    )


def offence_page(one: Offence, width: int, on: date | None, verified: Verifications) -> str:
    """Everything about an offence that may go to counsel: no address of a secondary source is printed."""
    page = _Page(width)
    page.head(one.citation, one.title)
    page.row("Id", one.id)
    page.row("Law of", ", ".join(part for part in (one.locality, one.state) if part) or "this program (local law)")
    page.row("Conduct", (one.conduct or NOT_RESEARCHED).replace("_", " "))
    page.rows("Grade", band_lines(one.bands))
    page.rows("Limbs", [_limb(limb) for limb in one.limbs])
    page.row("Attempts", one.attempts)
    page.row("Standing", status_words(one))
    if on is not None:
        page.row(f"On {on}", _answer(one, on))
    page.row("NIBRS", _nibrs(one))
    if one.match_on == "citation_and_charge":
        page.row("Match on", "the citation and the text of the charge, never the number alone")
    page.rows("Replaces", one.supersedes)
    page.rows("Replaced by", one.replaced_by)
    page.rows("See also", one.see_also)
    page.evidence(one.evidence, one.unverified, one.sources)
    page.row("Verified", _verified(one.id, verified))
    page.rows(
        "Compare at",
        [url for url in (one.verify_at, *one.verify_also) if url] or [f"address {NOT_RESEARCHED}"],
    )
    page.row("Note", one.note)
    return page.text()


def set_page(one: ExclusionSet, width: int) -> str:
    """An exclusion set with its members."""
    page = _Page(width)
    page.head(one.citation, one.title)
    page.row("Id", one.id)
    page.row("Law of", one.state)
    page.row("Complete", _completeness(one))
    page.row("Attempts", _known(one.attempts))
    page.row("Conspiracy", _known(one.conspiracy))
    page.rows(
        "Members",
        [_member(member.citation, member.title, member.condition, member.added) for member in one.members]
        or ["none by number"],
    )
    page.evidence(one.evidence, (), one.sources)
    page.row("Note", one.note)
    return page.text()


def limit_page(one: Limit, width: int, on: date | None) -> str:
    """A legal limit with the condition under which it binds."""
    page = _Page(width)
    page.head(one.citation, one.requires)
    page.row("Id", one.id)
    page.row("Law of", one.jurisdiction)
    page.row("Limit", bound_words(one.bound) if one.bound else None)
    page.row("Binds", applies_words(one))
    page.row("Standing", status_words(one))
    if on is not None:
        page.row(f"On {on}", _answer(one, on))
    page.evidence(one.evidence, (), one.sources)
    page.row("Compare at", one.verify_at)
    page.row("Note", one.note)
    return page.text()


def limit_entry(one: Limit, width: int) -> str:
    """A legal limit in a list."""
    words = f"Legal limit {one.id}: {one.citation}. Binds: {applies_words(one)}. "
    return _fill(f"{words}Evidence: {evidence_words(one.evidence)}.", width, "", "    ")


def nibrs_page(one: NibrsCode, width: int) -> str:
    """A NIBRS code."""
    page = _Page(width)
    page.head(f"NIBRS {one.code}", one.name)
    page.row("Group", f"{one.group}, {one.category}")
    page.row("Against", one.against.replace("_", " "))
    page.row(
        "Standing",
        "reported today" if one.active else f"retired {one.retired_on} ({one.retired_confidence or NOT_RESEARCHED})",
    )
    if one.use_instead:
        page.row("Now under", f"{', '.join(one.use_instead)} ({one.confidence or NOT_RESEARCHED})")
    page.row("Note", one.note)
    return page.text()


def catalogue_head(one: Catalogue, width: int) -> str:
    """The opening of a list: what the catalogue is and how far it can be trusted."""
    head = (
        f"{one.name}: {len(one.offences)} offenses, {len(one.sets)} exclusion "
        f"{'set' if len(one.sets) == 1 else 'sets'}, as of {one.as_of}."
    )
    warning = "Planning material, not legal advice: counsel verifies every entry."
    return f"{_fill(head, width, '')}\n{_fill(warning, width, '')}"


def catalogue_foot(one: Catalogue, width: int) -> str:
    """The close of a list: exclusion sets, attempts, and what is known to be missing."""
    parts = [
        f"Exclusion set {key}: {held.title}, {held.citation}. {_completeness(held)}." for key, held in one.sets.items()
    ]
    if one.attempts:
        origin = evidence_words(one.attempts.evidence)
        parts.append(f"Attempts ({one.attempts.citation}; {origin}): {one.attempts.rule}")
    parts += [f"Missing{f' ({gap.locality})' if gap.locality else ''}: {gap.says}" for gap in one.gaps]
    return "\n".join(_fill(part, width, "", "    ") for part in parts)


class _Page:
    """Rows of a label and text, aligned, wrapped to the width."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[str] = []

    def head(self, citation: str, title: str) -> None:
        self._lines += [_fill(citation, self._width, ""), _fill(title, self._width, ""), ""]

    def row(self, label: str, text: str | None) -> None:
        if text:
            indent = " " * (_LABEL + 1)
            first = f"{label:<{_LABEL}} "
            self._lines.append(_fill(text, self._width, first, indent))

    def rows(self, label: str, texts: Iterable[str]) -> None:
        for index, text in enumerate(texts):
            self.row(label if index == 0 else "", text)

    def evidence(self, evidence: str | None, unverified: Iterable[str], sources: tuple[LawSource, ...]) -> None:
        from leadkit.law.offence import Evidence

        self.row("Evidence", evidence_words(Evidence(evidence) if evidence else None))
        self.rows("Not covered", [unverified_words(field) for field in unverified])
        self.rows("Read", [_source(source) for source in sources if source.official])
        others = sum(not source.official for source in sources)
        if others:
            self.row(
                "",
                f"{others} secondary {'source' if others == 1 else 'sources'}, not for citation (see --json)",
            )

    def text(self) -> str:
        return "\n".join(self._lines) + "\n"


def _fill(text: str, width: int, first: str, indent: str | None = None) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first if indent is None else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _answer(law: Offence | Limit, on: date) -> str:
    answer = law.standing(on)
    words = {True: "in force", False: "not in force", None: "not known on that date"}[answer.answer]
    return f"{words}: {answer.reason}"


def _nibrs(one: Offence) -> str:
    if not one.nibrs:
        return "none: it normally yields no arrest row, or none was researched"
    origin = "paired by a source" if one.nibrs_confidence == "documented" else "classified by leadkit"
    return f"{', '.join(one.nibrs)} ({origin})"


def _limb(limb: Limb) -> str:
    head = f"{limb.citation}: {limb.title}" if limb.citation else limb.title
    facts = [] if limb.covered else ["not covered by this entry"]
    facts += [limb.level.replace("_", " ")] if limb.level else []
    facts += [f"NIBRS {', '.join(limb.nibrs)}"] if limb.nibrs else []
    facts += [limb.note] if limb.note else []
    return f"{head} ({'; '.join(facts)})" if facts else head


def _source(source: LawSource) -> str:
    parts = [part for part in (source.title, source.publisher, source.year) if part]
    return f"{', '.join(parts)}. {source.url}" if source.url else ", ".join(parts)


def _verified(key: str, verified: Verifications) -> str:
    found = verified.get(key)
    if found is None:
        return "not verified by the program's counsel" if verified else "not verified"
    return f"verified by {found.by}" + (f" on {found.on}" if found.on else "")


def _completeness(one: ExclusionSet) -> str:
    if not one.complete:
        return "Not complete, so it never clears anybody"
    return f"Complete as of {one.complete_as_of}" if one.complete_as_of else "Complete"


def _known(value: bool | None) -> str:
    return {True: "on the list", False: "not on the list", None: NOT_RESEARCHED}[value]


def _member(citation: str | None, title: str, condition: str | None, added: bool) -> str:
    words = f"{citation}  {title}" if citation else title
    extras = [part for part in (condition, "added: graver than the listed crimes" if added else None) if part]
    return f"{words} ({'; '.join(extras)})" if extras else words
