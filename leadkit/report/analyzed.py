"""What is true of every case of a program, in plain words and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from leadkit.policy.analysis.remark import Kind
from leadkit.report.report import counted
from leadkit.report.terminal import Paint, clean

if TYPE_CHECKING:
    from leadkit.policy.analysis.analyze import Analysis
    from leadkit.policy.analysis.remark import Remark
    from leadkit.policy.analysis.witness import Witness
    from leadkit.policy.policy import Policy, Rule

VERSION = 1
"""The version of the JSON; a field is only ever added to a version."""

_TITLES = {
    Kind.NO_RULE: "Days without a rule",
    Kind.NO_OFFENCE: "Days without an offense that could be diverted",
    Kind.NOBODY: "Pathways on which nobody is eligible",
    Kind.OFFENCE: "Listed offenses that can never be diverted",
    Kind.CONFLICT: "Rules that contradict each other",
    Kind.NEVER: "Rules that can never hold",
    Kind.IMPLIED: "Rules that others already say",
    Kind.NEVER_ALONE: "Rules that are never the only reason",
    Kind.UNDECIDED: "Not decided",
}


_NEEDLESS = (Kind.NEVER, Kind.IMPLIED, Kind.NEVER_ALONE)


def render_text(analyses: Sequence[Analysis], *, colour: bool = False) -> str:
    """Each program's remarks, by what they are about."""
    return "\n".join(_program(one, Paint(colour)) for one in analyses)


def _program(analysis: Analysis, paint: Paint) -> str:
    policy = analysis.policy
    size = f"{counted(len(policy.rules), 'rule')} on {counted(len(policy.pathways), 'pathway')}"
    days = f"; {counted(analysis.days, 'day')} on which something changes" if analysis.days else ""
    lines = [paint.bold(clean(f"{policy.name}, as of {policy.on}: {size}{days}."))]
    if not analysis.remarks:
        lines.append("Nothing to remark: every rule can hold, and each that decides is the only reason in some case.")
    elif any(one.kind in _NEEDLESS for one in analysis.remarks):
        lines.append("That a rule changes no outcome is no advice to strike it: it may stand for its reason.")
    for kind, title in _TITLES.items():
        here = [one for one in analysis.remarks if one.kind is kind]
        if here:
            lines += ["", paint.bold(title)]
        for remark in here:
            lines += [f"  {line}" for line in _remark(remark, policy, paint)]
    return "\n".join(lines) + "\n"


def _remark(remark: Remark, policy: Policy, paint: Paint) -> Iterator[str]:
    about_a_rule = remark.kind in (Kind.NEVER, Kind.IMPLIED, Kind.NEVER_ALONE) or (
        (remark.kind is Kind.UNDECIDED and remark.rules) or (remark.kind is Kind.CONFLICT and remark.others)
    )
    if about_a_rule:
        yield from (told(rule) for rule in remark.rules)
        yield f"  {clean(remark.sentence)}"
        yield from (f"    {told(rule)}" for rule in remark.others)
    else:
        yield clean(remark.sentence)
        yield from (f"  {told(rule)}" for rule in remark.rules)
    if remark.witness is not None:
        yield from (f"  {paint.dim(line)}" for line in _witness(remark.witness, policy))


def _witness(witness: Witness, policy: Policy) -> Iterator[str]:
    pathway = policy.pathways[witness.setting.pathway].name
    outcome = witness.decided[0].outcome.replace("_", " ")
    yield clean(f"For example, on the pathway {pathway} ({outcome}):")
    yield from (f"  {line}" for line in answers(witness))


def answers(witness: Witness) -> Iterator[str]:
    """The answers of a witness, each with its question."""
    for line in witness.lines:
        yield clean(f"{line.about.capitalize() + ': ' if line.about else ''}{line.question} {line.answer}.")


def told(rule: Rule) -> str:
    """A rule with the line that it is written on."""
    where = f"{rule.place.file}, line {rule.place.line}: " if rule.place else ""
    return clean(f"{where}{rule.text} ({rule.id})")


def render_json(analyses: Sequence[Analysis]) -> str:
    """The same as one JSON object."""
    programs = [
        {
            "program": one.policy.program,
            "on": one.policy.on,
            "rules": len(one.policy.rules),
            "days": one.days,
            "remarks": [_plain(remark) for remark in one.remarks],
        }
        for one in analyses
    ]
    return json.dumps({"version": VERSION, "programs": programs}, ensure_ascii=False, indent=2) + "\n"


def _plain(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind.value,
        "sentence": remark.sentence,
        "rules": plain_rules(remark.rules),
        "because_of": plain_rules(remark.others),
        "witness": None if remark.witness is None else plain_witness(remark.witness),
    }


def plain_rules(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """Rules as JSON has them: the id, the text, and where they are written."""
    return [
        {
            "id": rule.id,
            "text": rule.text,
            "strength": rule.strength.value,
            "file": rule.place.file if rule.place else None,
            "line": rule.place.line if rule.place else None,
        }
        for rule in rules
    ]


def plain_witness(witness: Witness) -> dict[str, Any]:
    """A witness as JSON has it: its answers in words, and the case as each policy reads and decides it."""
    return {
        "pathway": witness.setting.pathway,
        "answers": [{"about": one.about, "question": one.question, "answer": one.answer} for one in witness.lines],
        "decided": [
            {"case": one.case, "outcome": one.outcome, "rules": [rule.id for rule in one.rules]}
            for one in witness.decided
        ],
    }
