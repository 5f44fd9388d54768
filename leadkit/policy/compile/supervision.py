"""People under supervision, and the word of the agency that supervises them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.warrants import NoAnswer, SupervisionEffect, SupervisionKind
from leadkit.policy.compile.say import among, at_least, every
from leadkit.policy.policy import Count

if TYPE_CHECKING:
    from leadkit.model.eligibility.warrants import SupervisionRule
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_SUPERVISION = "supervision"
ANSWERS = {"yes": "Yes", "no": "No", "no_answer": "It has not answered in time"}


def compile_supervision(builder: Builder) -> None:
    """A rule for each kind of supervision that can keep out, unless an exclusion says how strictly it does."""
    excluded = {
        supervision
        for one in builder.program.eligibility.exclusions.values()
        if one.test == "supervising_agency_consent"
        for supervision in one.supervision
    }
    for name, rule in builder.program.eligibility.supervision.items():
        if name in excluded or rule.effect not in (SupervisionEffect.BARS, SupervisionEffect.AGENCY_CONSENT):
            continue
        kind = rule.kind.value.replace("_", " ")
        words = "bars" if rule.effect is SupervisionEffect.BARS else "the supervising agency does not consent"
        builder.bar(
            ("eligibility", "supervision", name), f"The person is under supervision ({kind}): {words}.",
            refused_by(builder, name, rule), rule, restricted=True,
        )  # fmt: skip


def refused_by(builder: Builder, name: str, rule: SupervisionRule) -> Expression:
    """The person is under such supervision, and it bars, or the agency does not consent."""
    builder.collection(_SUPERVISION, "supervision", "Under which supervision is the person?", restricted=True)
    kinds = {one.value: one.value.replace("_", " ") for one in SupervisionKind if one is not SupervisionKind.ANY}
    kind = builder.choice("kind", "What kind of supervision is it?", kinds, of=_SUPERVISION)
    conditions = [] if rule.kind is SupervisionKind.ANY else [among(kind, [rule.kind])]
    if rule.effect is not SupervisionEffect.BARS:
        consents = builder.choice("agrees", "Does the supervising agency consent?", ANSWERS, of=_SUPERVISION)
        conditions.append(among(consents, refusals(rule.no_answer)))
    counted = builder.reducer(f"supervision.{name}", Count(reduce="count", of=_SUPERVISION, where=every(*conditions)))
    return at_least(counted, 1)


def refusals(no_answer: NoAnswer | None) -> list[str]:
    """The answers that count as a refusal: no, and silence unless it counts as consent or is decided without."""
    spared = (NoAnswer.COUNTS_AS_CONSENT, NoAnswer.DECIDED_WITHOUT)
    return ["no"] if no_answer in spared else ["no", "no_answer"]
