"""``sharing.json``: who may know what, and why; it is the table of permissions of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from leadkit.check.ask.recipients import agencies_of, classes_of, forbids, outside_justice
from leadkit.deploy.codes import NOTHING_SHOWN
from leadkit.deploy.compile.approving import find_untold
from leadkit.deploy.compile.groups import groups_of
from leadkit.deploy.compile.opening import find_unusable
from leadkit.deploy.compile.plain import Data, as_data, said, words
from leadkit.model.roles.kinds import RoleKind
from leadkit.model.sharing.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leadkit.deploy.compile.bench import Bench
    from leadkit.model.sharing.flows import NeverRule

_SEES = frozenset({Action.VIEW, Action.RECEIVE})


def sharing_of(bench: Bench, cells: list[Data]) -> dict[str, Data]:
    """The whole matrix, with all that decides whether a cell of it holds."""
    sharing = bench.program.sharing
    groups = groups_of(sharing)
    find_unusable(bench, _look_for_referrals(bench, groups["referral"]))
    find_untold(bench)
    return {
        "groups": cast("dict[str, Data]", groups),
        "categories": {name: as_data(category) for name, category in sharing.categories.items()},
        "recipients": {name: _recipient(bench, name, kind) for kind, name in _recipients(bench)},
        "cells": cells,
        "never": [each for name, rule in sharing.never.items() for each in _never(bench, name, rule)],
        "releases": {name: as_data(release) for name, release in sharing.releases.items()},
        "criminal_history": as_data(sharing.criminal_history),
        "safeguards": {name: as_data(each) for name, each in sharing.safeguards.items()},
        "exceptions": {name: as_data(each) for name, each in sharing.exceptions.items()},
        "prohibited": {name: as_data(each) for name, each in sharing.prohibited.items()},
        "discovery": as_data(sharing.discovery),
        "accounting": as_data(sharing.accounting),
        "breach": as_data(sharing.breach),
        "public_records": as_data(sharing.public_records),
        "immigration": as_data(sharing.immigration),
        "worse_off_remedy": as_data(sharing.worse_off_remedy),
    }


def _recipients(bench: Bench) -> Iterator[tuple[str, str]]:
    """Everybody whom a flow may name, with what they are; a role before an agency of the same id."""
    program, seen = bench.program, set[str]()
    kinds: dict[str, Iterable[str]] = {
        "role": program.roles, "agency": program.agencies, "body": program.governance.bodies,
        "outside": program.sharing.outside,
    }  # fmt: skip
    for kind, names in kinds.items():
        for name in names:
            if name not in seen:
                seen.add(name)
                yield kind, name


def _recipient(bench: Bench, name: str, kind: str) -> Data:
    return {
        "label": _label(bench, name, kind),
        "kind": kind,
        "agencies": words(agencies_of(bench.subject, name)),
        "classes": [*sorted(classes_of(bench.subject, name))],
        "outside_justice": outside_justice(bench.subject, name),
    }


def _label(bench: Bench, name: str, kind: str) -> str:
    program = bench.program
    if kind == "role":
        return program.roles[name].title or said(name)
    if kind == "agency":
        return program.agencies[name].name or program.agencies[name].legal_name
    if kind == "body":
        return program.governance.bodies[name].local_name or said(name)
    return program.sharing.outside[name].label


def _never(bench: Bench, name: str, rule: NeverRule) -> Iterator[Data]:
    """A rule of never, with every category and recipient that it covers.

    A body is apart from the others: a rule that shuts out one of its members shuts out what is told in its room, and
    not what another member learns as the agency that it is. A rule that shuts out everybody keeps a record with those
    who hold it, and is told category by category.
    """
    covered = [each for each in bench.program.sharing.categories if _covers(bench, rule, each)]
    reached = [(kind, who) for kind, who in _recipients(bench) if forbids(bench.subject, rule, who)]
    everybody = not rule.recipients and not rule.recipient_classes
    for categories in [[each] for each in covered] if everybody else [covered]:
        held = _holders(bench, categories[0]) if everybody else frozenset()
        named = [who for kind, who in reached if kind != "body" or everybody or who in rule.recipients]
        yield {
            "id": name,
            "categories": [*categories],
            "recipients": [who for who in named if who not in held],
            "bodies": [who for kind, who in reached if kind == "body"],
            "unless": ["court_order", "exception"],
            "reason": rule.reason,
            "citation": rule.citation,
            "instead": rule.instead,
        }


def _holders(bench: Bench, category: str) -> frozenset[str]:
    """The agencies that hold a category, the roles that they alone have, and the bodies that they alone make up."""
    held = set(bench.program.sharing.categories[category].held_by)
    names = (who for _, who in _recipients(bench))
    return frozenset(who for who in names if (own := agencies_of(bench.subject, who)) and held.issuperset(own))


def _covers(bench: Bench, rule: NeverRule, category: str) -> bool:
    sensitivity = bench.program.sharing.categories[category].sensitivity
    return (
        category in rule.categories or sensitivity in rule.sensitivities or not (rule.categories or rule.sensitivities)
    )


def _look_for_referrals(bench: Bench, referral: str | None) -> set[str]:
    """The pathways of whose referrals case management learns: all that the service does for it rests on that.

    Where it learns of none at all, that is told once, and no pathway is told by itself.
    """
    care = {name for name, role in bench.program.roles.items() if role.kind is RoleKind.CASE_MANAGEMENT}
    care |= {agency for name in care for agency in bench.program.roles[name].agencies}
    every, found = {*bench.program.pathways}, set[str]()
    for flow in bench.program.sharing.flows.values():
        sees = _SEES.intersection(flow.actions) and flow.basis and flow.scope and flow.purpose
        if referral in flow.categories and care.intersection(flow.recipient) and sees:
            found |= {*flow.pathways} or every
    if found:
        return found
    bench.find(
        NOTHING_SHOWN.at(
            bench.subject.key("sharing", "flows"),
            message="No flow lets case management receive that a person was referred; the service shows it none.",
            remedy="Write the flow by which a referral reaches case management, with its basis and scope.",
            path="sharing.flows",
        )
    )
    return every
