"""What ``leadkit migrate`` changed, or would change, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leadkit.report.json import JSON_VERSION, finding
from leadkit.report.repaired import changes

if TYPE_CHECKING:
    from leadkit.diagnostic import Diagnostic


def render_json(
    before: Mapping[Path, bytes], after: Mapping[Path, bytes], found: Iterable[Diagnostic], *, written: bool
) -> str:
    """Each file with the lines that change, whether it was written, and what stands in the way."""
    printed = {
        "version": JSON_VERSION,
        "written": written,
        "files": changes(before, after),
        "findings": [finding(one) for one in found],
    }
    return json.dumps(printed, ensure_ascii=False, indent=2) + "\n"
