"""The HTML of a site, made by mkdocs in this process."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadkit.site.serving.rendered import Rendered

_CLOCK = "SOURCE_DATE_EPOCH"
"""Environment: the time that mkdocs writes instead of the clock's."""


def build_html(folder: Path, on: date, rendered: Rendered | None = None) -> list[str]:
    """Build a folder with mkdocs; return what it warns of, which nothing that leadkit wrote gives it cause for.

    Args:
        folder: The folder with ``mkdocs.yml``.
        on: The day that stands in the map of the site.
        rendered: What mkdocs made before, where a process builds the same site again and again.

    Raises:
        ImportError: mkdocs is not installed.
        OSError: A file cannot be read or written.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _heard() as said, _clock_at(on):
        try:
            config = load_config(str(folder / "mkdocs.yml"), strict=True)
            with rendered.used() if rendered else nullcontext():
                build(config)
        except OSError:
            raise
        except Exception as refusal:  # what others wrote into a page or the theme may be wrong in any way
            if not said:  # otherwise it only counts what was said
                said.append(str(refusal) or type(refusal).__name__)
    return [line.replace(str(folder), "").strip() for line in said]


@contextmanager
def _clock_at(on: date) -> Iterator[None]:
    before = os.environ.get(_CLOCK)
    day = datetime(max(on.year, 1980), on.month, on.day, tzinfo=UTC)
    os.environ[_CLOCK] = str(int(day.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_CLOCK]
        else:
            os.environ[_CLOCK] = before


class _Ear(logging.Handler):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _heard() -> Iterator[list[str]]:
    """The warnings of mkdocs, which are printed nowhere."""
    log, ear = logging.getLogger("mkdocs"), _Ear()
    passed_on = log.propagate
    log.addHandler(ear)
    log.propagate = False
    try:
        yield ear.said
    finally:
        log.removeHandler(ear)
        log.propagate = passed_on
