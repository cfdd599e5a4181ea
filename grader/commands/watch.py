"""`watch`: grade a file at every save."""

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from ..report import live, paint, terminal
from ..report.page import Page
from ..report.progress import progress
from ..submission import Submission
from ..terminal import screen
from ..watching.loop import Then
from . import check, output, places, target

if TYPE_CHECKING:
    from ..kata import Kata
    from ..sandbox.launch import Cancel, Start
    from ..verdict import Verdict

KEYS = {"h": "hint", "r": "run again", "c": "compare", "q": "quit", "?": "help"}
HELP = {
    "h": "the next hint on the first thing that is to be mended",
    "r": "grade the file again, on other random data",
    "c": "your code beside the reference's",
    "q": "leave; so do Ctrl-C and Ctrl-D",
    "?": "this help, and away with it",
}
NO_TERMINAL = "watch grades at every save on a terminal. Here is none, so the file was graded once."


def options(parser: ArgumentParser) -> None:
    """There is nothing to choose but the file."""


def run(asked: Namespace) -> int:
    """Grade at every save until the learner leaves; once where there is no terminal."""
    path = target.one_file(asked.words, "watch")
    from ..kata import find_kata

    kata = find_kata(path)
    learners = target.read(kata, path)
    places.stand_somewhere()
    if not screen.is_there():
        return _once(kata, learners)
    from ..watching import loop

    def grade(submission: Submission, start: "Start", cancel: "Cancel") -> "Verdict":
        from ..grading import grade

        return grade(kata, submission, start=start, cancel=cancel)

    loop.run(
        Watching(kata, learners.path), learners.filename, lambda: target.read(kata, path), grade, asked.clock
    )
    return 0


def _once(kata: "Kata", learners: Submission) -> int:
    from ..grading import grade

    verdict = grade(kata, learners)
    background = check.background(kata, learners, places.check_command(learners.path))
    page = terminal.report(verdict, background, paint.page_for(sys.stdout))
    page.blank()
    page.prose(NO_TERMINAL)
    output.write(paint.painted(page, sys.stdout))
    return 0 if verdict.verdict == "passed" else 1


class Watching:
    """What is on the screen while a file is watched.

    Args:
        kata: the exercise.
        path: of the file, as it is shown.
    """

    def __init__(self, kata: "Kata", path: str) -> None:
        self._kata, self._path = kata, path
        self._background: terminal.Background | None = None
        self._verdict: Verdict | None = None
        self._why_missing = ""
        self._help = False
        self._rung = 0

    def graded(self, submission: Submission, verdict: "Verdict") -> None:
        """See `Session`."""
        background = check.background(self._kata, submission, again="")
        self._background = replace(background, progress=progress(self._verdict, verdict))
        if self._verdict is None or self._verdict.errors[:1] != verdict.errors[:1]:
            self._rung = 0
        self._verdict = verdict

    def missing(self, why: str) -> None:
        """See `Session`."""
        self._why_missing = why

    def pressed(self, key: str) -> Then:
        """See `Session`."""
        if key == "q":
            return Then.LEAVE
        if key == "r":
            return Then.AGAIN
        if key == "h" and self._verdict is not None and self._verdict.findings:
            self._rung = min(self._rung + 1, len(self._verdict.findings[0].hints))
            return Then.DRAW
        if key == "?":
            self._help = not self._help
            return Then.DRAW
        return Then.NOTHING

    def passing(self) -> Then:
        """See `Session`."""
        return Then.NOTHING

    def body(self, page: Page, rows: int) -> Page:
        """See `Session`; with the steps in short where it would not fit otherwise."""
        width, encoding = page.width, page.encoding
        long = self._drawn(page, short=False)
        return long if len(long.rows) <= rows else self._drawn(Page(width, encoding), short=True)

    def foot(self, page: Page, *, grading: bool, keys: bool) -> Page:
        """See `Session`."""
        doing, style = (f"grading{page.symbols.more}", "todo") if grading else ("watching", "passed")
        return live.foot(page, doing, style, KEYS if keys else {"Ctrl-C": "quit"})

    def _drawn(self, page: Page, *, short: bool) -> Page:
        if self._verdict is not None and self._background is not None:
            terminal.report(self._verdict, replace(self._background, short=short), page)
            self._hints(page, self._verdict)
        else:
            page.row((self._path, "title"))
        if self._why_missing:
            page.blank()
            page.prose(
                f"{self._why_missing} Until then nothing is graded.", label="Waiting  ", label_style="todo"
            )
        if self._help:
            live.help_on_keys(page, HELP)
        page.blank()
        return page

    def _hints(self, page: Page, verdict: "Verdict") -> None:
        if self._rung:
            page.blank()
            page.prose(verdict.findings[0].hints[self._rung - 1], label=f"Hint {self._rung} of 3  ")
