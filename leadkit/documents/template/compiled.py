"""Compiled clauses, kept between commands: compiling them takes longer than printing them.

They are kept under a digest of leadkit's own code, in a folder that only the user may write to, as Python keeps its
own. Any trouble with it means that a clause is compiled anew.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, Template, nodes

from leadkit.kept import folder, own_digest

_ROOM = "clauses"


def compiled_once(environment: Environment, text: str, parse: Callable[[], nodes.Template]) -> Template:
    """The template of a text; it is parsed and compiled only where no earlier command did so."""
    kept = _kept()
    if kept is None:
        return environment.from_string(parse())
    name = hashlib.sha256(text.encode("utf-8")).hexdigest()
    bucket = kept.get_bucket(environment, name, None, text)
    code: CodeType | None = bucket.code
    if code is None:
        code = environment.compile(parse(), name)
        bucket.code = code
        with suppress(OSError):
            kept.set_bucket(bucket)
    return Template.from_code(environment, code, environment.make_globals(None))


@cache
def _kept() -> BytecodeCache | None:
    """The place of this leadkit's clauses; None where nothing can be kept. What others left is taken away."""
    try:
        room = Path(folder()) / _ROOM
        own = room / own_digest()
        if not own.is_dir():
            shutil.rmtree(room, ignore_errors=True)
            own.mkdir(mode=0o700, parents=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(own))
