"""People under supervision, and the word of the agency that supervises them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.warrants import SupervisionEffect, SupervisionKind
from leadkit.model.pathways.kinds import ConsentFrom
from leadkit.policy.compile.answers import answers, refusals
from leadkit.policy.compile.say import among, at_least, every, no
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.model.eligibility.warrants import SupervisionRule
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_SUPERVISION = "supervision"
_WORDS = {
    SupervisionEffect.BARS: "it bars",
    SupervisionEffect.AGENCY_CONSENT: "the supervising agency does not consent",
    SupervisionEffect.AGENCY_ASKED: "the supervising agency is asked, and cannot refuse",
    SupervisionEffect.AGENCY_TOLD: "the supervising agency is told",
    None: "what follows is not said",
}
_AT_MOST = {
    SupervisionEffect.AGENCY_TOLD: Strength.ADVISORY,
    SupervisionEffect.AGENCY_ASKED: Strength.ADVISORY,
    None: Strength.PRESUMPTIVE,
}
"""How strict a rule can be by its effect: one that is only told bars nobody, one that is open bars nobody for good."""


def compile_supervision(builder: Builder) -> None:
    """A rule for each kind of supervision, unless it has no effect or an exclusion says how strictly it holds.

    Where the agency is only told or asked, this is told with the decision, whatever strength is written. Where nothing
    says what follows, no strength makes a wall of it: somebody decides. Supervision that nothing names is told.
    """
    excluded = {
        supervision
        for one in builder.program.eligibility.exclusions.values()
        if one.test == "supervising_agency_consent"
        for supervision in one.supervision
    }
    for name, rule in builder.program.eligibility.supervision.items():
        if name in excluded or rule.effect is SupervisionEffect.NO_EFFECT:
            continue
        kind = rule.kind.value.replace("_", " ")
        builder.bar(
            ("eligibility", "supervision", name), f"The person is under supervision ({kind}): {_WORDS[rule.effect]}.",
            refused_by(builder, name, rule), rule, restricted=True, pathways=_asking(builder, rule),
            at_most=_AT_MOST.get(rule.effect, Strength.ABSOLUTE),
        )  # fmt: skip
    if builder.program.eligibility.supervision:
        _unnamed(builder)


def _unnamed(builder: Builder) -> None:
    """Supervision of a kind that nothing names is told, and bars nobody."""
    eligibility = builder.program.eligibility
    named = {rule.kind for rule in eligibility.supervision.values()}
    named |= {_EXCLUDED[one.test] for one in eligibility.exclusions.values() if one.test in _EXCLUDED}
    if SupervisionKind.ANY in named or named.issuperset(_KINDS):
        return
    _declare(builder)
    where = no(among(_kind(builder), named))
    builder.bar(
        ("eligibility", "supervision"), "The person is under supervision, and no rule says what holds for such.",
        at_least(builder.reducer("supervision.unnamed", Count(reduce="count", of=_SUPERVISION, where=where)), 1),
        strength=Strength.ADVISORY, restricted=True,
    )  # fmt: skip


_KINDS = {one.value: one.value.replace("_", " ") for one in SupervisionKind if one is not SupervisionKind.ANY}
_EXCLUDED = {
    "on_probation": SupervisionKind.PROBATION,
    "on_parole": SupervisionKind.PAROLE,
    "doc_supervision": SupervisionKind.COMMUNITY_CUSTODY,
    "treatment_court_case": SupervisionKind.TREATMENT_COURT,
    "mental_health_court_case": SupervisionKind.MENTAL_HEALTH_COURT,
}
"""The kinds of supervision that an exclusion is a rule for, by its test."""


def _asking(builder: Builder, rule: SupervisionRule) -> list[str] | None:
    """The pathways of the rule; where it names none and asks for consent, those that need an agency's consent."""
    if rule.pathways or rule.effect is not SupervisionEffect.AGENCY_CONSENT:
        return None
    named = builder.program.pathways.items()
    return [one for one, pathway in named if ConsentFrom.SUPERVISING_AGENCY in pathway.consent_from] or None


def refused_by(builder: Builder, name: str, rule: SupervisionRule, *, excluded: bool = False) -> Expression:
    """The person is under such supervision; where the agency's consent is needed, it does not consent.

    Args:
        builder: Where what is asked is declared.
        name: The rule's id.
        rule: The rule.
        excluded: Whether an exclusion names it, which asks for consent where the rule leaves open what follows.
    """
    _declare(builder)
    conditions: list[Expression] = []
    if rule.kind is not SupervisionKind.ANY:
        conditions.append(among(_kind(builder), [rule.kind]))
    if rule.effect is SupervisionEffect.AGENCY_CONSENT or (excluded and rule.effect is None):
        question = "Does the supervising agency consent?"
        told = answers(one.no_answer for one in builder.program.eligibility.supervision.values())
        consents = builder.choice("agrees", question, told, of=_SUPERVISION)
        conditions.append(among(consents, refusals(told, rule.no_answer)))
    counted = Count(reduce="count", of=_SUPERVISION, where=every(*conditions))
    return at_least(builder.reducer(f"supervision.{name}", counted), 1)


def _declare(builder: Builder) -> None:
    builder.collection(_SUPERVISION, "supervision", "Under which supervision is the person?", restricted=True)


def _kind(builder: Builder) -> str:
    return builder.choice("kind", "What kind of supervision is it?", _KINDS, of=_SUPERVISION)
