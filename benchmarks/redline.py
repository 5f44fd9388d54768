"""A redline of the county's memorandum on two days, beside python-redlines on the same two files."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from benchmarks.programs import COUNTY
from leadkit.documents import to_docx
from leadkit.documents.compare.comparison import compare
from leadkit.documents.redline.docx import to_redline
from leadkit.documents.standing import compose_standing
from leadkit.model.load import load

PEER = "python-redlines, from two Word files"
DAYS = date(2024, 3, 4), date(2026, 11, 24)


def redline(rounds: int) -> dict[str, float]:
    """The median seconds of each way to a file with tracked changes, in turns and in one process.

    The peer begins with the two Word files and we with the two clause trees that they were printed from; with the
    printing of both files, our way is the same as the peer's and that of whoever made the files.
    """
    from python_redlines import DocxodusEngine

    county = load(COUNTY)
    composed = (compose_standing(county.resolve(day), "mou").document for day in DAYS)
    old, new = (each for each in composed if each is not None)
    files = to_docx(old), to_docx(new)
    engine = DocxodusEngine()
    ways: dict[str, Callable[[], object]] = {
        PEER: lambda: engine.run_redline("leadkit", *files),
        "`to_redline`, from two clause trees": lambda: to_redline(compare(old, new)),
        "`to_redline`, and both files printed": lambda: (to_docx(old), to_docx(new), to_redline(compare(old, new))),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(rounds + 1):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            if turn:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(taken) for name, taken in seconds.items()}
