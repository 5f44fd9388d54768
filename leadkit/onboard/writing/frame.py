"""The files around a program's YAML, rendered by cookiecutter.

cookiecutter runs template code that it finds in values, reads a configuration in the home folder and keeps a replay
there. So it is given nothing but a slug and a version number, each checked here, a configuration of its own in a
folder that is thrown away, and no hooks.
"""

from __future__ import annotations

import re
from pathlib import Path

from leadkit.resources import templates
from leadkit.version import VERSION

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9a-z]+)*")


def render_frame(slug: str, into: Path, scratch: Path) -> Path:
    """Render the files around the YAML into a new folder, and return it.

    Args:
        slug: The name of the folder.
        into: Where the folder is made.
        scratch: A folder for what cookiecutter keeps, to be thrown away.
    """
    from cookiecutter.main import cookiecutter  # type: ignore[import-untyped]

    values = {"slug": slug, "version": VERSION}
    if not (_SLUG.fullmatch(slug) and _VERSION.fullmatch(VERSION)):
        raise AssertionError(f"not for a template engine: {values}")
    made = cookiecutter(
        str(templates() / "jurisdiction"),
        no_input=True,
        extra_context=values,
        output_dir=str(into),
        default_config={"replay_dir": str(scratch / "replay"), "cookiecutters_dir": str(scratch / "templates")},
        accept_hooks=False,
    )
    return Path(made)
