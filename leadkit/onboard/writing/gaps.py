"""What the answers leave open: an entry under ``open`` for each field that the agreement depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadkit.model.agreement.execution import Signature
from leadkit.model.governance.body import Body
from leadkit.model.root import FORMAT, Program
from leadkit.model.walk import ANY, Place, silences, silences_of
from leadkit.onboard.writing.bodies import unnamed_bodies
from leadkit.onboard.writing.following import following
from leadkit.onboard.writing.parts import unfilled_roles
from leadkit.onboard.writing.signing import SIGNING, unsettled
from leadkit.onboard.writing.undecided import PARTS_OF_SECTIONS, UNDECIDED, Undecided

_NAME = "{name}"
_PATHWAYS = {
    "social_contact": "officer social contact",
    "jail_reentry": "jail-release referral",
    "co_response": "co-response",
    "self_referral": "self-referral",
    "first_responder": "first-responder referral",
    "post_overdose": "post-overdose referral",
    "school": "school referral",
}
"""What a pathway is called in a sentence, where its id does not say it."""

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadkit.onboard.answers.answers import Answers
    from leadkit.source.tree import Plain


def gaps(sections: Mapping[str, Plain], answers: Answers) -> dict[str, Plain]:
    """The section ``open``: whatever the model expects and the sections do not say, and whoever is not named.

    Raises:
        KeyError: leadkit has no question for a field that the model expects; a test sees to it that it has.
    """
    program = Program.model_validate({"schema_version": FORMAT, **sections})
    found: dict[str, Plain] = {}
    for place in _silent(program):
        pattern = _pattern(program, place)
        question = UNDECIDED[pattern]
        if _NAME in question.asks:
            path, asks = ".".join(map(str, place.path)), question.asks.replace(_NAME, _called(place, program))
        else:
            path, asks = pattern, question.asks
        found[path] = _entry(question._replace(asks=asks), answers)
    found |= {path: _entry(UNDECIDED[path], answers) for path in PARTS_OF_SECTIONS}
    found |= {path: _entry(question, answers) for path, question in following(answers).items()}
    unnamed = {
        **{f"roles.{key}": question for key, question in unfilled_roles(answers).items()},
        **{f"governance.bodies.{key}": question for key, question in unnamed_bodies(answers).items()},
    }
    found |= {path: _entry(question, answers) for path, question in unnamed.items()}
    return found | _of_signing(found, answers)


def _entry(question: Undecided, answers: Answers) -> dict[str, Plain]:
    return {
        "why": "undecided",
        "question": question.asks,
        "owner": answers.one("counsel" if question.legal else "convener"),
        "due": answers.one("sign_by"),
    }


def _of_signing(found: Mapping[str, Plain], answers: Answers) -> dict[str, Plain]:
    """What is unsettled about who signs, where the agreement names its parties or asks for them."""
    remark = unsettled(answers)
    if not remark:
        return {}
    path = "agreement.parties" if "agreement.parties" in found else "agreement.roll_complete"
    return {path: {**_entry(UNDECIDED.get(path, SIGNING), answers), "remark": remark}}


def _silent(program: Program) -> Iterator[Place]:
    yield from silences_of(program, ())
    for name in Program.model_fields:
        if name in program.model_fields_set:
            yield from silences(getattr(program, name), (name,))


def _pattern(program: Program, place: Place) -> str:
    """The path of a field with ``*`` for every id."""
    here: object = program
    steps: list[str] = []
    for step in place.path[:-1]:
        if isinstance(here, dict):
            here = here[step]
            steps.append(ANY)
        else:
            here = getattr(here, str(step))
            steps.append(str(step))
    return ".".join([*steps, place.name])


def _called(place: Place, program: Program) -> str:
    """What a body, a pathway or a party that signs is called."""
    owner = place.owner
    if isinstance(owner, Body):
        return owner.local_name
    if isinstance(owner, Signature):
        return program.agencies[program.agreement.parties[owner.party].agency].legal_name
    kind = str(place.path[-2]).replace("-", "_")
    return _PATHWAYS.get(kind, kind.replace("_", " "))
