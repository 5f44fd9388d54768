"""The person's own consent and that of a guardian, and whether the person is able to consent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leadkit.model.pathways.kinds import ConsentFrom
from leadkit.policy.compile.asked_whole import AskedWhole
from leadkit.policy.compile.complainant import compile_complainant
from leadkit.policy.compile.person import age
from leadkit.policy.compile.questions import PLAIN
from leadkit.policy.compile.say import below, denied, every, yes

if TYPE_CHECKING:
    from leadkit.model.eligibility.consent import GuardianConsent
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_PATH = ("eligibility", "consent")


def compile_consent(builder: Builder) -> None:
    """A rule for each consent that is needed, unless an exclusion says how strictly."""
    _participant(builder)
    _able(builder)
    compile_complainant(builder)
    _guardian(builder)


def _participant(builder: Builder) -> None:
    """The person's own consent is always needed, also where the program says nothing of it."""
    consent = builder.program.eligibility.consent
    participant = consent.participant if consent else None
    refused = denied(builder.yes_no("consents", "Does the person accept the offer?"))
    builder.bar(
        (*_PATH, "participant"), "The person does not accept the offer.", refused, participant,
        pathways=builder.besides("no_consent"), screened_by=participant.recorded_by if participant else (),
    )  # fmt: skip


def _able(builder: Builder) -> None:
    """Who cannot consent for now is not taken for now."""
    check = builder.program.eligibility.capacity_check
    if check is None:
        return
    words, question = PLAIN["no_capacity"]
    then = f": {check.when_impaired.value.replace('_', ' ')}" if check.when_impaired else ""
    builder.bar(
        ("eligibility", "capacity_check"), f"{words}{then}.", yes(builder.yes_no("no-capacity", question)), check,
        pathways=builder.besides("no_capacity"), screened_by=check.checked_by,
    )  # fmt: skip


def _guardian(builder: Builder) -> None:
    """A young person's guardian must consent on the pathways that need it; on all, where none says so."""
    consent = builder.program.eligibility.consent
    guardian = consent.guardian if consent else None
    if guardian is None:
        return
    pathways = [one for one, way in builder.program.pathways.items() if ConsentFrom.PARENT_GUARDIAN in way.consent_from]
    refused = denied(builder.yes_no("guardian-consents", "Does a parent or guardian consent?"))
    excepted = None
    if guardian.exceptions:
        excepted = denied(builder.yes_no("guardian-excepted", f"Does this exception hold: {guardian.exceptions}"))
    builder.bar(
        (*_PATH, "guardian"), "A parent or guardian does not consent.",
        every(_young(builder, guardian), refused, excepted), guardian,
        pathways=pathways or None, screened_by=guardian.recorded_by,
    )  # fmt: skip


def _young(builder: Builder, guardian: GuardianConsent) -> Expression:
    """The person is of an age at which consent is needed; asked, where that is not given or cannot be read."""
    written = guardian.required_under
    question = "Is the person of an age at which a parent or guardian must consent?"
    if written is None:
        return yes(builder.yes_no("guardian-needed", question))
    years = re.fullmatch(
        r"(?:(?:under|below)(?: the age of)? )?(\d{1,2})(?: years(?: of age)?)?\.?", written.strip().lower()
    )
    if years:
        return below(age(builder), int(years[1]))
    builder.asked_whole.append(
        AskedWhole(
            (*_PATH, "guardian", "required_under"),
            f'the age "{written}" cannot be read',
            'Write it as "Under 18".',
        )
    )
    return yes(builder.yes_no("guardian-needed", f"{question.removesuffix('?')} ({written.rstrip('.')})?"))
