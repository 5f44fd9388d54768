"""The groups of fields that the service keeps, each with the program's category of information for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from leadkit.model.sharing.vocabulary import InformationKind, Purpose, Sensitivity

if TYPE_CHECKING:
    from leadkit.model.sharing import Sharing
    from leadkit.model.sharing.categories import Category

_Test = Callable[["Category"], bool]


def _kind(kind: InformationKind, *sensitivities: Sensitivity) -> _Test:
    return lambda category: category.kind is kind and (not sensitivities or category.sensitivity in sensitivities)


def _sensitivity(sensitivity: Sensitivity) -> _Test:
    return lambda category: category.sensitivity is sensitivity


_GROUPS: dict[str, tuple[_Test, ...]] = {
    "identity": (_kind(InformationKind.IDENTITY), _sensitivity(Sensitivity.IDENTITY)),
    "contact": (
        _kind(InformationKind.CONTACT, Sensitivity.PROGRAM, Sensitivity.IDENTITY),
        _kind(InformationKind.IDENTITY),
        _sensitivity(Sensitivity.IDENTITY),
    ),
    "location": (_kind(InformationKind.LOCATION), _sensitivity(Sensitivity.LOCATION)),
    "intake": (_kind(InformationKind.INTAKE_COMPLETED),),
    "engagement": (_kind(InformationKind.ENGAGEMENT_LEVEL),),
    "clinical": (_kind(InformationKind.CLINICAL), _sensitivity(Sensitivity.HEALTH)),
    "sud": (_sensitivity(Sensitivity.PART2),),
    "notes": (_sensitivity(Sensitivity.PART2_NOTES),),
    "charge": (_kind(InformationKind.CASE_STATUS), _sensitivity(Sensitivity.COURT_CASE)),
    "demographics": (_kind(InformationKind.DEMOGRAPHICS),),
    "complainant": (_sensitivity(Sensitivity.VICTIM),),
    "safety": (_kind(InformationKind.SAFETY),),
}
"""How the category of each group is known, the surest way first."""


def groups_of(sharing: Sharing) -> dict[str, str | None]:
    """The category of each group by its id; None where the program names none, so that only the holder sees it."""
    found: dict[str, str | None] = {group: _first(sharing, tests) for group, tests in _GROUPS.items()}
    return found | dict(_of_referrals(sharing))


def _first(sharing: Sharing, tests: tuple[_Test, ...]) -> str | None:
    found = (name for test in tests for name, category in sharing.categories.items() if test(category))
    return next(found, None)


def _of_referrals(sharing: Sharing) -> Iterator[tuple[str, str | None]]:
    """The categories of a referral and of the answer to it, which a program may keep apart or not.

    Where it keeps them apart, the answer is the one that flows for screening carry, and for referral do not.
    """
    both = [name for name, each in sharing.categories.items() if each.kind is InformationKind.REFERRAL_STATUS]
    told = {purpose: _carried(sharing, purpose) for purpose in (Purpose.REFERRAL, Purpose.SCREENING)}
    answers = [each for each in both if each in told[Purpose.SCREENING] and each not in told[Purpose.REFERRAL]]
    referral = next((each for each in both if each not in answers), None)
    yield "referral", referral
    yield "eligibility", answers[0] if answers else (both[-1] if both else None)


def _carried(sharing: Sharing, purpose: Purpose) -> set[str]:
    return {each for flow in sharing.flows.values() if purpose in flow.purpose for each in flow.categories}
