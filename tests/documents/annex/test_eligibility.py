"""The eligibility annex of each shipped program: who, for what, within which limits, and who may set it aside."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from leadkit.documents import Composition, compose_standing, to_markdown
from leadkit.documents.library import default_root, load
from leadkit.documents.template.words import typographic
from leadkit.model.eligibility.acceptance import AcceptanceRule, OfferAgain, TogetherRule
from leadkit.model.eligibility.amounts import Measured
from leadkit.model.eligibility.consent import AfterRefusal, ComplainantForm, DomesticViolence
from leadkit.model.eligibility.exclusions import Exclusion, Involving, WeaponKind, WeaponUse
from leadkit.model.eligibility.history import CountedFrom, Record
from leadkit.model.eligibility.offences import Act, ConsentRequired
from leadkit.model.eligibility.person import AgeAt, ResidenceKind, SchoolRecord, WhenImpaired
from leadkit.model.eligibility.warrants import (
    NoAnswer,
    SupervisionEffect,
    SupervisionKind,
    Underlying,
    WarrantAction,
    WarrantKind,
)
from leadkit.model.load import load as load_program
from leadkit.resources import programs
from tests.programs import PROGRAMS

ANNEX = "eligibility-annex"
PHRASES: dict[str, type[StrEnum]] = {
    "act": Act,
    "record": Record,
    "counted_from": CountedFrom,
    "warrant_kind": WarrantKind,
    "underlying": Underlying,
    "warrant_action": WarrantAction,
    "supervision_kind": SupervisionKind,
    "supervision_effect": SupervisionEffect,
    "no_answer": NoAnswer,
    "complainant_required": ConsentRequired,
    "offence_consent": ConsentRequired,
    "limit_of": Measured,
    "weapon_kind": WeaponKind,
    "weapon_use": WeaponUse,
    "involving": Involving,
    "school_record": SchoolRecord,
    "acceptance_no_answer": NoAnswer,
    "complainant_form": ComplainantForm,
    "after_refusal": AfterRefusal,
    "domestic_violence": DomesticViolence,
    "acceptance": AcceptanceRule,
    "together": TogetherRule,
    "again": OfferAgain,
    "when_impaired": WhenImpaired,
    "age_at": AgeAt,
    "residence_kind": ResidenceKind,
}


@cache
def _composed(name: str) -> Composition:
    return compose_standing(load_program(programs() / name).resolve(), ANNEX)


def _text(composition: Composition) -> str:
    assert composition.document is not None, [one.message for one in composition.diagnostics]
    return to_markdown(composition.document)


@pytest.fixture
def annex(over_county: Callable[[str], Path]) -> Callable[[str], str]:
    """Print the annex of the example county with a piece of YAML laid over it."""
    return lambda piece: _text(compose_standing(load_program(over_county(piece)).resolve(), ANNEX))


@pytest.mark.parametrize("name", PHRASES)
def test_every_word_of_a_list_of_choices_has_its_phrase(name: str) -> None:
    assert set(load(ANNEX, default_root()).phrases[name]) == {word.value for word in PHRASES[name]}


def test_every_test_of_an_exclusion_has_its_sentence() -> None:
    union, *_ = get_args(Exclusion)
    tests = {word for each in get_args(union) for word in get_args(each.model_fields["test"].annotation)}
    assert set(load(ANNEX, default_root()).phrases["test"]) == tests - {"other"}


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_names_every_offence_limit_and_exclusion_with_its_law(name: str) -> None:
    program = load_program(programs() / name).resolve().program
    assert program is not None
    text = _text(_composed(name))
    for offence in program.eligibility.offences.values():
        assert offence.label is None or typographic(offence.label).replace("|", "\\|") in text
    for exclusion in program.eligibility.exclusions.values():
        assert exclusion.label is None or typographic(exclusion.label) in text
    plain = re.sub(r"^\s*> .*$", "", text, flags=re.MULTILINE)
    assert not re.findall(r"\b(None(?!, save)|True|False|View|[a-z]+_[a-z]+)\b", plain)


def test_the_law_is_cited_as_the_catalogue_has_it() -> None:
    text = _text(_composed("example-county"))
    assert "| RCW 69.50.4013(1)(a) |" in text
    assert "| Sampleton Municipal Code § 9.20.030 |" in text


def test_a_limit_prints_as_it_stands_on_the_day() -> None:
    county = load_program(programs() / "example-county")
    limits = {
        day: re.search(r"Any controlled substance, to possess\.\* (.*)", _text(compose_standing(standing, ANNEX)))
        for day in ("2025-06-30", "2025-07-01")
        if (standing := county.resolve(date.fromisoformat(day)))
    }
    assert [found and found[1] for found in limits.values()] == ["At most three (3) grams.", "At most five (5) grams."]


@pytest.mark.parametrize(
    ("piece", "says"),
    [
        ("{amounts: {fentanyl-pills: {at_most: no_limit}}}", "There is no limit of number."),
        ("{amounts: {goods: {at_most: as_statute}}}", "The limit is that of the statute: RCW 9A.56.050."),
        ("{amounts: {sale: {inclusive: yes}}}", "At most one (1) gram."),
        ("{unlisted: not_eligible}", "An offense that is not listed is not eligible."),
        ("{consent: {complainant: {required: always}}}", "only where the complainant agrees."),
        ("{warrants: {bench-warrant: {action: execute}}}", "*Bench warrant.*\\n\\n  The officer arrests on it."),
        ("{history: {violent: {within: any_time}}}", "(“violent offense”).\\n\\n  It counts at any time."),
        ("{age: {minimum: 16}}", "at least sixteen years old"),
    ],
)
def test_another_rule_prints_another_sentence(piece: str, says: str, annex: Callable[[str], str]) -> None:
    says = says.replace("\\n", "\n")
    assert says not in _text(_composed("example-county"))
    assert says in annex(f"eligibility: {piece}\n")


def test_what_is_open_prints_as_a_box(annex: Callable[[str], str]) -> None:
    text = annex(
        "eligibility: {residence: ~}\n"
        "open: {eligibility.residence: {why: undecided, question: Must a person live here?, owner: convener}}\n"
    )
    assert "> **Decision needed**\n>\n> Must a person live here?" in text


OTHERWISE = """
governance: {bodies: {policy-coordinating-group: {veto_covers: [budget]}}}
pathways: {prosecutor-referral: {enabled: yes}}
eligibility:
  age: {school_record: ferpa, strength: advisory}
  residence: {proof: [A letter]}
  amounts:
    goods: {law: wa-9A.56.040, offences: [theft]}
    sale: {combine: per_substance}
    damage: {pathways: [social-contact], override_record: A sum.}
  offences:
    mischief: {consent_required: never}
    counterfeit: {limbs: [possess]}
    subsistence-sale: {substances: [opioid], approved_by: []}
  exclusions:
    warrant: {warrants: [bench-warrant], strength: absolute, override_by: []}
    over-limit: {amounts: [goods]}
    near-school: {places: [Library]}
    weapon-now: {kinds: [knife]}
    sex-offense: {sets: [wa-violent]}
    open-case: {court: District Court}
    profit: {shown_by: [Ledgers]}
    protection: {bars: whenever_in_force}
    terminated: {ended_on: [social-contact]}
    supervision-veto: {supervision: [probation]}
    impaired: {recheck_after: 3 hours}
    elsewhere: {areas: [sampleton-city]}
    no-contact: {looked_up_by: data-steward}
  history:
    gravest: {record: arrest, juvenile: yes}
    violent: {attempts: no, offences: {laws: [wa-9A.56.170]}, override_record: A ground.}
    open-violent-case: {offences: {levels: [felony]}, strength: advisory}
    repeated-assault: {pathways: [social-contact]}
  warrants:
    bench-warrant: {kind: any, pathways: [social-contact], counsel_note: A rule., checked_in: A list}
  supervision: {probation: {effect: agency_asked}}
  consent:
    participant: {recorded_by: [case_manager]}
    complainant: {required: always, no_answer: ask_again, recorded_by: [case_manager]}
    supervising_agency: {asked_by: [officer], recorded_as: By letter.}
  capacity_check: {recorded: A note.}
  victims: {contact: city-attorney, screened_by: [case_manager]}
  acceptance: {at-arrest: {no_answer: decided_without}}
  second_offers: {after_exit: {again: never}, after_termination: {wait: 2 years}, after_no_intake: {at_most: 1}}
  informants: {recruiting_forbidden: no}
"""
COMES = """
only as the Family Educational Rights and Privacy Act allows.
It may be shown by any of these: a letter.
It is the limit of RCW 9A.56.040.
It is for these offenses: theft of goods or services, third degree.
Each substance is counted on its own.
It holds for officer social contact only.
What is recorded: a sum.
no complainant is asked |
| only knowing possession of a counterfeit substance |
; only opioids |
It means a warrant under Section 6.1(c).
It is about the limit in Section 2.4(d).
It holds near these places: library. Near means
It means a knife, where it was used, shown, or unlawfully held.
It means the offenses of RCW 9.94A.030 (“violent offense”).
It means a case in the District Court that involves
It is shown by these signs, among others: ledgers.
for as long as the order is in force.
It counts where what ended had begun with officer social contact.
It means the consent under Section 6.2(b).
It is looked at again after three hours.
The area is the City of Sampleton.
The comparison is made by Public Health
Juvenile records count.
Attempts and conspiracies do not count.
; or an offense under RCW 9A.56.170.
What is recorded: a ground.
; or any felony.
This holds for officer social contact only.
*Why this is lawful.* A rule.
It is looked up in this record: a list.
It is asked by the officer.
How the answer is recorded: by letter.
The consent is recorded by the case manager.
The answer is recorded by the case manager.
*Recorded.* A note.
For a business, the answer comes from: the manager
may turn to the City Attorney.
This check is made by the case manager.
whoever asked decides without it.
After the person left in good order: no.
; the wait is two years.
; at most one time.
"""
GOES = """
Any other warrant is served as the law says.
Setting it aside lifts the exclusion only once
nobody may set that aside.
names is needed besides.
The offer need not wait for the answer.
A business is not asked.
do not recruit a person
pathway that is open
This pathway is not open on
A change needs also the consent of each of these: the County Prosecutor and the City Attorney.
"""


def test_the_scope_of_each_rule_is_printed_as_the_program_has_it(annex: Callable[[str], str]) -> None:
    comes, goes = COMES.strip().splitlines(), GOES.strip().splitlines()
    before, after = _text(_composed("example-county")), annex(OTHERWISE)
    assert not [each for each in comes if each in before or each not in after]
    assert not [each for each in goes if each not in before or each in after]


def test_a_list_of_the_program_is_printed_with_its_members() -> None:
    text = _text(_composed("example-county"))
    assert "### 4.2 Schedule B of the eligibility list\n\nThe list names these offenses, each with its section" in text
    assert "Assault in the second degree (9A.36.021), only where a firearm was used." in text


@pytest.mark.parametrize("name", [name for name in PROGRAMS if name != "example-county"])
def test_what_sources_tell_names_them_and_asserts_no_rule_of_its_own(name: str) -> None:
    text = _text(_composed(name))
    program = load_program(programs() / name).resolve().program
    assert program is not None
    assert "## How to Read This Document" in text
    cited = [offence.sources for offence in program.eligibility.offences.values()]
    for source in {each for fields in cited for ids in fields.values() for each in ids}:
        assert f"\n- {source}: " in text
    if any(offence.confidence == "disputed" for offence in program.eligibility.offences.values()):
        assert "(disputed) |" in text
    for ours in ("no further condition", "very pathway", "clean record", "served as the law says", "nobody is held"):
        assert ours not in text


def test_an_inferred_limit_says_so() -> None:
    text = _text(_composed("seattle-king-wa"))
    assert "At most three (3) grams.\n\n  It holds for arrest diversion only.\n\n  *Sources: SEA-5," in text
    assert "SEA-7 (inferred).*" in text
