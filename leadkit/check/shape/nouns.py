"""What a finding calls the object that it is about."""

from __future__ import annotations

import re
from typing import get_origin

from pydantic import BaseModel

from leadkit.check.shape.fault import Fault
from leadkit.model.eligibility.exclusions import ExclusionBase
from leadkit.model.paths import annotation_at
from leadkit.model.root import Program
from leadkit.model.walk import unwrap

_OWN = {
    "Acceptance": "rule of acceptance",
    "AfterHours": "rule for after hours",
    "Body": "governing body",
    "Category": "category of information",
    "ChargeHandling": "rule on the charge",
    "DecidedNone": "entry under open",
    "DocumentSetting": "document",
    "Insurance": "requirement of insurance",
    "NeverRule": "rule of never",
    "OtherPathway": "pathway of this kind",
    "OtherRole": "role of this kind",
    "ProcedureHours": "entry on hours",
    "StaffKind": "kind of staff",
    "StatusLetters": "kind of status letter",
    "Superseded": "superseded document",
    "Undecided": "entry under open",
    "Undocumented": "entry under open",
}
"""Classes whose names are no plain words for what they describe."""


def noun_of(owner: type[BaseModel]) -> str:
    """The plain word for one object of a collection: ``social contact`` for ``SocialContact``."""
    if issubclass(owner, ExclusionBase):
        return "exclusion with this test"
    return _OWN.get(owner.__name__) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", owner.__name__).lower()


def owner_of(fault: Fault, article: str = "") -> str:
    """The object that has, or lacks, a field: ``an agency`` in a collection, else the field that holds it, quoted.

    Args:
        fault: The error about the field.
        article: Stands before the noun instead of ``a`` or ``an``.
    """
    path = fault.path[:-1]
    container, _ = unwrap(annotation_at(Program, path[:-1]))
    core, _ = unwrap(annotation_at(Program, fault.location[:-1]))
    if get_origin(container) in (dict, tuple) and isinstance(core, type) and issubclass(core, BaseModel):
        noun = noun_of(core)
        return f"{article or ('an' if noun[0] in 'aeiou' else 'a')} {noun}"
    return f'"{".".join(str(step) for step in path)}"' if path else "the program"
