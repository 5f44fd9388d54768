"""Dated catalogues of offences by state, exclusion sets, NIBRS codes and legal limits.

Planning material, not legal advice. What was not researched is None, is shown as *not researched*, and is
never in or out of force by default. A catalogue is read only when it is asked for.
"""

from __future__ import annotations

from leadkit.law.catalogue import (
    Attempts,
    Catalogue,
    Gap,
    catalogues,
    exclusion_set,
    ids,
    load,
    of_state,
    offence,
    search,
)
from leadkit.law.files import BrokenData
from leadkit.law.limits import Bound, Limit, bound_by, limits
from leadkit.law.nibrs import NibrsCode, nibrs, nibrs_codes
from leadkit.law.offence import (
    Band,
    Basis,
    Comparison,
    Evidence,
    LawSource,
    Limb,
    Matching,
    Measure,
    Offence,
    Test,
)
from leadkit.law.parse import parse_offence
from leadkit.law.plain import LawError
from leadkit.law.sets import ExclusionSet, Match, Member, Membership, parse_set
from leadkit.law.standing import Standing, Status

__all__ = [
    "Attempts",
    "Band",
    "Basis",
    "Bound",
    "BrokenData",
    "Catalogue",
    "Comparison",
    "Evidence",
    "ExclusionSet",
    "Gap",
    "LawError",
    "LawSource",
    "Limb",
    "Limit",
    "Match",
    "Matching",
    "Measure",
    "Member",
    "Membership",
    "NibrsCode",
    "Offence",
    "Standing",
    "Status",
    "Test",
    "bound_by",
    "catalogues",
    "exclusion_set",
    "ids",
    "limits",
    "load",
    "nibrs",
    "nibrs_codes",
    "of_state",
    "offence",
    "parse_offence",
    "parse_set",
    "search",
]
