"""Find an exercise: three paths that share a name, and the package that knows all about it."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .catalogue import Catalogue, Mistake

if TYPE_CHECKING:
    from .practice.debrief import Criterion
    from .practice.questions import Question

ROOT = Path(__file__).resolve().parent.parent
KATAS = Path(__file__).resolve().parent / "katas"


@dataclass(frozen=True)
class Kata:
    """One exercise.

    Attributes:
        name: of its files and of its package.
        steps: in the order in which they are reported.
        package: `grader.katas.<name>`, which gives CATALOGUE, STEPS, wrong_lines and examine.
    """

    name: str
    steps: tuple[str, ...]
    package: Any

    @property
    def to_write(self) -> tuple[str, ...]:
        """The steps that are the learner's to write; the first of all is given."""
        return self.steps[1:]

    @property
    def stub(self) -> str:
        """The text of the exercise as it is before anybody has written in it."""
        return (KATAS / self.name / "stub.txt").read_text(encoding="utf-8")

    @property
    def statement(self) -> str:
        """What an interviewer says of it, a paragraph or a point of a list in each line."""
        return (KATAS / self.name / "statement.txt").read_text(encoding="utf-8")

    @property
    def exercise(self) -> Path:
        """The stub that the learner fills."""
        return ROOT / "exercises" / f"{self.name}.py"

    @property
    def solution(self) -> Path:
        """The reference."""
        return ROOT / "solutions" / f"{self.name}.py"

    @property
    def checks(self) -> Path:
        """The folder of the hidden checks."""
        return KATAS / self.name / "checks"

    @property
    def catalogue(self) -> Catalogue:
        """Every mistake that can be named."""
        found: Catalogue = importlib.import_module(f"{self.package.__name__}.mistakes").CATALOGUE
        return found

    @property
    def beginnings(self) -> Mapping[str, tuple[str, str, str]]:
        """How to begin each step that is to be written: a question, the way in words, the code."""
        module = importlib.import_module(f"{self.package.__name__}.beginnings")
        found: Mapping[str, tuple[str, str, str]] = module.BEGINNINGS
        return found

    @property
    def rubric(self) -> "tuple[Criterion, ...]":
        """What interviewers look for in it."""
        found: tuple[Criterion, ...] = importlib.import_module(f"{self.package.__name__}.rubric").RUBRIC
        return found

    @property
    def questions(self) -> "tuple[Question, ...]":
        """The questions that an interviewer asks about it."""
        from .practice.questions import load

        return load(KATAS / self.name / "questions.toml")

    def wrong_lines(self, entry: Mistake) -> list[str]:
        """The wrong formula of an entry as lines of code; none where no formula tells it."""
        lines: list[str] = importlib.import_module(f"{self.package.__name__}.formula").wrong_lines(entry)
        return lines


def kata_names() -> list[str]:
    """Every exercise that there is."""
    return sorted(path.name for path in KATAS.iterdir() if (path / "checks").is_dir())


def find_kata(path: str | None) -> Kata:
    """The exercise that a file is a solution of, by its name; the first one where that says nothing."""
    names = kata_names()
    name = Path(path).stem if path is not None and Path(path).stem in names else names[0]
    package = importlib.import_module(f"grader.katas.{name}")
    return Kata(name, package.STEPS, package)
