"""`watch --problems`: what an editor is told of every save."""

import sys

from ...kata import Kata
from ...practice.practice import Practice
from ...report import problems
from ...submission import Submission
from ...verdict import Verdict
from ..shared import checking, memory, output


class Problems:
    """Tells an editor of the gradings; see `watching.lines.Listener`."""

    def __init__(self, kata: Kata, practice: Practice, path: str) -> None:
        self._kata, self._practice, self._path = kata, practice, path

    def begun(self) -> None:
        """Say that a grading begins."""
        _write(problems.frame("grading", self._path, output.encoding()))

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Write the findings; no hint is shown, so that none counts."""
        told = checking.background(self._kata, submission, verdict, again="")
        end = problems.frame("graded", self._path, output.encoding())
        _write(problems.text(verdict, told, output.encoding()) + end)
        memory.remember(self._practice, verdict, submission, "watch")

    def missing(self, why: str) -> None:
        """Say so on stderr."""
        output.tell(why)


def _write(text: str) -> None:
    """Put it on stdout now.

    Raises:
        OSError: if nobody reads it any more; then there is no reason to watch.
    """
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()
