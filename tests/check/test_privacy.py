"""Ways around the rules on privacy: what must be found however it is written, and what is no way around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check
from tests.sampling import sampled

Over = Callable[[str], Path]


def _flow(name: str, fields: str) -> str:
    return f"sharing: {{flows: {{{name}: {{{fields}}}}}}}\n"


_NO_STATUTE = "citation: ~, law: ~, allows: ~"
_NAMED_HISTORY = "recipient: [project-manager, employer], scope: aggregate_only, detail: full"

FOUND = {
    "criminal history of all under a scope for counts": (
        "LK604",
        _flow("history-between-justice-agencies", _NAMED_HISTORY),
    ),
    "what is never shared, under a scope for counts": (
        "LK607",
        _flow("history-between-justice-agencies", _NAMED_HISTORY),
    ),
    "criminal history whose names are only taken out": (
        "LK604",
        _flow(
            "history-between-justice-agencies",
            "recipient: evaluator, scope: aggregate_only, "
            f"basis: {{kind: de_identified, method: coded, {_NO_STATUTE}}}",
        ),
    ),
    "health records to police under a scope for counts": (
        "LK602",
        _flow(
            "engagement-to-police",
            "categories: clinical, basis: {kind: own_records, release: ~}, scope: aggregate_only, detail: full",
        ),
    ),
    "whereabouts to a landlord on nobody's word": (
        "LK602",
        "sharing: {outside: {owner: {kind: landlord, label: The owner of the house}}, flows: {whereabouts: "
        "{sender: case-management, recipient: owner, basis: {kind: own_records, recorded: ~}}}}\n",
    ),
    "engagement to police as if they had asked for help": (
        "LK602",
        _flow("engagement-to-police", "basis: {kind: own_records, release: ~}, scope: own_request"),
    ),
    "treatment records in full, said to show nobody": (
        "LK603",
        _flow("treatment-records", "basis: {kind: de_identified, method: aggregate, release: ~}, detail: full"),
    ),
    "health records in code to the press": (
        "LK607",
        _flow(
            "news-for-neighbors",
            "recipient: press, categories: clinical, basis: {kind: de_identified, method: coded, release: ~}",
        ),
    ),
    "a body in which police sit": (
        "LK602",
        _flow("case-conference", "basis: {kind: own_records, release: ~}"),
    ),
    "treatment records in a room with police": (
        "LK607",
        _flow("case-conference", "categories: sud-records"),
    ),
    "a treatment consent to a room with police": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {recipients: operational-work-group}}}}}\n",
    ),
    "a treatment consent to an employer and the press": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {recipients: [employer, press]}}}}}\n",
    ),
    "a treatment consent that serves a charge": (
        "LK605",
        "sharing: {releases: {treatment-release: {blocks: {treatment: {purpose: [treatment, charging]}}}}}\n",
    ),
    "treatment records protected as health records": (
        "LK618",
        "sharing: {categories: {sud-records: {sensitivity: health}}}\n",
    ),
    "convictions that are said to be a fact of the program": (
        "LK618",
        "sharing: {categories: {safety: {label: Convictions and arrests}}}\n",
    ),
    "an open case looked up by the project manager": (
        "LK604",
        "eligibility: {exclusions: {open-case: {screened_by: project-manager}}}\n",
    ),
    "a warrant looked up by anyone": (
        "LK604",
        "eligibility: {exclusions: {warrant: {screened_by: anyone}}}\n",
    ),
    "a code for a reason that names the crime": (
        "LK622",
        "eligibility: {history: {gravest: {reason_code: murder-conviction}}}\n",
    ),
    "a public reason that names the record in a rule about conduct": (
        "LK622",
        "eligibility: {exclusions: {informant: {public_reason: A criminal record.}}}\n",
    ),
    "a name and an address in the public record": (
        "LK620",
        _flow("case-status-to-care", "recipient: resident, categories: [identity, location, complainant-details]"),
    ),
    "what a case manager tells as if it were a neighbor": (
        "LK620",
        _flow("request-from-neighbors", "sender: case-management, recipient: sampleton-police"),
    ),
    "names from which the names are taken out": (
        "LK620",
        _flow("figures-to-bodies", "categories: [identity, demographics]"),
    ),
    "an answer to the referral desk with a summary": (
        "LK621",
        _flow("eligibility-answer", "detail: summary"),
    ),
    "a release to the police that does not tell of whereabouts": (
        "LK619",
        _flow("engagement-to-police", "categories: [engagement, location]"),
    ),
    "a release that names another office of the same prosecutor": (
        "LK619",
        _flow("engagement-to-liaison-prosecutor", "recipient: felony-charging"),
    ),
    "a release to nobody but a vacant role": (
        "LK619",
        "roles: {supervision: {status: vacant, agencies: ~}}\n"
        "sharing: {releases: {treatment-release: {blocks: {treatment: {recipients: supervision}}}}}\n",
    ),
    "a release for another purpose": ("LK619", _flow("engagement-to-police", "purpose: charging")),
    "a release that somebody else gives": ("LK619", _flow("engagement-to-police", "sender: harbor-treatment")),
    "a release that works one way only, used the other way": (
        "LK619",
        "sharing: {releases: {care-team-release: {blocks: {care: {both_ways: no}}}}}\n",
    ),
    "a release that tells an agency to which no flow leads": (
        "LK623",
        "sharing: {releases: {justice-release: {blocks: {intake: {recipients: [county-prosecutor, evaluator]}}}}}\n",
    ),
    "an agreement between others": (
        "LK619",
        _flow("program-operations", "basis: {kind: safeguard, safeguard: cjis-university}"),
    ),
    "treatment records on an agreement of business associates": (
        "LK619",
        "sharing:\n"
        "  safeguards: {qsoa-harbor: {kind: business_associate}}\n"
        "  flows: {treatment-records: {recipient: project-manager, "
        "basis: {kind: safeguard, safeguard: qsoa-harbor, release: ~}}}\n",
    ),
    "a report that the law requires, made to an employer": (
        "LK619",
        _flow("required-report", "recipient: [child-protection, employer]"),
    ),
    "criminal history under a duty to report": (
        "LK619",
        _flow("required-report", "categories: [safety, criminal-history]"),
    ),
    "a report by somebody who has no such duty": ("LK619", _flow("required-report", "sender: evaluator")),
    "records that are the sender's own, sent to an employer": (
        "LK619",
        _flow("engagement-to-police", "recipient: employer, basis: {kind: own_records, release: ~}"),
    ),
    "the public address of the agency behind a confidential shelter": (
        "LK606",
        "agencies: {bridgeway: {visibility: public, address: {street: 12 Hidden Lane, visibility: public}}}\n"
        "services: {providers: {haven: {agency: bridgeway, name: ~}}}\n",
    ),
    "the confidential address of an agency": (
        "LK606",
        "agencies: {bridgeway: {visibility: public, address: {street: 12 Hidden Lane, visibility: public, "
        "confidential: yes}}}\n",
    ),
    "a person who is reached by text message": (
        "LK606",
        "agencies: {bridgeway: {visibility: public, contacts: {x: {kind: general, visibility: public, "
        "person: A. N. Example, text_message: 360-555-0100}}}}\n",
    ),
    "a person who holds a role": (
        "LK606",
        "roles: {screening-desk: {visibility: public, "
        "contacts: {desk: {person: A. N. Example, visibility: public}}}}\n",
    ),
    "a body with a case manager among its police that tells the police": (
        "LK602",
        _flow(
            "case-conference",
            "sender: operational-work-group, recipient: sampleton-police, basis: {kind: own_records, release: ~}",
        ),
    ),
}

NOT_FOUND = {
    "counts of criminal history for the evaluator": (
        "LK604",
        _flow(
            "history-between-justice-agencies",
            "recipient: evaluator, scope: aggregate_only, detail: summary, "
            f"basis: {{kind: de_identified, method: aggregate, {_NO_STATUTE}}}",
        ),
    ),
    "a treatment court that a case manager asks about": (
        "LK604",
        "eligibility: {exclusions: {treatment-court: {screened_by: case-management}}}\n",
    ),
    "a public reason that names the conduct at the contact": (
        "LK622",
        "eligibility: {exclusions: {informant: {public_reason: An assault is outside the program.}}}\n",
    ),
    "a screening told in full among justice agencies": (
        "LK621",
        _flow("eligibility-answer", "recipient: felony-charging, detail: full"),
    ),
    "a release on which no flow rests": (
        "LK623",
        "sharing: {releases: {story-release: {blocks: {story: {categories: [engagement, location]}}}}}\n",
    ),
    "what a recipient may answer": (
        "LK623",
        "sharing: {flows: {care-team: ~, back: {sender: harbor-treatment, recipient: bridgeway, "
        "categories: [clinical, engagement, location], actions: receive, purpose: coordination, "
        "basis: {kind: release, release: care-team-release}}}}\n",
    ),
    "a release that a misspelt recipient of a flow may need": (
        "LK623",
        _flow("engagement-to-supervision", "recipient: supervison"),
    ),
    "the same office under the name of its agency": (
        "LK619",
        "sharing: {releases: {justice-release: {blocks: {intake: {disclosers: case-management}}}}}\n",
    ),
    "a block that is not written yet": (
        "LK619",
        "sharing: {releases: {neighbor-release: {blocks: {neighbor: {purpose: ~, categories: ~}}}}}\n",
    ),
    "a role that is vacant, so that nobody can be compared": (
        "LK619",
        "roles: {police-liaison: {status: vacant, agencies: ~}}\n",
    ),
    "what an agent sends back to the holder": ("LK619", _flow("program-data-to-steward", "sender: project-manager")),
    "the address that the agency behind a shelter keeps to itself": (
        "LK606",
        "agencies: {bridgeway: {address: {street: 12 Hidden Lane, visibility: internal}}}\n"
        "services: {providers: {haven: {agency: bridgeway, name: ~}}}\n",
    ),
    "criminal history in a room where every seat is a justice agency's": (
        "LK604",
        "governance: {bodies: {evaluation-committee: "
        "{chairs: prosecutor, members: {health: ~, evaluator: ~, community: ~}}}}\n"
        + _flow("history-between-justice-agencies", "recipient: evaluation-committee"),
    ),
}


@pytest.mark.parametrize("what", sampled(FOUND, one_in=2))
def test_is_found(what: str, over_county: Over) -> None:
    code, piece = FOUND[what]
    codes = {one.code for one in check(over_county(piece))}
    assert not [each for each in codes if each.startswith("LK2")], "the piece is not well formed"
    assert code in codes


@pytest.mark.parametrize("what", sampled(NOT_FOUND, one_in=2))
def test_is_not_found(what: str, over_county: Over) -> None:
    code, piece = NOT_FOUND[what]
    codes = {one.code for one in check(over_county(piece))}
    assert not [each for each in codes if each.startswith("LK2")], "the piece is not well formed"
    assert code not in codes
