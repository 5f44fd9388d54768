"""Answers of somebody who is asked, and who may stay silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leadkit.model.eligibility.warrants import NoAnswer

_SILENT = "no_answer"


def answers(silences: Iterable[NoAnswer | None]) -> dict[str, str]:
    """The answers that there can be.

    Silence is one only where a rule says what it means. Where none does, or where they are asked again, the answer is
    not known yet.
    """
    meant = set(silences) - {None, NoAnswer.ASK_AGAIN}
    return {"yes": "Yes", "no": "No", **({_SILENT: "No answer in time"} if meant else {})}


def refusals(told: Collection[str], silence: NoAnswer | None) -> list[str]:
    """Those of the answers that are no consent under a rule that takes silence so."""
    spared = silence in (NoAnswer.COUNTS_AS_CONSENT, NoAnswer.DECIDED_WITHOUT)
    return [one for one in told if one == "no" or (one == _SILENT and not spared)]
