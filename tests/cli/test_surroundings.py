"""What surrounds a command: a full disk, a closed output, odd names. None is leadkit's fault."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from leadkit.resources import programs

COUNTY = programs() / "example-county"
POSIX = pytest.mark.skipif(os.name == "nt", reason="names and devices of POSIX")
CLOSED = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'leadkit', *sys.argv[1:]])"


def _run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    defaults = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "errors": "replace"}
    command = [sys.executable, "-m", "leadkit", *map(str, arguments)]
    return subprocess.run(command, check=False, **{**defaults, **options})  # type: ignore[call-overload,no-any-return]


def _copy(folder: Path) -> Path:
    return Path(shutil.copytree(COUNTY, folder))


@POSIX
@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["show", str(COUNTY), "program.law"]], ids=str)
def test_output_without_room_is_said(arguments: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = _run(*arguments, stdout=full)
    assert (done.returncode, done.stderr) == (1, "The output could not be written: No space left on device.\n")


@POSIX
def test_a_command_without_output_has_its_exit_code() -> None:
    done = subprocess.run([sys.executable, "-c", CLOSED, "check", str(COUNTY)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@POSIX
def test_a_reader_who_leaves_early_is_no_finding() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = _run("schema", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


@POSIX
def test_a_folder_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    script = "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')\n"
    script += "from leadkit.__main__ import main\nsys.argv[1:] = ['build', '.']\nmain()"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    assert "LK103" in done.stdout


@POSIX
def test_a_folder_with_any_name_is_kept_in_the_cache(tmp_path: Path) -> None:
    folder = _copy(tmp_path / os.fsdecode(b"\xffcounty"))
    environment = os.environ | {"LEADKIT_CACHE": str(tmp_path / "cache")}
    for _ in range(2):
        done = _run("check", folder, env=environment)
        assert (done.returncode, done.stdout, done.stderr) == (0, "No findings in 19 files.\n", "")
    assert len(list((tmp_path / "cache" / "answers").iterdir())) == 1


def test_a_stop_while_leadkit_is_imported_is_no_traceback() -> None:
    script = "import sys\nfrom leadkit import __main__\n"
    script += "def stop(): raise KeyboardInterrupt\n__main__._answered = stop\n__main__.main()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (128 + signal.SIGINT, "Stopped.\n")


def test_what_was_typed_acts_on_no_terminal(tmp_path: Path) -> None:
    name = "a\x1b[31mb\nc"
    for arguments in (["show", name], ["show", COUNTY, name], ["explain", name], ["build", "--format", name]):
        done = _run(*arguments)
        assert "\x1b" not in done.stdout + done.stderr
        assert "b\nc" not in done.stdout + done.stderr
        assert done.returncode in (1, 2)


@POSIX
def test_a_link_in_the_folder_of_the_output_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "precious").mkdir()
    (tmp_path / "out" / "example-county").symlink_to(tmp_path / "precious")
    done = _run("build", COUNTY, "--document", "mou", "--format", "md", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "is a link" in done.stderr
    assert not list((tmp_path / "precious").iterdir())


@pytest.mark.parametrize(
    "path", ["program.principles.²", "program.principles.99", "program.copy", "program.__class__", "model_fields"]
)
def test_show_knows_fields_alone(path: str) -> None:
    done = _run("show", COUNTY, path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f'Nothing is written at "{path}"' in done.stderr
