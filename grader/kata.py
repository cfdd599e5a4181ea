"""Find an exercise: three paths that share a name, and the package that knows all about it."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from .catalogue import Catalogue, Mistake
from .engine.exercise import Exercise

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
        declaration: what the engine needs to know of it.
    """

    name: str
    declaration: Exercise

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps, in the order in which they are reported."""
        return self.declaration.steps

    @property
    def to_write(self) -> tuple[str, ...]:
        """The steps that are the learner's to write: the constructor is given."""
        return self.steps[1:] if self.declaration.starts else self.steps

    def module(self, name: str) -> ModuleType | None:
        """A further module of the exercise, where it has one: `demo`, `picture`."""
        if not (KATAS / self.name / f"{name}.py").is_file():
            return None
        return importlib.import_module(f"grader.katas.{self.name}.{name}")

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
    def catalogue(self) -> Catalogue:
        """Every mistake that can be named."""
        return self.declaration.catalogue()

    @property
    def beginnings(self) -> Mapping[str, tuple[str, str, str]]:
        """How to begin each step that is to be written: a question, the way in words, the code."""
        module = importlib.import_module(f"grader.katas.{self.name}.beginnings")
        found: Mapping[str, tuple[str, str, str]] = module.BEGINNINGS
        return found

    @property
    def rubric(self) -> "tuple[Criterion, ...]":
        """What interviewers look for in it."""
        found: tuple[Criterion, ...] = importlib.import_module(f"grader.katas.{self.name}.rubric").RUBRIC
        return found

    @property
    def questions(self) -> "tuple[Question, ...]":
        """The questions that an interviewer asks about it."""
        from .practice.questions import load

        return load(KATAS / self.name / "questions.toml")

    def wrong_lines(self, entry: Mistake) -> list[str]:
        """The wrong formula of an entry as lines of code; none where no formula tells it."""
        return self.declaration.formula.wrong_lines(entry.edits[0]) if entry.edits else []


def kata_names() -> list[str]:
    """Every exercise that there is."""
    return sorted(path.name for path in KATAS.iterdir() if (path / "exercise.py").is_file())


def find_kata(path: str | None) -> Kata:
    """The exercise that a file is a solution of, by its name; the first one where that says nothing."""
    names = kata_names()
    name = Path(path).stem if path is not None and Path(path).stem in names else names[0]
    declaration: Exercise = importlib.import_module(f"grader.katas.{name}.exercise").EXERCISE
    return Kata(name, declaration)
