"""The screen while a file is watched, and what the keys do."""

from argparse import Namespace
from dataclasses import replace

from ...kata import Kata
from ...practice import ladder
from ...practice.clock import Clock
from ...practice.practice import Practice
from ...report import live_screen, terminal
from ...report.page import Page
from ...report.progress import known, progress
from ...submission import Submission, UsageError
from ...verdict import Status, Verdict
from ...watching.loop import Doing, Then
from .. import compare
from ..shared import checking, next_exercise, practice_records, streams
from . import hint_key

KEYS = {
    "h": "hint",
    "i": "failing input",
    "r": "run again",
    "c": "compare",
    "n": "next",
    "q": "quit",
    "?": "help",
}
HELP = {
    "h": "one more hint on the first finding or step to write; press h again for the next, 10 s later",
    "i": "the smallest failing input that can be found, as Python to paste",
    "r": "grade the file again, with new random data",
    "c": "compare your code with the reference",
    "n": "after a pass: go on with the next exercise that has not passed yet",
    "q": "quit (also Ctrl-C, Ctrl-D)",
    "?": "show or hide this help",
}


class Watching:
    """The session of `watch`; see `Session` for what its methods do.

    `goes_on_with` is the exercise to continue with; empty if there is none. Only the exercise's own file
    (`is_exercise`) can be compared with the reference.
    """

    def __init__(self, kata: Kata, practice: Practice, path: str, *, is_exercise: bool) -> None:
        self._kata, self._practice, self._path = kata, practice, path
        self._is_exercise, self.goes_on_with = is_exercise, ""
        self._graded: tuple[Submission, Verdict] | None = None
        self._background: terminal.Background
        self._known: dict[str, Status] = {}
        self._why_missing = ""
        self._help = False
        self._aside = ""
        self._hint = hint_key.Climber(kata, practice, read=ladder.TOLD)

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Record the run, and prepare the report, which says what changed since the run before."""
        background = checking.background(self._kata, submission, verdict, again="")
        if self._is_exercise:
            background = replace(background, compare="c")
            background = next_exercise.with_next(background, verdict, self._practice.clock, key="n")
        self._background = replace(background, progress=progress(self._known, verdict))
        self._known = known(self._known, verdict)
        self._graded = (submission, verdict)
        self._hint.reset()
        practice_records.remember_shown(self._practice, verdict, submission, "watch")

    def missing(self, why: str) -> None:
        """Say why on the next screen."""
        self._why_missing = why

    def pressed(self, key: str) -> Then:
        """Handle a key."""
        if key not in self._keys:
            return Then.NOTHING
        if key == "h" and self._graded is not None:
            self._hint.climb(*self._graded)
        if key == "?":
            self._help = not self._help
        if key == "n":
            self.goes_on_with = self._background.next
        self._aside = key
        does = {"q": Then.LEAVE, "n": Then.LEAVE, "r": Then.AGAIN, "c": Then.ASIDE, "i": Then.ASIDE}
        return does.get(key, Then.DRAW)

    @property
    def _keys(self) -> dict[str, str]:
        has_next = self._graded is not None and bool(self._background.next)
        missing = ("" if self._is_exercise else "c") + ("" if has_next else "n")
        missing += "" if self._graded is not None and self._graded[1].errors else "i"
        return {key: text for key, text in KEYS.items() if key not in missing}

    def aside(self) -> None:
        """Run `compare` as if the user had typed it, or show a failing input, depending on the key."""
        if self._aside == "i" and self._graded is not None:
            checking.print_case(self._graded[1], self._kata, self._graded[0])
        elif self._aside == "c":
            _compare(self._kata.name, self._practice.clock)

    def passing(self) -> Then:
        """Draw again if the search for a fix has just ended."""
        come = self._graded is not None and self._hint.look(self._graded[0])
        return Then.DRAW if come else Then.NOTHING

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

    def foot(self, page: Page, doing: Doing, *, keys: bool) -> Page:
        """What the loop is doing, and the keys."""
        if doing is Doing.ASIDE:
            return live_screen.foot(page, "watching; Space shows the verdict again", "passed", {})
        words, style = (
            ("grading" + page.symbols.more, "todo") if doing is Doing.GRADING else ("watching", "passed")
        )
        return live_screen.foot(page, words, style, self._keys if keys else {"Ctrl-C": "quit"})

    def _show_hint(self, page: Page, submission: Submission, verdict: Verdict, *, short: bool) -> None:
        terminal.standing(verdict, replace(self._background, short=short), page)
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
