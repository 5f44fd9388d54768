"""Whether answers fit together: ids that name something, law that is in the catalogue, dates in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic, Span, did_you_mean, listed, nearest
from leadkit.onboard.answers.answers import Answers, text_of, texts_of
from leadkit.onboard.codes import UNUSABLE_ANSWER
from leadkit.onboard.questions.agencies import AGENCIES
from leadkit.onboard.questions.eligibility import LOCAL_OFFENCES, OFFENCES
from leadkit.onboard.questions.locality import holds_here
from leadkit.onboard.questions.order import QUESTIONS
from leadkit.onboard.questions.place import GOVERNMENTS
from leadkit.onboard.questions.program import AS_OF, SIGN_BY
from leadkit.onboard.questions.question import Group, Question
from leadkit.source.tree import Entry, Mapping, Sequence, find
from leadkit.values.dates import PartialDate

if TYPE_CHECKING:
    from leadkit.source.tree import Step


def misfits(answers: Answers, root: Mapping) -> tuple[Diagnostic, ...]:
    """A finding for each answer that does not fit the others.

    Args:
        answers: The answers.
        root: The text that they were read from.
    """
    return (
        *_twice(answers, root),
        *_unasked(answers, root),
        *_references(answers, root),
        *_laws(answers, root),
        *_too_early(answers, root),
    )


def _twice(answers: Answers, root: Mapping) -> Iterator[Diagnostic]:
    """Governments and agencies become agencies of one program, so that they share one set of ids."""
    owner: dict[str, str] = {}
    for group in (GOVERNMENTS, *AGENCIES):
        for key in answers.group(group.name):
            if key.lower() in owner:
                yield UNUSABLE_ANSWER.at(
                    _span(root, (group.name, key), of_key=True),
                    message=f'"{key}" is the id of another agency or government, under "{owner[key.lower()]}".',
                    remedy="Give it an id of its own; an id names one thing in the whole program.",
                    path=f"{group.name}.{key}",
                )
            owner.setdefault(key.lower(), group.name)


def _unasked(answers: Answers, root: Mapping) -> Iterator[Diagnostic]:
    """An answer to a question that another answer makes needless: one of the two is not meant."""
    for group in QUESTIONS:
        fields = group.fields if isinstance(group, Group) else ()
        for key, entry in answers.group(group.name).items():
            for field in fields:
                name, wanted = field.when or ("", "")
                said = text_of(entry, name)
                if field.name in entry and said not in ("", wanted):
                    yield UNUSABLE_ANSWER.at(
                        _span(root, (group.name, key, field.name)),
                        _span(root, (group.name, key, name)),
                        message=f'"{field.name}" is answered although "{name}" is {said}, so that nobody asks for it.',
                        remedy=f'Take it out, or answer "{name}" with {wanted}.',
                        path=f"{group.name}.{key}.{field.name}",
                    )


def _references(answers: Answers, root: Mapping) -> Iterator[Diagnostic]:
    for question, path, said in _each(answers):
        known = [key for group in question.of for key in answers.group(group)]
        known += [one.word for one in question.besides]
        for index, key in enumerate(said):
            if question.of and key not in known:
                meant = nearest(key, known)
                yield UNUSABLE_ANSWER.at(
                    _span(root, path, index),
                    message=f'There is no "{key}" among the {_groups(question)}.',
                    remedy=f'Did you mean "{meant}"?' if meant else _known(known, question),
                    path=".".join(path),
                )


def _known(known: list[str], question: Question) -> str:
    return f"Write one of {listed(known)}." if known else f"Add it to the {_groups(question)}, or leave this out."


def _groups(question: Question) -> str:
    return listed(name.replace("_", " ") for name in question.of)


def _each(answers: Answers) -> Iterator[tuple[Question, tuple[str, ...], tuple[str, ...]]]:
    """Every question with its path and its answers."""
    for question in QUESTIONS:
        if isinstance(question, Question):
            yield question, (question.name,), texts_of(answers.said, question.name)
            continue
        for key, entry in answers.group(question.name).items():
            for field in question.fields:
                yield field, (question.name, key, field.name), texts_of(entry, field.name)


def _laws(answers: Answers, root: Mapping) -> Iterator[Diagnostic]:
    from leadkit.law import of_state

    state = answers.one("state")
    catalogue = of_state(state) if state else None
    names = [text_of(entry, "name") for entry in answers.group(GOVERNMENTS.name).values()]
    for index, law in enumerate(texts_of(answers.said, OFFENCES.name)):
        known = catalogue.offences.get(law) if catalogue else None
        if known is not None and not holds_here(known, names):
            yield UNUSABLE_ANSWER.at(
                _span(root, (OFFENCES.name,), index),
                message=f'"{law}" is law of {known.locality}, which is none of the governments.',
                remedy=f"Add {known.locality} to the governments, or leave this out.",
                path=OFFENCES.name,
            )
        if known is not None:
            continue
        meant = did_you_mean(law, catalogue.offences) if catalogue else None
        yield UNUSABLE_ANSWER.at(
            _span(root, (OFFENCES.name,), index),
            message=f'"{law}" is in no catalogue of offenses for {state}.',
            remedy=meant or f"leadkit law search finds ids; other law is written under {LOCAL_OFFENCES.name}.",
            path=OFFENCES.name,
        )


def _too_early(answers: Answers, root: Mapping) -> Iterator[Diagnostic]:
    if PartialDate.parse(answers.one("sign_by")).last < PartialDate.parse(answers.one("as_of")).first:
        yield UNUSABLE_ANSWER.at(
            _span(root, (SIGN_BY.name,)),
            message=f"The agreement cannot be signed by {answers.one('sign_by')}, before {answers.one('as_of')}.",
            remedy=f'Correct "{SIGN_BY.name}" or "{AS_OF.name}".',
            path=SIGN_BY.name,
        )


def _span(root: Mapping, path: tuple[Step, ...], index: int = 0, *, of_key: bool = False) -> Span:
    """Where an answer, or the id of a thing, is written."""
    above = find(root, path[:-1])
    entry: Entry | None = above.entries.get(str(path[-1])) if isinstance(above, Mapping) else None
    if entry is None:
        return root.span
    if of_key:
        return entry.key.span
    return entry.value.items[index].span if isinstance(entry.value, Sequence) else entry.value.span
