"""`doctor`: whether this machine can do all this, and what to do where it cannot; of one exercise as well."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ..command_line import DEFAULT, command
from . import output, places, target

if TYPE_CHECKING:
    from ..health import Line
    from ..kata import Kata


def options(parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def run(asked: Namespace) -> int:
    """Look at everything, print a line each; 0 where all that is needed is there, else 1."""
    kata, name = _exercise(asked)
    from ..doctor import disk, processes, screen, software, trial
    from ..kata import exercise_file
    from ..practice.journal import Journal
    from ..report import health, paint

    exercise = exercise_file(name)
    folder = places.journal_folder(exercise)
    places.stand_somewhere()
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
        disk.exercise(exercise, places.shown(exercise), command(name, "reset")),
        *disk.folder(folder, asked.clock),
        disk.journal(Journal(folder, asked.clock).read().trouble),
        *screen.screen(sys.stdin, sys.stdout),
    ]
    if asked.exercise is not None and kata is not None:
        from ..doctor.author import author

        lines += author(name)
    page = health.health(lines, paint.page_for(sys.stdout))
    output.write(paint.painted(page, sys.stdout))
    return 1 if any(_is_problem(line) for line in lines) else 0


def _exercise(asked: Namespace) -> "tuple[Kata | None, str]":
    """The exercise that the machine is tried with, and the name of the one that is meant.

    The default stands in for one that is not complete: what it lacks, the author's checks say.
    Without the libraries there is none.
    """
    from ..incomplete import IncompleteExercise
    from ..kata import find_kata
    from ..preflight import trouble_with_libraries

    try:
        kata = target.exercise(asked, "doctor")
    except IncompleteExercise:
        return find_kata(), str(asked.exercise)
    except ImportError:
        if not trouble_with_libraries():
            raise
        return None, asked.exercise or DEFAULT
    return kata, kata.name


def _is_problem(line: "Line") -> bool:
    return line.standing == "problem"
