"""`doctor`: whether this machine can do all this, and what to do where it cannot."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from ..command_line import command
from . import output, places, target

if TYPE_CHECKING:
    from ..health import Line


def options(parser: ArgumentParser) -> None:
    """There is nothing to choose."""


def run(asked: Namespace) -> int:
    """Look at everything, print a line each; 0 where all that is needed is there, else 1."""
    kata = target.exercise(asked, "doctor")
    from ..doctor import disk, processes, screen, software, trial
    from ..practice.journal import Journal
    from ..report import health, paint

    folder = places.journal_folder(kata.exercise)
    places.stand_somewhere()
    lines = [
        software.python(places.ROOT),
        *software.libraries(places.ROOT),
        software.blas(),
        *processes.workers(kata, asked.clock),
    ]
    sound = not any(_is_problem(line) for line in lines)
    lines += [
        trial.trial(kata, places.shown(kata.solution), asked.clock, sound=sound),
        disk.exercise(kata.exercise, places.shown(kata.exercise), command(kata.name, "reset")),
        *disk.folder(folder, asked.clock),
        disk.journal(Journal(folder, asked.clock).read().trouble),
        *screen.screen(sys.stdin, sys.stdout),
    ]
    page = health.health(lines, paint.page_for(sys.stdout))
    output.write(paint.painted(page, sys.stdout))
    return 1 if any(_is_problem(line) for line in lines) else 0


def _is_problem(line: "Line") -> bool:
    return line.standing == "problem"
