"""Findings for every form, with the worst text that a planner's file can hold."""

from __future__ import annotations

import pytest

from leadkit.diagnostic import Diagnostic, Edit, Fix, Severity, Silenced, Span
from leadkit.report.report import Report

HOSTILE = (
    "</script><script>alert(1)</script> ::error file=x::y %0A ]]> <!-- [a](http://evil.example) `b` **c** {0} "
    "\x1b[31mred\x07 \u202ereversed\u2028next\x85line \ufffe\uffff \ud800 &amp; \"quoted\" 'single' | cell @everyone"
)


@pytest.fixture
def hostile() -> Report:
    """One finding whose every text is hostile, and one that is silenced for a hostile reason."""
    name = f"county/{HOSTILE}.yaml"
    text = f"agencies:\n  police: {HOSTILE.replace(chr(0x2028), '').replace(chr(0x85), '')}\n  end: yes\n"
    fix = Fix(HOSTILE, (Edit(name, 10, 18, HOSTILE),))
    spans = (Span(name, 2, 11, 2, 40), Span(name, 3, 3, 3, 6))
    one = Diagnostic("LK201", Severity.ERROR, HOSTILE, spans, f"{HOSTILE}\n::set-output x", HOSTILE, fix=fix)
    silenced = Silenced(Diagnostic("LK303", Severity.WARNING, HOSTILE, spans[:1]), HOSTILE, spans[1])
    return Report([one], {name: text}, [silenced])


@pytest.fixture
def several() -> Report:
    """Fourteen findings in two files: notes first, then warnings, then errors; and one without a place."""
    kinds = [Severity.NOTE] * 5 + [Severity.WARNING] * 4 + [Severity.ERROR] * 5
    found = [
        Diagnostic("LK303", severity, f"Sentence {line}.", (Span("county/a.yaml", line, 3, line, 9),), "Do it.")
        for line, severity in enumerate(kinds, 1)
    ]
    nowhere = Diagnostic("LK501", Severity.NOTE, "Nothing is said.", ())
    text = "".join(f"- a: line {line}\n" for line in range(1, 20))
    return Report([*found, nowhere], {"county/a.yaml": text, "county/b.yaml": ""})
