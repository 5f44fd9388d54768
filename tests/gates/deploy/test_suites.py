"""The services of programs test themselves, on both of their databases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gates.conftest import PROGRAMS
from tests.gates.deploy.services import closing_line

Service = Callable[[str], Path]
OF_THE_TABLE = ("tests/test_matrix.py", "tests/test_consents.py", "tests/test_mutation.py", "tests/test_removals.py")
"""The tests of what the gate makes of the agreement: the same on any database, and half of the time."""
pytestmark = pytest.mark.gate("python:django", "python:pytest_django")


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_service_passes_its_own_tests(name: str, service: Service) -> None:
    assert " passed" in closing_line(service(name))


@pytest.mark.gate("pg_ctlcluster", "python:psycopg")
@pytest.mark.parametrize("name", ["example-county", "albany-ny"])
def test_a_service_passes_its_own_tests_on_postgresql(name: str, service: Service, postgresql: str) -> None:
    # The service's tests make the database test_<name> beside this one and drop it at the end.
    apart = [f"--ignore={one}" for one in OF_THE_TABLE]
    line = closing_line(service(name), *apart, DATABASE_URL=postgresql.format(name="postgres"))
    assert " passed" in line
