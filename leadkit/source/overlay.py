"""Laying a folder over its base: what it adds, changes and removes, each said openly.

The order is: removals, changes, additions, then the sections that the base lacks. So what is replaced as a
whole can be removed, with a reason, and added anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leadkit.diagnostic import Diagnostic, Span, nearest
from leadkit.source.codes_overlay import (
    ADDED_TWICE,
    GROUP_REPLACED,
    NO_REASON,
    NOT_EXTENDING,
    NOTHING_TO_CHANGE,
    OTHER_VERSION,
    OVERLAY_SHAPE,
    SECTION_IN_BASE,
)
from leadkit.source.source import Removal
from leadkit.source.tree import Entry, Mapping, Node, Text, find, plain

EXTENDS = "extends"
ADD = "add"
CHANGE = "change"
REMOVE = "remove"
BASE = "base"
DIFFERENCES = (ADD, CHANGE, REMOVE)
WORDS = frozenset((BASE, EXTENDS, *DIFFERENCES))
VERSION = "schema_version"
_REASON = "reason"


def not_extending(sections: dict[str, Entry]) -> Iterator[Diagnostic]:
    """Give a finding for each of add, change and remove in a folder that extends nothing."""
    for name in DIFFERENCES:
        if name in sections:
            yield NOT_EXTENDING.at(
                sections[name].key.span,
                message=f'"{name}" stands here, and this folder extends nothing.',
                remedy="Name the base folder with extends, or write the sections themselves.",
                path=name,
            )


class Overlay:
    """One folder laid over its base.

    Attributes:
        root: The base, and after ``apply`` what the folder makes of it.
        found: What was found.
        removed: What was taken out.
    """

    def __init__(self, base: Mapping, incomplete: bool) -> None:
        self.root = base
        self.found: list[Diagnostic] = []
        self.removed: list[Removal] = []
        self._incomplete = incomplete

    def apply(self, sections: dict[str, Entry]) -> None:
        """Lay the sections of a folder over the base, where both are written in one version of the format."""
        if self._other_version(sections):
            return
        for entry in self._fields(sections, REMOVE).values():
            self._remove(entry)
        if changes := self._fields(sections, CHANGE):
            self.root = self._change(self.root, changes, None, ())
        if additions := self._fields(sections, ADD):
            self.root = self._add(self.root, additions, None, ())
        own = {name: entry for name, entry in sections.items() if name not in WORDS}
        self.root = replace(self.root, entries=self._sections(own))

    def _fields(self, sections: dict[str, Entry], word: str) -> dict[str, Entry]:
        """What stands below add, change or remove."""
        entry = sections.get(word)
        if entry is None or (isinstance(entry.value, Text) and entry.value.value is None):
            return {}
        if isinstance(entry.value, Mapping):
            return entry.value.entries
        what = "paths, each with a reason" if word == REMOVE else "sections with their fields"
        self._report_shape(entry, f"{word} holds something else than {what}.", f"Write {what} below it.")
        return {}

    def _report_shape(self, entry: Entry, message: str, remedy: str) -> None:
        self.found.append(OVERLAY_SHAPE.at(entry.value.span, message=message, remedy=remedy))

    def _sections(self, own: dict[str, Entry]) -> dict[str, Entry]:
        """Add the folder's own sections, which the base must not have."""
        merged = dict(self.root.entries)
        for name, entry in own.items():
            base = merged.get(name)
            if base is None:
                merged[name] = entry
            elif name == VERSION:
                merged[name] = Entry(base.key, _over(base.value, entry.value))
            else:
                finding = SECTION_IN_BASE.at(
                    entry.key.span,
                    base.key.span,
                    message=f'The section "{name}" stands in this folder and in its base.',
                    remedy="Put what is new under add, and what differs under change.",
                    path=name,
                )
                self.found.append(finding)
        return merged

    def _other_version(self, sections: dict[str, Entry]) -> bool:
        """Whether the folder is written in another version: its fields then have other names than those of the base."""
        base, own = self.root.entries.get(VERSION), sections.get(VERSION)
        if base is None or own is None or plain(base.value) == plain(own.value):
            return False
        finding = OTHER_VERSION.at(
            own.value.span,
            base.value.span,
            message="The base is written in another version of the format.",
            remedy="Bring both to the same version with leadkit migrate.",
            path=VERSION,
        )
        self.found.append(finding)
        return True

    def _remove(self, entry: Entry) -> None:
        """Take out what a dotted path names."""
        written = entry.key.value or ""
        reason = find(entry.value, (_REASON,))
        text = reason.value if isinstance(reason, Text) else None
        if not text:
            finding = NO_REASON.at(
                entry.key.span,
                message=f'"{written}" is removed without a reason.',
                remedy=f'Write: {written}: {{reason: "…"}}',
                path=written,
            )
            self.found.append(finding)
        elif isinstance(entry.value, Mapping) and len(entry.value.entries) > 1:
            self._report_shape(entry, "A removal holds something else than its reason.", "Keep the reason alone.")
        path = _steps(self.root, written)
        if path is None:
            self._missing_dotted(entry.key.span, written)
            return
        parent = find(self.root, path[:-1])
        if isinstance(parent, Mapping):
            was = parent.entries[path[-1]].key.span
            self.removed.append(Removal(path, text or "", entry.key.span, was))
            self.root = _without(self.root, path)

    def _missing_dotted(self, span: Span, written: str) -> None:
        """Name the first part of a dotted path that leads nowhere."""
        here: Mapping = self.root
        steps = tuple(written.split("."))
        for depth, step in enumerate(steps, start=1):
            entry = here.entries.get(step)
            if entry is None:
                self._missing(span, step, here, steps[:depth])
                return
            if not isinstance(entry.value, Mapping):
                self._missing(span, step, None, steps[: depth + 1])
                return
            here = entry.value

    def _missing(self, span: Span, name: str, known: Mapping | None, path: tuple[str, ...]) -> None:
        """Report a target that the base has not; where part of the base is unread it may stand there."""
        if self._incomplete and len(path) == 1:
            return
        guess = nearest(name, known.entries) if known else None
        remedy = f'Did you mean "{guess}"?' if guess else "Check it against the base; what is new belongs under add."
        message = f'The base has no "{".".join(path)}".'
        self.found.append(NOTHING_TO_CHANGE.at(span, message=message, remedy=remedy, path=".".join(path)))

    def _change(self, base: Mapping, changes: dict[str, Entry], span: Span | None, path: tuple[str, ...]) -> Mapping:
        """Set every value named in ``changes``, each of which the base must have."""
        entries = dict(base.entries)
        for name, change in changes.items():
            here = (*path, name)
            old = entries.get(name)
            if old is None:
                self._missing(change.key.span, name, base, here)
            elif isinstance(old.value, Mapping) and isinstance(change.value, Mapping):
                value = self._change(old.value, change.value.entries, change.value.span, here)
                entries[name] = replace(old, value=value)
            elif isinstance(old.value, Mapping):
                finding = GROUP_REPLACED.at(
                    change.value.span,
                    old.key.span,
                    message=f'"{".".join(here)}" is a group of fields in the base, and would be lost.',
                    remedy="Name the fields to change below it, or remove it with a reason and add it anew.",
                    path=".".join(here),
                )
                self.found.append(finding)
            else:
                entries[name] = Entry(change.key, _over(old.value, change.value))
        return _touched(base, entries, span)

    def _add(self, base: Mapping, additions: dict[str, Entry], span: Span | None, path: tuple[str, ...]) -> Mapping:
        """Set every value named in ``additions``, none of which the base may have.

        Below a section, one field that the base has already means that the whole thing is there already: an
        agency added under an id that is taken is reported once, at its id.
        """
        entries = dict(base.entries)
        for name, new in additions.items():
            here = (*path, name)
            old = entries.get(name)
            if old is None:
                entries[name] = new
            elif isinstance(old.value, Text) and old.value.value is None:
                entries[name] = replace(old, value=_over(old.value, new.value))
            elif not _both_groups(old, new) or (len(here) > 1 and _clash(old.value, new.value)):
                finding = ADDED_TWICE.at(
                    new.key.span,
                    old.key.span,
                    message=f'"{".".join(here)}" is in the base already.',
                    remedy="Give it another id, or put what differs under change.",
                    path=".".join(here),
                )
                self.found.append(finding)
            elif isinstance(old.value, Mapping) and isinstance(new.value, Mapping):
                value = self._add(old.value, new.value.entries, new.value.span, here)
                entries[name] = replace(old, value=value)
        return _touched(base, entries, span)


def _both_groups(old: Entry, new: Entry) -> bool:
    return isinstance(old.value, Mapping) and isinstance(new.value, Mapping)


def _clash(old: Node, new: Node) -> bool:
    """Whether an addition says nothing new, or says anew what the base says itself."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return True
    shared = [(old.entries[name], entry) for name, entry in new.entries.items() if name in old.entries]
    return not new.entries or any(_taken(before, after) for before, after in shared)


def _taken(before: Entry, after: Entry) -> bool:
    empty = isinstance(before.value, Text) and before.value.value is None
    return not empty and not _both_groups(before, after)


def _touched(base: Mapping, entries: dict[str, Entry], span: Span | None) -> Mapping:
    origins = base.origins if span is None else (*base.origins, span)
    return replace(base, entries=entries, origins=origins)


def _over(base: Node, value: Node) -> Node:
    """A value that replaces one of the base, and remembers where that was."""
    return replace(value, origins=(*base.origins, *value.origins))


def _steps(root: Mapping, dotted: str) -> tuple[str, ...] | None:
    """The steps of a dotted path; a name may itself contain dots, as citations do."""
    parts = dotted.split(".")
    for count in range(1, len(parts) + 1):
        name = ".".join(parts[:count])
        entry = root.entries.get(name)
        if entry is None:
            continue
        if count == len(parts):
            return (name,)
        if isinstance(entry.value, Mapping):
            rest = _steps(entry.value, ".".join(parts[count:]))
            if rest is not None:
                return (name, *rest)
    return None


def _without(node: Mapping, path: tuple[str, ...]) -> Mapping:
    """A group of fields without what ``path`` names."""
    name, *rest = path
    entries = dict(node.entries)
    entry = entries[name]
    if rest and isinstance(entry.value, Mapping):
        entries[name] = replace(entry, value=_without(entry.value, tuple(rest)))
    else:
        del entries[name]
    return replace(node, entries=entries)
