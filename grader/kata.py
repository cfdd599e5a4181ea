"""Find an exercise: three paths that share a name, and the package that knows all about it."""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from .catalogue import Catalogue, Mistake
from .command_line import DEFAULT
from .engine.exercise import Exercise
from .submission import UsageError

if TYPE_CHECKING:
    from .practice.debrief import Criterion
    from .practice.questions import Question

ROOT = Path(__file__).resolve().parent.parent
KATAS = Path(__file__).resolve().parent / "katas"
ORDER = (DEFAULT, "standard_scaler", "normal_equation", "ridge_regression", "logistic_regression")
"""The exercises that come first where all are named; the others follow by name."""


class UnknownExercise(UsageError):
    """There is no exercise of that name; the message lists those that there are."""


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
    def class_name(self) -> str:
        """The class that the learner writes."""
        return self.declaration.class_name

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
    """Every exercise that there is, the default first."""
    names = [path.name for path in KATAS.iterdir() if _is_kata(path)]
    return sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))


def _is_kata(path: Path) -> bool:
    return (path / "exercise.py").is_file()


def find_kata(name: str | None = None) -> Kata:
    """The exercise of this name; without one, the default.

    Raises:
        UnknownExercise: if there is none.
    """
    name = DEFAULT if name is None else name
    if name != DEFAULT and name not in kata_names():  # without the default, it is the grader that is broken
        raise UnknownExercise(_unknown(name))
    declaration: Exercise = importlib.import_module(f"grader.katas.{name}.exercise").EXERCISE
    return Kata(name, declaration)


def _unknown(name: str) -> str:
    close = near_names(name)
    meant = f" Did you mean {' or '.join(close)}?" if close else ""
    return f"There is no exercise {name!r}.{meant} The exercises are: {', '.join(kata_names())}."


def near_names(word: str) -> list[str]:
    """The exercises that may be meant by a word that is the name of none."""
    from difflib import get_close_matches

    names, word = kata_names(), word.lower().replace("-", "_").removesuffix(".py")
    return [name for name in names if len(word) > 2 and word in name] or get_close_matches(word, names, 1)


def exercise_of(path: str) -> str:
    """The name of the exercise that a file belongs to by the place where it lies; else the default.

    That is the name of a file in the checkout's `exercises/` or `solutions/`, whatever way leads there.
    """
    try:
        places = (Path(path).parent.resolve() / Path(path).name, Path(path).resolve())
        folders = [(ROOT / folder).resolve() for folder in ("exercises", "solutions")]
    except (OSError, ValueError, RuntimeError):  # no file can have that name, or links go round in a circle
        return DEFAULT
    names = kata_names()
    own = (place.stem for place in places if place.parent in folders and place.suffix == ".py")
    return next((name for name in own if name in names), DEFAULT)
