"""`doctor`: each thing that it checks, present or missing; and that it leaves nothing behind."""

import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from grader.doctor import machine, processes, sample_grading
from grader.report.doctor import CheckedItem, health
from grader.sandbox import launch
from grader.sandbox.confinement import kernel_rules

from ..helpers.checkouts import Checkout, checkout
from ..helpers.clocks import TestClock
from ..helpers.goldens import SIZES, empty, hold_against_golden
from ..helpers.graded import KATA
from ..helpers.paths import ROOT
from ..helpers.streams import TerminalStream

__all__ = ["checkout"]
FOUND = [
    CheckedItem("ok", "Python", "3.11.7 (CPython, Linux)"),
    CheckedItem("problem", "pytest-timeout", "is not installed", "Install it: python -m pip install -e ."),
    CheckedItem("ok", "worker process", "starts and answers in 0.31 s"),
    CheckedItem(
        "warning",
        "memory limit",
        "is not enforced on darwin: code that asks for a lot of memory gets it",
        "Keep an eye on memory yourself; verdicts do not depend on it.",
    ),
    CheckedItem("ok", "colour", "on"),
]
WORKS = CheckedItem("ok", "grading", "works: the reference passes, a wrong file fails, in 1.3 s")
FAILS = CheckedItem(
    "problem",
    "grading",
    "does not work: JudgeError: pytest ended with <ExitCode.INTERNAL_ERROR: 3> and 0 checks collected;"
    " TypeError: unhashable type: 'Plugin'",
    sample_grading.NEWEST.format(python="python"),
)


def test_remedy_for_several_is_given_once() -> None:
    missing = [CheckedItem("problem", name, "is not installed", "Install it.") for name in ("rich", "psutil")]
    shown = health([*missing, FOUND[3]], empty("80")).plain()
    assert shown.count("Install it.") == 1
    assert shown.count("is not installed") == 2


@pytest.mark.parametrize("size", SIZES)
def test_screen_is_the_golden_one(size: str) -> None:
    hold_against_golden("doctor", f"mixed_{size}", health([*FOUND, FAILS], empty(size)))
    fine = [line for line in FOUND if line.status != "problem"]
    hold_against_golden("doctor", f"fine_{size}", health([*fine, WORKS], empty(size)))


def test_all_that_is_needed_is_here(checkout: Checkout) -> None:
    out = checkout.said("doctor")
    for text in (
        "Python",
        "numpy",
        "BLAS",
        "pytest-timeout",
        "starts and answers",
        "works: the reference passes, a wrong file fails",
        "writable folder",
        "saves are seen",
        "Unicode",
    ):
        assert text in out
    assert "Everything that is needed works." in out
    assert ".grader" not in {path.name for path in checkout.exercise.parent.iterdir()}


def test_missing_library_and_exercise_are_problems(checkout: Checkout) -> None:
    project = checkout.root / "pyproject.toml"
    text = project.read_text(encoding="utf-8").replace('"pytest-timeout>=2.3.1"', '"no-such-library>=2.3"')
    project.write_text(text, encoding="utf-8")
    checkout.exercise.unlink()
    checkout.journal.append("run", verdict="passed")
    before = checkout.journal.path.read_bytes()
    out = checkout.said("doctor", status=1)
    assert "no-such-library problem: is not installed" in out
    assert "pip install -q -e ." in out or "Activate the environment" in out
    assert "git checkout -- " in out
    assert "For a blank stub: python -m grader reset; or get it back, if git has it: " in out
    assert "Problems were found: no-such-library, exercise." in out
    assert "grading works: " in out
    assert checkout.journal.path.read_bytes() == before


def test_nothing_that_is_looked_for_has_to_be_there(tmp_path: Path) -> None:
    """In a Python that cannot see any installed library, doctor says so and does not crash."""
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
               "from grader.cli import main\nsys.exit(main(['doctor']))"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert done.stderr == ""
    for text in (
        "numpy",
        "pytest-timeout",
        "worker process",
        "NumPy's BLAS",
        sample_grading.GRADING,
        sample_grading.FIX_FIRST,
    ):
        assert text in done.stdout


def test_library_that_cannot_be_imported_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytest_timeout", None)
    found = machine.library("pytest-timeout>=2.3")
    assert found.status == "problem"
    assert "cannot be imported: ModuleNotFoundError" in found.said


@pytest.mark.parametrize(
    ("requirement", "status"),
    [("pytest>=1", "ok"), ("pytest", "ok"), ("pytest>=999.1", "problem"), ("numpy>=1.26", "ok")],
)
def test_version_is_held_against_the_oldest(requirement: str, status: str) -> None:
    assert machine.library(requirement).status == status


def test_missing_project_requires_no_library(tmp_path: Path) -> None:
    assert machine.libraries(tmp_path / "nowhere") == []


def test_unknown_blas_is_not_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.blas().status == "ok"
    monkeypatch.setitem(sys.modules, "numpy", ModuleType("numpy"))
    assert machine.blas().status == "warning"


def test_worker_answers_within_its_limits() -> None:
    found = processes.workers(KATA, TestClock())
    names = ["worker process", "memory limit", "sandbox"]
    assert [line.what for line in found] == names
    limit = "ok" if sys.platform.startswith("linux") else found[1].status
    assert [line.status for line in found[:2]] == ["ok", limit]


def test_missing_kernel_features_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is only a warning, because verdicts do not depend on it."""
    there = {"to write files": "Landlock 7", "to open sockets": ""}
    monkeypatch.setattr(kernel_rules, "in_force", lambda: there)
    line = processes.refusals("linux")
    assert line.status == "warning"
    kernel = "the kernel refuses what a file may not do: to write files (Landlock 7)"
    assert line.said == f"only Python refuses: to open sockets; {kernel}"
    there["to open sockets"] = "seccomp"
    assert processes.refusals("linux").status == "ok"
    assert "only Linux" in processes.refusals("darwin").said


def test_worker_that_does_not_start_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(launch, "command", start)
    (found,) = processes.workers(KATA, TestClock())
    assert found.status == "problem"
    assert "Permission denied" in found.said


def test_slow_start_and_missing_limits_are_warnings() -> None:
    assert processes._started(9.0).status == "warning"
    assert processes._limited({"value": 1}).status == "warning"


def test_folder_is_tried_and_nothing_is_left(tmp_path: Path) -> None:
    found = machine.folder(tmp_path / "made" / ".grader", TestClock())
    assert [line.status for line in found] == ["ok", "ok"]
    assert list(tmp_path.iterdir()) == []


def test_saves_that_only_the_content_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "stamp", lambda path: None)
    assert "only after a few seconds" in machine.folder(tmp_path, TestClock())[1].said
    monkeypatch.setattr(machine, "stamp", lambda path: Path(path).read_bytes())
    assert machine.folder(tmp_path, TestClock())[1].said == "yes"


def test_folder_that_cannot_be_written_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (found,) = machine.folder(tmp_path / "file" / ".grader", TestClock())
    assert found.status == "problem"
    assert "writable" in found.remedy


def test_binary_exercise_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_bytes(b"\xff\xfe")
    assert "cannot be read" in machine.exercise(tmp_path / "x.py", "x.py", "python -m grader reset").said
    assert machine.journal("line 2 is damaged").status == "warning"


def by_name(lines: list[CheckedItem]) -> dict[str, CheckedItem]:
    """The lines, by what they are about."""
    return {line.what: line for line in lines}


def test_terminal_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    found = by_name(machine.screen(TerminalStream(), TerminalStream()))
    assert (found["width"].said, found["colour"].said, found["Unicode"].said) == (
        "120 columns",
        "on",
        "yes (utf-8)",
    )
    assert {line.status for line in found.values()} == {"ok"}
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "50")
    found = by_name(machine.screen(TerminalStream(), TerminalStream()))
    assert found["width"].status == "warning"
    assert "NO_COLOR" in found["colour"].said


def test_pipe_is_described() -> None:
    plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    for stdout in (plain, None):
        found = by_name(machine.screen(None, stdout))
        assert "not a terminal" in found["single keys"].said
    assert by_name(machine.screen(None, plain))["Unicode"].status == "warning"
