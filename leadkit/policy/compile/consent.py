"""Whose consent is needed: the person's own, a complainant's, a guardian's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadkit.model.eligibility.consent import ComplainantForm
from leadkit.model.eligibility.offences import ConsentRequired, VictimType
from leadkit.model.pathways.kinds import ConsentFrom
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.charges import declare_charges
from leadkit.policy.compile.say import among, below, denied, every, some
from leadkit.policy.compile.supervision import ANSWERS, refusals
from leadkit.policy.policy import Scope, Strength, Unit

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_FORMS = {
    ComplainantForm.DECLINES_PROSECUTION: ("declines-prosecution", "Does the complainant decline prosecution?"),
    ComplainantForm.AGREES_TO_DIVERSION: ("agrees-to-diversion", "Does the complainant agree to a diversion?"),
    ComplainantForm.STATES_PREFERENCE: ("prefers-diversion", "Does the complainant prefer a diversion?"),
}


def compile_consent(builder: Builder) -> None:
    """A rule for each consent that is needed."""
    tests = {one.test for one in builder.program.eligibility.exclusions.values()}
    consent = builder.program.eligibility.consent
    if "no_consent" not in tests:
        refused = denied(builder.yes_no("consents", "Does the person accept the offer?"))
        participant = consent.participant if consent else None
        path = ("eligibility", "consent", "participant")
        builder.bar(path, "The person does not accept the offer.", refused, participant)
    if "no_victim_consent" not in tests:
        _complainant(builder)
    _guardian(builder)


def _complainant(builder: Builder) -> None:
    refuses = complainant_refuses(builder)
    consent = builder.program.eligibility.consent
    if refuses is None or consent is None or consent.complainant is None:
        return
    preference = set(consent.complainant.form) <= {ComplainantForm.STATES_PREFERENCE}
    builder.bar(
        ("eligibility", "consent", "complainant"), "The complainant was asked and does not agree.", refuses,
        consent.complainant, scope=Scope.CHARGE, pathways=_asking(builder, ConsentFrom.COMPLAINANT),
        strength=Strength.ADVISORY if preference else Strength.ABSOLUTE,
    )  # fmt: skip


def _asking(builder: Builder, whose: ConsentFrom) -> list[str]:
    """The pathways that need somebody's consent; all, where none says whose it needs."""
    return [name for name, one in builder.program.pathways.items() if whose in one.consent_from]


def complainant_refuses(builder: Builder) -> Expression | None:
    """A complainant who must be asked about the charge does not agree; None where none ever must."""
    consent = builder.program.eligibility.consent
    general = consent.complainant if consent else None
    needing = _needing(builder, general.required if general else None)
    forms = [_FORMS[one] for one in (general.form if general else ()) if one in _FORMS]
    if not needing or not forms:
        return None
    silent = refusals(general.no_answer if general else None)
    answers = (builder.choice(name, question, ANSWERS, of=CHARGES) for name, question in forms)
    return every(some(*needing), some(*(among(answer, silent) for answer in answers)))


def _needing(builder: Builder, general: ConsentRequired | None) -> list[Expression]:
    """The charges for which a complainant must be asked."""
    offences = builder.program.eligibility.offences
    by_rule: dict[ConsentRequired | None, list[str]] = {}
    for name, one in offences.items():
        by_rule.setdefault(one.consent_required or general, []).append(name)
    always, person = by_rule.get(ConsentRequired.ALWAYS, []), by_rule.get(ConsentRequired.IF_PERSON_VICTIM, [])
    found: list[Expression] = []
    if always:
        found.append(among(declare_charges(builder), always))
    if person:
        victims = {VictimType.NONE: "Nobody", VictimType.BUSINESS: "A business", VictimType.PERSON: "A person",
                   VictimType.PUBLIC: "The public"}  # fmt: skip
        offence = declare_charges(builder)
        victim = builder.choice(
            "victim", "Whom does the conduct harm?", {one.value: label for one, label in victims.items()}, of=CHARGES
        )
        found.append(every(among(offence, person), among(victim, [VictimType.PERSON])))
    return found


def _guardian(builder: Builder) -> None:
    consent = builder.program.eligibility.consent
    guardian = consent.guardian if consent else None
    pathways = _asking(builder, ConsentFrom.PARENT_GUARDIAN)
    if guardian is None or not pathways:
        return
    refused = denied(builder.yes_no("guardian-consents", "Does a parent or guardian consent?"))
    limit = re.fullmatch(r"under (\d{1,2})", (guardian.required_under or "").strip(), re.IGNORECASE)
    young = (
        below(builder.number("age", "How old is the person?", Unit.YEARS, at_most=130), int(limit[1]))
        if limit
        else None
    )
    path = ("eligibility", "consent", "guardian")
    builder.bar(path, "A parent or guardian does not consent.", every(young, refused), guardian, pathways=pathways)
