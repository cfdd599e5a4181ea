"""`doctor`: check that the grader works on this machine, or that one exercise is complete."""

import sys
from argparse import Namespace

from ..command_line import DEFAULT, command
from ..doctor import machine, processes, sample_grading
from ..doctor.author import PAGE, author, next_step
from ..incomplete import IncompleteExercise
from ..kata import KATAS, Kata, UnknownExercise, exercise_file, find_kata
from ..practice.journal import Journal
from ..preflight import trouble_with_libraries
from ..report import doctor
from ..report.doctor import CheckedItem
from ..submission import UsageError
from . import COMMANDS
from .shared import streams, target, typed_paths


def run(args: Namespace) -> int:
    """Check everything and print a line for each; return 1 if there is a problem, else 0."""
    kata, name, complete = _exercise(args)
    exercise = exercise_file(name)
    folder = typed_paths.journal_folder(exercise)
    typed_paths.stand_somewhere()
    author_lines = author(name, reserved=COMMANDS) if args.exercise is not None and kata is not None else []
    then = next_step(name, author_lines) if author_lines else ""
    if any(map(_is_problem, author_lines)):
        kata = find_kata()  # try the machine with an exercise that is known to work
    lines = [
        machine.python(),
        *machine.libraries(typed_paths.ROOT),
        machine.blas(),
        *([processes.UNTRIED] if kata is None else processes.workers(kata, args.clock)),
    ]
    sound = not any(_is_problem(line) for line in lines)
    if kata is None:
        lines.append(sample_grading.UNTRIED)
    else:
        file = typed_paths.shown(kata.solution_path)
        lines.append(sample_grading.trial(kata, file, args.clock, sound=sound))
    if complete:
        lines.append(machine.exercise(exercise, typed_paths.shown(exercise), command(name, "reset")))
    lines += machine.folder(folder, args.clock)
    lines.append(machine.journal(Journal(folder, args.clock).read().trouble))
    lines += [*machine.screen(sys.stdin, sys.stdout), *author_lines]
    streams.show(lambda page: doctor.health(lines, page, then))
    return 1 if any(_is_problem(line) for line in lines) else 0


def _exercise(args: Namespace) -> tuple[Kata | None, str, bool]:
    """The exercise to try the machine with, the name that the user means, and whether that one is complete.

    An incomplete exercise is replaced by the default one; the author's checks say what it lacks. If the
    libraries do not work, the exercise is None.

    Raises:
        UsageError: if the exercise has no folder; the message says how to begin one.
    """
    try:
        kata = target.exercise(args, "doctor")
    except IncompleteExercise:
        return find_kata(), str(args.exercise), False
    except UnknownExercise as error:
        if (KATAS / args.exercise).is_dir():
            return find_kata(), str(args.exercise), False
        raise UsageError(
            f"{error} To write a new one, make the folder grader/katas/NAME; see {PAGE}"
        ) from None
    except ImportError:
        if not trouble_with_libraries():
            raise
        return None, args.exercise or DEFAULT, True
    return kata, kata.name, True


def _is_problem(line: CheckedItem) -> bool:
    return line.status == "problem"
