"""What each pathway asks: that it is open, where and when, and what lies behind the conduct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.model.eligibility.offences import ListStatus
from leadkit.model.pathways.kinds import Nexus, PathwayKind, PoliceClearance, Verification
from leadkit.policy.compile.places import in_areas, outside_hours
from leadkit.policy.compile.say import ALWAYS, among, below, denied, every, no, within
from leadkit.policy.policy import Count, Strength

if TYPE_CHECKING:
    from leadkit.model.pathways import Pathway
    from leadkit.model.pathways.pathway import SocialContact
    from leadkit.policy.compile.builder import Builder
    from leadkit.policy.language import Expression

_EARLIER = "earlier-conduct"
_BEHIND = {
    Nexus.DRUGS: "drugs",
    Nexus.ALCOHOL: "alcohol",
    Nexus.MENTAL_HEALTH: "mental health",
    Nexus.HOMELESSNESS: "homelessness",
    Nexus.POVERTY: "poverty",
    Nexus.SEX_WORK: "sex work",
}


def compile_pathways(builder: Builder) -> None:
    """The rules of each pathway, and those of the areas' hours."""
    for name, pathway in builder.program.pathways.items():
        for field, text, when, strength in _rules(builder, name, pathway):
            path = ("pathways", name, field)
            builder.bar(path, text, when, pathway, pathways=[name], strength=strength)
    for name, area in builder.program.areas.items():
        closed = outside_hours(builder, area.hours) if area.hours else None
        if closed is not None:
            here = in_areas(builder, [name])
            builder.bar(
                ("areas", name, "hours"), f"The program does not work in {area.name} at this time ({area.hours}).",
                every(here, closed), area,
            )  # fmt: skip


def _rules(builder: Builder, name: str, pathway: Pathway) -> list[tuple[str, str, Expression, Strength]]:
    found: list[tuple[str, str, Expression, Strength]] = []

    def bar(field: str, text: str, when: Expression, strength: Strength = Strength.ABSOLUTE) -> None:
        found.append((field, text, when, strength))

    if pathway.enabled is False:
        bar("enabled", "The pathway is not open.", ALWAYS)
    if pathway.kind is PathwayKind.ARREST_DIVERSION and _unadopted(builder):
        bar("kind", "No list of offenses has been adopted, so no arrest is diverted.", ALWAYS)
    if pathway.areas:
        bar("areas", "The place is outside the areas of the pathway.", no(in_areas(builder, pathway.areas)))
    closed = outside_hours(builder, pathway.hours) if pathway.hours else None
    if closed is not None:
        bar("hours", f"The pathway is not open at this time ({pathway.hours}).", closed)
    if pathway.requires_probable_cause:
        cause = builder.yes_no("probable-cause", "Is there probable cause to arrest?")
        bar("requires_probable_cause", "There is no probable cause to arrest.", denied(cause))
    if pathway.only_with_capacity:
        room = builder.yes_no("room", "Is there room left after the pathways that are served first?")
        text = "No room is left after the pathways that are served first; the person waits."
        bar("only_with_capacity", text, denied(room), Strength.ADVISORY)
    if pathway.kind is PathwayKind.COMMUNITY_REFERRAL and pathway.police_clearance is PoliceClearance.REQUIRED:
        cleared = builder.yes_no("police-cleared", "Have the police cleared the referral?")
        bar("police_clearance", "The police have not cleared the referral.", denied(cleared))
    if pathway.kind is PathwayKind.SOCIAL_CONTACT and pathway.lookback is not None:
        bar("lookback", "No earlier conduct is known that counts.", below(_earlier(builder, name, pathway), 1))
    nexus = getattr(pathway, "nexus", ())
    if nexus:
        behind = [
            denied(
                builder.yes_no(f"behind-{one.value.replace('_', '-')}", f"Does {_BEHIND[one]} lie behind the conduct?")
            )
            for one in nexus
        ]
        needed = pathway.kind is PathwayKind.SOCIAL_CONTACT
        text = "Nothing that the program is for lies behind the conduct."
        bar("nexus", text, every(*behind), Strength.ABSOLUTE if needed else Strength.ADVISORY)
    return found


def _unadopted(builder: Builder) -> bool:
    return builder.program.eligibility.list_status in (ListStatus.DRAFT, ListStatus.NOT_AGREED)


def _earlier(builder: Builder, name: str, pathway: SocialContact) -> str:
    """How much earlier conduct there is that counts for a social contact."""
    builder.collection(_EARLIER, "earlier", "What is known of earlier conduct of this kind?", restricted=True)
    day = builder.date("date", "On which day?", of=_EARLIER)
    conditions = [within(day, pathway.lookback.duration if pathway.lookback else None)]
    if pathway.same_area:
        here = builder.yes_no("in-area", "Was it in an area of the program?", of=_EARLIER)
        conditions.append(no(denied(here)))
    if pathway.verification:
        ways = {one.value: one.value.replace("_", " ") for one in Verification}
        conditions.append(
            among(builder.choice("shown-by", "How is it shown?", ways, of=_EARLIER), pathway.verification)
        )
    return builder.reducer(f"earlier-conduct.{name}", Count(reduce="count", of=_EARLIER, where=every(*conditions)))
