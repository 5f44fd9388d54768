"""NIBRS codes of the FBI's crime reporting program. A code is text: ``09A`` and ``90E`` are no numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from leadkit.law.files import read_data
from leadkit.law.plain import Fields

if TYPE_CHECKING:
    from leadkit.values.dates import PartialDate


@dataclass(frozen=True, slots=True)
class NibrsCode:
    """A NIBRS offence code.

    Attributes:
        code: Three characters.
        name: As in the FBI's production lookup.
        group: ``A`` (incidents) or ``B`` (arrests only).
        category: The offence category.
        against: ``person``, ``property``, ``society`` or ``not_a_crime``. Robbery is filed under property:
            never derive *violent* from this.
        retired_on: When it was retired; None for an active code.
        retired_confidence: ``documented`` or ``inferred``, for ``retired_on``; None for an active code.
        use_instead: Codes it is believed to be reported under since; empty where unknown.
        confidence: ``documented`` or ``inferred``, for ``use_instead``; None where there is none.
        reported_by: ``all`` agencies, or ``federal_tribal``.
        diverted: leadkit's aid for planners, without legal meaning: ``core``, ``common``, ``rare``, ``none``.
        note: A remark.
    """

    code: str
    name: str
    group: str
    category: str
    against: str
    retired_on: PartialDate | None
    retired_confidence: str | None
    use_instead: tuple[str, ...]
    confidence: str | None
    reported_by: str
    diverted: str
    note: str | None

    @property
    def active(self) -> bool:
        """Whether agencies still report it."""
        return self.retired_on is None


def nibrs(code: str) -> NibrsCode | None:
    """The code, in any case; None where there is none such."""
    return nibrs_codes().get(code.upper())


@lru_cache(maxsize=1)
def nibrs_codes() -> dict[str, NibrsCode]:
    """Every code, retired ones among them: old files hold them."""
    return {code: _code(code, Fields(code, data)) for code, data in _table().pairs("codes").items()}


@lru_cache(maxsize=1)
def _table() -> Fields:
    return Fields("nibrs.yaml", read_data("nibrs.yaml"))


def _code(code: str, fields: Fields) -> NibrsCode:
    return NibrsCode(
        code,
        fields.required("name"),
        fields.required("group"),
        fields.required("category"),
        fields.required("against"),
        fields.date("retired_on"),
        fields.line("retired_confidence"),
        fields.words("use_instead"),
        fields.line("use_instead_confidence"),
        fields.required("reported_by"),
        fields.required("diverted"),
        fields.line("note"),
    )
