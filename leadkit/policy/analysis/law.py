"""The law under the listed offences: the rules may stay while it changes, and no rule tells so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.model.law.cited import cited_offence
from leadkit.policy.analysis.note import About, Note

if TYPE_CHECKING:
    from leadkit.law import Offence
    from leadkit.model.standing import Standing


def law_notes(before: Standing, after: Standing) -> Iterator[Note]:
    """A note for each offence that both programs list and whose law is another, or no more in force."""
    assert before.program is not None and after.program is not None
    earlier = before.program.eligibility.offences
    for name, listed in after.program.eligibility.offences.items():
        if name not in earlier:
            continue
        old, new = _law(before, earlier[name].law), _law(after, listed.law)
        if old is None or new is None:
            continue
        ended = (old.in_force(before.on) is False) is not (new.in_force(after.on) is False)
        if ended or earlier[name].law != listed.law:
            sentence = f"{listed.label or new.title}: {_told(old, before)}; {_told(new, after)}."
            yield Note(About.LAW, sentence)


def _law(standing: Standing, name: str | None) -> Offence | None:
    assert standing.program is not None
    return None if name is None else cited_offence(standing.resolution.root, name, standing.program.program.state)


def _told(law: Offence, standing: Standing) -> str:
    found = law.standing(standing.on)
    answer = {True: "in force", False: "not in force", None: "perhaps in force"}[found.answer]
    return f"on {standing.on} {law.citation}, {answer} ({found.reason})"
