"""What people do today: docxtpl fills a Word template, and one LibreOffice turns all of them into PDF.

``python -m benchmarks.peer template FILE`` makes the template; ``python -m benchmarks.peer render FILE OUT TEXT...``
fills it with each text and converts them; with ``all`` in place of ``render`` into HTML and plain text too.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


def make_template(file: Path) -> None:
    """A heading and a loop over paragraphs, as a lawyer would write them in Word."""
    import docx

    document = docx.Document()
    document.add_heading("{{ title }}")
    for line in ("{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(file))


def render(template: Path, out: Path, texts: list[Path], forms: Sequence[str]) -> None:
    """Fill the template with each text, and convert all of them in one run for each format."""
    from docxtpl import DocxTemplate

    made: list[str] = []
    for text in texts:
        document = DocxTemplate(str(template))
        title, *paragraphs = text.read_text(encoding="utf-8").splitlines()
        document.render({"title": title, "paragraphs": paragraphs}, autoescape=True)
        made.append(str(out / f"{text.stem}.docx"))
        document.save(made[-1])
    profile = f"-env:UserInstallation={(out / 'profile').absolute().as_uri()}"
    for form in forms:
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), *made]
        subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    action, *places = sys.argv[1:]
    if action == "template":
        make_template(Path(places[0]))
    else:
        forms = ["pdf", "html", "txt:Text"] if action == "all" else ["pdf"]
        render(Path(places[0]), Path(places[1]), [Path(each) for each in places[2:]], forms)
