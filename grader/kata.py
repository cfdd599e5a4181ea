"""Find an exercise by name: its stub, its solution and its package in `katas/`."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import TYPE_CHECKING

from . import incomplete
from .catalogue import Catalogue, Mistake
from .command_line import DEFAULT
from .engine.declaration.exercise import Exercise
from .incomplete import FILES, IncompleteExercise, reading
from .practice import briefs
from .submission import UsageError

if TYPE_CHECKING:
    from .practice.debrief import Criterion
    from .practice.questions import Question

ROOT = Path(__file__).resolve().parent.parent
KATAS = Path(__file__).resolve().parent / "katas"
ORDER = (DEFAULT, "standard_scaler", "normal_equation", "ridge_regression", "logistic_regression")
"""The exercises that come with the grader, first in lists; an author's own follow by name."""


class UnknownExercise(UsageError):
    """There is no exercise of that name; the message lists the existing ones."""


@dataclass(frozen=True)
class Kata:
    """One exercise."""

    name: str  # of its files and its package
    declaration: Exercise  # what the engine needs to know about it, including the twist if there is one

    @property
    def twist(self) -> str | None:
        """The name of the twist; None for the plain task."""
        return None if self.declaration.twist is None else self.declaration.twist.name

    def twisted(self, name: str | None) -> "Kata":
        """The exercise with the twist of this name, or the plain one for None.

        Raises:
            UsageError: if there is no such twist.
        """
        from .engine.declaration.twisting import twisted

        plain = self.declaration.plain or self.declaration
        if name is None:
            return Kata(self.name, plain)
        for twist in plain.twists():
            if twist.name == name:
                return Kata(self.name, twisted(plain, twist))
        names = ", ".join(twist.name for twist in plain.twists())
        if not names:
            raise UsageError(f"{self.name} has no twists. Leave out --twist.")
        raise UsageError(f"There is no twist {name!r} of {self.name}. The twists are: {names}.")

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
        """The steps that the learner has to write: all but a constructor that the stub gives."""
        return self.steps[1:] if self.declaration.starts else self.steps

    def module(self, name: str) -> ModuleType | None:
        """An optional module of the exercise, such as `demo` or `picture`; None if it has none."""
        if not (KATAS / self.name / f"{name}.py").is_file():
            return None
        return importlib.import_module(f"grader.katas.{self.name}.{name}")

    @property
    def stub(self) -> str:
        """The text of the exercise file before the learner has written in it."""
        return self._with_twist(KATAS / self.name / "stub.txt")

    @property
    def statement(self) -> str:
        """The interviewer's statement of the task, with one paragraph or list item per line."""
        return self._with_twist(KATAS / self.name / "statement.txt")

    @property
    def solution_text(self) -> str:
        """The text of the reference."""
        return self._with_twist(self.solution_path)

    def _with_twist(self, path: Path) -> str:
        """The text of a file, with the passages replaced that the twist changes."""
        text, twist = path.read_text(encoding="utf-8"), self.declaration.twist
        for passage, instead in twist.says.items() if twist is not None else ():
            text = text.replace(passage, instead)
        return text

    @property
    def exercise_path(self) -> Path:
        """The file that the learner writes in."""
        return exercise_file(self.name)

    @property
    def solution_path(self) -> Path:
        """The path of the reference."""
        return solution_file(self.name)

    @property
    def catalogue(self) -> Catalogue:
        """All mistakes that the grader can name in this exercise."""
        from .engine.declaration.completeness import catalogue_of

        return catalogue_of(self.declaration)

    @property
    def beginnings(self) -> Mapping[str, tuple[str, str, str]]:
        """How to begin each step to be written: a question, the method in words, the code."""
        from .engine.compare.with_reference import method_code

        found = dict(importlib.import_module(f"grader.katas.{self.name}.beginnings").BEGINNINGS)
        if (twist := self.declaration.twist) is not None:
            for step in twist.steps:
                method = self.declaration.method_of(step)
                code = method_code(self.declaration, self.solution_text, "", method.name if method else "")
                found[step] = (*twist.hints[:2], dedent("\n".join(code.lines[1:])))
        return found

    @property
    def rubric(self) -> "tuple[Criterion, ...]":
        """The criteria that interviewers look for in this exercise."""
        from .practice.debrief import rubric

        return rubric(importlib.import_module(f"grader.katas.{self.name}.rubric").RUBRIC)

    @property
    def questions(self) -> "tuple[Question, ...]":
        """The questions that an interviewer asks about it; those about its twist come last."""
        from .practice.questions import load

        found = load(KATAS / self.name / "questions.toml")
        if self.twist is not None and (own := KATAS / self.name / "twist_questions.toml").is_file():
            found += load(own)
        return tuple(question for question in found if question.twist in ("", self.twist))

    @property
    def brief(self) -> briefs.Brief | None:
        """The brief statement of the task; None if the exercise has none."""
        return briefs.load(KATAS / self.name)

    @property
    def brief_stub(self) -> str:
        """The stub that leaves open what the brief leaves open; empty if there is none."""
        return briefs.stub(KATAS / self.name)

    def comparison(self, entry: Mistake) -> list[str]:
        """The wrong and the right code, see `readable.compared`; empty if no formula describes it."""
        from .engine.declaration.readable_formula import compared
        from .engine.diagnose.overlay import CONSTANT

        if not entry.edits:
            return []
        results = [name for method in self.declaration.methods for name in method.gives]
        return compared(self.declaration.formula, entry.edits[0], results, CONSTANT)


def kata_names() -> list[str]:
    """The names of all exercises, the default first."""
    names = [path.name for path in KATAS.iterdir() if any(incomplete.is_there(path, file) for file in FILES)]
    return sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))


def exercise_file(name: str) -> Path:
    """The path of the stub that the learner fills in."""
    return ROOT / "exercises" / f"{name}.py"


def solution_file(name: str) -> Path:
    """The path of the reference."""
    return ROOT / "solutions" / f"{name}.py"


def missing_files(name: str) -> list[str]:
    """The files of an exercise that do not exist, apart from the learner's."""
    folder = KATAS / name
    found = [incomplete.shown(folder, file) for file in FILES if not incomplete.is_there(folder, file)]
    return found if solution_file(name).is_file() else [f"solutions/{name}.py", *found]


def find_kata(name: str | None = None) -> Kata:
    """The exercise of this name; without one, the default.

    Raises:
        UnknownExercise: if there is none.
        IncompleteExercise: if a part of it is missing or cannot be used.
    """
    name = DEFAULT if name is None else name
    if _comes_along(name):
        # Not checked, which takes a sixth of a run: if it is incomplete, the grader itself is broken.
        return Kata(name, importlib.import_module(f"grader.katas.{name}.exercise").EXERCISE)
    if name not in kata_names() and not (name.isidentifier() and solution_file(name).is_file()):
        close, names = near_names(name), ", ".join(kata_names())
        meant = f" Did you mean {' or '.join(close)}?" if close else ""
        raise UnknownExercise(f"There is no exercise {name!r}.{meant} The exercises are: {names}.")
    return _whole(KATAS, name)


def usable(name: str) -> str:
    """The name of an exercise; raises what `find_kata` raises, and imports only an author's own exercise."""
    return name if _comes_along(name) else find_kata(name).name


def _comes_along(name: str) -> bool:
    return name == DEFAULT or (name in ORDER and (KATAS / name).is_dir())


@cache
def _whole(_: Path, name: str) -> Kata:
    """A complete exercise, or IncompleteExercise; the first argument is only a cache key for the checkout."""
    for file in missing_files(name):
        raise IncompleteExercise(name, file, "is missing")
    kata = declared(name)
    for file, lack in lacks(kata):
        raise IncompleteExercise(name, file, lack)
    return kata


def declared(name: str) -> Kata:
    """An exercise of which only the declaration is checked.

    Raises:
        IncompleteExercise: if the declaration is missing or cannot be used.
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
    """Yield each existing file of a declared exercise that cannot be used, and what is wrong with it."""
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
            from .engine.consistency import troubles
            from .engine.declaration.completeness import unnamed

            found = troubles(kata.declaration)
            absent = [] if found or not usable else unnamed(kata.declaration)
    except IncompleteExercise as error:
        yield error.file, error.lack
    else:
        folder = KATAS / kata.name
        yield from ((incomplete.shown(folder, "exercise.py"), said) for said in found)
        yield from ((incomplete.shown(folder, "mistakes"), f"has no entry {name!r}") for name in absent)


def near_names(word: str) -> list[str]:
    """The exercises with names similar to a word that is no exercise's name."""
    from difflib import get_close_matches

    names, word = kata_names(), word.lower().replace("-", "_").removesuffix(".py")
    return [name for name in names if len(word) > 2 and word in name] or get_close_matches(word, names, 1)


def exercise_of(path: str) -> str:
    """The exercise of a file in `exercises/` or `solutions/`, also through links; of others, the default."""
    try:
        places = (Path(path).parent.resolve() / Path(path).name, Path(path).resolve())
        folders = [(ROOT / folder).resolve() for folder in ("exercises", "solutions")]
    except (OSError, ValueError, RuntimeError):  # an impossible file name, or links that form a cycle
        return DEFAULT
    names = kata_names()
    own = (place.stem for place in places if place.parent in folders and place.suffix == ".py")
    return next((name for name in own if name in names), DEFAULT)
