"""The examples of the codes are clauses: the wrong one has the finding, the right one has none."""

import pytest

from leadkit.documents.codes import CODES
from leadkit.documents.overrides.codes import CODES as OVERRIDES
from leadkit.documents.returned.codes import CODES as RETURNED

NOT_A_CLAUSE = {
    "LK705",
    "LK713",
    "LK714",
    "LK715",
    "LK716",
    "LK717",
    "LK718",
    "LK719",
    "LK724",
    "LK725",
    "LK726",
    "LK720",
    "LK721",
    "LK722",
    "LK723",
    "LK740",
    "LK741",
    "LK742",
    "LK775",
    "LK776",
    *(each.code for each in OVERRIDES),
    *(each.code for each in RETURNED),
    "LK761",
    "LK765",
    "LK766",
    "LK767",
    "LK768",
    "LK769",
}
RUN = [each for each in CODES if each.code not in NOT_A_CLAUSE]


def codes_of(composition):
    return [each.code for each in composition.diagnostics]


@pytest.mark.parametrize("code", RUN, ids=lambda each: each.code)
def test_wrong_example_has_the_finding(code, clause):
    assert code.code in codes_of(clause(code.wrong, open={}))


@pytest.mark.parametrize("code", RUN, ids=lambda each: each.code)
def test_right_example_is_clean(code, clause):
    composition = clause(code.right, open={})
    assert composition.diagnostics == ()
    assert composition.document is not None


def test_codes_are_unique_and_of_this_room():
    numbers = [each.code for each in CODES]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("LK7") for number in numbers)
