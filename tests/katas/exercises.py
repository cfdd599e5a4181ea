"""A separate checkout with a second exercise: the first one under another name."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from ..helpers.checkouts import lay_out
from ..helpers.forked import Command, Ran, ran

__all__ = ["Ran"]

PROBLEMS = """
from grader.doctor.author import author
for row in author(sys.argv[1]):
    if row.status == "problem":
        print(row.said, row.remedy)
"""
FIRST, SECOND = "linear_regression", "toy_regression"


class Author(Command):
    """A command that prints the problems found by the author's checks, without `doctor`'s machine checks."""

    @property
    def line(self) -> list[str]:
        """The command line that starts it as a process."""
        return [sys.executable, "-c", f"import sys; sys.argv[1:] = {[*self.words]}; {PROBLEMS}"]

    def run(self) -> int:
        """Run it in this process and return 0."""
        self.stand()
        sys.argv[1:] = self.words
        exec(PROBLEMS)
        return 0


@dataclass(frozen=True)
class TwoExercises:
    """A checkout with two exercises, in which commands run as programs.

    Attributes:
        root: its folder.
    """

    root: Path

    def file(self, name: str = SECOND) -> Path:
        """The learner's file of an exercise."""
        return self.root / "exercises" / f"{name}.py"

    def put(self, source: str, name: str = SECOND) -> None:
        """Write this source to the learner's file of an exercise."""
        self.file(name).write_text(source, encoding="utf-8")

    def solution(self) -> str:
        """The source of the second exercise's reference."""
        return (self.root / "solutions" / f"{SECOND}.py").read_text(encoding="utf-8")

    def run(self, *arguments: str, folder: str = ".") -> Ran:
        """Run the grader in a folder of the checkout."""
        environment = os.environ | {
            "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(self.root),
        }  # fmt: skip
        new_process = "batch" in arguments  # `batch` starts more processes from its own checkout
        return ran(Command(arguments, self.root), self.root / folder, environment, new_process=new_process)

    def problems(self, name: str) -> Ran:
        """Run the author's checks on an exercise, which print its problems."""
        return ran(Author((name,), self.root), self.root, os.environ)


def two_exercises(root: Path) -> TwoExercises:
    """Lay out a checkout with a second exercise, added only by its three paths."""
    lay_out(root, "grader", "exercises", "solutions", "pyproject.toml")
    katas = root / "grader" / "katas"
    for other in [path for path in katas.iterdir() if path.is_dir() and path.name != FIRST]:
        shutil.rmtree(other)
        for folder in ("exercises", "solutions"):
            (root / folder / f"{other.name}.py").unlink(missing_ok=True)
    shutil.copytree(katas / FIRST, katas / SECOND, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (katas / SECOND).rglob("*.py"):
        text = path.read_text(encoding="utf-8").replace(f"katas.{FIRST}", f"katas.{SECOND}")
        path.write_text(text.replace(f'name="{FIRST}"', f'name="{SECOND}"'), encoding="utf-8")
    for folder in ("exercises", "solutions"):
        shutil.copy2(root / folder / f"{FIRST}.py", root / folder / f"{SECOND}.py")
    return TwoExercises(root)
