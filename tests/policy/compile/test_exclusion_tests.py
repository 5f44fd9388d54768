"""Every test of an exclusion has words, and a question where nothing else is asked for it."""

from __future__ import annotations

from typing import get_args

from leadkit.model.eligibility.exclusions import Exclusion
from leadkit.policy.compile.by_pathway import ON_ITS_PATHWAY
from leadkit.policy.compile.exclusion_tests import RESTRICTED, TESTS
from leadkit.policy.compile.questions import PLAIN

WORDS = {word for kind in get_args(get_args(Exclusion)[0]) for word in get_args(kind.model_fields["test"].annotation)}


def test_each_test_of_the_model_has_words_or_is_a_question_of_its_own() -> None:
    assert PLAIN.keys() == WORDS - {"other"}
    assert TESTS.keys() | ON_ITS_PATHWAY.keys() | RESTRICTED <= WORDS


def test_each_test_that_is_only_asked_has_a_question() -> None:
    asked = WORDS - TESTS.keys() - ON_ITS_PATHWAY.keys()
    assert asked
    assert not [word for word in asked if not PLAIN[word][1].endswith("?")]
