"""What ``ops/`` says of containers names what there is. No container is started here: that takes a daemon."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.gates.deploy.services import environment, ran

Service = Callable[[str], Path]
pytestmark = pytest.mark.gate("python:django")


@pytest.fixture
def place(service: Service) -> Path:
    return service("example-county")


@pytest.fixture
def compose(place: Path) -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load((place / "ops/compose.yaml").read_text(encoding="utf-8"))
    return held


@pytest.fixture
def steps(place: Path) -> list[tuple[str, str]]:
    """The steps of the Containerfile: each its word and what it says."""
    text = (place / "ops/Containerfile").read_text(encoding="utf-8")
    joined = re.sub(r"\\\n\s*", " ", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE))
    return [
        (word, rest) for word, _space, rest in (line.partition(" ") for line in joined.splitlines() if line.strip())
    ]


def _told(place: Path) -> set[str]:
    """The variables that the settings of the service read, or a file in whose place they may stand."""
    files = [*(place / "config").glob("*.py"), *(place / "lead/operations").glob("*.py")]
    names = set(re.findall(r'told\("(\w+)"', "".join(file.read_text(encoding="utf-8") for file in files)))
    return names | {f"{name}_FILE" for name in names}


def test_each_service_of_compose_has_what_it_names(compose: dict[str, Any], place: Path) -> None:
    secrets, volumes = compose["secrets"], compose["volumes"]
    for name, one in compose["services"].items():
        assert set(one.get("depends_on", ())) <= set(compose["services"]), name
        assert set(one.get("secrets", ())) <= set(secrets), name
        for value in one.get("environment", {}).values():
            if str(value).startswith("/run/secrets/"):
                assert Path(str(value)).name in one["secrets"], name
        for source, _colon, _target in (volume.partition(":") for volume in one.get("volumes", ())):
            assert source in volumes or (place / "ops" / source).is_file(), f"{name}: {source}"
    for condition in ("service_healthy", "service_completed_successfully"):
        needed = [
            other
            for one in compose["services"].values()
            for other, said in (one["depends_on"].items() if isinstance(one.get("depends_on"), dict) else ())
            if said["condition"] == condition
        ]
        ready = {"service_healthy": "healthcheck", "service_completed_successfully": "command"}[condition]
        assert needed
        assert all(ready in compose["services"][other] for other in needed)


def test_compose_and_the_example_tell_the_service_what_it_reads(compose: dict[str, Any], place: Path) -> None:
    known = _told(place)
    example = set(re.findall(r"^(\w+)=", (place / "ops/env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert example <= known
    assert set(compose["x-service"]["environment"]) <= known
    asked = set(re.findall(r"\{\$(\w+)", (place / "ops/Caddyfile").read_text(encoding="utf-8")))
    assert set(compose["services"]["proxy"]["environment"]) == asked


def test_every_secret_of_compose_is_one_that_the_script_makes(
    compose: dict[str, Any], place: Path, tmp_path: Path
) -> None:
    subprocess.run(
        [str(place / "ops/install.sh"), "secrets", str(tmp_path / "secrets")], check=True, capture_output=True
    )
    made = {file.name: file.read_bytes() for file in (tmp_path / "secrets").iterdir()}
    assert {Path(one["file"]).name for one in compose["secrets"].values()} == set(made)
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
    assert all(len(value) >= 48 and value.isalnum() for value in made.values())
    subprocess.run(
        [str(place / "ops/install.sh"), "secrets", str(tmp_path / "secrets")], check=True, capture_output=True
    )
    assert {file.name: file.read_bytes() for file in (tmp_path / "secrets").iterdir()} == made


def test_the_commands_of_compose_are_commands_of_the_service(compose: dict[str, Any], place: Path) -> None:
    words = [" ".join(one["command"]) for one in compose["services"].values() if "command" in one]
    named = re.findall(r"manage\.py,? (\w+)", " ".join(words))
    assert set(named) == {"migrate", "tick", "backup", "restore_drill"}
    done = ran(place, "manage.py", "help", "--commands")
    assert set(named) <= set(done.stdout.split())


def test_the_service_listens_where_the_proxy_asks(compose: dict[str, Any], steps: list[tuple[str, str]]) -> None:
    proxy, command = compose["services"]["proxy"], json.loads(dict(steps)["CMD"])
    bound = command[command.index("--bind") + 1]
    assert proxy["environment"]["LEAD_SERVICE"] == bound.replace("unix:", "unix/")
    shared = {one.split(":")[0]: one.split(":")[1] for one in compose["services"]["service"]["volumes"]}
    assert Path(bound.removeprefix("unix:")).parent == Path(shared["socket"])
    assert f"socket:{shared['socket']}:ro" in proxy["volumes"]
    made = [said for word, said in steps if word == "RUN" and f" {shared['socket']}" in said]
    assert made, "the image has the folder of the socket"
    assert [one for one in compose["services"].values() if "ports" in one] == [proxy]


def test_the_steps_of_the_image_that_are_plain_shell_run(
    place: Path, steps: list[tuple[str, str]], tmp_path: Path
) -> None:
    image = tmp_path / "image"
    shutil.copytree(place, image, ignore=shutil.ignore_patterns("*.mo", "static_files", "*.sqlite3*"))
    for word, said in steps:
        if word == "COPY":
            assert (place / said.split()[0]).exists(), said
    plain = [part for word, said in steps if word == "RUN" for part in said.split(" && ") if "manage.py" in part]
    assert len(plain) == 2
    for part in plain:
        done = subprocess.run(["sh", "-c", part], cwd=image, env=_image(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (image / "static_files/staticfiles.json").is_file()
    assert list(image.rglob("*.mo"))
    assert [word for word, _said in steps][-2:] == ["USER", "CMD"]


def _image() -> dict[str, str]:
    """A machine on which ``python`` is the one that runs the tests, as in the image."""
    said = environment()
    return {**said, "PATH": f"{Path(sys.executable).parent}:{said['PATH']}"}


def test_the_images_tools_fit_the_database(compose: dict[str, Any], steps: list[tuple[str, str]]) -> None:
    server = re.search(r"postgres:(\d+)", compose["services"]["database"]["image"])
    client = re.search(r"postgresql-client-(\d+)", " ".join(said for _word, said in steps))
    assert server is not None
    assert client is not None
    assert server[1] == client[1]
