"""The table in which every worker counts the tries of the second factor."""

from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.db import migrations


def _make(apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


def _drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE cache")


class Migration(migrations.Migration):
    """Makes the table; ``createcachetable`` does nothing where it is there."""

    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(_make, _drop)]
