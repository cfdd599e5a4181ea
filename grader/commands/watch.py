"""`watch`: grade a file at every save, on a screen with keys or in lines for an editor."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace

from ..grading import grade
from ..kata import Kata, find_kata
from ..practice import ladder
from ..practice.clock import Clock
from ..practice.practice import Practice
from ..report import live_screen, terminal
from ..report.formats import problems
from ..report.live_screen import known, progress
from ..report.page import Page
from ..submission import Submission, UsageError
from ..terminal import screen
from ..terminal.signals import Signals
from ..verdict import Status, Verdict
from ..watching import loop
from ..watching.grading_thread import GradingThread, PreparedGrader
from ..watching.loop import Action, Activity
from ..watching.saves import Saves, stamp
from . import compare
from .interviews import acts, running
from .shared import (
    checking,
    common_options,
    exercise_list,
    hint_key,
    practice_records,
    streams,
    target,
    typed_paths,
)

NO_TERMINAL = "watch needs a terminal to grade at every save. There is none, so the file was graded once."
KEYS = {
    "h": "hint", "i": "failing input", "r": "run again", "c": "compare", "n": "next", "q": "quit", "?": "help"
}  # fmt: skip
HELP = {
    "h": "one more hint on the first finding or step to write; press h again for the next, 10 s later",
    "i": "the smallest failing input that can be found, as Python to paste",
    "r": "grade the file again, with new random data",
    "c": "compare your code with the reference",
    "n": "after a pass: go on with the next exercise that has not passed yet",
    "q": "quit (also Ctrl-C, Ctrl-D)",
    "?": "show or hide this help",
}


def options(parser: ArgumentParser) -> None:
    """Add the options of `watch`."""
    common_options.add_problems(parser.add_argument_group("options of watch"))


def run(args: Namespace) -> int:
    """Grade at every save until the learner leaves; without a terminal or --problems, grade once."""
    kata, path = target.chosen(args, "watch")
    while True:
        status, name = _watch(kata, path, args.clock, in_lines=args.problems)
        if not name:
            return status
        args.twist = None  # a twist that was named belongs to the previous exercise
        kata, path = target.twisted(find_kata(name), args, own=True), None


def _watch(kata: Kata, path: str | None, clock: Clock, *, in_lines: bool) -> tuple[int, str]:
    """Watch one file; return the exit status and the exercise that is wanted next, else an empty string."""
    learners = target.read(kata, path)
    typed_paths.stand_somewhere()
    is_exercise = target.is_exercise(kata, path)
    practice = practice_records.practice_of(kata, clock, written=is_exercise)
    if in_lines:
        try:
            Problems(kata, practice, learners.path).run(learners.filename, lambda: target.read(kata, path))
        except OSError as error:
            streams.give_up(error)
        return 0, ""
    if is_exercise and practice.running_interview() is not None:
        return running.go_on(acts.parts(kata, practice)), ""
    if not screen.is_there():
        return _once(kata, learners, practice, target.again(kata, path), is_exercise=is_exercise), ""
    watching = WatchSession(kata, practice, learners.path, is_exercise=is_exercise)
    loop.run(watching, learners.filename, lambda: target.read(kata, path), PreparedGrader(kata), clock)
    return 0, watching.goes_on_with


def _once(kata: Kata, learners: Submission, practice: Practice, again: str, *, is_exercise: bool) -> int:
    verdict = grade(kata, learners)
    context = checking.background(kata, learners, verdict, again)
    if is_exercise:
        context = exercise_list.with_next(context, verdict, practice.clock)
    page = terminal.report(verdict, context, streams.page())
    page.blank()
    page.prose(NO_TERMINAL)
    streams.put(page)
    practice_records.remember_shown(practice, verdict, learners, "watch")
    return 0 if verdict.verdict == "passed" else 1


class WatchSession:
    """The session of `watch`; see `Session` for what its methods do.

    `goes_on_with` is the exercise to continue with; empty if there is none. Only the exercise's own file
    (`is_exercise`) can be compared with the reference.
    """

    def __init__(self, kata: Kata, practice: Practice, path: str, *, is_exercise: bool) -> None:
        self._kata, self._practice, self._path = kata, practice, path
        self._is_exercise, self.goes_on_with = is_exercise, ""
        self._twist = practice_records.twist_of(kata.twisted(None), practice.clock)
        self._graded: tuple[Submission, Verdict] | None = None
        self._background: terminal.Background
        self._known: dict[str, Status] = {}
        self._why_missing = ""
        self._help = False
        self._aside = ""
        self._hint = hint_key.ShownHints(kata, practice, read=ladder.REPORT_RUNG)

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Record the run, and prepare the report, which says what changed since the run before.

        If the exercise was laid out with another twist meanwhile, go on with that instead.
        """
        plain = self._kata.twisted(None)
        if self._is_exercise and practice_records.twist_of(plain, self._practice.clock) != self._twist:
            self.goes_on_with = self._kata.name
            return
        background = checking.background(self._kata, submission, verdict, again="")
        if self._is_exercise:
            background = replace(background, compare="c")
            background = exercise_list.with_next(background, verdict, self._practice.clock, key="n")
        self._background = replace(background, progress=progress(self._known, verdict))
        self._known = known(self._known, verdict)
        self._graded = (submission, verdict)
        self._hint.reset()
        practice_records.remember_shown(self._practice, verdict, submission, "watch")

    def missing(self, why: str) -> None:
        """Say why on the next screen."""
        self._why_missing = why

    def pressed(self, key: str) -> Action:
        """Handle a key."""
        if key not in self._keys:
            return Action.NOTHING
        if key == "h" and self._graded is not None:
            self._hint.show_next(*self._graded)
        if key == "?":
            self._help = not self._help
        if key == "n":
            self.goes_on_with = self._background.next
        self._aside = key
        does = {"q": Action.LEAVE, "n": Action.LEAVE, "r": Action.AGAIN, "c": Action.ASIDE, "i": Action.ASIDE}
        return does.get(key, Action.DRAW)

    @property
    def _keys(self) -> dict[str, str]:
        has_next = self._graded is not None and bool(self._background.next)
        missing = ("" if self._is_exercise else "c") + ("" if has_next else "n")
        verdict = None if self._graded is None else self._graded[1]
        missing += "" if verdict is not None and verdict.loaded and verdict.errors else "i"
        return {key: text for key, text in KEYS.items() if key not in missing}

    def aside(self) -> None:
        """Run `compare` as if the user had typed it, or show a failing input, depending on the key."""
        if self._aside == "i" and self._graded is not None:
            checking.print_case(self._graded[1], self._kata, self._graded[0])
        elif self._aside == "c":
            _compare(self._kata.name, self._practice.clock)

    def passing(self) -> Action:
        """Draw again if the search for a fix has just ended; leave if there is something to go on with."""
        if self.goes_on_with:
            return Action.LEAVE
        come = self._graded is not None and self._hint.look(self._graded[0])
        return Action.DRAW if come else Action.NOTHING

    def close(self) -> None:
        """Stop the search for a fix."""
        self._hint.reset()

    def body(self, page: Page, *, short: bool) -> Page:
        """The report, or the hints; with the steps in short if `short`."""
        if self._graded is None:
            page.row((self._path, "title"))
        elif self._hint.is_shown:
            self._show_hint(page, *self._graded, short=short)
        else:
            terminal.report(self._graded[1], replace(self._background, short=short), page)
        live_screen.waiting(page, self._why_missing)
        if self._help:
            live_screen.help_on_keys(page, {key: HELP[key] for key in self._keys})
        page.blank()
        return page

    def foot(self, page: Page, doing: Activity, *, keys: bool) -> Page:
        """What the loop is doing, and the keys."""
        if doing is Activity.ASIDE:
            return live_screen.foot(page, "watching; Space shows the verdict again", "passed", {})
        words, style = (
            ("grading" + page.symbols.more, "todo") if doing is Activity.GRADING else ("watching", "passed")
        )
        return live_screen.foot(page, words, style, self._keys if keys else {"Ctrl-C": "quit"})

    def _show_hint(self, page: Page, submission: Submission, verdict: Verdict, *, short: bool) -> None:
        terminal.step_statuses(verdict, replace(self._background, short=short), page)
        page.blank()
        self._hint.show(page, submission, verdict)


def _compare(exercise: str, clock: Clock) -> None:
    """Run `compare`, and print its errors too.

    `again` is empty because saving the file is enough to grade it again.
    """
    try:
        compare.run(Namespace(words=[], exercise=exercise, clock=clock, again="", yes=False, seed=None))
    except UsageError as error:
        said = str(error)
        streams.show(lambda page: page.prose(said))
    except KeyboardInterrupt:
        streams.write("\n")


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
        grade = PreparedGrader(self._kata)
        saves = Saves(lambda: stamp(filename), read, self._practice.clock)
        thread = GradingThread(grade, grade.prepare)
        try:
            with Signals() as signals:
                while not signals.end:
                    signals.check()
                    if signals.stopped():
                        _stop(signals, thread)
                    self._turn(saves, thread)
                    thread.wait(loop.SETTLING if saves.settling else loop.IDLE)
        finally:
            thread.close()

    def _turn(self, saves: Saves, thread: GradingThread) -> None:
        seen = saves.look()
        if isinstance(seen, str):
            streams.tell(seen)
        elif seen is not None and seen != thread.grading:
            if thread.grading is None:  # a newer save cancels a grading and starts another in its frame
                _write(problems.frame("grading", self._path, streams.encoding()))
            thread.begin(seen)
        if (found := thread.take()) is not None:
            self._tell(*found)

    def _tell(self, submission: Submission, verdict: Verdict) -> None:
        """Write the findings; no hint is shown, so none is recorded."""
        context = checking.background(self._kata, submission, verdict, again="")
        end = problems.frame("graded", self._path, streams.encoding())
        _write(problems.text(verdict, context, streams.encoding()) + end)
        practice_records.remember(self._practice, verdict, submission, "watch")


def _stop(signals: Signals, thread: GradingThread) -> None:
    """Stop for Ctrl-Z. The grading is cancelled before, because its deadlines go on, and restarted after."""
    graded = thread.grading
    thread.cancel_and_wait()
    signals.stop()
    if graded is not None:
        thread.begin(graded)


def _write(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()
