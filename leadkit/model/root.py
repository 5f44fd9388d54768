"""The whole program as it stands on one day: one field for each section of the YAML."""

from __future__ import annotations

from typing import Literal, get_args

from leadkit.model.agencies import Agency
from leadkit.model.agreement import Agreement
from leadkit.model.areas import Area
from leadkit.model.base import Closed, expected, optional, required
from leadkit.model.decisions import Decision
from leadkit.model.deployment import Deployment
from leadkit.model.documents import DocumentSetting
from leadkit.model.eligibility import Eligibility
from leadkit.model.funding import Funding
from leadkit.model.governance import Governance
from leadkit.model.law import LawSection
from leadkit.model.measures import Measures
from leadkit.model.open import OpenEntry
from leadkit.model.pathways import Pathway
from leadkit.model.procedure import Procedure
from leadkit.model.program import ProgramSection
from leadkit.model.references import Id
from leadkit.model.roles import Role
from leadkit.model.scalars import OpenPath
from leadkit.model.scenarios import Scenario
from leadkit.model.services import Services
from leadkit.model.sharing import Sharing
from leadkit.model.sources import Source


class Program(Closed):
    """A diversion program, described section by section."""

    schema_version: Literal["1"] = required("The version of leadkit's format that the folder is written in.", "1")
    program: ProgramSection = required("What the program is: its name, place, dates and unit of decision.", {})
    areas: dict[Id, Area] = expected("The places the program works in, by id.", {}, default={})
    agencies: dict[Id, Agency] = expected("Every organization that has a part in the program, by id.", {}, default={})
    roles: dict[Id, Role] = expected("Who does what: each role and the agencies that hold it, by id.", {}, default={})
    governance: Governance = expected("The bodies that govern the program.", {}, default=Governance)
    pathways: dict[Id, Pathway] = expected("The pathways into the program, by id.", {}, default={})
    eligibility: Eligibility = expected("Who may be diverted, for what, and who decides.", {}, default=Eligibility)
    procedure: Procedure = expected("What happens, step by step, from contact to exit.", {}, default=Procedure)
    sharing: Sharing = expected("Who may know what about a participant, and why.", {}, default=Sharing)
    services: Services = expected("What help the program gives, and by whom.", {}, default=Services)
    measures: Measures = expected("What the program counts, reports and evaluates.", {}, default=Measures)
    funding: Funding = expected("What pays for the program.", {}, default=Funding)
    agreement: Agreement = expected("The agreement between the parties.", {}, default=Agreement)
    law: LawSection = optional("Local law, and which law counsel has verified.", {}, default=LawSection)
    documents: dict[Id, DocumentSetting] = optional("The documents to generate, by id.", {}, default={})
    deployment: Deployment = optional("Settings of the generated service.", {}, default=Deployment)
    open: dict[OpenPath, OpenEntry] = optional(
        "What is absent, and why, by the path of the field. In a path * stands for every id there: agencies.*.form "
        "speaks for each agency that lacks its form, and an entry for one agency goes before it.",
        {},
        default={},
    )
    decisions: dict[Id, Decision] = optional("Decisions taken, by id.", {}, default={})
    sources: dict[Id, Source] = optional("Where the facts come from, by id.", {}, default={})
    scenarios: dict[Id, Scenario] = optional("Example cases and their expected outcomes, by id.", {}, default={})


FORMAT: str = get_args(Program.model_fields["schema_version"].annotation)[0]
"""The version of the format that programs are written in."""
