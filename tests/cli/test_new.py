"""leadkit new on the command line: from a file, and by questions on a terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from leadkit.cli import new
from leadkit.cli.group import command

MAPLE = Path(__file__).parents[1] / "onboard" / "maple.yaml"
POSIX = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals are POSIX")


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments], standalone_mode=False)


def _usage(*arguments: str | Path) -> str:
    result = _run(*arguments)
    assert result.exception is not None
    return str(getattr(result.exception, "message", result.exception))


def test_new_check_build_for_a_place_in_a_state_without_a_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    new = _run("new", "maple", "--answers", MAPLE)
    assert new.return_value == 0
    written = new.output.splitlines()
    assert written[-1] == "Next: leadkit check maple, then leadkit build maple"
    assert sorted(written[:-1]) == sorted(
        file.relative_to(tmp_path).as_posix() for file in Path(tmp_path, "maple").rglob("*") if file.is_file()
    )
    check = _run("check", "maple", "--strict")
    assert check.return_value == 0, check.output
    build = _run("build", "maple", "--document", "mou", "--format", "md")
    assert build.return_value == 0, build.output
    assert "Decision needed" in Path("out/maple/mou.md").read_text(encoding="utf-8")


def test_without_a_folder_the_program_s_name_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert _run("new", "--answers", MAPLE).return_value == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["maple-county-diversion-program"]


def test_the_workflow_runs_the_commands_that_there_are(tmp_path: Path) -> None:
    _run("new", tmp_path / "maple", "--answers", MAPLE)
    workflow = (tmp_path / "maple" / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    runs = [line.split("run: ")[1] for line in workflow.splitlines() if "run: " in line]
    assert runs == ['python -m pip install "$LEADKIT"', "leadkit check .", "leadkit build . --out out"]
    readme = (tmp_path / "maple" / "README.md").read_text(encoding="utf-8")
    assert "{{" not in readme + workflow
    assert "`leadkit check .`" in readme


def test_what_is_taken_over_from_another_program_is_said(tmp_path: Path) -> None:
    least = MAPLE.with_name("least.yaml")
    result = _run("new", tmp_path / "birch", "--answers", least, "--like", "example-county")
    said = [line for line in result.output.splitlines() if line.startswith("From ")]
    assert len(said) == 4
    assert said[0].startswith("From example-county: pathways: arrest_diversion, ")
    assert "From example-county: policy_group: Policy Coordinating Group" in said


def test_wrong_answers_are_findings_and_nothing_is_written(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(MAPLE.read_text(encoding="utf-8").replace("state: OH", "state: Ohio"), encoding="utf-8")
    result = _run("new", tmp_path / "maple", "--answers", file)
    assert result.return_value == 1
    assert "answers.yaml, line 2" in result.output
    assert '"Ohio" cannot answer "state".' in result.output
    assert result.output.endswith("Nothing was written.\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["answers.yaml"]


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "here.txt").touch()
    assert "is not empty" in _usage("new", tmp_path, "--answers", MAPLE)
    assert "is a file" in _usage("new", tmp_path / "here.txt", "--answers", MAPLE)
    assert "make it first" in _usage("new", tmp_path / "a" / "b", "--answers", MAPLE)


@pytest.mark.parametrize("name", ["CON", "nul.txt", "a?b", "x ", "a\nb", "y."])
def test_a_name_that_is_none_on_windows_is_refused(name: str, tmp_path: Path) -> None:
    assert _usage("new", f"{tmp_path.as_posix()}/{name}", "--answers", MAPLE).startswith("No folder can be named")
    assert not list(tmp_path.iterdir())


@POSIX
def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "away")
    assert "is a link" in _usage("new", tmp_path / "link", "--answers", MAPLE)


def test_a_place_that_cannot_be_written_to_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    result = _run("new", tmp_path / "maple", "--answers", MAPLE)
    assert result.return_value == 1
    assert "could not be written: Permission denied." in result.output
    assert "Begin the program in a folder that you may write to." in result.output


def test_without_a_terminal_there_are_no_questions(tmp_path: Path) -> None:
    assert "There is no terminal to ask questions on." in _usage("new", tmp_path / "maple")
    assert "Did you mean albany-ny" in _usage("new", tmp_path / "maple", "--like", "albany")


def test_without_a_standard_input_there_are_no_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)  # as after leadkit new maple <&-
    with pytest.raises(click.UsageError, match="There is no terminal"):
        command.main(["new", str(tmp_path / "maple")], standalone_mode=False)


TYPED = ["OH", "Maple County", "county", "", "no", "", "Maple Program", "2026-11-24", "2027", "", ""]
"""As little as can be answered; Enter alone takes what is proposed, or leaves a question open."""


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """Answer the questions of ``leadkit new maple``; whatever is not typed is Enter alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leadkit.cli.new.asks_on_terminal", lambda: True)
    lines = "\n".join([*TYPED, *[""] * 30, ""])

    def run() -> Result:
        return CliRunner().invoke(command, ["new", "maple"], input=lines, standalone_mode=False)

    return run


def _fill(place: Path) -> None:
    place.mkdir()
    (place / "precious.txt").touch()


def _no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _go_on(tmp_path: Path) -> None:
    assert _run("new", "again", "--answers", "answers.yaml").return_value == 0
    assert "name: Maple Program" in (tmp_path / "again" / "program.yaml").read_text(encoding="utf-8")


def test_answers_are_kept_where_there_is_no_room_for_the_folder(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("leadkit.onboard.writing.folder._write", _no_room)
        result = typed()
    assert result.return_value == 1
    assert "No space left on device" in result.output
    assert result.output.endswith(
        "Your answers are kept in answers.yaml.\n"
        "To go on without being asked again: leadkit new FOLDER --answers answers.yaml\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == ["answers.yaml"]
    _go_on(tmp_path)


def test_answers_are_kept_where_the_folder_has_been_filled_meanwhile(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = new._asked

    def meanwhile(*arguments: Any) -> Any:
        answers = asked(*arguments)
        _fill(tmp_path / "maple")
        return answers

    monkeypatch.setattr(new, "_asked", meanwhile)
    result = typed()
    assert result.return_value == 2
    assert (
        "The folder maple is not empty; choose another, for nothing in it is overwritten.\nYour answers are kept"
        in (result.output)
    )
    _go_on(tmp_path)


def test_answers_that_can_be_kept_nowhere_are_printed(
    typed: Callable[[], Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("leadkit.onboard.writing.folder._write", _no_room)
        patch.setattr("leadkit.onboard.answers.keeping.keep", _no_room)
        printed = typed().output
    assert "copy the lines above into a file answers.yaml" in printed
    text = printed[printed.index("# The answers") : printed.index("Your answers cannot")]
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    _go_on(tmp_path)


def test_no_word_is_broken_on_a_narrow_terminal(typed: Callable[[], Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    shown = typed().output.split("\nmaple/")[0]
    assert max(len(line) for line in shown.splitlines()) <= 40
    assert "             brackets; without one it\n" in shown


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
    terminal.answer("", "Ohio")
    terminal.expect("Write the two postal letters of the state, such as OH.")
    terminal.answer("", "oh")
    terminal.answer("full legal name of the government", "")
    terminal.expect("Nothing can be written without this answer; ? explains it.")
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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["here.txt"], "There is a file here.txt;"),
        (["x" * 300], f"The folder {'x' * 80} cannot be used"),
        (["pine", "--like", "empty"], "The program empty cannot be read. Run: leadkit check empty."),
    ],
)
def test_a_name_is_repeated_as_it_was_typed(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert says in _usage("new", *arguments, "--answers", MAPLE)
