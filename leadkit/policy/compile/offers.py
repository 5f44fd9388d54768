"""Offers made before, and people who are arrested together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.acceptance import OfferAgain, TogetherRule
from leadkit.policy.compile.say import among, at_least, every, within, yes
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.model.eligibility.acceptance import SecondOffer
    from leadkit.policy.compile.builder import Builder

_OFFERS = "offers"
_ENDS = {
    "after_declined": ("declined", "after the person said no"),
    "after_no_intake": ("no_intake", "after intake was not finished"),
    "after_exit": ("exit", "after the person left in good order"),
}


def compile_offers(builder: Builder) -> None:
    """A rule for each limit on second offers, and one for people arrested together."""
    again = builder.program.eligibility.second_offers
    for field, (ended, words) in _ENDS.items():
        offer: SecondOffer | None = getattr(again, field, None)
        if offer is not None:
            _again(builder, field, offer, ended, words)
    _together(builder)


def _again(builder: Builder, field: str, offer: SecondOffer, ended: str, words: str) -> None:
    limited = offer.at_most is not None or offer.again not in (None, OfferAgain.ALWAYS)
    if not limited:
        return
    builder.collection(_OFFERS, "offer", "Which offers were made to the person before?", restricted=True)
    ends = {"declined": "The person said no", "no_intake": "Intake was not finished in time", "exit": "The person left"}
    such = among(builder.choice("ended", "How did it end?", ends, of=_OFFERS), [ended])
    path = ("eligibility", "second_offers", field)
    if offer.again is OfferAgain.AFTER_WAIT and offer.wait is not None:
        day = builder.date("date", "On which day?", of=_OFFERS)
        recent = Count(reduce="count", of=_OFFERS, where=every(such, within(day, offer.wait)))
        when = at_least(builder.reducer(f"offers.{field}.recent", recent), 1)
        builder.bar((*path, "wait"), f"{offer.wait} have not passed {words}.", when, offer)
    counted = builder.reducer(f"offers.{field}", Count(reduce="count", of=_OFFERS, where=such))
    if offer.again in (OfferAgain.NEVER, OfferAgain.WITH_APPROVAL):
        needs = offer.again is OfferAgain.WITH_APPROVAL
        text = "made again with approval only" if needs else "not made again"
        builder.bar(
            (*path, "again"), f"The offer is {text} {words}.", at_least(counted, 1), offer,
            strength=Strength.PRESUMPTIVE if needs else Strength.ABSOLUTE,
            owners=[builder.owner(by) for by in offer.approved_by],
        )  # fmt: skip
    if offer.at_most is not None:
        text = f"The offer was made {offer.at_most} times or more {words}."
        builder.bar((*path, "at_most"), text, at_least(counted, offer.at_most), offer)


def _together(builder: Builder) -> None:
    together = builder.program.eligibility.co_arrestees
    rule = together.rule if together else None
    if rule in (None, TogetherRule.EACH_ON_OWN):
        return
    path = ("eligibility", "co_arrestees", "rule")
    if rule is TogetherRule.ALL_OR_NONE:
        other = builder.yes_no("another-barred", "Was anybody arrested with the person who is not eligible?")
        builder.bar(path, "People arrested together are all diverted or none.", yes(other), together)
        return
    several = builder.yes_no("arrested-together", "Were several people arrested together?")
    decides = "supervisor" if rule is TogetherRule.SUPERVISOR_DECIDES else "officer"
    builder.bar(
        path, "For people arrested together somebody decides.", yes(several), together,
        strength=Strength.PRESUMPTIVE, owners=[builder.owner(decides)],
    )  # fmt: skip
