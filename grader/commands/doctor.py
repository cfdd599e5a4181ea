"""`doctor`: check that the grader works on this machine, or that one exercise is complete."""

import sys
from argparse import Namespace

from ..command_line import DEFAULT, command
from ..doctor import disk, processes, screen, software, trial
from ..doctor.author import PAGE, author, next_step
from ..incomplete import IncompleteExercise
from ..kata import KATAS, Kata, UnknownExercise, exercise_file, find_kata
from ..practice.journal import Journal
from ..preflight import trouble_with_libraries
from ..report import health
from ..report.health import Line
from ..submission import UsageError
from . import COMMANDS
from .shared import output, places, target


def run(asked: Namespace) -> int:
    """Look at everything, print a line each; 0 where all that is needed is there, else 1."""
    kata, name, complete = _exercise(asked)
    exercise = exercise_file(name)
    folder = places.journal_folder(exercise)
    places.stand_somewhere()
    told, then = _author(name) if asked.exercise is not None and kata is not None else ([], "")
    if kata is not None and any(
        map(_is_problem, told)
    ):  # the machine is tried with one that is known to work
        kata = find_kata()
    lines = [
        software.python(places.ROOT),
        *software.libraries(places.ROOT),
        software.blas(),
        *(processes.untried() if kata is None else processes.workers(kata, asked.clock)),
    ]
    sound = not any(_is_problem(line) for line in lines)
    lines += [
        trial.untried()
        if kata is None
        else trial.trial(kata, places.shown(kata.solution), asked.clock, sound=sound),
        *([disk.exercise(exercise, places.shown(exercise), command(name, "reset"))] if complete else []),
        *disk.folder(folder, asked.clock),
        disk.journal(Journal(folder, asked.clock).read().trouble),
        *screen.screen(sys.stdin, sys.stdout),
    ]
    lines += told
    output.show(lambda page: health.health(lines, page, then))
    return 1 if any(_is_problem(line) for line in lines) else 0


def _author(name: str) -> tuple[list[Line], str]:
    told = author(name, reserved=COMMANDS)
    return told, next_step(name, told)


def _exercise(asked: Namespace) -> tuple[Kata | None, str, bool]:
    """The exercise that the machine is tried with, the name of the one that is meant, and if it is complete.

    The default stands in for one that is not: what it lacks, the author's checks say. Without the libraries
    there is none.

    Raises:
        UnknownExercise: if there is not even a folder of it; the message says how to begin one.
    """
    try:
        kata = target.exercise(asked, "doctor")
    except IncompleteExercise:
        return find_kata(), str(asked.exercise), False
    except UnknownExercise as error:
        if (KATAS / asked.exercise).is_dir():
            return find_kata(), str(asked.exercise), False
        raise UsageError(
            f"{error} To write a new one, make the folder grader/katas/NAME; see {PAGE}"
        ) from None
    except ImportError:
        if not trouble_with_libraries():
            raise
        return None, asked.exercise or DEFAULT, True
    return kata, kata.name, True


def _is_problem(line: Line) -> bool:
    return line.standing == "problem"
