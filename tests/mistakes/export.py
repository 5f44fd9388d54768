"""Write the corpus as folders that any tool can be tried on: ``python -m tests.mistakes.export OUT``."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from tests.mistakes.mistake import COUNTY, Mistake, corpus


def export(out: Path) -> None:
    """Write ``clean``, which is the example county, and for each mistake the files that differ and what is expected."""
    shutil.copytree(COUNTY, out / "clean")
    for mistake in corpus():
        folder = out / mistake.name
        folder.mkdir(parents=True)
        for name, text in mistake.files().items():
            (folder / name).write_bytes(text.encode(mistake.encoding))
        (folder / "expected.json").write_text(_expected(mistake), encoding="utf-8", newline="\n")


def _expected(mistake: Mistake) -> str:
    found = [
        {
            "code": one.code,
            "file": one.file,
            "line": mistake.place(one)[0],
            "column": mistake.place(one)[1],
            "says": one.says,
            "fixed": one.fixed or None,
        }
        for one in mistake.found
    ]
    expected = {"extends": "clean" if mistake.overlay else None, "found": found, "reads": mistake.reads}
    return json.dumps(expected, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    export(Path(sys.argv[1]))
