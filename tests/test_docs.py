"""Check the pages that the README links to: options, paths, limits, figures and screens."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from grader.commands import COMMANDS
from grader.engine.fix.step_search import SECONDS
from grader.kata import kata_names
from grader.practice.ladder import PAUSE_SECONDS
from grader.practice.schedule import MAX_DAYS
from grader.sandbox.limits import MEMORY, PROCESSOR_SECONDS, WALL_SECONDS

from .helpers import author_page, pages
from .helpers.forked import Command, ran
from .helpers.paths import GOLDEN, ROOT
from .helpers.reports import CASES

EXERCISES = pages.text(ROOT / "exercises" / "README.md")
EVERY = "\n".join(map(pages.text, pages.PAGES))


def run(*arguments: str) -> str:
    """The output of the grader; asserts that its exit status is 0."""
    done = ran(Command(arguments), ROOT, os.environ | {"COLUMNS": "100", "NO_COLOR": "1"})
    assert done.status == 0, done.err
    return done.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    options = set(re.findall(r"--[a-z][a-z-]+", run(command, "--help")))
    rows = {name: re.findall(r"`(--[a-z-]+)", row) for name, row in rows_of(pages.doc("commands"))}
    assert [option for option in options if not re.search(rf"{option}(?![\w-])", EVERY)] == []
    assert set(rows[command]) <= options


def rows_of(page: str) -> list[tuple[str, str]]:
    """The rows of the table of commands: the name, and the rest."""
    return re.findall(r"^\| `(\w+)[^`]*` \|(.*)$", page.split("\n## ", maxsplit=1)[0], re.MULTILINE)


def test_no_option_is_made_up() -> None:
    options = set(re.findall(r"--[a-z][a-z-]+", "".join(run(name, "--help") for name in COMMANDS)))
    for name in ("commands", "practice", "interviews", "history", "formats", "courses", "security"):
        shown = re.findall(r"^\| `(--[a-z-]+)", pages.doc(name), re.MULTILINE)
        shown += re.findall(r"python -m grader [^`\n]*?(--[a-z-]+)", pages.doc(name))
        assert set(shown) <= options | {"--help", "--version"}


def test_every_exit_status_is_documented() -> None:
    shown = " ".join(run("--help").split())
    for status, words in {"0": "passed", "1": "graded and not passed", "2": "usage error",
                          "3": "the grader failed", "130": "interrupted"}.items():  # fmt: skip
        assert f"{status} {words}" in shown
        assert f"| {status} | {words}" in pages.doc("commands")


def test_named_commands_and_examples_exist() -> None:
    named = re.findall(r"python -m grader (?:\[)?([a-z_]+)(?![\w./])", EVERY)
    assert set(named) <= {*COMMANDS, *kata_names(), author_page.NAME}
    assert "gradient-not-divided-by-n" in run("explain", "gradient-not-divided-by-n")
    assert "vectorization" in run("list", "linear_regression")


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_modules_and_lines(page: Path) -> None:
    text = pages.text(page)
    prose = re.sub(r"^ *```.*?^ *```", "", text, flags=re.M | re.S)
    for place in re.findall(r"\]\(([^)#]+)\)", prose):
        assert (page.parent / place).resolve().exists(), place
    for name in re.findall(r"python -m tests\.(\w+)", text):
        assert (ROOT / "tests" / f"{name}.py").is_file(), name
    assert [line for line in text.splitlines() if len(line) > 110] == []
    assert len(text.splitlines()) <= 300


def test_paths_of_the_layout_exist() -> None:
    for line in pages.block(pages.doc("contributing"), "exercises/").splitlines():
        places = re.split(r", *", re.split(r" {2,}", line)[0])
        folder = "grader" if places[0].startswith("grader") else "."
        for place in places:
            assert (ROOT / place).exists() or (ROOT / folder / place).exists(), place


def test_figures_of_the_demo_are_those_of_the_reference() -> None:
    script = ROOT / "solutions" / "linear_regression.py"
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    assert done.stdout in EXERCISES


def test_formulas_and_slips_are_folded() -> None:
    unfolded = re.sub(r"<details>.*?</details>", "", EXERCISES, flags=re.DOTALL)
    assert EXERCISES.count("<details>") == EXERCISES.count("</details>") >= 2 * len(kata_names())
    for spoiler in ("X.T", "2/n", "X @ w", "np.std", "divi"):
        assert spoiler not in unfolded
    assert all(f"\n## {name}\n" in EXERCISES for name in kata_names())


def test_limits_are_the_ones_in_force() -> None:
    told = f"{PROCESSOR_SECONDS:.0f} s of processor time, {WALL_SECONDS:.0f} s of real time and 1 GiB"
    assert all(told in pages.doc(name) for name in ("how-it-works", "security"))
    assert MEMORY == 1 << 30
    assert f"({PROCESSOR_SECONDS:.0f} s)" in pages.doc("commands")
    assert f"({MEMORY >> 20} MiB)" in pages.doc("commands")
    assert PAUSE_SECONDS == 10
    search = f"ends after {SECONDS:.0f} seconds of processor time"
    assert all(search in " ".join(pages.doc(name).split()) for name in ("how-it-works", "practice"))
    assert f"up to {MAX_DAYS} days" in pages.doc("practice")
    assert f"up to {MAX_DAYS} days" in pages.doc("history")


def keys(held: Any) -> set[str]:
    """Every key in a document, at any depth."""
    inner = held.values() if isinstance(held, dict) else held if isinstance(held, list | tuple) else ()
    return set(held if isinstance(held, dict) else ()).union(*map(keys, inner))


def test_every_key_of_the_document_is_shown() -> None:
    shown = set(re.findall(r'"(\w+)":', pages.block(pages.doc("formats"), '{"schema": 2, "exercise"')))
    found = set().union(*(keys(json.loads(verdict.json())) for verdict in CASES.values()))
    assert found <= shown
    assert shown - found <= {"start", "end", "text"}  # of a fix


def test_screens_of_an_interview_are_golden_ones() -> None:
    golden = (GOLDEN / "debrief" / "passed_80.txt").read_text(encoding="utf-8")
    assert pages.block(pages.doc("interviews"), "Splits") in golden
    assert golden.startswith(pages.block(pages.doc("interviews"), "Debrief"))
    both = (GOLDEN / "second_act" / "debrief_passed_80.txt").read_text(encoding="utf-8")
    assert pages.block(pages.doc("interviews"), "Second act") in both


def test_pages_are_packed() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = declared["tool"]["setuptools"]["package-data"]["*"]
    assert {"*.md", "*.svg"} <= set(packed)
