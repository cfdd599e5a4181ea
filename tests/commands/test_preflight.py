"""The message about a Python that is too old or a missing library, and that it comes first."""

import ast
import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader import preflight
from grader.commands import COMMANDS
from grader.doctor import machine

from ..helpers.checkouts import Checkout, lay_out
from ..helpers.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
OTHERWISE = {
    "explain": ["fit-restarts"],
    "batch": ["exercises"],
    "reset": ["--yes"],
    "interview": ["--yes"],
    "completion": ["bash"],
}


@pytest.fixture
def bare(tmp_path: Path) -> Checkout:
    """A checkout in which nothing has been installed yet."""
    return lay_out(tmp_path, "grader", "exercises", "solutions", "pyproject.toml")


def without_libraries(home: Checkout, *words: str) -> tuple[int, str, str]:
    """Status, stdout and stderr of the command in a Python with only its standard library."""
    command = [sys.executable, "-S", "-m", "grader", *words]
    done = subprocess.run(command, cwd=home.root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the paths are those of POSIX")
@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"doctor", "history"}))
def test_missing_library_is_named_before_anything_else(bare: Checkout, command: str) -> None:
    before = bare.exercise.read_text(encoding="utf-8")
    said = f"numpy is not installed for this Python ({sys.executable}). "
    (install,) = re.findall(r"^python3 .* -m grader$", README, re.MULTILINE)
    words = [command, *OTHERWISE.get(command, [])]
    assert without_libraries(bare, *words) == (2, "", f"{said}Install what is needed: {install}\n")
    (bare.root / ".venv" / "bin").mkdir(parents=True)
    use = "Activate the environment (`. .venv/bin/activate`), or run: .venv/bin/python -m grader\n"
    assert without_libraries(bare, *words) == (2, "", said + use)
    assert bare.exercise.read_text(encoding="utf-8") == before
    assert bare.events() == []


@pytest.mark.parametrize("name", ["pytest", "pytest_timeout"])
def test_one_library_of_many_is_named(name: str) -> None:
    code = (
        f"import sys\nsys.modules[{name!r}] = None\nfrom grader import cli\nsys.exit(cli.main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, str(ROOT / "solutions" / "linear_regression.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name.replace('_', '-')} is not installed for this Python (")


def test_doctor_advises_the_same(bare: Checkout) -> None:
    (bare.root / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")).mkdir(parents=True)
    status, out, err = without_libraries(bare, "doctor")
    assert (status, err) == (1, "")
    assert "Activate the environment" in out
    assert machine.library("no-such-library>=1").remedy == preflight.remedy()


def test_environment_of_the_checkout_without_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(ROOT / ".venv"))
    assert preflight.remedy() == f"Install what is needed: {preflight._path('pip')} install -q -e ."


def test_windows_has_paths_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(preflight, "ROOT", tmp_path)
    monkeypatch.setattr(preflight, "os", SimpleNamespace(name="nt", path=os.path))
    assert "py -m venv .venv && " in preflight.remedy()
    (tmp_path / ".venv" / "Scripts").mkdir(parents=True)
    assert preflight.remedy().replace("\\", "/") == (
        "Activate the environment (`.venv/Scripts/activate`), or run: .venv/Scripts/python -m grader"
    )


def test_libraries_are_those_that_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {text.partition(">=")[0].replace("-", "_") for text in project["dependencies"]}
    assert names == {*preflight.LIBRARIES, "rich"}
    assert preflight.trouble_with_libraries() == ""
    assert project["requires-python"] == ">=" + ".".join(map(str, preflight.OLDEST))
    assert preflight.trouble_with_python() == ""


@pytest.mark.parametrize("name", ["__init__", "__main__", "preflight"])
def test_old_pythons_can_read_what_tells_them(name: str) -> None:
    tree = ast.parse((ROOT / "grader" / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    first = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    assert {alias.name for node in first for alias in node.names} <= {"gc", "os", "sys", "Path"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.BitOr)]


def test_old_python_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    flags = {name: getattr(sys.flags, name) for name in dir(sys.flags) if name.islower() and name[0] != "_"}
    monkeypatch.setattr(sys, "flags", SimpleNamespace(**{k: v for k, v in flags.items() if k != "safe_path"}))
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("grader", run_name="__main__")
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Python 3.11 or newer is needed; this is 3.10.13. ")
    assert err.count("\n") == 1


OLD = [path for minor in (8, 9, 10) for path in (Path.home() / ".pyenv" / "versions").glob(f"3.{minor}.*")]


@pytest.mark.skipif(not OLD, reason="there is no older Python")
def test_every_installed_older_python_is_refused() -> None:
    for home in OLD:
        command = [str(home / "bin" / "python"), "-B", "-m", "grader", "--json"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"is needed; this is {home.name}. " in done.stderr
