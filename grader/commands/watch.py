"""`watch`: grade a file at every save."""

from argparse import ArgumentParser, Namespace
from functools import partial

from ..grading import grade
from ..kata import Kata, find_kata
from ..practice.clock import Clock
from ..practice.practice import Practice
from ..report import terminal
from ..submission import Submission
from ..terminal import screen
from ..watching import loop
from ..watching.predrawn import Ready
from .interviews import acts, running
from .sessions.problems import Problems
from .sessions.watch_screen import Watching
from .shared import checking, common_options, next_exercise, practice_records, streams, target, typed_paths

NO_TERMINAL = "watch needs a terminal to grade at every save. There is none, so the file was graded once."


def options(parser: ArgumentParser) -> None:
    """Add the options of `watch`."""
    common_options.add_problems(parser.add_argument_group("options of watch"))


def run(asked: Namespace) -> int:
    """Grade at every save until the learner leaves; without a terminal or --problems, grade once."""
    kata, path = target.chosen(asked, "watch")
    while True:
        status, name = _watch(kata, path, asked.clock, problems=asked.problems)
        if not name:
            return status
        asked.twist = None  # a twist that was named belongs to the previous exercise
        kata, path = target.twisted(find_kata(name), asked, own=True), None


def _watch(kata: Kata, path: str | None, clock: Clock, *, problems: bool) -> tuple[int, str]:
    """Watch one file; return the exit status and the exercise that is wanted next, else an empty string."""
    learners = target.read(kata, path)
    typed_paths.stand_somewhere()
    is_exercise = target.is_exercise(kata, path)
    practice = practice_records.practice_of(kata, clock, written=is_exercise)
    if problems:
        return _in_lines(kata, path, learners, practice), ""
    if is_exercise and practice.running_interview() is not None:
        return running.go_on(acts.parts(kata, practice)), ""
    if not screen.is_there():
        return _once(kata, learners, practice, target.again(kata, path), is_exercise=is_exercise), ""
    watching = Watching(kata, practice, learners.path, is_exercise=is_exercise)
    loop.run(watching, learners.filename, lambda: target.read(kata, path), Ready(kata), clock)
    return 0, watching.goes_on_with


def _in_lines(kata: Kata, path: str | None, learners: Submission, practice: Practice) -> int:
    """Grade at every save and print the findings for an editor, until a signal or a closed stdout."""
    try:
        Problems(kata, practice, learners.path).run(learners.filename, partial(target.read, kata, path))
    except OSError as error:
        streams.give_up(error)
    return 0


def _once(kata: Kata, learners: Submission, practice: Practice, again: str, *, is_exercise: bool) -> int:
    verdict = grade(kata, learners)
    told = checking.background(kata, learners, verdict, again)
    if is_exercise:
        told = next_exercise.with_next(told, verdict, practice.clock)
    page = terminal.report(verdict, told, streams.page())
    page.blank()
    page.prose(NO_TERMINAL)
    streams.put(page)
    practice_records.remember_shown(practice, verdict, learners, "watch")
    return 0 if verdict.verdict == "passed" else 1
