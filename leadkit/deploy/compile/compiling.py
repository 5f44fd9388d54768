"""A program → every data file of its service."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.deploy.codes import CANNOT_DECIDE
from leadkit.deploy.compile.bench import Bench
from leadkit.deploy.compile.cells import cells_of
from leadkit.deploy.compile.charges import charges_of
from leadkit.deploy.compile.clocks import clocks_of
from leadkit.deploy.compile.consents import consents_of
from leadkit.deploy.compile.expected import expected_of, never_expected
from leadkit.deploy.compile.forms import forms_of
from leadkit.deploy.compile.measures import measures_of
from leadkit.deploy.compile.plain import FORMAT, Data, to_json
from leadkit.deploy.compile.program import program_of
from leadkit.deploy.compile.roles import roles_of
from leadkit.deploy.compile.services import services_of
from leadkit.deploy.compile.sharing import sharing_of
from leadkit.deploy.compile.texts import texts_of
from leadkit.policy.compile import compile_policy
from leadkit.policy.writing import policy_json

if TYPE_CHECKING:
    from datetime import date

    from leadkit.diagnostic import Diagnostic
    from leadkit.model.load import Jurisdiction

DATA = "lead/data"
"""Where in the project the data files stand."""
EXPECTED = "tests/expected.json"
_FILES: dict[str, Callable[[Bench], dict[str, Data]]] = {
    "program.json": program_of,
    "roles.json": roles_of,
    "sharing.json": lambda bench: sharing_of(bench, cells_of(bench)),
    "consents.json": consents_of,
    "forms.json": forms_of,
    "clocks.json": clocks_of,
    "charges.json": charges_of,
    "services.json": services_of,
    "measures.json": measures_of,
    "texts.json": texts_of,
}


@dataclass(frozen=True, slots=True)
class Compiled:
    """The data files of a program.

    Attributes:
        files: The bytes of each file, by its path in the project; empty where the program cannot be read.
        findings: What was found on the way.
    """

    files: dict[str, bytes]
    findings: tuple[Diagnostic, ...]


def compile_all(
    jurisdiction: Jurisdiction, on: date | None = None, *, name: str, papers: Sequence[dict[str, Data]] = ()
) -> Compiled:
    """Compile every data file.

    Args:
        jurisdiction: The program.
        on: The day; without one, the day that it is described as of.
        name: The name of the program's folder.
        papers: The papers that were built for the service, as ``documents.json`` lists them.
    """
    standing = jurisdiction.resolve(on)
    if standing.program is None or jurisdiction.source.base:
        return Compiled({}, ())
    bench = Bench(jurisdiction, standing, standing.program, name)
    files = {f"{DATA}/{file}": to_json({"format": FORMAT, **make(bench)}) for file, make in _FILES.items()}
    files[f"{DATA}/documents.json"] = to_json({"format": FORMAT, "documents": list(papers)})
    files[EXPECTED] = to_json({"format": FORMAT, "expected": expected_of(standing), "never": never_expected(standing)})
    policy = compile_policy(jurisdiction, on, name=name)
    if policy is None:
        bench.find(_undecided(bench))
    else:
        files[f"{DATA}/policy.json"] = policy_json(policy).encode("utf-8")
    return Compiled(dict(sorted(files.items())), tuple(bench.findings))


def _undecided(bench: Bench) -> Diagnostic:
    return CANNOT_DECIDE.at(
        bench.subject.key("eligibility"),
        message="The rules of the program cannot be read whole, so its service decides no case.",
        remedy="Mend what leadkit check finds; until then a person decides every case.",
        path="eligibility",
    )
