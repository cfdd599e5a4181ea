"""`watch --problems`: grade a file at every save, and tell an editor the findings."""

import sys
from collections.abc import Callable

from ...kata import Kata
from ...practice.practice import Practice
from ...report import problems
from ...submission import Submission
from ...terminal.signals import Signals
from ...verdict import Verdict
from ...watching.grading_thread import Warm
from ...watching.loop import IDLE, SETTLING
from ...watching.predrawn import Ready
from ...watching.saves import Missing, Saved, Saves, stamp
from ..shared import checking, practice_records, streams


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
                    warm.wait(SETTLING if saves.settling else IDLE)
        finally:
            warm.close()

    def _turn(self, saves: Saves, warm: Warm) -> None:
        seen = saves.look()
        if isinstance(seen, Missing):
            streams.tell(seen.why)
        elif isinstance(seen, Saved) and seen.submission != warm.grading:
            if warm.grading is None:  # a newer save cancels a grading and starts another in its frame
                _write(problems.frame("grading", self._path, streams.encoding()))
            warm.begin(seen.submission)
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
