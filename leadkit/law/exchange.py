"""Law as JSON: the same facts with every source, for programs that read them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from leadkit.values.text_type import TextType

if TYPE_CHECKING:
    from leadkit.law.catalogue import Catalogue
    from leadkit.law.limits import Limit
    from leadkit.law.nibrs import NibrsCode
    from leadkit.law.offence import Offence
    from leadkit.law.pages import Verifications
    from leadkit.law.sets import ExclusionSet

FORMAT = 1
"""Version of the JSON; raised when a field changes its meaning or goes away."""

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def offence_json(one: Offence, on: date | None, verified: Verifications) -> dict[str, Json]:
    """An offence; what was not researched is ``null``. ``on`` is there only where a day was asked about."""
    found = _object(one) | {
        "levels": [str(level) for level in one.levels],
        "verified": _verified(one.id, verified),
    }
    return found | _asked(one, on)


def limit_json(one: Limit, on: date | None) -> dict[str, Json]:
    """A legal limit."""
    return _object(one) | _asked(one, on)


def plain_json(one: ExclusionSet | NibrsCode) -> dict[str, Json]:
    """An exclusion set or a NIBRS code."""
    return _object(one)


def catalogue_json(one: Catalogue) -> dict[str, Json]:
    """A catalogue without its offences and sets."""
    return {
        "id": one.id,
        "state": one.state,
        "name": one.name,
        "as_of": one.as_of.isoformat(),
        "attempts": _value(one.attempts),
        "gaps": _value(one.gaps),
        "offences": len(one.offences),
        "sets": len(one.sets),
    }


def dump(contents: Mapping[str, Json]) -> str:
    """The text of the JSON, with the version of its format first."""
    return json.dumps({"format": FORMAT, **contents}, ensure_ascii=False, indent=2) + "\n"


def _asked(law: Offence | Limit, on: date | None) -> dict[str, Json]:
    if on is None:
        return {}
    answer = law.standing(on)
    return {"on": {"date": on.isoformat(), "in_force": answer.answer, "reason": answer.reason}}


def _verified(key: str, verified: Verifications) -> Json:
    found = verified.get(key)
    return None if found is None else {"by": found.by, "on": found.on}


def _object(one: object) -> dict[str, Json]:
    assert dataclasses.is_dataclass(one)
    return {field.name: _value(getattr(one, field.name)) for field in dataclasses.fields(one)}


def _value(value: object) -> Json:
    """Text values print as they are written; everything else keeps its shape."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, StrEnum | str | TextType):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    return _object(value)
