"""Offenses picked from a state's catalogue: by search, and then by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadkit.onboard.asking.prompt import Conversation, Prompt, prompt_of
from leadkit.onboard.questions.eligibility import OFFENCES
from leadkit.onboard.questions.forms import line
from leadkit.onboard.questions.locality import holds_here
from leadkit.onboard.questions.question import Choice
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.law import Offence
    from leadkit.onboard.answers.like import Likeness

_SHOWN = 20
_SEARCH = "For which offenses may a person be diverted? Words to search for"
_NONE = "none of these"
_PICK = "Which of these? Their numbers, or Enter for none"


@dataclass(frozen=True)
class Ground:
    """Where and when an offense must be one.

    Attributes:
        state: The state, by its two postal letters.
        governments: The names of the governments that take part.
        day: The day on which the law must be in force.
    """

    state: str
    governments: tuple[str, ...]
    day: str

    def takes(self, offence: Offence) -> bool:
        """Whether it holds here, and was not certainly out of force."""
        on = PartialDate.parse(self.day).first
        return holds_here(offence, self.governments) and offence.in_force(on) is not False


def picked(ground: Ground, like: Likeness | None) -> Conversation[tuple[str, ...]]:
    """Let somebody search and pick until they have what they want; nothing where the state has no catalogue.

    Args:
        ground: Where and when the law must hold.
        like: The program whose offenses are proposed, where it lies in the same state.
    """
    from leadkit.law import of_state, search

    if of_state(ground.state) is None:
        return ()
    found = yield from _of_another(ground, like)
    before: tuple[str, ...] = ()
    while True:
        words = yield _search(found, before)
        if not words:
            return tuple(dict.fromkeys(found))
        results = [one for one in search(str(words), ground.state) if ground.takes(one)]
        before = () if results else (f'No offense in the catalogue holds "{words}".',)
        if results:
            taken = yield _pick(results)
            found += taken if isinstance(taken, tuple) else ()


def _of_another(ground: Ground, like: Likeness | None) -> Conversation[tuple[str, ...]]:
    """Propose the offenses of another program in the same state."""
    from leadkit.law import offence

    laws = like.laws(ground.state) if like else ()
    known = [one for law in laws if (one := offence(law)) and ground.takes(one)]
    if like is None or not known:
        return ()
    prompt = prompt_of(
        OFFENCES,
        choices=_choices(known),
        usual=", ".join(one.id for one in known),
        before=(f"{like.title} has these:",),
    )
    taken = yield replace(prompt, open_as=_NONE)
    return taken if isinstance(taken, tuple) else ()


def _search(found: tuple[str, ...], before: tuple[str, ...]) -> Prompt:
    count = len(dict.fromkeys(found))
    return Prompt(
        asks=f"You have {count} so far. More words to search for, or Enter to go on" if found else _SEARCH,
        help=OFFENCES.help,
        read=line,
        example="possession",
        before=before,
        open_as="no more" if found else "none from the catalogue",
    )


def _pick(results: list[Offence]) -> Prompt:
    more = len(results) - _SHOWN
    before = (f"{more} more are not shown; search with more words.",) if more > 0 else ()
    prompt = prompt_of(OFFENCES, choices=_choices(results[:_SHOWN]), before=before)
    return replace(prompt, asks=_PICK, open_as=_NONE)


def _choices(offences: Iterable[Offence]) -> tuple[Choice, ...]:
    from leadkit.law.wording import grade_words

    return tuple(Choice(one.id, f"{one.citation}: {one.title} ({grade_words(one.bands)})") for one in offences)
