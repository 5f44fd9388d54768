"""Small policies and cases at random: few facts, small numbers, dates about the ends of the look-backs."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

DAY = "2026-02-28"
DAYS = ("2016-02-27", "2016-02-29", "2025-02-27", "2025-02-28", "2026-02-26", "2026-02-27", DAY)
PARTIAL = ("2016", "2016-02", "2025", "2026-02")
NUMBERS = (0, 1, 2, 3)
LEVELS = ("low", "middle", "high")


def _choice(*options: str) -> Json:
    return {"type": "choice", "question": "?", "options": {option: option for option in options}}


_YES_NO = {"type": "yes_no", "question": "?"}
_NUMBER = {"type": "number", "question": "?", "unit": "years", "at_most": 3}
_SECRET = {**_YES_NO, "restricted": True}
_DATE = {"type": "date", "question": "?"}

FACTS: dict[str, Json] = {
    "consents": _YES_NO, "resident": _YES_NO, "age": _NUMBER, "area": _choice("north", "south", "west"), "born": _DATE,
}  # fmt: skip
COLLECTIONS: dict[str, Json] = {
    "charges": {
        "entry": "charge",
        "question": "?",
        "facts": {"offence": _choice("theft", "sale", "other"), "level": _choice(*LEVELS), "armed": _SECRET},
    },
    "records": {
        "entry": "record",
        "question": "?",
        "restricted": True,
        "facts": {"kind": _choice("conviction", "open"), "date": _DATE},
    },
    "items": {
        "entry": "item",
        "question": "?",
        "facts": {
            "substance": {**_choice("opiate", "other"), "restricted": True},
            "weight": {**_NUMBER, "unit": "milligrams"},
        },
    },
}


def _about(name: str, fact: Json) -> st.SearchStrategy[Json]:
    """The conditions over one fact."""
    if fact["type"] == "yes_no":
        return st.booleans().map(lambda answer: {"fact": name, "is": answer})
    if fact["type"] == "choice":
        options = st.lists(st.sampled_from(list(fact["options"])), min_size=1, max_size=2, unique=True)
        return options.map(lambda some: {"fact": name, "in": some})
    if fact["type"] == "date":
        windows = ({"months": 120}, {"months": 12}, {"days": 1}, {"days": 365})
        return st.sampled_from(windows).map(lambda window: {"fact": name, "within": window})
    return _compared(name)


def _compared(name: str) -> st.SearchStrategy[Json]:
    return st.builds(lambda word, bound: {"fact": name, word: bound}, st.sampled_from(("below", "at_least")), _BOUNDS)


_BOUNDS = st.integers(1, 4)


def _conditions(entry: str | None, reducers: tuple[str, ...]) -> st.SearchStrategy[Json]:
    atoms = [_about(name, fact) for name, fact in FACTS.items()] + [_compared(name) for name in reducers]
    for collection in COLLECTIONS.values():
        if collection["entry"] == entry:
            atoms += 2 * [_about(f"{entry}.{name}", fact) for name, fact in collection["facts"].items()]
    return st.recursive(
        st.one_of(atoms),
        lambda parts: (
            st.lists(parts, min_size=1, max_size=3).map(lambda several: {"all": several})
            | st.lists(parts, min_size=1, max_size=3).map(lambda several: {"any": several})
            | parts.map(lambda part: {"not": part})
        ),
        max_leaves=4,
    )


REDUCERS = ("records-that-count", "charges-that-count", "weight", "greatest-weight")
_IN_RULES = {scope: _conditions(scope, REDUCERS) for scope in ("charge", None)}
_WHERE = {name: _conditions(one["entry"], ()) for name, one in COLLECTIONS.items()}


@st.composite
def policies(draw: st.DrawFn, several: str | None = None, rules: int = 4) -> Json:
    """A policy of a few rules over the facts above, in the form of ``policy.json``."""
    weight = {"of": "items", "fact": "weight", "where": draw(_WHERE["items"])}
    made = (
        {"reduce": "count", "of": "records", "where": draw(_WHERE["records"])},
        {"reduce": "count", "of": "charges", "where": draw(_WHERE["charges"])},
        {"reduce": "total", **weight},
        {"reduce": "greatest_total", **weight, "per": "substance"},
    )
    return {
        "format": 1, "program": "p", "name": "P", "on": DAY,
        "several_charges": several or draw(st.sampled_from(("all", "any", "most_serious"))),
        "seriousness": list(LEVELS),
        "pathways": {"arrest": {"name": "A", "needs_charge": True}, "social": {"name": "S", "needs_charge": False}},
        "facts": FACTS, "collections": COLLECTIONS, "reducers": dict(zip(REDUCERS, made, strict=True)),
        "rules": [draw(_rules(number)) for number in range(draw(st.integers(1, rules)))],
    }  # fmt: skip


@st.composite
def _rules(draw: st.DrawFn, number: int) -> Json:
    scope = draw(st.sampled_from(("charge", "contact")))
    strength = draw(st.sampled_from(("absolute", "presumptive", "presumptive", "advisory")))
    condition = _IN_RULES["charge" if scope == "charge" else None]
    return {
        "id": f"rule-{number}", "text": "?", "when": draw(condition), "strength": strength, "scope": scope,
        "pathways": draw(st.sampled_from((["arrest"], ["arrest", "social"]))),
        "owners": [{"by": "chief"}] if strength == "presumptive" else [],
    }  # fmt: skip


def answers(fact: Json, *, whole: bool) -> st.SearchStrategy[Any]:
    """The answers to one fact; a date that is whole is a day."""
    if fact["type"] == "yes_no":
        return st.booleans()
    if fact["type"] == "choice":
        return st.sampled_from(list(fact["options"]))
    if fact["type"] == "date":
        return st.sampled_from(DAYS if whole else DAYS + PARTIAL)
    return st.sampled_from(NUMBERS)


@st.composite
def cases(draw: st.DrawFn, *, known: bool = False, entries: int = 2) -> Json:
    """A case of the policies above; known means that it leaves nothing open."""
    pathway = draw(st.sampled_from(("arrest", "social")))
    facts = _some(draw, FACTS, known)
    for name, collection in COLLECTIONS.items():
        if known or draw(st.integers(0, 3)):
            least = 1 if name == "charges" and pathway == "arrest" else 0
            count = draw(st.integers(least, entries))
            facts[name] = [_some(draw, collection["facts"], known) for _ in range(count)]
    return {"on": DAY, "pathway": pathway, "facts": facts}


def _some(draw: st.DrawFn, declared: dict[str, Json], known: bool) -> Json:
    return {
        name: draw(answers(fact, whole=known)) for name, fact in declared.items() if known or draw(st.integers(0, 2))
    }


@st.composite
def completions(draw: st.DrawFn, case: Json, entries: int = 2) -> Json:
    """A case with everything that it leaves open answered, and what it says kept."""
    given = case["facts"]
    other = draw(cases(known=True, entries=entries).filter(lambda other: other["pathway"] == case["pathway"]))["facts"]
    facts = {name: _complete(draw, FACTS[name], given.get(name), other[name]) for name in FACTS}
    for name, collection in COLLECTIONS.items():
        if name not in given:
            facts[name] = other[name]
            continue
        filled = [_some(draw, collection["facts"], True) for _ in given[name]]
        facts[name] = [
            {key: _complete(draw, fact, old.get(key), new[key]) for key, fact in collection["facts"].items()}
            for old, new in zip(given[name], filled, strict=True)
        ]
    return {**case, "facts": facts}


def _complete(draw: st.DrawFn, fact: Json, given: Any, other: Any) -> Any:
    """What was given, made exact where it was a part of a date."""
    if given in PARTIAL:
        return draw(st.sampled_from([day for day in DAYS if day.startswith(given)]))
    return other if given is None else given
