"""Offers made before, and people who are arrested together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.model.eligibility.acceptance import OfferAgain, SecondOffer, TogetherRule
from leadkit.policy.compile.endings import endings
from leadkit.policy.compile.say import among, at_least, every, recent, yes
from leadkit.policy.language import Expression
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.policy.compile.builder import Builder
    from leadkit.values.quantities import Duration

_OFFERS = "offers"
_PATH = ("eligibility", "second_offers")
_ENDS = {
    "declined": "The person said no",
    "no_intake": "Intake was not finished in time",
    "exit": "The person took part and left in good order",
    "enrolled": "The person took part already",
}


_HOW: dict[OfferAgain | None, str] = {
    OfferAgain.NEVER: "not made again",
    OfferAgain.WITH_APPROVAL: "made again with approval only",
    OfferAgain.AFTER_WAIT: "made again after a wait that is not known",
}


@dataclass(frozen=True)
class _Event:
    """After what the program may be offered again.

    Attributes:
        field: The field of second offers.
        words: The event in words.
        ended: How an earlier offer ended; None where it is about the end of services.
    """

    field: str
    words: str
    ended: str | None

    def times(self, builder: Builder, stretch: Duration | None = None) -> str:
        """The number of times that it happened, within a stretch of time or at any time."""
        path = (*_PATH, self.field, "wait")
        name = f"offers.{self.field}.recent" if stretch else f"offers.{self.field}"
        if self.ended is None:
            return endings(builder, name, path, stretch)
        builder.collection(_OFFERS, "offer", "Which offers were made to the person before?", restricted=True)
        such = among(builder.choice("ended", "How did it end?", _ENDS, of=_OFFERS), [self.ended])
        near = recent(builder, path, ("date", "On which day did it end?"), stretch, of=_OFFERS) if stretch else None
        return builder.reducer(name, Count(reduce="count", of=_OFFERS, where=every(such, near)))

    def happened(self, builder: Builder) -> Expression:
        """It happened at least once; for somebody who takes part, that they do so now."""
        if self.ended == "enrolled":
            return yes(builder.yes_no("enrolled", "Does the person take part in the program now?", restricted=True))
        return at_least(self.times(builder), 1)


_EVENTS = (
    _Event("after_declined", "after the person said no", "declined"),
    _Event("after_no_intake", "after intake was not finished", "no_intake"),
    _Event("after_exit", "after the person left in good order", "exit"),
    _Event("after_termination", "after the program ended its services", None),
    _Event("while_enrolled", "while the person takes part", "enrolled"),
)


def compile_offers(builder: Builder) -> None:
    """A rule for each limit on second offers, and one for people arrested together."""
    again = builder.program.eligibility.second_offers
    for event in _EVENTS:
        offer: SecondOffer | None = getattr(again, event.field, None)
        if offer is not None:
            _again(builder, event, offer)
    _together(builder)


def _again(builder: Builder, event: _Event, offer: SecondOffer) -> None:
    path = (*_PATH, event.field)
    if offer.wait is not None and offer.again is not OfferAgain.NEVER:
        text = f"{offer.wait} have not passed {event.words}."
        early = at_least(event.times(builder, offer.wait), 1)
        # An exclusion for people whose services ended says how strictly the wait after that end holds.
        pathways = builder.besides("previous_termination") if event.ended is None else None
        builder.bar((*path, "wait"), text, early, offer, pathways=pathways, restricted=True)
    how = _HOW.get(offer.again)
    if how is not None and not (offer.again is OfferAgain.AFTER_WAIT and offer.wait):
        builder.bar(
            (*path, "again"), f"The offer is {how} {event.words}.", event.happened(builder), offer, restricted=True,
            strength=Strength.ABSOLUTE if offer.again is OfferAgain.NEVER else Strength.PRESUMPTIVE,
            owners=[builder.owner(by) for by in offer.approved_by],
        )  # fmt: skip
    if offer.at_most is not None and offer.again is not OfferAgain.NEVER:
        text = f"The offer was made again {offer.at_most} times already {event.words}."
        # An offer that is the first again has one before it; while somebody takes part, every such offer is one again.
        before = 0 if event.ended == "enrolled" else 1
        often = at_least(event.times(builder), offer.at_most + before)
        if event.ended == "enrolled":
            often = every(event.happened(builder), often)
        builder.bar((*path, "at_most"), text, often, offer, restricted=True)


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
        path, "Whether people arrested together are diverted is decided for them together.", yes(several), together,
        strength=Strength.PRESUMPTIVE, owners=[builder.owner(decides)],
    )  # fmt: skip
