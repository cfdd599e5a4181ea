"""`watch`: grade a file at every save."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from ..grading import grade
from ..kata import Kata, find_kata
from ..practice.clock import Clock
from ..practice.practice import Practice
from ..report import problems, terminal
from ..submission import Submission
from ..terminal import screen
from ..terminal.signals import Signals
from ..verdict import Verdict
from ..watching import loop
from ..watching.grading_thread import Ready, Warm
from ..watching.saves import Saves, stamp
from .interviews import acts, running
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
        status, name = _watch(kata, path, asked.clock, in_lines=asked.problems)
        if not name:
            return status
        asked.twist = None  # a twist that was named belongs to the previous exercise
        kata, path = target.twisted(find_kata(name), asked, own=True), None


def _watch(kata: Kata, path: str | None, clock: Clock, *, in_lines: bool) -> tuple[int, str]:
    """Watch one file; return the exit status and the exercise that is wanted next, else an empty string."""
    learners = target.read(kata, path)
    typed_paths.stand_somewhere()
    is_exercise = target.is_exercise(kata, path)
    practice = practice_records.practice_of(kata, clock, written=is_exercise)
    if in_lines:
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
        Problems(kata, practice, learners.path).run(learners.filename, lambda: target.read(kata, path))
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


class Problems:
    """Tells an editor about the gradings of one file; `path` is its path as shown."""

    def __init__(self, kata: Kata, practice: Practice, path: str) -> None:
        self._kata, self._practice, self._path = kata, practice, path

    def run(self, filename: str, read: Callable[[], Submission]) -> None:
        """Grade every save until a signal ends the loop.

        Raises:
            KeyboardInterrupt: on Ctrl-C.
            OSError: if the reader has gone away, so that there is no reason to go on watching.
        """
        grade = Ready(self._kata)
        saves, warm = Saves(lambda: stamp(filename), read, self._practice.clock), Warm(grade, grade.prepare)
        try:
            with Signals() as signals:
                while not signals.end:
                    signals.check()
                    if signals.stopped():
                        _stop(signals, warm)
                    self._turn(saves, warm)
                    warm.wait(loop.SETTLING if saves.settling else loop.IDLE)
        finally:
            warm.close()

    def _turn(self, saves: Saves, warm: Warm) -> None:
        seen = saves.look()
        if isinstance(seen, str):
            streams.tell(seen)
        elif seen is not None and seen != warm.grading:
            if warm.grading is None:  # a newer save cancels a grading and starts another in its frame
                _write(problems.frame("grading", self._path, streams.encoding()))
            warm.begin(seen)
        if (found := warm.take()) is not None:
            self._tell(*found)

    def _tell(self, submission: Submission, verdict: Verdict) -> None:
        """Write the findings; no hint is shown, so none is recorded."""
        told = checking.background(self._kata, submission, verdict, again="")
        end = problems.frame("graded", self._path, streams.encoding())
        _write(problems.text(verdict, told, streams.encoding()) + end)
        practice_records.remember(self._practice, verdict, submission, "watch")


def _stop(signals: Signals, warm: Warm) -> None:
    """Stop for Ctrl-Z. Cancel the grading first, because its deadlines run on, and restart it afterwards."""
    graded = warm.grading
    warm.rest()
    signals.stop()
    if graded is not None:
        warm.begin(graded)


def _write(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()
