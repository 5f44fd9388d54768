"""What an update changes in who may know what, and in the rules, in words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leadkit.deploy.compile.compiling import DATA
from leadkit.deploy.ruling import rules_told, worded
from leadkit.deploy.state import content
from leadkit.diagnostic import listed

if TYPE_CHECKING:
    from pathlib import Path

_ACTIONS = {
    "view": "see", "receive": "receive", "discuss": "discuss", "enter": "enter", "correct": "correct",
    "copy": "copy", "export": "export",
}  # fmt: skip
_BASES = {
    "release": "with a signed release", "statute": "under a statute", "verbal_consent": "with consent given aloud",
    "safeguard": "under an agreement on protecting information", "de_identified": "where nobody can be recognized",
    "audit": "in an audit", "research": "in an approved study", "court_order": "on an order of a court",
    "exception": "under a duty of law", "own_records": "from their own records",
    "volunteered": "as somebody tells it of their own accord", "public_record": "as a public record",
}  # fmt: skip
_TERMS = ("scope", "detail", "use_limits", "redisclosure", "notice", "logged", "pathways")
_CLOCK = {
    "at_least": "the time that must pass", "at_most": "the time allowed", "starts": "what starts it",
    "until": "what it waits for", "on_expiry": "what follows when it runs out",
}  # fmt: skip
_RUNNING = "This holds for people already referred, too."
_Key = tuple[str, str, str, str]
_Cell = dict[str, Any]


@dataclass(frozen=True)
class _Side:
    """The data files of one version."""

    sharing: Mapping[str, Any]
    files: Mapping[str, Mapping[str, Any]]

    def recipient(self, name: str) -> str:
        return str(self._labelled("recipients", name))

    def category(self, name: str) -> str:
        return str(self._labelled("categories", name))

    def _labelled(self, collection: str, name: str) -> object:
        entry = self.sharing.get(collection, {}).get(name)
        return entry.get("label", name) if isinstance(entry, dict) else name

    @property
    def cells(self) -> dict[tuple[str, ...], _Cell]:
        """The cells by what they allow, whichever flow says it."""
        fields = ("sender", "recipient", "category", "action", "purpose")
        found = {}
        for cell in self.sharing.get("cells", ()):
            basis = cell.get("basis") or {}
            found[(*(str(cell.get(each)) for each in fields), str(basis.get("kind")), str(basis.get("release")))] = cell
        return found


def differences(place: Path, new: Mapping[str, bytes]) -> tuple[str, ...]:
    """What the new data files say otherwise than those that stand in a repository, a sentence each.

    Args:
        place: The repository.
        new: The bytes of the new files, by their paths.
    """
    names = [path for path in new if path.startswith(f"{DATA}/") and path.endswith(".json")]
    before = _side({path: content(place, path) or b"" for path in names})
    after = _side({path: new[path] for path in names})
    parts = (_sharing, _never, _releases, _pathways, _rules, _clocks, _desks)
    return tuple(dict.fromkeys(sentence for part in parts for sentence in part(before, after)))


def _side(files: Mapping[str, bytes]) -> _Side:
    held = {path.rpartition("/")[2].removesuffix(".json"): _parsed(data) for path, data in files.items()}
    return _Side(held.get("sharing", {}), held)


def _parsed(data: bytes) -> Mapping[str, Any]:
    """A file; what an older leadkit wrote, or somebody damaged, counts as not there."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _sharing(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = before.cells, after.cells
    for known, others, side, verb in ((is_, was, after, "may now"), (was, is_, before, "may no longer")):
        gathered: dict[_Key, list[str]] = defaultdict(list)
        for key, cell in known.items():
            if key not in others and not _seen_anyway(key, cell, others):
                purpose, basis = key[4], key[5]
                gathered[key[1], key[2], purpose, basis].append(str(cell["action"]))
        for (recipient, category, purpose, basis), actions in sorted(gathered.items()):
            done = listed([_ACTIONS.get(each, each) for each in dict.fromkeys(actions)])
            yield (
                f"{side.recipient(recipient)} {verb} {done} “{side.category(category)}” "
                f"for {purpose.replace('_', ' ')}, {_BASES.get(basis, basis)}."
            )
    yield from _other_terms(before, after)


def _seen_anyway(key: tuple[str, ...], cell: _Cell, others: Mapping[tuple[str, ...], _Cell]) -> bool:
    """Whether to see something says nothing new: whoever receives it on the same terms may look."""
    received = others.get((*key[:3], "receive", *key[4:])) if key[3] == "view" else None
    return received is not None and all(received.get(each) == cell.get(each) for each in _TERMS)


def _other_terms(before: _Side, after: _Side) -> Iterator[str]:
    """What is still shared, on other terms."""
    was, is_ = before.cells, after.cells
    for key in sorted(was.keys() & is_.keys()):
        for term in _TERMS:
            old, new = was[key].get(term), is_[key].get(term)
            if old != new:
                yield (
                    f"{after.recipient(key[1])}, “{after.category(key[2])}” for {key[4].replace('_', ' ')}: "
                    f"{term.replace('_', ' ')} is now {worded(new)}, and was {worded(old)}."
                )


def _never(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = _rules_of_never(before), _rules_of_never(after)
    yield from (f"Never shared any more: {is_[name]}" for name in sorted(is_.keys() - was.keys()))
    yield from (f"No longer forbidden: {was[name]}" for name in sorted(was.keys() - is_.keys()))
    changed = (name for name in sorted(was.keys() & is_.keys()) if _reach(before, name) != _reach(after, name))
    yield from (f"Reaches others than before: {is_[name]}" for name in changed)


def _rules_of_never(side: _Side) -> dict[str, str]:
    return {str(rule["id"]): str(rule["reason"]) for rule in side.sharing.get("never", ())}


def _reach(side: _Side, name: str) -> list[object]:
    return [
        (rule.get("categories"), rule.get("recipients")) for rule in side.sharing.get("never", ()) if rule["id"] == name
    ]


def _entries(side: _Side, file: str, collection: str) -> dict[str, Any]:
    held = side.files.get(file, {}).get(collection, {})
    return {str(name): each for name, each in held.items() if isinstance(each, dict)} if isinstance(held, dict) else {}


def _releases(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = _entries(before, "consents", "releases"), _entries(after, "consents", "releases")
    yield from (f"A new release may be signed: “{is_[name]['title']}”." for name in sorted(is_.keys() - was.keys()))
    yield from (f"No longer signed: “{was[name]['title']}”." for name in sorted(was.keys() - is_.keys()))
    for name in sorted(was.keys() & is_.keys()):
        if was[name].get("version") != is_[name].get("version"):
            yield f"“{is_[name]['title']}” has other words; who signed it before agreed to the old ones alone."


def _rules(before: _Side, after: _Side) -> Iterator[str]:
    """The rules by which cases are decided, added, changed and taken away."""
    names = {**_entries(before, "forms", "pathways"), **_entries(after, "forms", "pathways")}
    called = {name: str(each.get("name", name)) for name, each in names.items()}
    yield from rules_told(_policy(before), _policy(after), called)


def _policy(side: _Side) -> dict[str, dict[str, Any]]:
    return {str(rule["id"]): rule for rule in side.files.get("policy", {}).get("rules", ())}


def _pathways(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = _entries(before, "forms", "pathways"), _entries(after, "forms", "pathways")
    for name in sorted(was.keys() | is_.keys()):
        old, new = (bool(side.get(name, {}).get("open")) for side in (was, is_))
        if old != new:
            named = (is_.get(name) or was[name]).get("name", name)
            yield f"The pathway “{named}” is {'open now' if new else 'closed now'}."


def _clocks(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = _entries(before, "clocks", "clocks"), _entries(after, "clocks", "clocks")
    yield from (f"A new clock: {is_[name]['label']}. {_RUNNING}" for name in sorted(is_.keys() - was.keys()))
    yield from (f"A clock is gone: {was[name]['label']}. {_RUNNING}" for name in sorted(was.keys() - is_.keys()))
    for name in sorted(was.keys() & is_.keys()):
        for term, words in _CLOCK.items():
            old, new = was[name].get(term), is_[name].get(term)
            if old != new:
                label = is_[name]["label"]
                yield f"The clock “{label}”: {words} is now {worded(new)}, and was {worded(old)}. {_RUNNING}"


def _desks(before: _Side, after: _Side) -> Iterator[str]:
    was, is_ = _entries(before, "roles", "roles"), _entries(after, "roles", "roles")
    for name in sorted(was.keys() | is_.keys()):
        old, new = _holders(before, was.get(name, {})), _holders(after, is_.get(name, {}))
        if old != new:
            title = (is_.get(name) or was[name]).get("title", name)
            yield f"{title}: held by {new} now, and by {old} before."


def _holders(side: _Side, role: Mapping[str, Any]) -> str:
    """The agencies that hold a role, in words."""
    known = _entries(side, "roles", "agencies")
    agencies = () if role.get("vacant") else role.get("agencies", ())
    return ", ".join(str(known.get(str(each), {}).get("name", each)) for each in agencies) or "nobody"
