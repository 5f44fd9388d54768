"""The conversation by which a planner answers all questions, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from leadkit.model.agencies.kinds import AgencyType, LegalForm
from leadkit.onboard.answers.answers import Answers, Entry, Said, text_of
from leadkit.onboard.asking.picking import Ground, picked
from leadkit.onboard.asking.prompt import LEFT_OPEN, Conversation, Prompt, prompt_of
from leadkit.onboard.new_folder import new_folder
from leadkit.onboard.questions.agencies import AGENCIES, POLICE, PROJECT_MANAGEMENT
from leadkit.onboard.questions.eligibility import LOCAL_OFFENCES, OFFENCES
from leadkit.onboard.questions.forms import says_none
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.place import GOVERNMENTS, STATE
from leadkit.onboard.questions.program import AS_OF, SIGN_BY
from leadkit.onboard.questions.question import Choice, Group, Question
from leadkit.onboard.slug import free_slug
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.onboard.answers.like import Likeness

Things = dict[str, dict[str, Entry]]

_SHARED = frozenset({"governments", *(group.name for group in AGENCIES)})
"""Groups that share one set of ids, for all of them become agencies."""
_SHERIFF = {"type": AgencyType.SHERIFF.value, "form": LegalForm.ELECTED_OFFICE.value}
"""What is proposed of a sheriff's office, in place of a police department."""


def conversation(today: str, like: Likeness | None, folder: str | None) -> Conversation[tuple[Answers, str]]:
    """Ask every question in order; return the answers, and the new folder.

    Args:
        today: The day that is proposed as the day of the description.
        like: The program whose shape is proposed.
        folder: The new folder, where it is known already.
    """
    answers = yield from _answers(today, like)
    if folder is None:
        folder = str((yield _folder(free_slug(answers.one("name")))))
    return answers, folder


def _folder(usual: str) -> Prompt:
    def read(text: str) -> Said:
        new_folder(text)
        return text

    return Prompt(
        asks="In which folder should the program be written?",
        help="A folder that is new or empty. It is written when you answer this question.",
        read=read,
        example="maple-county",
        usual=usual,
        required=True,
    )


def _answers(today: str, like: Likeness | None) -> Conversation[Answers]:
    said: dict[str, Said] = {}
    things: Things = {}
    for question in QUESTIONS:
        if isinstance(question, Group):
            picked_some = question is LOCAL_OFFENCES and OFFENCES.name in said
            group = replace(question, empty="no other") if picked_some else question
            things[question.name] = yield from _things(group, things, like)
        elif question is OFFENCES:
            names = tuple(text_of(one, "name") for one in things[GOVERNMENTS.name].values())
            ground = Ground(text_of(said, STATE.name), names, text_of(said, AS_OF.name))
            found = yield from picked(ground, like)
            said |= {OFFENCES.name: found} if found else {}
        elif question is not PROJECT_MANAGEMENT or _candidates(question, things):
            answer = yield _prompt(question, said, things, today, like)
            said |= {question.name: answer} if answer else {}
    return Answers(said, things)


def _prompt(question: Question, said: Mapping[str, Said], things: Things, today: str, like: Likeness | None) -> Prompt:
    if question is AS_OF:
        return prompt_of(question, usual=today)
    if question is SIGN_BY:
        return _after(text_of(said, AS_OF.name))
    usual = like.said.get(question.name, "") if like else ""
    return prompt_of(
        question,
        usual=usual if isinstance(usual, str) else ", ".join(usual),
        choices=_candidates(question, things),
    )


def _after(day: str) -> Prompt:
    """The prompt for the day of signing, which must not lie before the day of the description."""

    def read(text: str) -> Said:
        found = SIGN_BY.read(text)
        if PartialDate.parse(found).last < PartialDate.parse(day).first:
            raise ValueError(f"write a date that is not before {day}")
        return found

    return Prompt(SIGN_BY.asks, SIGN_BY.help, read, SIGN_BY.example, required=True)


def _candidates(question: Question, things: Things) -> tuple[Choice, ...]:
    """The things among which the answer must be, with what may be answered beside them."""
    found = (
        Choice(key, text_of(entry, "name")) for group in question.of for key, entry in things.get(group, {}).items()
    )
    return (*found, *question.besides)


def _things(group: Group, things: Things, like: Likeness | None) -> Conversation[dict[str, Entry]]:
    """Ask for one thing after another, until there is no more."""
    found: dict[str, Entry] = {}
    first, *fields = group.fields
    kinds = like.kinds.get(group.name, "") if like else ""
    before = (f"{like.title} has: {kinds}.",) if like and kinds else ()
    while True:
        missing = group.required and not found
        name = yield Prompt(
            asks=group.more if found else group.asks,
            help=group.help,
            read=partial(_name, first),
            example=first.example,
            required=missing,
            before=() if found else before,
            open_as="no more" if found else group.empty or LEFT_OPEN,
        )
        if not name:
            return found
        entry: Entry = {first.name: name}
        for field in fields:
            if not _applies(field, entry):
                continue
            choices = _candidates(field, things)
            if not field.of or choices:
                usual = _proposed(group, field, str(name))
                answer = yield prompt_of(field, name=str(name), usual=usual, choices=choices)
                entry |= {field.name: answer} if answer else {}
        found[free_slug(str(name), _taken(group, found, things))] = entry


def _applies(field: Question, entry: Entry) -> bool:
    """Whether a question has sense after what was answered before of the same thing."""
    if field.when and text_of(entry, field.when[0]) != field.when[1]:
        return False
    return not (field.unless and text_of(entry, field.unless[0]) in field.unless[1])


def _proposed(group: Group, field: Question, name: str) -> str:
    """What the name of a thing suggests; empty where it is the same for all of its group."""
    return _SHERIFF.get(field.name, "") if group is POLICE and "sheriff" in name.casefold() else ""


def _name(question: Question, text: str) -> Said:
    """A name; not the yes or no that "Another one?" is easily answered with, nor a word for none."""
    if says_none(text):
        raise ValueError("write its name; press Enter alone where there is none")
    return question.read(text)


def _taken(group: Group, found: dict[str, Entry], things: Things) -> set[str]:
    """The ids that another thing has already."""
    shared = [others for name, others in things.items() if name in _SHARED] if group.name in _SHARED else []
    return {*found, *(key for others in shared for key in others)}
