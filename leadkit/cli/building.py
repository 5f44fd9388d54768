"""The documents of programs: each program checked, composed and written, several at once on several cores."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from leadkit.check.run import check_jurisdiction
from leadkit.cli.cache import as_read
from leadkit.cli.looked_at import as_standing, as_trees
from leadkit.diagnostic import Severity
from leadkit.documents import build_standing
from leadkit.documents.codes import LEFT_OUT, NOT_TRANSLATED, UNREVIEWED
from leadkit.documents.manifest import NAME, write_manifest, written_before
from leadkit.documents.overrides.codes import MERGED
from leadkit.documents.side_by_side import can_divide
from leadkit.documents.signing.listing import NAME as SIGNING
from leadkit.documents.signing.listing import write_signing
from leadkit.model.load import load
from leadkit.report.built import Outcome
from leadkit.resources import templates
from leadkit.source.codes_overlay import BASE_ALONE

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from leadkit.diagnostic import Diagnostic
    from leadkit.documents.building import BuildResult
    from leadkit.source import Source

_TOLD = (UNREVIEWED.code, NOT_TRANSLATED.code, MERGED.code)
"""Notes that are no remarks on clauses."""

_ALIVE = 1_000_000
"""How many more things are made than done with before Python looks for some that hold each other: the trees of a
program live until it is built, and looking through them again and again takes a fifth of the time of composing. What
one program makes stays below."""

Job = tuple[str, "Path"]
"""A program, and the folder of its documents."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be built of each program.

    Attributes:
        documents: The documents, by kind or as the program calls them; none for all.
        formats: The formats.
        on: The day; None for the program's own.
        overwrite: Whether files that somebody changed are written over.
    """

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    on: date | None
    overwrite: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What became of one program.

    Attributes:
        outcome: What is told of it.
        read: What it was made from and what it made, for the cache; a None in it means that it may not be kept.
    """

    outcome: Outcome
    read: tuple[str | None, ...]


def build_programs(jobs: Sequence[Job], wanted: Wanted) -> list[Built]:
    """Build the documents of each program, in the order given."""
    cores = os.cpu_count() or 1
    if min(len(jobs), cores) < 2:
        return [_build(wanted, job, cores) for job in jobs]
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if can_divide() else "spawn")
    with ProcessPoolExecutor(min(len(jobs), cores), context) as pool:
        return list(pool.map(partial(_build, wanted), jobs))


def _build(wanted: Wanted, job: Job, cores: int = 1) -> Built:
    gc.set_threshold(_ALIVE)
    place, out = job
    jurisdiction = load(place)
    source = jurisdiction.source
    day = wanted.on or jurisdiction.as_of  # what is wrong on other days is no part of this text
    read = [as_read(source), as_trees(str(out), [str(templates()), *source.folders])]
    errors = tuple(one for one in check_jurisdiction(jurisdiction, day) if one.is_error)
    errors += tuple(no_program(source))
    before = written_before(out)
    earlier = None if wanted.overwrite else before
    standing = jurisdiction.resolve(day)
    asked = (wanted.documents, wanted.formats, out, earlier)
    built = () if errors else build_standing(standing, *asked, cores=cores)
    unwritten = write_manifest(built, source.digest, out, before) if built else ()
    unwritten += write_signing(built, out)
    found = (*errors, *_in_the_way(built), *unwritten)
    printed = [replace(each, document_tree=None) for each in built]
    written = [str(file.path) for each in built for file in each.files]
    lists = [str(out / name) for name in (NAME, SIGNING) if name == NAME or os.path.exists(out / name)]  # noqa: PTH110  (a name may be too long)
    read.append(as_standing([*written, *lists]))
    audiences = {each.document: each.document_tree.audience for each in built if each.document_tree}
    return Built(Outcome(place, dict(source.files), found, printed, audiences), tuple(read))


def no_program(source: Source) -> Iterator[Diagnostic]:
    """A folder that is the base of others is an error here: it makes no document of its own."""
    for one in source.diagnostics:
        if one.code == BASE_ALONE.code:
            remedy = "Build a folder that extends it."
            yield replace(one, severity=Severity.ERROR, message="This folder is a base, and no program.", remedy=remedy)


def _in_the_way(built: Iterable[BuildResult]) -> Iterator[Diagnostic]:
    """What was found while documents were composed: no part that is listed as left out, and no notes on clauses.

    A text that leadkit merged and nobody has read yet is told all the same, and how far a translation can be relied on.
    """
    found = (one for each in built for one in each.diagnostics if one.code != LEFT_OUT.code)
    return (one for one in found if one.severity is not Severity.NOTE or one.code in _TOLD)
