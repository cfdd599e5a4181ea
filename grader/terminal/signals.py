"""Note signals when they arrive, and handle them between two turns, so that none interrupts a write."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
STOP = getattr(signal, "SIGTSTP", None)
GO_ON = getattr(signal, "SIGCONT", None)
RESIZED = getattr(signal, "SIGWINCH", None)


@contextmanager
def when_resized(drawn: int, width: Callable[[], int], act: Callable[[], None]) -> Iterator[None]:
    """Call `act` each time the terminal's width changes, while the `with` block waits for input.

    Also when the program continues after Ctrl-Z, because the shell has written below the screen, and
    immediately, if the width already differs from `drawn`, the width for which the screen was drawn.
    """
    seen = drawn

    def note(number: int = 0, frame: FrameType | None = None) -> None:
        nonlocal seen
        before, seen = seen, width()
        if seen != before or number == GO_ON:
            act()

    before = {number: signal.signal(number, note) for number in (RESIZED, GO_ON) if number is not None}
    try:
        note()
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Signals:
    """Notes what signals ask of this program while the `with` block runs."""

    def __init__(self) -> None:
        self.end = False
        self._interrupted = self._stopped = self._resumed = False
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, *ENDS, STOP, GO_ON):
            if number is not None:
                self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if number == signal.SIGINT:
            if self._interrupted:
                raise KeyboardInterrupt  # a second Ctrl-C, because the program has not reacted to the first
            self._interrupted = True
        elif number in ENDS:
            self.end = True
        elif number == STOP:
            self._stopped = True
        else:
            self._resumed = True

    def check(self) -> None:
        """Raise KeyboardInterrupt if Ctrl-C was pressed."""
        if self._interrupted:
            raise KeyboardInterrupt

    def stopped(self) -> bool:
        """Whether Ctrl-Z was pressed since the last call; `stop` then stops the program."""
        was, self._stopped = self._stopped, False
        return was

    def resumed(self) -> bool:
        """Whether the program was continued after a stop since the last call."""
        was, self._resumed = self._resumed, False
        return was

    @contextmanager
    def left_alone(self) -> Iterator[None]:
        """Restore the usual signal handlers while the block runs."""
        self.__exit__()
        try:
            yield
        finally:
            self.__enter__()

    def stop(self) -> None:
        """Stop the program as Ctrl-Z does, until it is continued."""
        if STOP is not None:
            signal.signal(STOP, signal.SIG_DFL)
            os.kill(os.getpid(), STOP)
            signal.signal(STOP, self._note)
