"""What other programs may rely on: a change here is a change for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import leadkit

FACE = {
    "BuildResult": "leadkit.documents.building",
    "Code": "leadkit.diagnostic.code",
    "Diagnostic": "leadkit.diagnostic.diagnostic",
    "Jurisdiction": "leadkit.model.load",
    "Program": "leadkit.model.root",
    "Severity": "leadkit.diagnostic.diagnostic",
    "Span": "leadkit.diagnostic.span",
    "Standing": "leadkit.model.standing",
    "build": "leadkit.documents.building",
    "build_standing": "leadkit.documents.standing",
    "check_jurisdiction": "leadkit.check.run",
    "load": "leadkit.model.load",
}


def test_the_public_face_is_this_and_nothing_else() -> None:
    assert set(leadkit.__all__) == set(FACE)
    assert {name: getattr(leadkit, name).__module__ for name in FACE} == FACE
    assert all(getattr(leadkit, name).__doc__ for name in FACE)


def test_no_name_of_the_face_is_a_package_too() -> None:
    """The package would take the place of the function as soon as anything imports it."""
    packages = {path.name for path in Path(leadkit.__file__).parent.iterdir() if path.is_dir()}
    assert not packages & FACE.keys()


def test_importing_leadkit_imports_no_room() -> None:
    script = "import sys, leadkit; print(sorted(name for name in sys.modules if name.startswith('leadkit')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "['leadkit']\n"
