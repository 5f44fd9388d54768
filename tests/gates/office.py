"""LibreOffice at work on a document: a macro opens it, edits it as a person would, and saves it as a Word file."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"'
_TOOLS = """
Global doc As Object

Sub Opened(name As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(name, "_blank", 0, hidden())
End Sub

Sub Saved(name As String)
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  doc.storeToURL(name, form())
  doc.close(True)
End Sub

Function Found(words As String) As Object
  Dim wanted As Object, one As Object, last As Object
  wanted = doc.createSearchDescriptor()
  wanted.SearchString = words
  one = doc.findFirst(wanted)
  Do While Not IsNull(one)
    last = one
    one = doc.findNext(one.End, wanted)
  Loop
  Found = last.Text.createTextCursorByRange(last)
End Function

Sub Written(words As String, other As String)
  Found(words).setString(other)
End Sub

Sub Tracked()
  doc.RecordChanges = True
End Sub

Sub Added(words As String, other As String)
  Dim here As Object
  here = Found(words)
  here.gotoEndOfParagraph(False)
  here.Text.insertControlCharacter(here, 0, False)
  here.Text.insertString(here, other, False)
End Sub

Sub Headed(words As String, other As String, style As String)
  Dim here As Object
  Added(words, other)
  here = Found(other)
  here.ParaStyleName = style
End Sub

Sub Removed(words As String)
  Dim here As Object
  here = Found(words)
  here.gotoStartOfParagraph(False)
  here.goLeft(1, False)
  here.goRight(1, True)
  here.gotoEndOfParagraph(True)
  here.setString("")
End Sub

Sub Split(words As String)
  Dim here As Object
  here = Found(words)
  here.collapseToStart()
  here.Text.insertControlCharacter(here, 0, False)
End Sub

Sub Joined(words As String)
  Dim here As Object
  here = Found(words)
  here.gotoEndOfParagraph(False)
  here.goRight(1, True)
  here.setString("")
End Sub

Sub Commented(words As String, says As String)
  Dim note As Object, here As Object
  here = Found(words)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = "Dana Reyes"
  note.Content = says
  here.Text.insertTextContent(here, note, True)
End Sub

Sub Demoted(words As String)
  Dim here As Object
  here = Found(words)
  here.NumberingLevel = here.NumberingLevel + 1
End Sub

Sub Author(first As String, last As String)
  Dim settings As Object
  Dim config(0) As New com.sun.star.beans.PropertyValue
  config(0).Name = "nodepath"
  config(0).Value = "/org.openoffice.UserProfile/Data"
  Dim provider As Object
  provider = createUnoService("com.sun.star.configuration.ConfigurationProvider")
  settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", config())
  settings.setPropertyValue("givenname", first)
  settings.setPropertyValue("sn", last)
  settings.commitChanges()
End Sub

Sub Footnoted(words As String, says As String)
  Dim note As Object, here As Object
  here = Found(words)
  here.collapseToEnd()
  note = doc.createInstance("com.sun.star.text.Footnote")
  here.Text.insertTextContent(here, note, False)
  note.setString(says)
End Sub

Sub CellWritten(words As String, other As String)
  Dim table As Object
  table = Found(words).TextTable
  table.getCellByName(Found(words).Cell.CellName).setString(other)
End Sub

Sub RowRemoved(words As String)
  Dim table As Object
  Dim place As String
  table = Found(words).TextTable
  place = Found(words).Cell.CellName
  table.Rows.removeByIndex(CInt(Mid(place, 2)) - 1, 1)
End Sub

Sub Boxed(words As String, says As String)
  Dim frame As Object
  Dim here As Object
  Dim size As New com.sun.star.awt.Size
  here = Found(words)
  here.collapseToEnd()
  frame = doc.createInstance("com.sun.star.text.TextFrame")
  size.Width = 5000
  size.Height = 1000
  frame.setSize(size)
  here.Text.insertTextContent(here, frame, False)
  frame.getText().setString(says)
End Sub

Sub RowAdded(words As String)
  Dim table As Object
  table = Found(words).TextTable
  table.Rows.insertByIndex(table.Rows.Count, 1)
  table.getCellByPosition(0, table.Rows.Count - 1).setString("Somebody new")
End Sub
"""


def work(folder: Path, jobs: Iterable[tuple[Path, Path, str]]) -> None:
    """Let LibreOffice edit documents.

    Args:
        folder: Where its profile is made.
        jobs: For each document: the file, the file to save it as, and the lines of Basic that edit it.
    """
    lines = [f'  Opened("{source.as_uri()}")\n{edits}\n  Saved("{target.as_uri()}")' for source, target, edits in jobs]
    module = f"{_TOOLS}\nSub Main\n" + "\n".join(lines) + "\n  StarDesktop.terminate()\nEnd Sub\n"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    own = folder / "profile" / "user" / "basic" / "Standard"  # it is made anew by the first start
    listed = '<library:element library:name="Work"/>'
    _write(own / "script.xlb", f'<library:library {_NAMESPACE} library:name="Standard" library:readonly="false" '
           f'library:passwordprotected="false">{listed}</library:library>\n')  # fmt: skip
    _write(own / "Work.xba", '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" '
           f'script:language="StarBasic">{escape(module)}</script:module>\n')  # fmt: skip
    subprocess.run([*command, "macro:///Standard.Work.Main"], check=True, capture_output=True, timeout=300)


def _write(path: Path, text: str) -> None:
    path.write_text(_HEAD + text, encoding="utf-8")
