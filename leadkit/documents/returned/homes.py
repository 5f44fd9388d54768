"""Where the overrides of a document are kept, and the field that names the place where none does yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadkit.documents.overrides.layer import Level
from leadkit.documents.returned.bench import Home
from leadkit.source.adding import field_added
from leadkit.source.text import SourceText
from leadkit.source.tree import Mapping, Text, find

if TYPE_CHECKING:
    from leadkit.diagnostic import Edit
    from leadkit.documents.paper import Paper
    from leadkit.model.load import Jurisdiction


@dataclass(frozen=True, slots=True)
class Place:
    """Where the overrides go.

    Attributes:
        home: The folder.
        edit: The edit that names it in the program; None where it is named already.
        line: That line, where it has to be added by hand; empty where it has not.
    """

    home: Home
    edit: Edit | None = None
    line: str = ""


def place_of(jurisdiction: Jurisdiction, paper: Paper) -> Place:
    """Where the overrides of a document go."""
    source = jurisdiction.source
    own, whole = ("documents", paper.id, "overrides"), ("program", "clauses")
    for path, level, kind in ((own, Level.AGREEMENT, ""), (whole, Level.JURISDICTION, paper.printer)):
        written = find(source.root, path)
        if isinstance(written, Text) and written.value:
            folder = "/".join(part for part in (written.value.rstrip("/"), kind) if part)
            home = Home(level, folder, ".".join(path))
            return Place(home) if source.is_own(written.span.file) else Place(home, line=f"{'.'.join(path)}: {folder}")
    listed = paper.setting is not None
    path, value = (own, f"clauses/{paper.id}") if listed else (whole, "clauses")
    level = Level.AGREEMENT if listed else Level.JURISDICTION
    home = Home(level, value if listed else f"clauses/{paper.printer}", ".".join(path))
    group = find(source.root, path[:-1])
    edit = None
    if isinstance(group, Mapping) and source.is_own(group.span.file):
        name = group.span.file
        edit = field_added(SourceText(name, source.files[name]), group, path[-1], value)
    return Place(home, edit, "" if edit else f"{'.'.join(path)}: {value}")
