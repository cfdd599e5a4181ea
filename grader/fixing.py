"""Search for fixes of the errors in a graded submission."""

import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from .kata import Kata
from .other_exercise import exercises_of
from .sandbox import launch
from .submission import Submission
from .verdict import Finding, Verdict

MOST_SECONDS = 30.0
"""Wall time after which the search is stopped; its limit of processor time usually ends it earlier."""
MAX_LINES = 2_000
"""Most lines of a file for which fixes are searched."""
NOT_LOOKED_FOR = ("off-limits", "solution-borrowed")
AT_THE_TOP = ("times-out", "exits", "too-much-memory")
"""Mistakes for which no fix is searched if they happen while the file is loaded."""

if TYPE_CHECKING:
    from .engine.fix.search import Search
    from .sandbox.client import Sandbox
    from .sandbox.limits import Limits


def with_fixes(
    kata: Kata,
    submission: Submission,
    verdict: Verdict,
    *,
    start: launch.Start | None = None,
    cancel: launch.Cancel | None = None,
) -> Verdict:
    """The verdict with a fix in each finding for which one was found.

    Args:
        kata: the exercise.
        submission: the file, already read.
        verdict: the verdict on it.
        start: starts the workers, quickly; by default they are forked from a new fork server.
        cancel: cancels the search, from another thread, by `Cancelled`; the wall time is not limited then.
    """
    from .engine.fix.fixes import with_fixes
    from .sandbox.fork_client import ForkServer

    if not verdict.errors:
        return verdict
    mistakes = [error.mistake for error in verdict.errors]
    is_other = exercises_of(kata, submission.source, mistakes)  # renaming its class would not help
    if is_other or not all(map(looked_for, verdict.errors)) or len(submission.lines) > MAX_LINES:
        return replace(verdict, fixed=False)
    alone, server = cancel is None, ForkServer()  # it starts no process unless it is asked for a worker
    cancel = cancel or launch.Cancel()
    cancel.metered = True
    stop = threading.Timer(MOST_SECONDS, cancel.now if alone else lambda: None)
    stop.start()
    try:
        found = _search(kata, submission, verdict, start or server.start, cancel).run()
        if not alone:
            cancel.check()
        return with_fixes(verdict, found)
    except Exception:
        if os.environ.get("GRADER_TRACEBACK"):
            raise
        return replace(verdict, fixed=False)  # a report without fixes is better than no report
    finally:
        stop.cancel()
        server.close()


def looked_for(finding: Finding) -> bool:
    """Whether a fix is searched for this finding."""
    at_the_top = finding.step == "loading" and finding.mistake in AT_THE_TOP
    return finding.severity == "error" and finding.mistake not in NOT_LOOKED_FOR and not at_the_top


def _search(
    kata: Kata, submission: Submission, verdict: Verdict, start: launch.Start, cancel: launch.Cancel
) -> "Search":
    from .engine.fix.search import Search
    from .engine.fix.trial import Trial
    from .grading import grade, load_request
    from .sandbox.client import Sandbox
    from .sandbox.limits import crowding

    def opened(source: str, limits: "Limits") -> "Sandbox":
        request = load_request(kata, Submission(submission.path, source))
        return Sandbox(request, limits, quiet=True, start=start, cancel=cancel)

    def graded(source: str, told: bool) -> Verdict:
        text = Submission(submission.path, source)
        return grade(kata, text, hints=False, diagnosed=told, start=start, cancel=cancel, with_pytest=False)

    trial = Trial(kata.declaration, opened, verdict.seed + 1)
    own, begun = time.process_time(), time.monotonic()

    def spent() -> float:
        """Processor time in seconds, or a third of the wall time if that is more: some code sleeps."""
        return max(time.process_time() - own + cancel.spent, (time.monotonic() - begun) / 3 / crowding())

    return Search(kata.declaration, submission.source, verdict, trial, graded, kata.solution_text, spent)


def corrected(source: str, verdict: Verdict) -> str:
    """The text with all fixes of a verdict applied."""
    from .engine.fix.code.text import applied
    from .report.fixes import all_changes

    return applied(source, all_changes(verdict))
