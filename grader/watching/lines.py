"""The loop of `watch --problems`: grade each save and report it in lines, without a screen or keys."""

from collections.abc import Callable
from typing import Protocol

from ..practice.clock import Clock
from ..submission import Submission
from ..terminal.signals import Signals
from ..verdict import Verdict
from .loop import IDLE, SETTLING
from .saves import Missing, Saved, Saves, stamp
from .warm import Grade, Warm


class Listener(Protocol):
    """Receives the events of the loop."""

    def begun(self) -> None:
        """Report that a grading starts; not called again if a newer save cancels it and starts another."""

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Report the verdict."""

    def missing(self, why: str) -> None:
        """Report why there is nothing to grade at the moment."""


def run(listener: Listener, path: str, read: Callable[[], Submission], grade: Grade, clock: Clock) -> None:
    """Grade every save until a signal ends the loop.

    Raises:
        KeyboardInterrupt: on Ctrl-C.
        OSError: if the listener can no longer write.
    """
    saves, warm = Saves(lambda: stamp(path), read, clock), Warm(grade)
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
    """Stop for Ctrl-Z. Cancel the grading first, because its deadlines run on, and restart it afterwards."""
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
