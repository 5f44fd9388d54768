"""The offence of a record, cited as the record has it, as one of the answers that the policy knows."""

from __future__ import annotations

from collections.abc import Iterable

from leadkit.law.citation import Cited, is_home, read_citation
from leadkit.policy.compile.crimes import ELSEWHERE, HERE


def placed(citation: str, options: Iterable[str], state: str) -> dict[str, bool | str] | None:
    """What a citation answers of a record: its offence, whether it is an attempt, whether it is of another state.

    Where a list has only a part of the section that a record cites, the record does not say whether it is that part,
    and its offence stays unknown.

    Args:
        citation: As the record has it; a bare number means the code of the program's own state.
        options: The offences that rules tell apart, as citations.
        state: Two postal letters of the program's state.

    Returns:
        The answers by the facts of a record; None where the text is no citation.
    """
    wanted = read_citation(citation)
    if wanted.section is None:
        return None
    answers: dict[str, bool | str] = {}
    if wanted.inchoate:
        answers["attempt"] = True
    if wanted.state is not None:
        answers["out-of-state"] = wanted.state != state
    offence = _offence(wanted, {one: read_citation(one) for one in options}, state)
    return answers if offence is None else {"offence": offence, **answers}


def _offence(wanted: Cited, options: dict[str, Cited], state: str) -> str | None:
    """The option that a record cites, whole or in part; an attempt that is listed itself before what was attempted."""
    home = is_home(wanted, state)
    same = {
        option: listed
        for option, listed in options.items()
        if listed.section == wanted.section
        and ((home and is_home(listed, state)) or (listed.state, listed.code) == (wanted.state, wanted.code))
        and (wanted.inchoate or not listed.inchoate)
    }
    within = [one for one, listed in same.items() if listed.parts == wanted.parts[: len(listed.parts)]]
    if within:
        return max(within, key=lambda one: (same[one].inchoate, len(same[one].parts)))
    if any(listed.parts[: len(wanted.parts)] == wanted.parts for listed in same.values()):
        return None
    return HERE if home else ELSEWHERE
