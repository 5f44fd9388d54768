"""``leadkit new`` as somebody answers it at a terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leadkit.cli.group import command

POSIX = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], standalone_mode=False)


class _Terminal:
    """leadkit new in a pseudo-terminal, in a process of its own.

    ``pty.spawn`` gives the command a terminal to itself, so that Ctrl+C is typed as anybody types it.
    """

    SPAWN = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"

    def __init__(self, folder: Path, *arguments: str) -> None:
        command_line = [sys.executable, "-c", self.SPAWN, sys.executable, "-m", "leadkit", "new", *arguments]
        environment = {**os.environ, "HOME": str(folder / "home"), "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command_line, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.shown = ""
        self.seen = 0

    def expect(self, text: str) -> None:
        """Wait until a text appears after what was expected before."""
        ends = time.monotonic() + 60
        while text not in self.shown[self.seen :]:
            more = self._more(ends - time.monotonic())
            assert more, f"{text!r} does not come in:\n{self.shown[self.seen :]}"
        self.seen = self.shown.index(text, self.seen) + len(text)

    def _more(self, seconds: float) -> str:
        """What comes within some seconds; empty where nothing does."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], max(seconds, 0))
        more = os.read(self.process.stdout.fileno(), 65536).decode("utf-8", "replace") if ready else ""
        more = more.replace("\r\n", "\n")
        self.shown += more
        return more

    def type(self, text: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(text.encode())
        self.process.stdin.flush()

    def press(self, key: str, until: str) -> None:
        """Press a key until a text appears, as anybody does.

        A key that arrives just before Python begins to wait for a line is not seen before the next one.
        """
        for _ in range(20):
            self.type(key)
            while self._more(2) and until not in self.shown[self.seen :]:
                pass
            if until in self.shown[self.seen :]:
                return
        pytest.fail(f"{until!r} does not come in:\n{self.shown[self.seen :]}")

    def answer(self, question: str, text: str) -> None:
        """Answer a question when it is asked."""
        self.expect(question)
        self.expect("> ")
        self.type(f"{text}\n")

    def ends(self) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with self.process.stdout as rest:
            self.shown += rest.read().decode("utf-8", "replace").replace("\r\n", "\n")
        self.process.stdin.close()
        return self.process.wait(timeout=60)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path


@POSIX
def test_a_planner_answers_at_a_terminal(desk: Path) -> None:
    terminal = _Terminal(desk)
    terminal.answer("In which state is the program?", "?")
    terminal.expect("Its law decides what is an offense")
    terminal.expect("For example: OH")
    terminal.answer("", "Ohiowa")
    terminal.expect("Write the two postal letters of the state, such as OH, or its name")
    terminal.answer("", "oh")
    terminal.answer("full legal name of the government", "")
    terminal.expect("This answer is needed; ? explains the question.")
    terminal.answer("", "Mapel County")
    terminal.answer("What kind of government is Mapel County?", "back")
    terminal.answer("full legal name of the government", "Maple County")
    terminal.answer("What kind of government is Maple County?", "2")
    terminal.answer("Which body acts for Maple County?", "Board of Commissioners")
    terminal.answer("sign the agreement? (yes or no)", "")
    terminal.answer("What is the title of the person who signs for Maple County?", "President of the Board")
    terminal.answer("Does another government take part?", "")
    terminal.expect("(no more)")
    terminal.answer("What is the full name of the program?", "Maple {{ 7*7 }}: County")
    terminal.answer("On what day is this description true?", "2026-11-24")
    terminal.answer("By when should the agreement be signed?", "2027-06")
    terminal.answer("Who settles the legal questions", "")
    for question in ("Who brings about", "Where does the program stand?", "one to plan a program", "Whom does"):
        terminal.answer(question, "")
    terminal.answer("In which area", "")
    terminal.answer("Which police or sheriff's agency", "Maple Police")
    terminal.answer("What is Maple Police?", "police")
    terminal.answer("What is Maple Police in law?", "undecided")
    terminal.expect("(left open)")
    terminal.answer("To which government", "1")
    terminal.answer("Does Maple Police sign", "no")
    terminal.answer("Another police agency?", "")
    for question in (
        "decides on charges?",
        "cannot pay a lawyer?",
        "provides case management?",
        "Who else takes part?",
    ):
        terminal.answer(question, "")
    terminal.answer("Which of these hosts project management?", "")
    terminal.answer("By which pathways", "1, social contact")
    terminal.answer("outside the catalogues", "")
    for question in ("one decision about", "several charges?", "To which principles", "name LEAD?"):
        terminal.answer(question, "")
    for question in ("sets policy", "daily work", "of the community"):
        terminal.answer(question, "")
    terminal.answer("In which folder should the program be written?", ".")
    terminal.expect("is not empty")
    terminal.answer("", "maple")
    terminal.expect("Next: leadkit check maple")
    assert terminal.ends() == 0
    assert not list((desk / "home").iterdir())
    made = desk / "maple"
    assert 'name: "Maple {{ 7*7 }}: County"' in (made / "program.yaml").read_text(encoding="utf-8")
    assert "signs_for: [maple-police]" in (made / "agreement.yaml").read_text(encoding="utf-8")
    check = _run("check", made)
    assert check.return_value == 0, check.output


@POSIX
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["interrupt", "end-of-input"])
def test_stopping_leaves_nothing(key: str, desk: Path) -> None:
    terminal = _Terminal(desk, "maple")
    terminal.answer("In which state is the program?", "back")
    terminal.answer("In which state is the program?", "OH")
    terminal.expect("full legal name of the government")
    terminal.expect("> ")
    terminal.press(key, "Nothing was written.")
    assert terminal.ends() == 130
    assert [entry.name for entry in desk.iterdir()] == ["home"]
    assert not list((desk / "home").iterdir())
