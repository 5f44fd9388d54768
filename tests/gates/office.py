"""LibreOffice as another reader of tracked changes: it accepts or rejects them all by its own command."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_MODULE = """Sub Resolve(work As String)
  Dim number As Integer, line As String, parts() As String
  number = FreeFile
  Open work For Input As #number
  While Not EOF(number)
    Line Input #number, line
    parts = Split(line, Chr(9))
    If UBound(parts) = 2 Then Each_(parts(0), parts(1), parts(2))
  Wend
  Close #number
  StarDesktop.terminate()
End Sub

Sub Each_(source As String, command As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & command, "", 0, none())
  document.storeToURL(target, saved())
  document.close(True)
End Sub
"""
_LIBRARY = "http://openoffice.org/2000/library"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
ACCEPT, REJECT = "AcceptAllTrackedChanges", "RejectAllTrackedChanges"


def resolved(files: Sequence[Path], folder: Path) -> dict[tuple[str, str], Path]:
    """Each file with all its changes accepted and rejected, saved by LibreOffice, by name and command."""
    made = {
        (each.stem, command): folder / f"{each.stem}-{command}.docx" for each in files for command in (ACCEPT, REJECT)
    }
    given = {each.stem: each for each in files}
    work = folder / "work.txt"
    lines = [f"{given[name].as_uri()}\t{command}\t{target.as_uri()}" for (name, command), target in made.items()]
    work.write_text("\n".join(lines) + "\n", encoding="utf-8")
    profile = folder / "profile"
    started = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    # The first start lays out the folder of a user, and would write over what is there.
    subprocess.run([*started, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    _install(profile / "user" / "basic")
    macro = f"macro:///Standard.Redline.Resolve({work})"
    subprocess.run([*started, macro], check=True, capture_output=True, timeout=600)
    return made


def _install(basic: Path) -> None:
    """Put the macro where LibreOffice looks for a user's own."""
    library = basic / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    files = {
        basic / "script.xlc": f'<library:libraries xmlns:library="{_LIBRARY}" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<library:library library:name="Standard" library:link="false"/></library:libraries>',
        library / "script.xlb": f'<library:library xmlns:library="{_LIBRARY}" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Redline"/>'
        "</library:library>",
        library / "Redline.xba": '<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Redline" script:language="StarBasic">{escape(_MODULE)}</script:module>',
    }  # fmt: skip
    for path, text in files.items():
        path.write_text(_XML + text, encoding="utf-8")
