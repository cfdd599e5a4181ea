"""Find an exercise by its name: its stub, its solution and its package in `katas/`."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from . import incomplete
from .catalogue import Catalogue, Mistake
from .command_line import DEFAULT
from .engine.exercise import Exercise
from .incomplete import FILES, IncompleteExercise, reading
from .practice import briefs
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
    """One exercise."""

    name: str  # of its files and of its package
    declaration: Exercise  # what the engine needs to know of it; with a twist, what is right under that

    @property
    def twist(self) -> str | None:
        """The name of the twist; none for the plain task."""
        return None if self.declaration.twist is None else self.declaration.twist.name

    def twisted(self, name: str | None) -> "Kata":
        """The exercise with the twist of this name; the plain one for none.

        Raises:
            UsageError: if there is no such twist.
        """
        from .engine.twists import twisted

        plain = self.declaration.plain or self.declaration
        if name is None:
            return Kata(self.name, plain)
        for twist in plain.twists():
            if twist.name == name:
                return Kata(self.name, twisted(plain, twist))
        raise UsageError(_no_twist(self.name, name, [twist.name for twist in plain.twists()]))

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
        return self._said(KATAS / self.name / "stub.txt")

    @property
    def statement(self) -> str:
        """What an interviewer says of it, a paragraph or a point of a list in each line."""
        return self._said(KATAS / self.name / "statement.txt")

    @property
    def solution_text(self) -> str:
        """The text of the reference."""
        return self._said(self.solution)

    def _said(self, path: Path) -> str:
        """A text with the passages in it that the twist replaces."""
        text, twist = path.read_text(encoding="utf-8"), self.declaration.twist
        for passage, instead in twist.says.items() if twist is not None else ():
            text = text.replace(passage, instead)
        return text

    @property
    def exercise(self) -> Path:
        """The stub that the learner fills."""
        return exercise_file(self.name)

    @property
    def solution(self) -> Path:
        """The reference."""
        return solution_file(self.name)

    @property
    def catalogue(self) -> Catalogue:
        """Every mistake that can be named."""
        from .engine.completeness import catalogue_of

        return catalogue_of(self.declaration)

    @property
    def beginnings(self) -> Mapping[str, tuple[str, str, str]]:
        """How to begin each step that is to be written: a question, the way in words, the code."""
        module = importlib.import_module(f"grader.katas.{self.name}.beginnings")
        found: Mapping[str, tuple[str, str, str]] = module.BEGINNINGS
        return found

    @property
    def rubric(self) -> "tuple[Criterion, ...]":
        """What interviewers look for in it."""
        from .practice.debrief import rubric

        return rubric(importlib.import_module(f"grader.katas.{self.name}.rubric").RUBRIC)

    @property
    def questions(self) -> "tuple[Question, ...]":
        """The questions that an interviewer asks about it, those on its twist last."""
        from .practice.questions import load

        found = load(KATAS / self.name / "questions.toml")
        if self.twist is not None and (own := KATAS / self.name / "twist_questions.toml").is_file():
            found += load(own)
        return tuple(question for question in found if question.twist in ("", self.twist))

    @property
    def brief(self) -> briefs.Brief | None:
        """The task as it is stated in brief; none where the exercise has no such statement."""
        return briefs.load(KATAS / self.name)

    @property
    def brief_stub(self) -> str:
        """The stub that leaves open what the brief does; empty where there is none."""
        return briefs.stub(KATAS / self.name)

    def comparison(self, entry: Mistake) -> list[str]:
        """The wrong and the right code, see `readable.compared`; none where no formula tells the mistake."""
        from .engine.diagnose.overlay import CONSTANT
        from .engine.readable import compared

        if not entry.edits:
            return []
        results = [name for method in self.declaration.methods for name in method.gives]
        return compared(self.declaration.formula, entry.edits[0], results, CONSTANT)


def kata_names() -> list[str]:
    """Every exercise that there is, the default first."""
    names = [path.name for path in KATAS.iterdir() if _is_kata(path)]
    return sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))


def _is_kata(path: Path) -> bool:
    return any(incomplete.is_there(path, file) for file in FILES)


def exercise_file(name: str) -> Path:
    """The stub that the learner fills."""
    return ROOT / "exercises" / f"{name}.py"


def solution_file(name: str) -> Path:
    """The reference."""
    return ROOT / "solutions" / f"{name}.py"


def missing_files(name: str) -> list[str]:
    """The files of an exercise that are not there, but for the learner's own."""
    folder = KATAS / name
    found = [incomplete.shown(folder, file) for file in FILES if not incomplete.is_there(folder, file)]
    return found if solution_file(name).is_file() else [f"solutions/{name}.py", *found]


def find_kata(name: str | None = None) -> Kata:
    """The exercise of this name; without one, the default.

    Raises:
        UnknownExercise: if there is none.
        IncompleteExercise: if it lacks something, or something of it cannot be used.
    """
    name = DEFAULT if name is None else name
    if name == DEFAULT:  # without it, it is the grader that is broken
        return Kata(name, importlib.import_module(f"grader.katas.{name}.exercise").EXERCISE)
    if name not in kata_names() and not (name.isidentifier() and solution_file(name).is_file()):
        raise UnknownExercise(_unknown(name))
    return _whole(KATAS, name)


@cache
def _whole(_: Path, name: str) -> Kata:
    """An exercise of which nothing is missing; the folder of all of them tells one checkout from another."""
    for file in missing_files(name):
        raise IncompleteExercise(name, file, "is missing")
    kata = declared(name)
    for file, lack in lacks(kata):
        raise IncompleteExercise(name, file, lack)
    return kata


def declared(name: str) -> Kata:
    """An exercise of which only the declaration is known to be there.

    Raises:
        IncompleteExercise: if it is not.
    """
    with reading(KATAS / name, "exercise.py"):
        found = getattr(importlib.import_module(f"grader.katas.{name}.exercise"), "EXERCISE", None)
    file = incomplete.shown(KATAS / name, "exercise.py")
    if not isinstance(found, Exercise):
        raise IncompleteExercise(name, file, "gives no EXERCISE that is an Exercise")
    if found.name != name:
        raise IncompleteExercise(name, file, f"gives EXERCISE another name, {found.name!r}")
    return Kata(name, found)


def lacks(kata: Kata) -> Iterator[tuple[str, str]]:
    """What is there of a declared exercise and cannot be used: the file, and what is wrong with it."""
    usable = True
    for file in (*(file for file in FILES if file != "exercise.py"), briefs.STATEMENT):
        part = "catalogue" if file == "mistakes" else file.partition(".")[0]
        if not incomplete.is_there(KATAS / kata.name, file):
            usable = usable and file != "mistakes"
            continue
        try:
            with reading(KATAS / kata.name, file):
                getattr(kata, part)
        except IncompleteExercise as error:
            usable = usable and file != "mistakes"
            yield error.file, error.lack
    try:
        with reading(KATAS / kata.name, "exercise.py"):
            from .engine.completeness import unnamed
            from .engine.declaration import troubles

            found = troubles(kata.declaration)
            absent = [] if found or not usable else unnamed(kata.declaration)
    except IncompleteExercise as error:
        yield error.file, error.lack
    else:
        folder = KATAS / kata.name
        yield from ((incomplete.shown(folder, "exercise.py"), said) for said in found)
        yield from ((incomplete.shown(folder, "mistakes"), f"has no entry {name!r}") for name in absent)


def _no_twist(exercise: str, name: str, names: list[str]) -> str:
    said = f"The twists are: {', '.join(names)}." if names else "It has none."
    return f"There is no twist {name!r} of {exercise}. {said}"


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
