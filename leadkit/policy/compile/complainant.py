"""The consent, or the word, of a complainant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.consent import ComplainantForm
from leadkit.model.eligibility.offences import ConsentRequired, VictimType
from leadkit.model.pathways.kinds import ConsentFrom
from leadkit.policy.compile.answers import answers, refusals
from leadkit.policy.compile.builder import CHARGES
from leadkit.policy.compile.charges import declare_charges
from leadkit.policy.compile.say import among, every, no, some
from leadkit.policy.policy import Scope, Strength

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_PATH = ("eligibility", "consent", "complainant")
_FORMS = {
    ComplainantForm.DECLINES_PROSECUTION: ("declines-prosecution", "Does the complainant decline prosecution?"),
    ComplainantForm.AGREES_TO_DIVERSION: ("agrees-to-diversion", "Does the complainant agree to a diversion?"),
    ComplainantForm.STATES_PREFERENCE: ("prefers-diversion", "Does the complainant prefer a diversion?"),
}
_NOBODY = "no_complainant"
"""The answer that there is none; not called none, for to say nothing else is not to say this."""
_VICTIMS = {"none": "Nobody", "business": "A business", "person": "A person", "public": "The public"}


def compile_complainant(builder: Builder) -> None:
    """A rule where a complainant must be asked; a statement of preference alone is weighed, and bars nobody."""
    refuses = complainant_refuses(builder)
    if refuses is None:
        return
    consent = builder.program.eligibility.consent
    complainant = consent.complainant if consent else None
    asking = [one for one, way in builder.program.pathways.items() if ConsentFrom.COMPLAINANT in way.consent_from]
    builder.bar(
        _PATH, "The complainant was asked and does not agree.", refuses, complainant, scope=Scope.CHARGE,
        pathways=builder.besides("no_victim_consent", asking),
        at_most=Strength.ADVISORY if _only_preference(builder) else Strength.ABSOLUTE,
        screened_by=complainant.recorded_by if complainant else (),
    )  # fmt: skip


def _only_preference(builder: Builder) -> bool:
    return set(_forms(builder)) == {ComplainantForm.STATES_PREFERENCE}


def _forms(builder: Builder) -> tuple[ComplainantForm, ...]:
    consent = builder.program.eligibility.consent
    return consent.complainant.form if consent and consent.complainant else ()


def complainant_refuses(builder: Builder) -> Expression | None:
    """A complainant who must be asked about the charge does not agree; None where none ever is.

    A preference does not count beside a consent that does. Where the program does not say that somebody is harmed,
    there may be no complainant, whose absence keeps nobody out.
    """
    consent = builder.program.eligibility.consent
    general = consent.complainant if consent else None
    harming, harmless = _needing(builder, general.required if general else None)
    forms = _forms(builder)
    if not (harming or harmless) or set(forms) == {ComplainantForm.NOT_ASKED}:
        return None
    binding: list[ComplainantForm] = [
        one for one in forms if one in _FORMS and one is not ComplainantForm.STATES_PREFERENCE
    ]
    if not binding:
        binding = [ComplainantForm.STATES_PREFERENCE if forms else ComplainantForm.AGREES_TO_DIVERSION]
    silence = general.no_answer if general else None
    told = answers([silence])
    absent = {_NOBODY: "There is no complainant"} if harmless else {}
    asked = [builder.choice(*_FORMS[one], {**told, **absent}, of=CHARGES) for one in binding]
    refused = refusals(told, silence)
    parts: list[Expression] = []
    if harming:
        parts.append(every(some(*harming), some(*(among(answer, [*refused, *absent]) for answer in asked))))
    if harmless:
        # Where one question is answered so, no other need be asked: nobody is there to answer it.
        others = (no(among(answer, absent)) for answer in asked) if len(asked) > 1 else ()
        parts.append(every(some(*harmless), some(*(among(answer, refused) for answer in asked)), *others))
    return some(*parts)


def _needing(builder: Builder, general: ConsentRequired | None) -> tuple[list[Expression], list[Expression]]:
    """The charges for which a complainant must be asked: those that surely have one, and those that may have none."""
    offences = builder.program.eligibility.offences
    by_rule: dict[ConsentRequired | None, list[str]] = {}
    for name, one in offences.items():
        by_rule.setdefault(one.consent_required or general, []).append(name)
    always = by_rule.get(ConsentRequired.ALWAYS, [])
    nobody = (VictimType.NONE, VictimType.PUBLIC)
    person = [
        name for name in by_rule.get(ConsentRequired.IF_PERSON_VICTIM, []) if offences[name].victim_type not in nobody
    ]
    harmed = [name for name in always if offences[name].victim_type in (VictimType.BUSINESS, VictimType.PERSON)]
    harming = [among(declare_charges(builder), harmed)] if harmed else []
    if person:
        victim = builder.choice("victim", "Whom does the conduct harm?", _VICTIMS, of=CHARGES)
        harming.append(every(among(declare_charges(builder), person), among(victim, [VictimType.PERSON])))
    rest = [name for name in always if name not in harmed]
    return harming, [among(declare_charges(builder), rest)] if rest else []
