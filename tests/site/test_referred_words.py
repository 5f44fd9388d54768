"""The words of the questions: the same in both languages, and none of a question that nobody is asked."""

from __future__ import annotations

from pathlib import Path

import leadkit.policy
from leadkit.model.load import load
from leadkit.policy.compile import compile_policy
from leadkit.resources import programs
from leadkit.site.referred.questions import SPANISH as TRANSLATED
from leadkit.site.referred.words import WORDS
from tests.site.scenarios import PROGRAMS


def test_both_languages_say_the_same_things() -> None:
    def keys(value: object) -> object:
        return {key: keys(each) for key, each in value.items()} if isinstance(value, dict) else None

    assert keys(WORDS["en"]) == keys(WORDS["es"])


def test_every_translated_question_is_one_that_is_asked() -> None:
    source = "\n".join(each.read_text(encoding="utf-8") for each in Path(leadkit.policy.__file__).parent.rglob("*.py"))
    asked: set[str] = set()
    for name in (*PROGRAMS, "atlanta-ga", "san-francisco-ca", "santa-fe-county-nm"):
        policy = compile_policy(load(programs() / name))
        assert policy is not None
        facts = [*policy.facts.values(), *(one for each in policy.collections.values() for one in each.facts.values())]
        asked |= {fact.question for fact in facts} | {label for fact in facts for label in fact.options.values()}
    assert not [each for each in TRANSLATED if each not in asked and each not in source]
