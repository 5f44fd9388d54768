"""Local law, sets and limits of the program's own, and what counsel has verified."""

from __future__ import annotations

from leadkit.law.offence import Evidence
from leadkit.law.standing import Status
from leadkit.model.base import Closed, Item, expected, optional, required
from leadkit.model.law.offence import LocalOffence
from leadkit.model.references import Id, VerifiedId
from leadkit.model.scalars import Flag, Line, Prose, Url
from leadkit.values.dates import PartialDate
from leadkit.values.day import Day
from leadkit.values.quantities import Duration


class SetMember(Closed):
    """A member of an exclusion set; its citation stands for itself."""

    citation: Line | None = optional("The citation, without the name of the code.", "9A.36.011")
    title: Line = required("What it is called.", "Assault in the first degree")
    condition: Prose | None = optional("What must be true besides the citation.", "Only where a firearm was used.")
    added: Flag | None = optional("Whether the partners added it to a list that a statute gives.", "yes")
    note: Prose | None = optional("Anything else.", "Renumbered in 2011; older records cite 9A.36.010.")


class ExclusionSet(Item):
    """A set of offences, for rules about criminal history."""

    title: Line = required("What the set is called.", "Serious offenses under the charter")
    citation: Line = required("The law or paper that defines it.", "Charter, appendix B")
    complete: Flag | None = expected(
        "Whether the list is complete. A record that matches no member of an incomplete set is unknown, not cleared.",
        "no",
    )
    complete_as_of: PartialDate | None = optional("The day up to which the list is complete.", "2026-09-14")
    attempts: Flag | None = optional("Whether attempts belong to it.", "yes")
    conspiracy: Flag | None = optional("Whether conspiracies belong to it.", "yes")
    members: tuple[SetMember, ...] = expected(
        "The members.", [{"citation": "9A.36.011", "title": "Assault in the first degree"}], default=()
    )
    evidence: Evidence | None = optional("What this rests on: official_text, secondary or inferred.", "secondary")
    note: Prose | None = optional("Anything else worth knowing.", "A sentencing list, not one made for diversion.")


class LimitValue(Closed):
    """The part of a legal limit that a program can be checked against."""

    subject: Line = required("What is limited, such as intake_window, lookback or compliance.", "intake_window")
    at_most: Duration | None = optional("The longest time.", "30 days")
    at_least: Duration | None = optional("The shortest time.", "6 months")
    by: PartialDate | None = optional("The day by which it must be done.", "2026-02-16")
    clock: Line | None = optional("The event from which the time runs.", "referral")


class LegalLimit(Item):
    """What a law asks of a program, in our own words, and when it binds."""

    jurisdiction: Line = required("Whose law it is: a state's two letters, US, or a place.", "WA")
    citation: Line = required("Where it stands.", "Example County Code § 2.80.040")
    requires: Prose = required("What it asks, in our own words.", "Intake is finished within 30 days of referral.")
    limit: LimitValue | None = optional(
        "The part that can be checked.",
        {"subject": "intake_window", "at_most": "30 days", "clock": "referral"},
    )
    applies_when: Line | None = expected(
        "The condition under which it binds: always, or one of program.conditions_in_force.", "always"
    )
    status: Status | None = optional("Its standing.", "in_force")
    evidence: Evidence | None = expected("What this rests on: official_text, secondary or inferred.", "official_text")
    verify_at: Url | None = optional("The page at which to check it.", "https://example.org/code/2.80.040")
    note: Prose | None = optional("Anything else worth knowing.", "It binds county departments only.")


class Verification(Item):
    """That counsel compared a law with its official text."""

    by: Line = required("Who did: a role, an office or a title.", "Chief civil deputy, county prosecutor")
    on: Day = required("On what day.", "2026-09-01")
    remark: Prose | None = optional("What they found.", "Subsection letters changed in 2025; the entry is right.")


class LawSection(Item):
    """Local law, and which law counsel has verified."""

    local: dict[Id, LocalOffence] = optional(
        "Offences of local law, by id.",
        {"city-9.20.030": {"citation": "Code § 9.20.030", "title": "Drinking in public"}},
        default={},
    )
    sets: dict[Id, ExclusionSet] = optional(
        "Exclusion sets of the program's own, by id.",
        {"charter-b": {"title": "Serious offenses", "citation": "Charter, appendix B", "complete": "no"}},
        default={},
    )
    limits: dict[Id, LegalLimit] = optional(
        "Legal limits that the catalogues lack, by id.",
        {
            "county-2.80": {
                "jurisdiction": "Example County",
                "citation": "Code § 2.80",
                "requires": "Intake is finished within 30 days.",
            }
        },
        default={},
    )
    verified: dict[VerifiedId, Verification] = optional(
        "Which laws counsel has verified, by the id of the law.",
        {"wa-69.50.4013": {"by": "County counsel", "on": "2026-09-01"}},
        default={},
    )
