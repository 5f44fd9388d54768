"""The Django project around the data files, rendered by cookiecutter.

cookiecutter runs template code that it finds in values, reads a configuration in the home folder and keeps a replay
there. So it is given nothing but a slug that is checked here, a configuration of its own in a folder that is thrown
away, and no hooks; and it copies all but a handful of files as they are.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from leadkit.resources import templates

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
_NOT_OURS = shutil.ignore_patterns(
    "__pycache__",
    "*.pyc",
    "*.pyo",
    "*.mo",
    "*.sqlite3*",
    ".venv",
    "static_files",
    ".*_cache",
    "node_modules",
    ".DS_Store",
)
"""What running the project in place leaves there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The files of the project that are the same for every program, but for the slug in a few of them.

    Attributes:
        files: The bytes of each, by its path.
        executable: Those that are run by their names.
    """

    files: dict[str, bytes]
    executable: frozenset[str]


def slug_of(name: str) -> str:
    """A name of letters, digits and hyphens for the project, made of the name of the program's folder."""
    found = "-".join(re.findall(r"[a-z0-9]+", name.lower()))[:_LONGEST].strip("-")
    return found or "county-lead"


def frame(slug: str, template: Path | None = None) -> Frame:
    """Render the project.

    Args:
        slug: The name of the project.
        template: The folder of the template; without it, the shipped one.
    """
    from cookiecutter.main import cookiecutter  # type: ignore[import-untyped]

    if not _SLUG.fullmatch(slug):
        raise AssertionError(f"not for a template engine: {slug!r}")
    with tempfile.TemporaryDirectory(prefix="leadkit-frame-") as scratch:
        room = Path(scratch)
        given = template or templates() / "deployment"
        shutil.copytree(given, room / "template", ignore=_NOT_OURS, ignore_dangling_symlinks=True)
        made = cookiecutter(
            str(room / "template"),
            no_input=True,
            extra_context={"slug": slug},
            output_dir=str(room / "made"),
            default_config={"replay_dir": str(room / "replay"), "cookiecutters_dir": str(room / "templates")},
            accept_hooks=False,
        )
        return _read(Path(made))


def _read(folder: Path) -> Frame:
    found = {each.relative_to(folder).as_posix(): each for each in sorted(folder.rglob("*")) if each.is_file()}
    run = frozenset(path for path, each in found.items() if each.stat().st_mode & 0o100)
    return Frame({path: each.read_bytes() for path, each in found.items()}, run)
