"""Telling how far a long query has come."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

    from leadkit.policy.batch.screening import Progress

_SECONDS = 0.2


@contextmanager
def watched(connection: duckdb.DuckDBPyConnection, progress: Progress | None) -> Iterator[None]:
    """Tell how far the queries in this block have come."""
    if progress is None:
        yield
        return
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(connection, progress, over), daemon=True)
    connection.execute("SET enable_progress_bar = true")
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()


def _watch(connection: duckdb.DuckDBPyConnection, progress: Progress, over: threading.Event) -> None:
    while not over.wait(_SECONDS):
        percent = connection.query_progress()
        if percent > 0:
            progress(min(percent / 100, 1.0))
