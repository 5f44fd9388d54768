"""LK529: no duty of the police to give data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.check.ask.pathways import BY_OFFICERS, open_pathways
from leadkit.diagnostic import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from leadkit.check.subject import Subject

CODE = Code(
    code="LK529",
    name="police-owe-no-data",
    severity=Severity.WARNING,
    summary="No data agreement puts a duty on the agencies that refer.",
    why=(
        "Without the contacts that did not lead to a diversion nobody can say whether the program is "
        "fair. In one real program police were criticized for not sharing them."
    ),
    wrong=(
        "measures:\n"
        "  data_agreements:\n"
        "    police-data: {owed_by: bridgeway, owed_to: public-health, what: Intakes, frequency: monthly}\n"
        "agreement:\n"
        "  undertakings:\n"
        "    police-data: {parties: bridgeway, subject: data, text: give the data steward each month the intakes}\n"
    ),
    right=(
        "measures:\n"
        "  data_agreements:\n"
        "    police-data: {owed_by: sampleton-police, owed_to: public-health, what: Contacts, frequency: monthly}\n"
        "agreement:\n"
        "  undertakings:\n"
        "    police-data: {parties: bridgeway, subject: data, text: give the data steward each month the intakes}\n"
    ),
)
READS: tuple[str, ...] = ("roles", "agencies", "measures", "agreement", "pathways")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where officers refer and none of their agencies owes data."""
    program = subject.program
    pathways = open_pathways(program, BY_OFFICERS)
    referring = {agency for pathway in pathways.values() for agency in pathway.agencies}
    referring |= {name for name, role in program.roles.items() if referring.intersection(role.agencies)}
    owing = {one for agreement in program.measures.data_agreements.values() for one in agreement.owed_by}
    undertaking = {
        party
        for undertaking in program.agreement.undertakings.values()
        if undertaking.subject.value == "data"
        for party in undertaking.parties
    }
    if not referring or referring & (owing | undertaking):
        return
    severity = subject.weigh(("measures", "data_agreements"), CODE.severity)
    if severity is not None:
        yield CODE.at(
            subject.key("measures", "data_agreements"),
            message="No agency whose officers refer owes data to the program.",
            remedy="Add one under measures.data_agreements: who owes what to whom, and how often.",
            severity=severity,
            path="measures.data_agreements",
        )
