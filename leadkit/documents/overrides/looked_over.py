"""What can be said of a program's overrides before any document is composed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic
    from leadkit.model.standing import Standing


@dataclass(frozen=True, slots=True)
class LookedOver:
    """The overrides of a program.

    Attributes:
        found: What is wrong with them.
        folders: Where they are.
    """

    found: tuple[Diagnostic, ...] = ()
    folders: tuple[str, ...] = ()


def look_over(standing: Standing) -> LookedOver:
    """Lay the overrides that a program names over the clauses of the library, and compose nothing."""
    program = standing.program
    if program is None or not (program.program.clauses or any(each.overrides for each in program.documents.values())):
        return LookedOver()
    from leadkit.documents.library import default_root, load
    from leadkit.documents.overrides.codes import CODES
    from leadkit.documents.overrides.layer import Level
    from leadkit.documents.overrides.places import layers_of
    from leadkit.documents.paper import papers_of

    codes = {code.code for code in CODES}
    found: list[Diagnostic] = []
    folders: list[str] = []
    for paper in papers_of(program.documents):
        layers = layers_of(standing, paper) if paper.printer else ()
        own = [each.folder for each in layers if each.level is not Level.STATE]
        if own:
            folders += own
            found += (one for one in load(paper.printer, default_root(), layers).diagnostics if one.code in codes)
    return LookedOver(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(folders)))
