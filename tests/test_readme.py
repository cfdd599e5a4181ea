"""What the README says is so: its commands, options and paths exist, and CI runs its test command."""

import fnmatch
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.commands import COMMANDS

from .helpers.checkouts import lay_out
from .helpers.screens import SOURCE

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
SHELL = [text.strip() for kind, text in BLOCKS if kind == "sh"]
CARD = {"exercises", "solutions", "grader", "tests", "README.md", "pyproject.toml"}


def run(*arguments: str) -> str:
    """What the grader prints."""
    command = [sys.executable, "-m", "grader", *arguments]
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_first_screen_holds_both_commands() -> None:
    top = README.split("\n## ", 1)[0]
    assert top.count("\n") <= 40
    assert len(SHELL) == 2
    assert all(command in top for command in SHELL)
    assert SHELL[0].endswith(".venv/bin/python -m grader")
    assert SHELL[1].endswith(".venv/bin/python -m pytest")


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for a POSIX shell")
def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    function = re.search(r"^readme_command\(\) \{.*?^\}", script, re.DOTALL | re.MULTILINE)
    assert function is not None
    done = subprocess.run(
        ["bash", "-c", f"{function[0]}\nreadme_command"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == SHELL[1]
    assert 'bash -euo pipefail -c "$test_command"' in script
    for tool in ("ruff check", "ruff format --check", "mypy", "3.11 3.12 3.13", "lowest-direct", "--few"):
        assert tool in script
    assert "set -euo pipefail" in script


def test_every_option_and_command_is_documented() -> None:
    shown = run("--help")
    every = shown + "".join(run(command, "--help") for command in COMMANDS)
    options = set(re.findall(r"--[a-z][a-z-]+", every))
    assert {"--json", "--seed", "--no-hints", "--time-limit", "--memory-limit"} <= options
    assert {option for option in options if option not in README} == set()
    assert {command for command in COMMANDS if command not in README} == set()
    own = set(re.findall(r"`(--[a-z][a-z-]+)", README.split("### JSON")[0]))
    assert own <= options
    for status in (
        "0 passed",
        "1 graded and not passed",
        "2 called wrongly",
        "3 the grader",
        "130 interrupted",
    ):
        assert status in README
        assert status in shown


def test_commands_of_the_grader_exist() -> None:
    named = re.findall(r"python -m grader (?:\[)?([a-z]+)", README)
    assert set(named) == set(COMMANDS)
    assert "gradient-not-divided-by-n" in run("explain", "gradient-not-divided-by-n")
    assert "vectorization" in run("list", "linear_regression")


def test_modules_and_paths_exist() -> None:
    for name in re.findall(r"python -m tests\.(\w+)", README):
        assert (ROOT / "tests" / f"{name}.py").is_file(), name
    layout = next(text for _, text in BLOCKS if text.startswith("exercises/"))
    for line in layout.splitlines():
        places = re.split(r", *", re.split(r" {2,}", line)[0])
        folder = "grader" if places[0].startswith("grader") else "."
        for place in places:
            assert (ROOT / place).exists() or (ROOT / folder / place).exists(), place
    for place in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / place).exists(), place


def test_figures_of_the_demo_are_those_of_the_reference() -> None:
    script = ROOT / "solutions" / "linear_regression.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout in README


def test_run_that_is_shown_is_a_real_one(tmp_path: Path) -> None:
    shown = next(text for _, text in BLOCKS if text.startswith("$ python -m grader\n"))
    checkout = lay_out(tmp_path, "grader", "exercises", "solutions")
    fit = '    def fit(self, X, y, lr=0.01, epochs=1000):\n        raise NotImplementedError("fit")\n'
    checkout.put(re.sub(r"  #.*", "", SOURCE) + "\n" + fit)
    command = [sys.executable, "-m", "grader", "--seed", "20261123"]
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    told = done.stdout.decode("utf-8")
    seconds = re.compile(r"^[\d.]+ s, ", re.MULTILINE)
    assert seconds.sub("", shown.partition("\n")[2]) == seconds.sub("", told)


def test_limits_are_the_ones_in_force() -> None:
    from grader.sandbox.limits import MEMORY, PROCESSOR_SECONDS, WALL_SECONDS

    assert (
        f"{PROCESSOR_SECONDS:.0f} s of processor time, {WALL_SECONDS:.0f} s on the wall and 1 GiB" in README
    )
    assert MEMORY == 1 << 30


def test_licence_is_declared_in_both_places() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "MIT" in str(project["license"])
    assert "## Licence\n\nMIT" in README
    assert project["requires-python"] == ">=3.11"
    assert "Python 3.11" in README


def test_top_level_holds_what_the_card_allows() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    names = [path.name for path in ROOT.iterdir() if not path.name.startswith(".")]
    kept = {name for name in names if not any(fnmatch.fnmatch(name, p.rstrip("/")) for p in ignored)}
    assert kept == CARD


def test_no_line_runs_over() -> None:
    assert [line for line in README.splitlines() if len(line) > 110] == []
