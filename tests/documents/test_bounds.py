"""A clause from a folder that anybody has written: it reaches nothing of the composer's, and uses nothing up."""

from __future__ import annotations

import pytest

DOUBLING = "{% set x = agencies | list %}\n" + "{% set x = x + x %}\n" * 30 + "Text.\n"
NESTED = "".join(f"{{% for a{n} in agencies %}}\n" for n in range(14)) + "1. X\n" + "{% endfor %}\n" * 14


@pytest.mark.parametrize(
    ("body", "head", "said"),
    [
        ("{{ _recorder.diagnostics.clear() }}\n\nText.", "", "calls a part"),
        ("{{ _recorder.program }}", "", "no name _recorder"),
        ("{{ _close(1) }}\n\nText.", "", "no name _close"),
        ("Text {{ 'a}}' }} and {{ '{{b' }} {{ _line(9) }}.", "", "no name _line"),
        ("Text {{ 'a' * 1000000000 }}.", "", "does not calculate"),
        ("Text {{ '%1000000000d' % 1 }}.", "", "does not calculate"),
        ("Text {{ 9 ** 9 ** 9 }}.", "", "does not calculate"),
        ("Text {{ 'a'.ljust(1000000000) }}.", "", "calls a part"),
        ("{% set x = 'ab' %}\n{% set x = x ~ x %}\nText {{ x }}.", "", "does not calculate"),
        (DOUBLING, "", "too long"),
        (NESTED, "", "more than a document can hold"),
        ("Text {{ " + "(" * 3000 + "1" + ")" * 3000 + " }}.", "", "nested too deeply"),
        ("Text.", "when: _recorder.diagnostics.clear()\n", "calls a part"),
        ("Text.", "when: \"'a' * 1000000000\"\n", "does not calculate"),
        ("Text.", "when: " + "(" * 3000 + "1" + ")" * 3000 + "\n", "nested too deeply"),
        ("Text.", "needs: [_recorder]\n", "no name _recorder"),
        ("Text {{ 5 | law_citation }}.", "", "knows nothing of catalogue"),
        ("Text {{ term(agreement) }}.", "", "words in quotes"),
        ("Text {{ blank('x', 100000000) }}.", "", "has room for"),
        ("Text {{ decision(5, 'x') }}.", "", ""),
    ],
)
def test_a_clause_that_reaches_too_far_is_a_finding(clause, body, head, said):
    composition = clause(body, head=head)
    assert composition.document is None
    assert any(said in each.message for each in composition.diagnostics), composition.diagnostics


def test_two_lists_are_still_put_together(clause):
    body = '{% set all = agencies | selectattr("voting") | list + agencies | rejectattr("voting") | list %}\n'
    body += "{% for one in all %}\n1. {{ one.name }};\n{% endfor %}\n"
    assert clause(body).diagnostics == ()
