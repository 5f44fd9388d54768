"""What each pathway asks: that it is open, where and when, and what lies behind the conduct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.model.eligibility.offences import ListStatus
from leadkit.model.pathways.kinds import Nexus, PathwayKind, PoliceClearance, Verification
from leadkit.policy.compile.places import closed_area, closed_procedure, in_areas, outside_hours
from leadkit.policy.compile.say import ALWAYS, among, below, denied, every, no, recent, yes
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.model.pathways import Pathway
    from leadkit.model.pathways.pathway import OtherPathway, SocialContact
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_EARLIER = "earlier-conduct"
_BEHIND = {
    Nexus.DRUGS: "Do drugs",
    Nexus.ALCOHOL: "Does alcohol",
    Nexus.MENTAL_HEALTH: "Does mental health",
    Nexus.HOMELESSNESS: "Does homelessness",
    Nexus.POVERTY: "Does poverty",
    Nexus.SEX_WORK: "Does sex work",
}


@dataclass(frozen=True)
class _Bar:
    """A field of a pathway with what it keeps out."""

    field: str
    text: str
    when: Expression
    strength: Strength = Strength.ABSOLUTE
    screened_by: tuple[str, ...] = ()


def compile_pathways(builder: Builder) -> None:
    """The rules of each pathway, and the hours of areas and of the procedure."""
    for name, pathway in builder.program.pathways.items():
        for bar in _bars(builder, name, pathway):
            path = ("pathways", name, bar.field)
            builder.bar(
                path, bar.text, bar.when, pathway, pathways=[name], strength=bar.strength, screened_by=bar.screened_by
            )  # fmt: skip
    _hours(builder)


def _bars(builder: Builder, name: str, pathway: Pathway) -> Iterator[_Bar]:
    if pathway.enabled is False or builder.not_in_force(("pathways", name, "enabled")):
        yield _Bar("enabled", "The pathway is not open.", ALWAYS)
    if pathway.kind is PathwayKind.ARREST_DIVERSION and _unadopted(builder):
        yield _Bar("kind", "No list of offenses has been adopted, so no arrest is diverted.", ALWAYS)
    yield from _where_and_when(builder, name, pathway)
    if pathway.requires_probable_cause:
        cause = builder.yes_no("probable-cause", "Is there probable cause to arrest?")
        yield _Bar("requires_probable_cause", "There is no probable cause to arrest.", denied(cause))
    if pathway.only_with_capacity:
        room = builder.yes_no("room", "Is there room left after the pathways that are served first?")
        text = "No room is left after the pathways that are served first; the person waits."
        yield _Bar("only_with_capacity", text, denied(room), Strength.ADVISORY)
    match pathway.kind:
        case PathwayKind.SOCIAL_CONTACT:
            yield from _of_social_contact(builder, name, pathway)
        case PathwayKind.COMMUNITY_REFERRAL:
            if pathway.police_clearance is PoliceClearance.REQUIRED:
                cleared = builder.yes_no("police-cleared", "Have the police cleared the referral?")
                yield _Bar("police_clearance", "The police have not cleared the referral.", denied(cleared))
            yield from _behind(builder, pathway.nexus, Strength.ADVISORY)
        case PathwayKind.ARREST_DIVERSION:
            pass
        case _:
            yield from _event(builder, name, pathway)
            yield from _behind(builder, pathway.nexus, Strength.ADVISORY)


def _unadopted(builder: Builder) -> bool:
    return builder.program.eligibility.list_status in (ListStatus.DRAFT, ListStatus.NOT_AGREED)


def _where_and_when(builder: Builder, name: str, pathway: Pathway) -> Iterator[_Bar]:
    """The areas and hours of a pathway, unless an exclusion says how strictly they hold."""
    if pathway.areas and builder.besides("outside_area", [name]):
        outside = no(in_areas(builder, pathway.areas))
        yield _Bar("areas", "The place is outside the areas of the pathway.", outside)
    closed = outside_hours(builder, pathway.hours) if pathway.hours else None
    if closed is not None and builder.besides("outside_hours", [name]):
        yield _Bar("hours", f"The pathway is not open at this time ({pathway.hours}).", closed)


def _of_social_contact(builder: Builder, name: str, pathway: SocialContact) -> Iterator[_Bar]:
    if pathway.lookback or pathway.same_area or pathway.verification:
        asked = "lookback" if pathway.lookback else "same_area" if pathway.same_area else "verification"
        known = below(_earlier(builder, name, pathway), 1)
        yield _Bar(asked, "No earlier conduct is known that counts.", known, screened_by=pathway.verified_by)
    if pathway.risk_basis:
        likely = builder.yes_no("likely-to-return", f"Does this hold: {pathway.risk_basis}")
        yield _Bar("risk_basis", "Nothing shows that such conduct is likely to come again.", denied(likely))
    yield from _behind(builder, pathway.nexus, Strength.ABSOLUTE)


def _earlier(builder: Builder, name: str, pathway: SocialContact) -> str:
    """How much earlier conduct there is that counts for a social contact."""
    builder.collection(_EARLIER, "earlier", "What is known of earlier conduct of this kind?", restricted=True)
    conditions: list[Expression] = []
    if pathway.lookback and pathway.lookback.duration:
        path = ("pathways", name, "lookback")
        conditions.append(
            recent(builder, path, ("date", "On which day was it?"), pathway.lookback.duration, of=_EARLIER)
        )
    elif pathway.lookback is None:
        known = "Is it recent enough to count? The program does not say."
        conditions.append(yes(builder.yes_no("recent-enough", known, of=_EARLIER)))
    if pathway.same_area:
        conditions.append(yes(builder.yes_no("in-area", "Was it in an area of the program?", of=_EARLIER)))
    if pathway.verification:
        ways = {one.value: one.value.replace("_", " ") for one in Verification}
        shown = builder.choice("shown-by", "How is it shown?", ways, of=_EARLIER)
        conditions.append(among(shown, pathway.verification))
    return builder.reducer(f"earlier-conduct.{name}", Count(reduce="count", of=_EARLIER, where=every(*conditions)))


def _behind(builder: Builder, nexus: tuple[Nexus, ...], strength: Strength) -> Iterator[_Bar]:
    """One of several things must, or should, lie behind the conduct."""
    if nexus:
        facts = [
            builder.yes_no(f"behind-{one.value.replace('_', '-')}", f"{_BEHIND[one]} lie behind the conduct?")
            for one in nexus
        ]
        text = "Nothing that the program is for lies behind the conduct."
        yield _Bar("nexus", text, every(*(denied(fact) for fact in facts)), strength)


def _event(builder: Builder, name: str, pathway: OtherPathway) -> Iterator[_Bar]:
    """How long ago the event that opens a pathway may be."""
    if pathway.lookback and pathway.lookback.duration:
        called = pathway.name or name.replace("-", " ")
        question = f"On which day was the event that opens this pathway ({called})?"
        known = recent(builder, ("pathways", name, "lookback"), (f"event-{name}", question), pathway.lookback.duration)
        yield _Bar("lookback", f"The event that opens the pathway is more than {pathway.lookback} ago.", no(known))


def _hours(builder: Builder) -> None:
    """The hours of areas, and those of the procedure outside which nobody is eligible.

    Outside other hours of the procedure a rule for after hours holds, which bars nobody.
    """
    for name, area in builder.program.areas.items():
        closed = closed_area(builder, name)
        if closed is not None:
            text = f"The program does not work in {area.name} at this time ({area.hours})."
            builder.bar(("areas", name, "hours"), text, closed, area, pathways=builder.besides("outside_hours"))
    for name, entry in builder.program.procedure.hours.items():
        closed = closed_procedure(builder, name)
        if closed is not None:
            builder.bar(
                ("procedure", "hours", name, "outside"), f"No referral is taken at this time ({entry.hours}).", closed,
                entry, pathways=builder.besides("outside_hours", entry.pathways),
            )  # fmt: skip
