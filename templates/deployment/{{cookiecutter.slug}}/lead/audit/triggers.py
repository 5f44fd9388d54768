"""What makes a table append-only: the database itself refuses, whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_SQLITE = (
    "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
)
_REPLACED = (
    "CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
    " BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
)
"""INSERT OR REPLACE takes away the row in its way, and no trigger on DELETE hears of it."""
_FUNCTION = """CREATE OR REPLACE FUNCTION lead_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""
_POSTGRESQL = (
    _FUNCTION,
    "CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION lead_append_only()",
    "CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION lead_append_only()",
)


def install(table: str, *unique: str) -> Any:
    """What a migration runs to make a table append-only, which has these unique columns besides its key."""

    def run(apps: Any, editor: Any) -> None:
        for statement in put(editor.connection.vendor, table, unique):
            editor.execute(statement, params=None)

    return run


def remove(table: str) -> Any:
    """What a migration runs to undo it."""

    def run(apps: Any, editor: Any) -> None:
        for statement in taken(editor.connection.vendor, table):
            editor.execute(statement, params=None)

    return run


def put(vendor: str, table: str, unique: Iterable[str] = ()) -> list[str]:
    """The statements that put the triggers on a table."""
    if vendor == "postgresql":
        return [statement.replace("{table}", table) for statement in _POSTGRESQL]
    same = " OR ".join(f"{one} = NEW.{one}" for one in ("id", *unique))
    kept = [_SQLITE.format(table=table, verb=verb) for verb in ("UPDATE", "DELETE")]
    return [*kept, _REPLACED.format(table=table, same=same)]


def taken(vendor: str, table: str) -> list[str]:
    """The statements that take them away again."""
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_{end} ON {table}" for end in ("kept", "whole")]
    return [f"DROP TRIGGER IF EXISTS {table}_no_{verb}" for verb in ("UPDATE", "DELETE", "REPLACE")]
