"""The phrases of a document: what its clauses print for a word of a list of choices."""

from __future__ import annotations

from leadkit.documents.codes import LIBRARY
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.yaml_fields import yaml_fields


def read_phrases(text: str, file: str) -> dict[str, dict[str, str]]:
    """Read a file of phrases: lists by name, and in each a phrase for every word.

    Raises:
        ClauseError: It is not in the form that leadkit reads.
    """
    found: dict[str, dict[str, str]] = {}
    for name, words in yaml_fields(text, file).items() if text.strip() else ():
        if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
            raise ClauseError(LIBRARY, f"The phrases of {name} are no texts.", "Write word: phrase below it.", 1)
        found[name] = {word: str(phrase) for word, phrase in words.items()}
    return found
