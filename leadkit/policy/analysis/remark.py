"""What the analysis of a program has to say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadkit.policy.analysis.witness import Witness
from leadkit.policy.policy import Rule


class Kind(StrEnum):
    """What a remark is about."""

    NOBODY = "nobody_eligible"
    OFFENCE = "offence_never_qualifies"
    CONFLICT = "conflict"
    NO_RULE = "no_rule_in_force"
    NO_OFFENCE = "no_offence"
    NEVER = "rule_never_holds"
    IMPLIED = "rule_implied"
    NEVER_ALONE = "rule_never_alone"
    UNDECIDED = "not_decided"


@dataclass(frozen=True)
class Remark:
    """Something that is true of every case of a program.

    Attributes:
        kind: What it is about.
        sentence: What is true, in one sentence or two.
        rules: The rules that it is about.
        others: The rules because of which it is true.
        witness: A case that shows it; None where there is nothing to show, as with a rule that never holds.
    """

    kind: Kind
    sentence: str
    rules: tuple[Rule, ...] = ()
    others: tuple[Rule, ...] = ()
    witness: Witness | None = None
