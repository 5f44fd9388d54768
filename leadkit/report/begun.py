"""What ``leadkit override`` writes, or would write, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from leadkit.diagnostic import Diagnostic
from leadkit.report.json import JSON_VERSION, finding

if TYPE_CHECKING:
    from leadkit.documents.overrides.making import Made


def render_json(made: Made | Diagnostic, trouble: Diagnostic | None, *, written: bool) -> str:
    """Each file, whether it was written, the line that is left to add by hand, and what stands in the way."""
    files: tuple[str, ...] = ()
    add = None
    if not isinstance(made, Diagnostic):
        files = tuple(path.as_posix() for path in made.after)
        add = {"to": made.where, "line": made.line} if made.line and not made.added else None
    found = [finding(trouble)] if trouble else []
    body = {"version": JSON_VERSION, "written": written, "files": files, "add": add, "findings": found}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
