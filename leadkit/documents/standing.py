"""From a program as it stood on one day to its documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.documents.absence import OpenEntries
from leadkit.documents.building import BuildResult, Refused, build
from leadkit.documents.composition import Composition, compose
from leadkit.model.audience import public_part
from leadkit.model.law.cited import cited_offence
from leadkit.model.open import Said
from leadkit.model.resolve import Gone
from leadkit.source.tree import plain
from leadkit.source.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.law.offence import Offence
    from leadkit.model.root import Program
    from leadkit.model.standing import Standing


def compose_standing(standing: Standing, document: str) -> Composition:
    """Compose a document of a program on its day; too little may be known of it to compose any."""
    if standing.program is None:
        return Composition(None, (), ())
    return compose(
        standing.program,
        document,
        standing.on,
        absences=_absences(standing, standing.program),
        extras={"catalogue": _cited(standing, standing.program)},
    )


def build_standing(standing: Standing, document: str, formats: Sequence[str], out: Path) -> BuildResult | None:
    """Build a document of a program on its day.

    Args:
        standing: The program on the day.
        document: Id of the document, such as ``mou``.
        formats: Some of ``docx``, ``pdf``, ``html`` and ``md``.
        out: The folder to write into.

    Returns:
        What was made and what was refused; None where too little is known of the program on that day.
    """
    if standing.program is None:
        return None
    state, _ = standing.resolution.gone.get(("agreement",), (None, None))
    if state is Gone.NOT_IN_FORCE:
        reason = f"On {standing.on} the agreement is not in force: choose another day with --on."
        return BuildResult(document, standing.on, refused=(Refused(document, "", reason),))
    return build(
        standing.program,
        document,
        standing.on,
        formats,
        out,
        absences=_absences(standing, standing.program),
        extras={"catalogue": _cited(standing, standing.program)},
        source=_public_source(standing, standing.program),
    )


def _cited(standing: Standing, program: Program) -> dict[str, Offence]:
    """What is known of each law that the program's list of offences points at, by its id."""
    laws = {each.law for each in program.eligibility.offences.values() if each.law} if program.eligibility else set()
    known = {law: cited_offence(standing.resolution.root, law, program.program.state) for law in sorted(laws)}
    return {law: offence for law, offence in known.items() if offence is not None}


def _public_source(standing: Standing, program: Program) -> str:
    """What everybody may read of the text that the documents are built from."""
    public = public_part(program, plain(standing.resolution.root))
    return to_yaml(public) if public else ""


def _absences(standing: Standing, program: Program) -> OpenEntries:
    """What the program says, on the day, of fields without a value."""
    said = Said(program.open, standing.on).concrete(program)
    gone: dict[Gone, list[str]] = {state: [] for state in Gone}
    for path, (state, _) in standing.resolution.gone.items():
        gone[state].append(".".join(str(step) for step in path))
    return OpenEntries(said, gone[Gone.NOT_KNOWN], gone[Gone.NOT_IN_FORCE])
