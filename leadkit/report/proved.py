"""What the scenarios of a program prove about its rules: in plain words, as cases ready to be used, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadkit.diagnostic import listed
from leadkit.policy.proving.coverage import Kind
from leadkit.policy.proving.written import written
from leadkit.report.report import counted
from leadkit.report.terminal import Paint, clean
from leadkit.report.tested import named

if TYPE_CHECKING:
    from leadkit.policy.policy import Policy, Rule
    from leadkit.policy.proving.coverage import Point, Reached
    from leadkit.policy.proving.examined import Examined
    from leadkit.policy.proving.holes import Fillings
    from leadkit.policy.proving.mutant import Mutant
    from leadkit.policy.proving.mutation import Mutation, Noticing
    from leadkit.policy.proving.suggestion import Suggestion


@dataclass(frozen=True)
class Proof:
    """What was asked about one program; None for what was not.

    Attributes:
        name: The program, as it was named.
        examined: Its rules and scenarios.
        coverage: What the scenarios reach of each rule.
        fillings: Cases for what they do not.
        mutation: Which changed rules they notice.
        noticing: Cases for the changes that they do not.
    """

    name: str
    examined: Examined
    coverage: tuple[Reached, ...] | None = None
    fillings: Fillings | None = None
    mutation: Mutation | None = None
    noticing: tuple[Noticing, ...] = ()


def render_text(proof: Proof, *, colour: bool = False) -> str:
    """Everything that was asked, in plain words; suggested cases are ready to be copied."""
    paint = Paint(colour)
    lines = ["", *_about(proof)]
    if proof.coverage is not None:
        lines += ["", *_coverage(proof.coverage, paint)]
    if proof.fillings is not None:
        lines += ["", *_fillings(proof.examined.policy, proof.fillings)]
    if proof.mutation is not None:
        lines += ["", *_mutation(proof.examined.policy, proof.mutation, proof.noticing, paint)]
    return "\n".join(lines) + "\n"


def _about(proof: Proof) -> Iterator[str]:
    one = proof.examined
    scenarios = counted(len(one.scenarios), "scenario")
    yield f"{clean(proof.name)}: the rules of {one.day}, and {scenarios} that they decide."
    if one.other_days:
        yield f"Decided by the rules of another time, and left aside: {_aside(list(one.other_days))}."
        days = sorted(set(one.other_days.values()))
        nothing = "" if one.scenarios else "They prove nothing about these rules. "
        yield f"{nothing}Ask about theirs with {listed(f'--on {day}' for day in days)}."
    if one.failing:
        yield f"Not decided as expected, and left aside: {_aside(list(one.failing))}."


def _aside(ids: list[str]) -> str:
    return f"{counted(len(ids), 'scenario')} ({named(ids)})"


def _coverage(coverage: tuple[Reached, ...], paint: Paint) -> Iterator[str]:
    for one in coverage:
        counts = {kind: _count(one, kind) for kind in Kind}
        whole = [f"{_WORDS[kind]} {counts[kind]}" for kind in _OF_A_RULE if counts[kind] is not None]
        yield paint.bold(_where(one.rule))
        yield f"  {', '.join(whole)}"
        sides = [point for point in one.points if point.kind not in _OF_A_RULE]
        if sides:
            yield f"  {sum(bool(one.points[point]) for point in sides)} of {len(sides)} sides of its comparisons"
        for hole in one.holes:
            yield f"  {paint.colour('never', 'yellow')}: {_hole(hole)}"
    points = [by for one in coverage for by in one.points.values()]
    yield ""
    yield f"The scenarios reach {sum(map(bool, points))} of {len(points)}."


_OF_A_RULE = (Kind.HELD, Kind.DID_NOT_HOLD, Kind.ONLY_REASON, Kind.NOT_KNOWN)
_WORDS = {
    Kind.HELD: "held",
    Kind.DID_NOT_HOLD: "did not hold",
    Kind.ONLY_REASON: "only reason",
    Kind.NOT_KNOWN: "not known",
    Kind.TRUE: "true",
    Kind.FALSE: "false",
    Kind.OPTION: "answered",
}


def _count(one: Reached, kind: Kind) -> int | None:
    found = [len(by) for point, by in one.points.items() if point.kind is kind]
    return sum(found) if found else None


def _hole(point: Point) -> str:
    return clean(f"{point.about}: {_WORDS[point.kind]}" if point.about else _WORDS[point.kind])


def _where(rule: Rule | None) -> str:
    if rule is None:
        return "program.several_charges"
    return clean(f"{rule.place.file}, line {rule.place.line}: {rule.id}" if rule.place else rule.id)


def _fillings(policy: Policy, fillings: Fillings) -> Iterator[str]:
    for number, one in enumerate(fillings.cases, 1):
        for point in one.points[:_FEW]:
            yield f"  # {point.rule}: {_hole(point)}"
        if len(one.points) > _FEW:
            yield f"  # and {len(one.points) - _FEW} more"
        yield _case(policy, one.suggestion, number, one.points[0].rule)
    for rule in fillings.never:
        yield f"No case can meet {_where(rule)}."
    for left in fillings.left:
        yield f"No case was found: {left.rule}: {_hole(left)}."


_FEW = 3


def _case(policy: Policy, suggestion: Suggestion, number: int, rule: str) -> str:
    lines = written(policy, suggestion, f"suggested-{number}", f"Suggested for {rule}").splitlines()
    return "\n".join(clean(line) for line in lines)


def _mutation(policy: Policy, mutation: Mutation, noticing: tuple[Noticing, ...], paint: Paint) -> Iterator[str]:
    for one in mutation.rules:
        equal = f" ({one.equal} more change no case of which everything is known)" if one.equal else ""
        counts = f"{one.killed} of {one.total} changes noticed"
        whole = one.killed == one.total
        yield f"{_where(one.rule)}: {counts if whole else paint.colour(counts, 'yellow')}{equal}"
    for number, case in enumerate(noticing, 1):
        yield ""
        for mutant in case.mutants:
            yield f"  # {_change(mutant)}"
        yield _case(policy, case.suggestion, number, case.mutants[0].rule.id if case.mutants[0].rule else "charges")
    told = {mutant for case in noticing for mutant in case.mutants}
    for survivor in mutation.survivors:
        if survivor.mutant not in told:
            yield f"Not noticed, and no case was found: {_change(survivor.mutant)}"
    share = 100 * mutation.killed // mutation.total if mutation.total else 100
    yield ""
    yield f"The scenarios notice {mutation.killed} of {mutation.total} changes ({share} %)."


def _change(mutant: Mutant) -> str:
    """A change in words; the conditions of a week of hours are long."""
    words = f"{mutant.rule.id if mutant.rule else 'program.several_charges'}: {mutant.change}"
    return clean(words if len(words) <= _LONG else f"{words[:_LONG]}…")


_LONG = 160


def as_json(proof: Proof) -> dict[str, Any]:
    """Everything that was asked, for a program to read."""
    one = proof.examined
    told: dict[str, Any] = {
        "on": one.day,
        "scenarios": [each.id for each in one.scenarios],
        "other_days": list(one.other_days),
        "failing": list(one.failing),
    }
    if proof.coverage is not None:
        told["coverage"] = {each.rule.id: _reached(each) for each in proof.coverage}
    if proof.fillings is not None:
        told["suggested"] = [
            {**_as_asked(each.suggestion), "reaches": [_point(point) for point in each.points]}
            for each in proof.fillings.cases
        ]
        told["never"] = [rule.id for rule in proof.fillings.never]
        told["no_case_found"] = [_point(point) for point in proof.fillings.left]
    if proof.mutation is not None:
        told["mutation"] = _mutated(proof.mutation, proof.noticing)
    return told


def _reached(one: Reached) -> dict[str, Any]:
    place = {"file": one.rule.place.file, "line": one.rule.place.line} if one.rule.place else None
    points = [{"kind": point.kind, "about": point.about, "scenarios": list(by)} for point, by in one.points.items()]
    return {"place": place, "points": points}


def _point(point: Point) -> dict[str, str]:
    return {"rule": point.rule, "kind": point.kind, "about": point.about}


def _as_asked(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "on": suggestion.on,
        "pathway": suggestion.pathway,
        "facts": suggestion.facts,
        "outcome": suggestion.verdict.outcome,
    }


def _mutated(mutation: Mutation, noticing: tuple[Noticing, ...]) -> dict[str, Any]:
    return {
        "killed": mutation.killed,
        "total": mutation.total,
        "equal": [_as_change(one) for one in mutation.equal],
        "rules": {
            one.rule.id if one.rule else "program.several_charges": {
                "killed": one.killed,
                "total": one.total,
                "equal": one.equal,
            }
            for one in mutation.rules
        },
        "survivors": [_as_change(one.mutant) for one in mutation.survivors],
        "suggested": [
            {**_as_asked(one.suggestion), "notices": [_as_change(each) for each in one.mutants]} for one in noticing
        ],
    }


def _as_change(mutant: Mutant) -> dict[str, str | None]:
    return {"operator": mutant.operator, "rule": mutant.rule.id if mutant.rule else None, "change": mutant.change}


def render_json(proofs: list[Proof]) -> str:
    """Everything that was asked, by program."""
    return json.dumps({one.name: as_json(one) for one in proofs}, ensure_ascii=False, indent=2) + "\n"
