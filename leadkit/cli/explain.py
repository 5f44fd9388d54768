"""``leadkit explain``: what a code or a field means."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from leadkit.cli.options import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadkit.diagnostic import Code
    from leadkit.model.fields import FieldText

_WIDTH = 100
_SHOWN = 6
_LONGEST = 300
"""The longest path of a field; to look for what is near a longer one would take seconds, and find nothing."""
_ORDER = ("required", "expected", "optional")
LEFT_OUT = " ~"


@click.command(short_help="Explain a code such as LK301, or a field such as agreement.term.")
@click.argument("subject", metavar="CODE_OR_FIELD")
@json_option
def command(subject: str, as_json: bool) -> int:
    """Explain a code such as LK301, or a field such as agreement.term.

    In the path of a field an id may be written as it is, as *, or not at all: agencies.legal_name. Quote a path with *,
    which a shell may take for the name of a file.
    """
    subject = subject.strip()
    if re.fullmatch(r"LK[0-9]*", subject, re.IGNORECASE):
        return _explain_code(subject, as_json=as_json)
    return _explain_field(subject, as_json=as_json)


def _explain_code(wanted: str, *, as_json: bool) -> int:
    from leadkit.check.codes import all_codes, find_code
    from leadkit.diagnostic import shortened

    code = find_code(wanted)
    if code is None:
        families = sorted({known.code for known in all_codes()})
        raise click.UsageError(
            f"There is no code {shortened(wanted.upper())}. The codes run from {families[0]} to {families[-1]}."
        )
    click.echo(_json(code=asdict(code)) if as_json else _code_text(code), nl=False)
    return 0


def _json(**body: object) -> str:
    from leadkit.report.json import JSON_VERSION

    return json.dumps({"version": JSON_VERSION, **body}, ensure_ascii=False, indent=2) + "\n"


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


def _explain_field(path: str, *, as_json: bool) -> int:
    from leadkit.diagnostic import shortened
    from leadkit.model.fields import find_fields, nearest_fields

    if len(path) > _LONGEST:
        raise click.UsageError(f"There is no field {shortened(path)}.")
    found = find_fields(path)
    if not found:
        raise click.UsageError(f"There is no field {path}.{_meant(nearest_fields(path))}")
    if as_json:
        click.echo(_json(fields=[asdict(field) for field in found]), nl=False)
        return 0
    paths = Counter(field.path for field in found)
    click.echo("\n".join(_field_text(field, several=paths[field.path] > 1) for field in found), nl=False)
    return 0


def _meant(paths: Sequence[str]) -> str:
    """What may have been meant, as far as a reader looks through a list."""
    if not paths:
        return ""
    more = f", or one of {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return f" Did you mean {', '.join(paths[:_SHOWN])}{more}?"


def _field_text(field: FieldText, *, several: bool) -> str:
    """The text of a field; where the path has several, with the kinds of object that this one is for."""
    lines = [f"{field.path}  ({field.presence})", ""]
    if several and field.kinds and field.kinds != field.choices:
        lines += [_wrapped(f"For {', '.join(field.kinds)}:"), ""]
    lines.append(_wrapped(field.description))
    if field.choices:
        lines += ["", _wrapped(f"Choices: {', '.join(field.choices)}.")]
    if field.example:
        lines += ["", "Example:", "", textwrap.indent(field.example.rstrip(), "    ")]
    lines += _inner_fields(field)
    if field.presence == "expected":
        lines += [
            "",
            _wrapped("Expected: where nothing is said, a finding may remind of it. An entry under open answers that."),
        ]
    return "\n".join(lines) + "\n"


def _inner_fields(field: FieldText) -> list[str]:
    """The fields of the object: first those that every kind of object has, and those that must be given or be open."""
    from leadkit.model.fields import inner_fields

    groups = inner_fields(field)
    kinds_in_order = [(), *dict.fromkeys(kinds for _, kinds in groups)]
    lines: list[str] = []
    for presence, kinds in sorted(groups, key=lambda group: (kinds_in_order.index(group[1]), _ORDER.index(group[0]))):
        only = f"For {', '.join(kinds)}, its" if kinds else "Its"
        lines += ["", _wrapped(f"{only} {presence} fields: {', '.join(groups[presence, kinds])}.")]
    return lines


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH)
