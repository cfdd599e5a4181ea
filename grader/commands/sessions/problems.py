"""`watch --problems`: tell an editor the findings at every save."""

import sys

from ...kata import Kata
from ...practice.practice import Practice
from ...report import problems
from ...submission import Submission
from ...verdict import Verdict
from ..shared import checking, memory, output


class Problems:
    """Tells an editor about the gradings; see `watching.lines.Listener`."""

    def __init__(self, kata: Kata, practice: Practice, path: str) -> None:
        self._kata, self._practice, self._path = kata, practice, path

    def begun(self) -> None:
        """Say that a grading begins."""
        _write(problems.frame("grading", self._path, output.encoding()))

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Write the findings; no hint is shown, so none is recorded."""
        told = checking.background(self._kata, submission, verdict, again="")
        end = problems.frame("graded", self._path, output.encoding())
        _write(problems.text(verdict, told, output.encoding()) + end)
        memory.remember(self._practice, verdict, submission, "watch")

    def missing(self, why: str) -> None:
        """Print the reason to stderr."""
        output.tell(why)


def _write(text: str) -> None:
    """Write `text` to stdout and flush it.

    Raises:
        OSError: if the reader has gone away, so that there is no reason to go on watching.
    """
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()
