"""A private checkout, so that a test may overwrite the exercise."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import grader.kata
from grader.commands.shared import typed_paths
from grader.practice.journal import Journal

from .callers import Caller
from .clocks import TestClock
from .graded import KATA
from .paths import ROOT

PARTS = ("exercises", "solutions", "pyproject.toml")
NAME = "linear_regression.py"


class Checkout(Caller):
    """The folder of a checkout, with the exercise in it; only that of the fixture runs commands."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, TestClock()
        self.exercise, self.solution = root / "exercises" / NAME, root / "solutions" / NAME
        self.journal = Journal(self.exercise.parent / ".grader", self.clock)

    def put(self, source: str) -> None:
        """Write this text to the exercise file."""
        self.exercise.write_text(source, encoding="utf-8")

    def solve(self) -> None:
        """Copy the reference to the exercise file."""
        self.put(self.solution.read_text(encoding="utf-8"))

    def events(self) -> list[str]:
        """The kinds of the journal's records, in order."""
        return [record.event for record in self.journal.read().records]


def lay_out(root: Path, *parts: str) -> Checkout:
    """Copy parts of the project to a folder, without the records of practice."""
    ignore = shutil.ignore_patterns(".grader", "*.pyc.*")  # a half-written .pyc.* may vanish during the copy
    for part in parts:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=ignore)
        else:
            shutil.copy2(ROOT / part, root / part)
    found = Checkout(root)
    if "exercises" in parts:  # the original stub, whatever somebody has written in the file since
        found.put(KATA.stub)
    return found


@contextmanager
def standing_in(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> Iterator[Checkout]:
    """Let the commands of this process work in that checkout."""
    monkeypatch.setattr(grader.kata, "ROOT", checkout.root)
    monkeypatch.setattr(typed_paths, "ROOT", checkout.root)
    monkeypatch.chdir(checkout.root)
    for name in ("COLUMNS", "FORCE_COLOR", "GRADER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    yield checkout


@pytest.fixture
def checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Checkout]:
    """A new checkout, in which the commands of this process work."""
    with standing_in(lay_out(tmp_path, *PARTS), monkeypatch) as found:
        found.request = request
        yield found
