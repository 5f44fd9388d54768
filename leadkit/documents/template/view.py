"""The program as clauses see it: every step remembers the field it leads to."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence, Set

from leadkit.documents.codes import FIELD, UNPRINTABLE
from leadkit.documents.template.problem import ClauseError
from leadkit.documents.template.recorder import Recorder


class View:
    """A value of the program, or the place where one is missing, with its path.

    Clauses reach fields through the environment (``field_of``), so that a field may have any name. Tests,
    loops and counts tell the recorder what they looked at.
    """

    __slots__ = ("_id", "_path", "_raw", "_recorder")

    def __init__(self, raw: object, path: tuple[str, ...], recorder: Recorder, id_: str | None = None) -> None:
        self._raw = raw
        self._path = path
        self._recorder = recorder
        self._id = id_

    def __bool__(self) -> bool:
        self._recorder.read(path_of(self))
        return not is_missing(self._raw) and bool(self._raw)

    def __len__(self) -> int:
        self._recorder.read(path_of(self))
        return len(self._raw) if isinstance(self._raw, Sequence | Mapping | Set) else 0

    def __iter__(self) -> Iterator[View]:
        self._recorder.read(path_of(self))
        if is_missing(self._raw):
            self._note_absence()
            return
        if isinstance(self._raw, Mapping):
            for key, each in self._raw.items():
                yield View(each, (*self._path, str(key)), self._recorder, str(key))
        elif isinstance(self._raw, Set):
            for each in sorted(self._raw, key=str):
                yield View(each, self._path, self._recorder)
        elif isinstance(self._raw, Sequence) and not isinstance(self._raw, str):
            for index, each in enumerate(self._raw):
                yield View(each, (*self._path, str(index)), self._recorder)
        else:
            raise ClauseError(UNPRINTABLE, f"The field {path_of(self)} is one value, not a list.")

    def _note_absence(self) -> None:
        from leadkit.documents.template.printing import open_at

        found = open_at(path_of(self), self._recorder)
        if found is not None:
            self._recorder.unprinted.setdefault(found.path, found)

    def __contains__(self, other: object) -> bool:
        self._recorder.read(path_of(self))
        wanted = raw_of(other)
        if isinstance(self._raw, Mapping | Set | Sequence) and not isinstance(self._raw, str):
            return any(_same(each, wanted) for each in self._raw)
        return isinstance(self._raw, str) and str(wanted) in self._raw

    def __eq__(self, other: object) -> bool:
        self._recorder.read(path_of(self))
        return _same(self._raw, raw_of(other))

    def __hash__(self) -> int:
        return hash(str(self._raw))

    def __lt__(self, other: object) -> bool:
        self._recorder.read(path_of(self))
        mine, theirs = self._raw, raw_of(other)
        if isinstance(mine, str) or isinstance(theirs, str):
            return str(mine) < str(theirs)
        return bool(mine < theirs)  # type: ignore[operator]

    def __gt__(self, other: object) -> bool:
        self._recorder.read(path_of(self))
        mine, theirs = self._raw, raw_of(other)
        if isinstance(mine, str) or isinstance(theirs, str):
            return str(mine) > str(theirs)
        return bool(mine > theirs)  # type: ignore[operator]

    def __le__(self, other: object) -> bool:
        return not self > other

    def __ge__(self, other: object) -> bool:
        return not self < other

    def __str__(self) -> str:
        raise ClauseError(
            UNPRINTABLE, f"The field {path_of(self)} is joined to other text.",
            "Print it with {{ … }} of its own, and give the parts of an id to ref() one by one.",
        )  # fmt: skip

    def __repr__(self) -> str:
        return f"View({path_of(self)})"


def is_missing(raw: object) -> bool:
    """Whether a field is absent: no value, or an empty text or collection."""
    return raw is None or (isinstance(raw, str | Sequence | Mapping | Set) and len(raw) == 0)


def is_given(view: View) -> bool:
    """Whether there is a value; the recorder is not told of the question."""
    return not is_missing(raw_of(view))


def path_of(view: View) -> str:
    """The field that a view leads to, dotted."""
    return ".".join(view._path)


def raw_of(value: object) -> object:
    """The value itself, without its view."""
    return value._raw if isinstance(value, View) else value


def id_of(value: View) -> str | None:
    """The key under which a collection holds the value, where it came from one."""
    return value._id


def recorder_of(view: View) -> Recorder:
    """The recorder of the composition that a view belongs to."""
    return view._recorder


def field_of(view: View, name: str) -> View:
    """The field ``name`` of a view, or its ``id`` in the collection that holds it.

    Below a missing field everything is missing too, so that one test or one entry under ``open`` covers it.

    Raises:
        ClauseError: The program has no such field.
    """
    raw = raw_of(view)
    if isinstance(raw, Mapping) and name in raw:  # most of what is asked, and some lists are long
        return View(raw[name], (*view._path, name), view._recorder, name)
    names = _fields(raw)
    if name in names:
        return View(_get(raw, name), (*view._path, names[name]), view._recorder, names[name])
    if name == "id" and view._id is not None:
        return View(view._id, view._path, view._recorder)
    if is_missing(raw):
        return View(None, (*view._path, name), view._recorder)
    if isinstance(raw, Sequence) and not isinstance(raw, str) and name.isdigit():
        inside = int(name) < len(raw)
        return View(raw[int(name)] if inside else None, (*view._path, name), view._recorder)
    if _is_property(raw, name):
        return View(getattr(raw, name), view._path, view._recorder)
    if isinstance(raw, Mapping):
        return View(None, (*view._path, name), view._recorder)
    raise _unknown(view, name, names)


def _unknown(view: View, name: str, names: Mapping[str, str]) -> ClauseError:
    near = difflib.get_close_matches(name, names, 1)
    place = path_of(view) or "the program"
    return ClauseError(
        FIELD, f"There is no field {name} in {place}.",
        f"Write {near[0]}." if near else f"The fields are {', '.join(names) or 'none'}.",
    )  # fmt: skip


def _fields(raw: object) -> dict[str, str]:
    """Names by which a clause may ask, each with the field's name in the YAML."""
    if isinstance(raw, Mapping):
        return {str(key): str(key) for key in raw}
    kind = type(raw)
    if kind not in _DECLARED:
        _DECLARED[kind] = _declared(kind)
    return _DECLARED[kind]


_DECLARED: dict[type, dict[str, str]] = {}


def _declared(kind: type) -> dict[str, str]:
    declared = getattr(kind, "model_fields", None)
    if not isinstance(declared, dict):
        return {}
    found = {name: getattr(info, "alias", None) or name for name, info in declared.items()}
    return {**{alias: alias for alias in found.values()}, **found}


def _get(raw: object, name: str) -> object:
    if isinstance(raw, Mapping):
        return next(each for key, each in raw.items() if str(key) == name)
    declared = type(raw).model_fields  # type: ignore[attr-defined]
    if name in declared:
        return getattr(raw, name)
    return next(getattr(raw, field) for field, info in declared.items() if info.alias == name)


def _is_property(raw: object, name: str) -> bool:
    """Whether ``name`` is a public property, or a field of a plain value such as the count of a duration."""
    if name.startswith("_") or isinstance(raw, str | Mapping | Sequence):
        return False
    on_class = getattr(type(raw), name, None)
    return isinstance(on_class, property) or name in getattr(type(raw), "__dataclass_fields__", {})


def _same(mine: object, theirs: object) -> bool:
    return mine == theirs or (isinstance(theirs, str) and mine is not None and str(mine) == theirs)
