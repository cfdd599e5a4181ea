"""Check the README: its commands exist, its picture shows a real run, CI runs its test command."""

import fnmatch
import os
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree
from pathlib import Path

import pytest

from grader.commands import COMMANDS
from grader.kata import find_kata, kata_names

from . import picture
from .helpers import pages
from .helpers.paths import ROOT

README = pages.text(pages.README)
SHELL = [text.strip() for kind, text in pages.blocks(README) if kind == "sh"]
CARD = {"exercises", "solutions", "grader", "tests", "README.md", "pyproject.toml"}


def test_it_is_short() -> None:
    assert README.count("\n") <= 150


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


def test_tested_systems_are_those_of_ci() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for version in re.findall(r"^for version in (.*); do$", script, re.MULTILINE)[0].split():
        assert re.search(rf"on Linux with Python [\d., and]*{re.escape(version)}", README)


def test_every_command_is_in_the_table_and_every_exercise_in_its_own() -> None:
    named = re.findall(r"^\| `python -m grader \[?(\w+)", README, re.MULTILINE)
    assert sorted(named) == sorted(COMMANDS)
    for name in kata_names():
        assert f"| `{name}` | `{find_kata(name).class_name}` |" in README


def test_every_page_is_linked() -> None:
    linked = {(ROOT / place).resolve() for place in re.findall(r"\]\(([^)]+\.md)\)", README)}
    assert linked == set(pages.PAGES) - {pages.README}


def test_nothing_is_given_away_before_a_first_try() -> None:
    shown = README + picture.PICTURE.read_text(encoding="utf-8")
    for spoiler in ("X.T", "2/n", "2 / n", "1/n", "divided by n", "division by n", "X @ w", "error @ X"):
        assert spoiler not in shown


def test_picture_is_of_a_real_run(tmp_path: Path) -> None:
    held = picture.PICTURE.read_text(encoding="utf-8")
    drawn = picture.drawn(picture.printed(tmp_path))
    assert picture.SECONDS.sub("", held) == picture.SECONDS.sub("", drawn), "run: python -m tests.picture"
    tags = {element.tag.rpartition("}")[2] for element in xml.etree.ElementTree.fromstring(held).iter()}
    assert tags == {"svg", "title", "rect", "g", "text", "tspan"}
    assert "(grader/docs/run.svg)" in README


def test_colours_become_parts_of_a_row() -> None:
    assert [(part.column, part.text) for part in picture.parts("a b   c")] == [(0, "a b"), (6, "c")]
    parts = list(picture.parts("\x1b[1;38;5;160m  > 1\x1b[0m \x1b[2mx < 2\x1b[0m"))
    assert [(part.column, part.text) for part in parts] == [(2, "> 1"), (6, "x < 2")]
    assert picture.looks(parts[0].codes) == ' fill="#ff7b72" font-weight="bold"'
    assert 'fill="#8b949e">x &lt; 2</tspan>' in picture.drawn("\x1b[2mx < 2\x1b[0m")


def test_licence_and_python_are_declared_in_both_places() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "MIT" in str(declared["project"]["license"])
    assert "## Licence\n\nMIT" in README
    assert declared["project"]["requires-python"] == ">=3.11"
    assert "Python 3.11 or newer" in README


def test_top_level_holds_what_the_card_allows() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    names = [path.name for path in ROOT.iterdir() if not path.name.startswith(".")]
    kept = {name for name in names if not any(fnmatch.fnmatch(name, p.rstrip("/")) for p in ignored)}
    assert kept == CARD
