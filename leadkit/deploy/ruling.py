"""What an update changes in the rules by which cases are decided, in words and by pathway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from leadkit.diagnostic import listed

_TERMS = {
    "strength": "its strength", "scope": "what it is about", "owners": "who decides on it",
    "screened_by": "who screens for it", "citations": "the law it cites", "sources": "where the agreement says it",
    "restricted": "whether it is restricted", "reason_code": "its reason code", "public_reason": "its public reason",
    "record": "the record it asks for", "restricted_reason": "why it is restricted",
}  # fmt: skip
_TOLD_APART = {"id", "place", "pathways", "text", "when"}
_WORDS = {"yes_no": "yes or no", "business_days": "business days"}
Rules = Mapping[str, Mapping[str, Any]]


def rules_told(was: Rules, is_: Rules, names: Mapping[str, str]) -> Iterator[str]:
    """What is otherwise, a sentence each; what is the same for many rules is one sentence.

    Args:
        was: The rules before, by their ids.
        is_: The rules after.
        names: What the pathways are called.
    """
    yield from _alone("A new rule", is_, sorted(is_.keys() - was.keys()), names)
    yield from _alone("A rule is gone", was, sorted(was.keys() - is_.keys()), names)
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(was.keys() & is_.keys()):
        old, new = was[name], is_[name]
        yield from _changed(old, new)
        before, after = set(old.get("pathways", ())), set(new.get("pathways", ()))
        for pathways, verb in ((after - before, "now holds"), (before - after, "no longer holds")):
            for pathway in sorted(pathways):
                moved[names.get(pathway, pathway), verb].append(_sentence(new))
    for (pathway, verb), texts in sorted(moved.items()):
        more = f" So it is with {len(texts) - 1} other rules." if len(texts) > 1 else ""
        yield f"A rule that stood before {verb} for “{pathway}”: {texts[0]}.{more}"


def worded(value: object) -> str:
    """A value of the data in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(worded(each) for each in value) or "none"
    if isinstance(value, dict):
        return " ".join(worded(value[each]) for each in ("count", "unit") if each in value) or "other"
    return "not said" if value is None else _WORDS.get(str(value), str(value).replace("_", " "))


def _alone(what: str, rules: Rules, ids: list[str], names: Mapping[str, str]) -> Iterator[str]:
    """Rules that only one side has, those of one pathway together. That a pathway is open or not is told elsewhere."""
    grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in ids:
        if not (name.startswith("pathways.") and name.endswith(".enabled")):
            grouped[tuple(rules[name].get("pathways", ()))].append(_sentence(rules[name]))
    for pathways, texts in grouped.items():
        if len(pathways) == 1:
            yield f"{what} for “{names.get(pathways[0], pathways[0])}”: {'; '.join(texts)}."
        else:
            yield from (f"{what}: {text}." for text in texts)


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """A rule that says something else than before, in what it says, asks, or leads to."""
    if _sentence(old) != _sentence(new):
        yield f"A rule has changed. Before: {_sentence(old)}. Now: {_sentence(new)}."
    elif old.get("when") != new.get("when"):
        yield f"A rule has changed: {_sentence(new)}. When that is so is decided otherwise than before."
    others = sorted((old.keys() | new.keys()) - _TOLD_APART)
    if terms := [_term(one, old.get(one), new.get(one)) for one in others if old.get(one) != new.get(one)]:
        yield f"A rule has changed: {_sentence(new)}; {listed(terms)}."


def _term(term: str, old: object, new: object) -> str:
    called, before, after = _TERMS.get(term, term.replace("_", " ")), worded(old), worded(new)
    return f"{called} has changed" if before == after else f"{called} is now {after}, and was {before}"


def _sentence(rule: Mapping[str, Any]) -> str:
    return str(rule["text"]).rstrip(".")
