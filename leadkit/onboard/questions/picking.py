"""Offenses picked from a state's catalogue: by search, and then by number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leadkit.onboard.questions.eligibility import OFFENCES
from leadkit.onboard.questions.forms import line
from leadkit.onboard.questions.prompt import Conversation, Prompt, prompt_of
from leadkit.onboard.questions.question import Choice
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.law import Offence
    from leadkit.onboard.answers.like import Likeness

_SHOWN = 20


def picked(state: str, day: str, like: Likeness | None) -> Conversation[tuple[str, ...]]:
    """Let somebody search and pick until they have what they want; nothing where the state has no catalogue.

    Args:
        state: The state, by its two postal letters.
        day: The day on which the law must be in force.
        like: The program whose offenses are proposed, where it lies in the same state.
    """
    from leadkit.law import of_state, search

    if of_state(state) is None:
        return ()
    found = yield from _of_another(state, day, like)
    before: tuple[str, ...] = ()
    while True:
        words = yield _search(found, before)
        if not words:
            return tuple(dict.fromkeys(found))
        results = _in_force(search(str(words), state), day)
        before = () if results else (f'No offense in the catalogue holds "{words}".',)
        if results:
            taken = yield _pick(results)
            found += taken if isinstance(taken, tuple) else ()


def _of_another(state: str, day: str, like: Likeness | None) -> Conversation[tuple[str, ...]]:
    """Propose the offenses of another program in the same state."""
    from leadkit.law import offence

    laws = like.laws(state) if like else ()
    known = _in_force((one for law in laws if (one := offence(law))), day)
    if like is None or not known:
        return ()
    taken = yield prompt_of(
        OFFENCES,
        choices=_choices(known),
        usual=", ".join(one.id for one in known),
        before=(f"{like.title} has these:",),
    )
    return taken if isinstance(taken, tuple) else ()


def _search(found: tuple[str, ...], before: tuple[str, ...]) -> Prompt:
    so_far = f" You have {len(dict.fromkeys(found))} so far." if found else ""
    return Prompt(
        asks=f"{OFFENCES.asks} Words to search for, such as possession, theft or 220.03.{so_far}",
        help=OFFENCES.help,
        read=line,
        example="possession",
        before=before,
        open_as="no more" if found else "left open",
    )


def _pick(results: list[Offence]) -> Prompt:
    more = len(results) - _SHOWN
    return prompt_of(
        OFFENCES,
        choices=_choices(results[:_SHOWN]),
        before=(f"{more} more are not shown; search with more words.",) if more > 0 else (),
    )


def _choices(offences: Iterable[Offence]) -> tuple[Choice, ...]:
    from leadkit.law.wording import grade_words

    return tuple(Choice(one.id, f"{one.citation}: {one.title} ({grade_words(one.bands)})") for one in offences)


def _in_force(offences: Iterable[Offence], day: str) -> list[Offence]:
    """Without those that were certainly not in force."""
    on = PartialDate.parse(day).first
    return [one for one in offences if one.in_force(on) is not False]
