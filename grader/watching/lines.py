"""The loop of `watch --problems`: each save is graded and told in lines; no screen, no keys."""

from collections.abc import Callable
from typing import Protocol

from ..practice.clock import Clock
from ..submission import Submission
from ..terminal.signals import Signals
from ..verdict import Verdict
from .loop import IDLE, SETTLING
from .ready import Ready
from .saves import Missing, Saved, Saves, stamp
from .warm import Warm


class Listener(Protocol):
    """Who is told."""

    def begun(self) -> None:
        """A grading begins; one that a newer save calls off is not told twice."""

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Its verdict."""

    def missing(self, why: str) -> None:
        """There is nothing to grade just now."""


def run(listener: Listener, path: str, read: Callable[[], Submission], grade: Ready, clock: Clock) -> None:
    """Grade at every save until a signal ends it.

    Raises:
        KeyboardInterrupt: on Ctrl-C.
        OSError: where the listener has nobody to tell any more.
    """
    saves, warm = Saves(lambda: stamp(path), read, clock), Warm(grade, grade.prepare)
    try:
        with Signals() as signals:
            while not signals.end:
                signals.check()
                if signals.stopped():
                    _stop(signals, warm)
                _turn(listener, saves, warm)
                warm.wait(SETTLING if saves.settling else IDLE)
    finally:
        warm.close()


def _stop(signals: Signals, warm: Warm) -> None:
    """Stop as Ctrl-Z wants it, without a grading, whose deadlines would not wait."""
    graded = warm.grading
    warm.rest()
    signals.stop()
    if graded is not None:
        warm.begin(graded)


def _turn(listener: Listener, saves: Saves, warm: Warm) -> None:
    seen = saves.look()
    if isinstance(seen, Missing):
        listener.missing(seen.why)
    elif isinstance(seen, Saved) and seen.submission != warm.grading:
        if warm.grading is None:
            listener.begun()
        warm.begin(seen.submission)
    if (found := warm.take()) is not None:
        listener.graded(*found)
