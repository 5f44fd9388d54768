"""Rules that hold two fields against each other, in the states that their own examples do not show."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from leadkit.check import check
from tests.sampling import sampled

Over = Callable[[str], Path]

FOUND = {
    "hours that are wider than those of their pathway": (
        "LK479",
        "procedure: {hours: {requests: {hours: 24/7}}}",
    ),
    "a phase that points at what ended before it": (
        "LK302",
        "areas: {downtown-core: {effective_until: 2025}}\n"
        "program: {dates: {phases: {more: {title: More, starts: 2026, areas: downtown-core}}}}\n",
    ),
    "a sale listed for subsistence and barred whatever it brings": (
        "LK450",
        "eligibility: {exclusions: {profit: {strength: absolute, override_by: ~, when: always}}}",
    ),
    "an answer that nobody requires": (
        "LK452",
        "eligibility: {consent: {complainant: {required: never, form: declines_prosecution}}}",
    ),
    "a charge that ends at once and is held all the same": (
        "LK455",
        "procedure: {charge_handling: {misdemeanors: {release_event: diverted}}}",
    ),
    "a body that decides and is not named": (
        "LK459",
        "eligibility: {acceptance: {at-arrest: {rule: body_decides, approvers: ~}}}",
    ),
    "a judicial warrant taken for a form": (
        "LK462",
        "eligibility: {warrants: {bench-warrant: {action: not_judicial}}}",
    ),
    "a privacy certificate that is pending": (
        "LK476",
        "measures: {evaluation: {privacy_certificate: pending}}",
    ),
    "a wait without a length after a termination": (
        "LK467",
        "eligibility: {second_offers: {after_termination: {again: after_wait, wait: ~}}}",
    ),
}

FOUND |= {
    "a weight of drugs in dollars": (
        "LK442",
        "eligibility: {amounts: {controlled-substance: {versions: {2024-03-04: {at_most: $40}}}}}",
    ),
    "damage in plants": (
        "LK442",
        "eligibility: {amounts: {goods: {measured: damage, at_most: 3 plants}}}",
    ),
    "a limit of nothing": (
        "LK443",
        "eligibility: {amounts: {goods: {at_most: $0}}}",
    ),
    "a look-back of no time": (
        "LK443",
        "eligibility: {history: {serious-violence: {within: 0 years}}}",
    ),
    "an age that nobody reaches": (
        "LK443",
        "eligibility: {age: {minimum: 999}}",
    ),
    "an override of an absolute rule": (
        "LK444",
        "eligibility: {amounts: {goods: {strength: absolute, override_by: felony-charging}}}",
    ),
    "an override by the officer who screens": (
        "LK444",
        "eligibility: {amounts: {goods: {strength: presumptive, screened_by: officer, override_by: officer}}}",
    ),
    "a warrant on which the person is arrested and not kept out": (
        "LK446",
        "eligibility: {warrants: {felony-warrant: {action: execute, bars: no}}}",
    ),
    "supervision by whoever serves": (
        "LK445",
        "roles: {supervision: {agencies: bridgeway}}",
    ),
    "a clock that its extensions take past the law": (
        "LK415",
        "procedure: {clocks: {intake: {at_most: 30 days, extensions: {length: 15 days, at_most: 2}}}}",
    ),
}

FOUND |= {
    "a prosecutor whose signature is pending": (
        "LK437",
        "agreement: {signatures: {prosecuting-attorney: {status: pending, date: ~}}}",
    ),
    "a limit for a class of substance whose offense ends below it": (
        "LK421",
        "eligibility:\n"
        "  substances: {goods: {label: Goods}}\n"
        "  offences: {theft: {substances: [goods]}}\n"
        "  amounts: {goods: {at_most: $5000, offences: ~, substance: goods}}\n",
    ),
    "a path under open that goes on below a value": (
        "LK503",
        "open: {program.name.foo: {why: undecided, question: Which?, owner: convener}}",
    ),
    "an agency whose id is a part of a longer one": (
        "LK303",
        "agencies:\n"
        "  zz: {legal_name: A, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none}\n"
        "  zz-2: {legal_name: B, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none,\n"
        "    part: Beds.}\n",
    ),
    "an agency that has the id of a service": (
        "LK303",
        "agencies:\n"
        "  housing: {legal_name: A, type: housing_provider, form: nonprofit, can_sign: no, hipaa_status: none}\n"
        "services: {providers: {bridgeway-rooms: {agency: bridgeway, categories: [housing]}}}\n",
    ),
}
for host in ("prosecutor_all", "state_police", "jail"):
    FOUND[f"a project manager hosted by a {host} with no rule on independence"] = (
        "LK528",
        f"agencies: {{sampleton-police: {{type: {host}}}}}\n"
        "roles: {project-manager: {host_agency: sampleton-police, independence_rule: ~}}\n",
    )

FOUND |= {
    "an agency that is its own parent": ("LK306", "agencies: {sampleton-police: {parent: sampleton-police}}"),
    "a council that voted an approval down": (
        "LK494",
        "agreement: {approvals: {city-ordinance: {status: adopted, vote: 3 to 5}}}",
    ),
    "a signature under an approval that failed": (
        "LK494",
        "agreement: {approvals: {city-ordinance: {status: failed}}}",
    ),
    "a unanimous decision with votes against it": (
        "LK494",
        "decisions: {D-2: {kind: adopted, vote: {manner: unanimous, against: 2}}}",
    ),
    "a signature without its day": ("LK493", "agreement: {signatures: {sheriff: {status: signed, date: ~}}}"),
    "the same line of the signature page twice": (
        "LK493",
        "agreement: {signatures: {again: {party: bridgeway, title: A, status: pending}, "
        "more: {party: bridgeway, title: A, status: pending}}}",
    ),
    "a phase that ends before it starts": (
        "LK495",
        "program: {dates: {phases: {downtown: {ends: 2023-01-05}}}}",
    ),
    "versions without any": ("LK497", "agencies: {sampleton-police: {sworn_officers: {versions: {}}}}"),
    "an open field of an agency that is not there": (
        "LK503",
        "open: {agencies.nosuch.legal_name: {why: undocumented, looked_in: [EX-1]}}",
    ),
}

NOT_FOUND = {
    "a public contact of an agency that keeps everything internal": (
        "LK606",
        "agencies: {bridgeway: {visibility: internal, contacts: {x: {kind: general, visibility: public, "
        "person: A. N. Example, phone: 360-555-0100}}}}",
    ),
    "a source that only a version of the past cites": (
        "LK303",
        "sources: {EX-99: {title: A, publisher: B, kind: other}}\n"
        "agencies: {sampleton-police: {sworn_officers: {versions: "
        "{2023-11-15: 110, 2024-03-04: {ended: yes, sources: EX-99}, 2024-07-01: 120}}}}\n",
    ),
    "criminal history read by an office that the law counts among the justice agencies": (
        "LK604",
        "agencies: {public-health: {type: criminal_justice_office, cjis: criminal_justice_agency}}\n"
        "sharing: {criminal_history: {seen_by: [sampleton-police, public-health]}}\n",
    ),
    "hours for no place and no pathway in particular": (
        "LK479",
        "procedure: {hours: {requests: {areas: ~, pathways: ~, hours: 24/7}}}",
    ),
    "a phase that points at what begins with it": (
        "LK302",
        "areas: {harbor: {name: Harbor, kind: named, purpose: service_area, agencies: sampleton-police, "
        "case_managers: bridgeway, effective_from: 2026}}\n"
        "program: {dates: {phases: {harbor: {title: The harbor, starts: 2026, areas: harbor}}}}\n",
    ),
    "a warrant that is only weighed": (
        "LK431",
        "eligibility: {warrants: ~, exclusions: {warrant: {strength: advisory, warrants: ~}}}",
    ),
    "a pathway that it was decided not to open": (
        "LK525",
        "pathways: {social-contact: {enabled: no}, community-referral: {enabled: no}, post-overdose: {enabled: no}}\n"
        "open: {pathways.self-referral: {why: none, reason: The council wants no other pathway.}}\n",
    ),
    "a step that begins a pathway of its own": (
        "LK305",
        "procedure: {steps: {late: {actor: officer, action: Refer., pathways: post-overdose}}}",
    ),
    "a charge whose second clock runs to its event": (
        "LK455",
        "procedure:\n"
        "  charge_handling: {misdemeanors: {release_event: engagement}}\n"
        "  clocks: {follow-up: {until: engagement_shown}}\n",
    ),
    "an agency without a veto that the rule does not mean": (
        "LK453",
        "roles: {supervision: {can_veto: no, supervises: probation}}",
    ),
    "a charge handled as final when evidence goes at intake": (
        "LK464",
        "procedure:\n  evidence: {retention_until: intake}\n"
        "  charge_handling:\n    felonies: {effect: final}\n    gross-misdemeanors: {effect: final}\n"
        "    misdemeanors: {effect: final}\n",
    ),
    "one answer for all that a decision adopted": (
        "LK468",
        "eligibility: {co_arrestees: {rule: all_or_none, adopted: D-4}}",
    ),
    "a vacant role that no rule relies on": (
        "LK461",
        "roles: {media-contact: {status: vacant, agencies: ~}}\n"
        "procedure: {critical_incidents: {death: {speaks: ~}, grave-charge: {speaks: ~}}}\n",
    ),
    "an area drawn on a map alone": ("LK471", "areas: {downtown-core: {bounds: ~, sources: ~}}"),
    "a letter nobody issues where no law asks for one": (
        "LK473",
        "program: {conditions_in_force: [part_2_program]}\nprocedure: {status_letters: ~}\n",
    ),
    "a last day to file that is the last of the period": (
        "LK463",
        "procedure: {charge_handling: {misdemeanors: {last_day_to_file: 12 months}}}",
    ),
}


@pytest.mark.parametrize("what", sampled(FOUND, one_in=2))
def test_is_found(what: str, over_county: Over) -> None:
    code, piece = FOUND[what]
    assert code in {one.code for one in check(over_county(piece))}


@pytest.mark.parametrize("what", sampled(NOT_FOUND, one_in=2))
def test_is_not_found(what: str, over_county: Over) -> None:
    code, piece = NOT_FOUND[what]
    codes = {one.code for one in check(over_county(piece))}
    assert not [each for each in codes if each.startswith("LK2")], "the piece is not well formed"
    assert code not in codes


def test_a_gap_that_is_said_under_open_is_a_note(over_county: Over) -> None:
    piece = (
        "eligibility: {second_offers: {after_no_intake: {wait: ~}}}\n"
        "open: {eligibility.second_offers.after_no_intake.wait: {why: undocumented, looked_in: [EX-2]}}\n"
    )
    assert [str(one.severity.value) for one in check(over_county(piece)) if one.code == "LK467"] == ["note"]


OPEN = "{why: undecided, question: Which?, owner: convener}"


@pytest.mark.parametrize(
    ("code", "left_out", "path"),
    [
        ("LK431", "eligibility: ~", "eligibility"),
        ("LK431", "eligibility: {warrants: ~}", "eligibility.warrants"),
        ("LK432", "eligibility: {supervision: ~, exclusions: {supervision-veto: ~}}", "eligibility.supervision"),
        ("LK433", "eligibility: {age: ~}", "eligibility.age"),
        ("LK436", "services: ~\nroles: {case-management: {caseload: ~}}", "services"),
        ("LK529", "measures: ~\nagreement: {undertakings: {police-data: {parties: bridgeway}}}", "measures"),
    ],
)
def test_what_is_open_as_a_whole_is_no_finding_again(code: str, left_out: str, path: str, over_county: Over) -> None:
    found = check(over_county(f"{left_out}\nopen: {{{path}: {OPEN}}}\n"))
    assert "LK2" not in {one.code[:3] for one in found}, "the piece is not well formed"
    assert code not in {one.code for one in found}


def test_an_empty_field_that_is_open_is_said_to_be_empty_and_not_to_have_a_value(over_county: Over) -> None:
    folder = over_county("open: {agreement.governing_law: {why: undecided, question: Which?, owner: convener}}")
    file = folder / "agreement.yaml"
    emptied, count = re.subn(r"^(  governing_law:)(\n {4}.*)+", r"\1", file.read_text(encoding="utf-8"), flags=re.M)
    assert count == 1
    file.write_text(emptied, encoding="utf-8")
    assert [one.code for one in check(folder)] == ["LK205"]


def test_a_list_that_a_planned_program_has_not_agreed_on_is_a_note(over_county: Over) -> None:
    piece = (
        "program: {status: planning}\nagreement: {stage: planning, planning: {purpose: develop_program}}\n"
        "eligibility: {list_status: draft}\n"
    )
    assert {one.severity.value for one in check(over_county(piece)) if one.code == "LK411"} == {"note"}
