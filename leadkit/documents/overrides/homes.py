"""Where the overrides of a document are kept, and the field that names the place where none does yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.overrides.layer import Level
from leadkit.source.adding import field_added
from leadkit.source.overlay import ADD, CHANGE
from leadkit.source.text import SourceText
from leadkit.source.tree import Mapping, Text, find

if TYPE_CHECKING:
    from leadkit.diagnostic import Edit
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True, slots=True)
class Home:
    """Where the overrides of a document are kept.

    Attributes:
        level: Whose layer it is.
        folder: The folder from the program's own, with forward slashes.
        path: The field that names it, or a folder above it.
        value: What that field says, or has to say.
        is_named: Whether the program's own text says so; what a base says counts from the folder of the base.
        edit: The edit that names it; None where it is named, or where the field has to be added by hand.
        above: Under which word of a folder that extends a base the field is to be added by hand: ``change`` where the
            base has it already, ``add`` where it has the group alone; empty where there is no such word.
    """

    level: Level
    folder: str
    path: tuple[str, ...]
    value: str
    is_named: bool = False
    edit: Edit | None = None
    above: str = ""

    @property
    def cause(self) -> str:
        """The field that names it, as it is written in one line."""
        return ".".join(self.path)


def home_of(jurisdiction: Jurisdiction, paper: Paper) -> Home:
    """Where the overrides of a document are kept, or go."""
    source = jurisdiction.source
    own, whole = ("documents", paper.id, "overrides"), ("program", "clauses")
    for path, level, kind in ((own, Level.AGREEMENT, ""), (whole, Level.JURISDICTION, paper.printer)):
        written = find(source.root, path)
        if isinstance(written, Text) and written.value:
            value = written.value.rstrip("/")
            folder = "/".join(part for part in (value, kind) if part)
            is_own = source.is_own(written.span.file)
            return Home(level, folder, path, value, is_named=is_own, above="" if is_own else CHANGE)
    if paper.setting is not None:
        folder = f"clauses/{paper.id}"
        edit = _naming(jurisdiction, own, folder)
        return Home(Level.AGREEMENT, folder, own, folder, edit=edit, above=_above(jurisdiction, own))
    edit, above = _naming(jurisdiction, whole, "clauses"), _above(jurisdiction, whole)
    return Home(Level.JURISDICTION, f"clauses/{paper.printer}", whole, "clauses", edit=edit, above=above)


def _above(jurisdiction: Jurisdiction, path: tuple[str, ...]) -> str:
    """The word under which a field goes of which a base has the group."""
    group = find(jurisdiction.source.root, path[:-1])
    begun = (group.span, *group.origins) if isinstance(group, Mapping) else ()
    return ADD if any(not jurisdiction.source.is_own(each.file) for each in begun) else ""


def _naming(jurisdiction: Jurisdiction, path: tuple[str, ...], value: str) -> Edit | None:
    """The edit that adds the field; None where there is no plain place for it."""
    source = jurisdiction.source
    group = find(source.root, path[:-1])
    if not isinstance(group, Mapping) or not source.is_own(group.span.file):
        return None
    name = group.span.file
    return field_added(SourceText(name, source.files[name]), group, path[-1], value)
