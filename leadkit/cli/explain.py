"""``leadkit explain``: what a code or a field means."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from leadkit.diagnostic import Code
    from leadkit.model.fields import FieldText

_WIDTH = 100
LEFT_OUT = " ~"


@click.command(short_help="Explain a code such as LK301, or a field such as agreement.term.")
@click.argument("subject", metavar="CODE_OR_FIELD")
def command(subject: str) -> int:
    """Explain a code such as LK301, or a field such as agreement.term.

    In the path of a field, an id may be written as it is or as *: agencies.*.legal_name.
    """
    if re.fullmatch(r"LK[0-9]*", subject, re.IGNORECASE):
        return _explain_code(subject)
    return _explain_field(subject)


def _explain_code(wanted: str) -> int:
    from leadkit.check.codes import all_codes, find_code

    code = find_code(wanted)
    if code is None:
        families = sorted({known.code for known in all_codes()})
        raise click.UsageError(
            f"There is no code {wanted.upper()}. The codes run from {families[0]} to {families[-1]}."
        )
    click.echo(_code_text(code), nl=False)
    return 0


def _code_text(code: Code) -> str:
    parts = [
        f"{code.code}  {code.name}  ({code.severity})",
        _wrapped(code.summary),
        _wrapped(code.why),
        f"Wrong:\n\n{textwrap.indent(code.wrong.rstrip(), '    ')}",
        f"Right:\n\n{textwrap.indent(code.right.rstrip(), '    ')}",
    ]
    if LEFT_OUT in code.wrong + code.right:
        parts.append("~ stands where a field is left out.")
    if code.source:
        parts.append(_wrapped(f"Source: {code.source}"))
    return "\n\n".join(parts) + "\n"


def _explain_field(path: str) -> int:
    from leadkit.model.fields import find_fields, nearest_field

    found = find_fields(path)
    if not found:
        meant = nearest_field(path)
        hint = f" Did you mean {meant}?" if meant else ""
        raise click.UsageError(f"There is no field {path}.{hint}")
    click.echo("\n".join(_field_text(field) for field in found), nl=False)
    return 0


def _field_text(field: FieldText) -> str:
    lines = [f"{field.path}  ({field.presence})", "", _wrapped(field.description)]
    if field.choices:
        lines += ["", _wrapped(f"Choices: {', '.join(field.choices)}.")]
    if field.example:
        lines += ["", "Example:", "", textwrap.indent(field.example.rstrip(), "    ")]
    if field.fields:
        lines += ["", _wrapped(f"Its fields: {', '.join(field.fields)}.")]
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH)
