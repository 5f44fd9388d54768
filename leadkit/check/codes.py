"""Every code, found without importing pydantic: for ``leadkit explain`` and the reference pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadkit.check.rule import read_code, rule_names

if TYPE_CHECKING:
    from leadkit.diagnostic import Code


def find_code(code: str) -> Code | None:
    """The text of a code such as ``LK312``, in any case; None where there is no such code."""
    wanted = code.upper()
    for name in rule_names():
        if name.startswith(wanted.lower() + "_"):
            return read_code(name)
    return next((known for known in _tables() if known.code == wanted), None)


def all_codes() -> tuple[Code, ...]:
    """Every code that leadkit can report, in order."""
    rules = [read_code(name) for name in rule_names()]
    return tuple(sorted([*rules, *_tables()], key=lambda code: code.code))


def _tables() -> tuple[Code, ...]:
    from leadkit.check.inherited import CODE as INHERITED
    from leadkit.check.schema_copy import CODE as STALE_SCHEMA
    from leadkit.check.shape.codes import CODES as SHAPE
    from leadkit.check.silence.codes import CODES as SILENCE
    from leadkit.deploy.codes import CODES as DEPLOYMENT
    from leadkit.diagnostic.own import OWN_FAULT
    from leadkit.documents.codes import CODES as DOCUMENTS
    from leadkit.law.codes import CODES as LAW
    from leadkit.migrate.codes import CODES as FORMAT
    from leadkit.onboard.codes import CODES as ANSWERS
    from leadkit.policy.cases.codes import CODES as CASES
    from leadkit.site.codes import CODES as SITE
    from leadkit.source.codes import CODES as TEXT
    from leadkit.spreadsheets.codes import CODES as SPREADSHEETS

    return (
        *TEXT, *SHAPE, *SILENCE, *FORMAT, INHERITED, STALE_SCHEMA, *ANSWERS, *CASES, *SPREADSHEETS, *DOCUMENTS, *LAW,
        *DEPLOYMENT, *SITE, OWN_FAULT,
    )  # fmt: skip
