"""Findings as values: what was found, where it stands, what to do."""

from leadkit.diagnostic.code import Code
from leadkit.diagnostic.diagnostic import SEVERITY_ORDER, Diagnostic, Severity
from leadkit.diagnostic.fix import Edit, Fix
from leadkit.diagnostic.silenced import Silenced
from leadkit.diagnostic.span import Span
from leadkit.diagnostic.suggest import did_you_mean, listed, nearest, one_slip_from
from leadkit.diagnostic.wording import as_sentence, shortened

__all__ = [
    "SEVERITY_ORDER",
    "Code",
    "Diagnostic",
    "Edit",
    "Fix",
    "Severity",
    "Silenced",
    "Span",
    "as_sentence",
    "did_you_mean",
    "listed",
    "nearest",
    "one_slip_from",
    "shortened",
]
