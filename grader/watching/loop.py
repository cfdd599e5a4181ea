"""The loop of `watch` and `interview`: check the file, the grading and the keys, and draw changes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Protocol

from ..practice.clock import Clock
from ..report.page import Page
from ..submission import Submission
from ..terminal.keys import END_OF_FILE, Keys
from ..terminal.screen import Screen
from ..terminal.signals import Signals
from ..verdict import Verdict
from .grading_thread import GradingThread, PreparedGrader
from .saves import Saves, stamp

IDLE, SETTLING = 0.01, 0.003
"""Seconds between two looks at the file and the keys: usually, and while the file has just changed."""
TURNS_PER_FOOT = 10
"""Every so many turns, the last row is drawn even if nothing changed: it may show the time."""


class Action(Enum):
    """What the loop does next: nothing, draw, grade again, let the session write aside, or leave."""

    NOTHING = "nothing"
    DRAW = "draw"
    AGAIN = "again"
    ASIDE = "aside"
    LEAVE = "leave"


class Activity(Enum):
    """What the loop is doing."""

    WATCHING = "watching"
    GRADING = "grading"
    ASIDE = "aside"


class Session(Protocol):
    """The caller's side of the loop: `watch` or `interview`."""

    def graded(self, submission: Submission, verdict: Verdict) -> None:
        """Receive the verdict on the newest save; it is drawn next."""

    def missing(self, why: str) -> None:
        """Receive the reason why there is nothing to grade; an empty one when there is a file again."""

    def pressed(self, key: str) -> Action:
        """Handle a key and say what the loop does next."""

    def aside(self) -> None:
        """Write something other than the screen; keys are not echoed meanwhile, and ignored."""

    def passing(self) -> Action:
        """Called at each turn of the loop: say whether the elapsed time changes anything."""

    def close(self) -> None:
        """Stop everything that the session started; called at the end of the loop."""

    def body(self, page: Page, *, short: bool) -> Page:
        """Write the screen on an empty page; with `short`, the whole screen does not fit."""

    def foot(self, page: Page, doing: Activity, *, keys: bool) -> Page:
        """Write the last row on an empty page: what is being done, and the keys if there are any."""


def run(
    session: Session, path: str, read: Callable[[], Submission], grade: PreparedGrader, clock: Clock
) -> None:
    """Run the loop until the session, a key or a signal ends it; stdout must be a terminal.

    Raises:
        KeyboardInterrupt: on Ctrl-C.
    """
    saves = Saves(lambda: stamp(path), read, clock)
    thread, screen = GradingThread(grade, grade.prepare), Screen(sys.stdout)
    try:
        with Signals() as signals, Keys(sys.stdin) as keys:
            screen.open()
            try:
                EventLoop(session, saves, thread, screen, keys, signals).go_round()
            finally:
                screen.leave()
    finally:
        thread.close()
        session.close()


class EventLoop:
    """The loop itself; see `run`."""

    def __init__(
        self,
        session: Session,
        saves: Saves,
        thread: GradingThread,
        screen: Screen,
        keys: Keys,
        signals: Signals,
    ) -> None:
        self._session, self._saves, self._thread = session, saves, thread
        self._screen, self._keys, self._signals = screen, keys, signals
        self._newest: Submission | None = None
        self._aside = False

    def go_round(self) -> None:
        """Repeat turns until the session, a key or a signal asks to leave."""
        turns = 0
        while (then := self._turn()) is not Action.LEAVE:
            turns += 1
            if then is Action.DRAW or (self._screen.is_stale() and not self._aside):
                self._draw()
            elif turns % TURNS_PER_FOOT == 0:
                self._screen.draw_foot(self._foot())
            self._thread.wait(SETTLING if self._saves.settling else IDLE)

    def _turn(self) -> Action:
        self._signals.check()
        if self._signals.end:
            return Action.LEAVE
        done = [self._signalled(), self._looked(), self._unless_aside(self._judged()), self._typed()]
        done.append(self._unless_aside(self._session.passing()))
        if Action.AGAIN in done and self._newest is not None:
            self._thread.begin(self._newest)
            done.append(Action.DRAW)
        if Action.ASIDE in done and Action.LEAVE not in done:
            self._step_aside()
            return Action.NOTHING
        return next((then for then in (Action.LEAVE, Action.DRAW) if then in done), Action.NOTHING)

    def _unless_aside(self, then: Action) -> Action:
        """The same action, but no DRAW while a text aside is shown: it stays until the user has read it."""
        return Action.NOTHING if self._aside and then is Action.DRAW else then

    def _signalled(self) -> Action:
        if self._signals.stopped():
            self._stop()
        return Action.DRAW if self._signals.resumed() else Action.NOTHING

    def _stop(self) -> None:
        with self._away():
            self._keys.give_back()
            self._signals.stop()

    def _step_aside(self) -> None:
        """Let the session write below the screen; its text stays until a key or a save redraws."""
        with self._away(), self._signals.left_alone():
            self._session.aside()
        self._keys.forget()
        self._aside = True

    @contextmanager
    def _away(self) -> Iterator[None]:
        """Erase the foot for the block. Cancel the grading (its deadlines run on), restart it after."""
        graded = self._thread.grading
        self._thread.cancel_and_wait()
        self._screen.leave()
        yield
        if graded is not None:
            self._thread.begin(graded)

    def _looked(self) -> Action:
        seen = self._saves.look()
        if seen is None:
            return Action.NOTHING
        is_first = self._newest is None
        self._session.missing(seen if isinstance(seen, str) else "")
        if not isinstance(seen, str) and seen != self._thread.grading:
            self._newest = seen
            self._thread.begin(seen)
        return self._unless_aside(Action.DRAW) if is_first else Action.DRAW

    def _judged(self) -> Action:
        if (found := self._thread.take()) is None:
            return Action.NOTHING
        self._session.graded(*found)
        return Action.DRAW

    def _typed(self) -> Action:
        done = [self._answered(key) for key in self._keys.pressed()]
        order = (Action.LEAVE, Action.ASIDE, Action.AGAIN, Action.DRAW)
        return next((then for then in order if then in done), Action.NOTHING)

    def _answered(self, key: str) -> Action:
        if key == END_OF_FILE:
            return Action.LEAVE
        then = self._session.pressed(key)
        return Action.DRAW if self._aside and then is Action.NOTHING else then

    def _draw(self) -> None:
        self._aside = False
        body = self._session.body(self._screen.page(), short=False)
        if len(body.rows) > self._screen.rows:
            body = self._session.body(self._screen.page(), short=True)
        self._screen.draw(body, self._foot())

    def _foot(self) -> Page:
        at_it = Activity.GRADING if self._thread.grading is not None else Activity.WATCHING
        doing = Activity.ASIDE if self._aside else at_it
        return self._session.foot(self._screen.page(), doing, keys=bool(self._keys))
