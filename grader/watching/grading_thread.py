"""Gradings that start immediately: the engine and NumPy stay imported, and workers are started in advance.

They run in their own thread, so that the main thread can look at the file and the keys.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from ..grading import grade, new_seed
from ..kata import Kata
from ..sandbox import launch
from ..sandbox.fork_client import ForkServer
from ..submission import Submission
from ..verdict import Verdict

END_SECONDS = 10.0
PAUSE_SECONDS = 0.1
"""How long after a grading the next one is prepared: the verdict is shown first."""
SPARE = 2  # if a part is wrong, `fit` is examined in a second worker at the same time


class Workers:
    """Waiting workers, as many as most gradings need; forked if the system can."""

    def __init__(self) -> None:
        self._lock, self._server = threading.Lock(), ForkServer()
        self._spare: list[launch.Process] = []

    def prepare(self) -> None:
        """Start workers until SPARE are waiting."""
        try:
            while len(self._spare) < SPARE:
                self._spare.append(self._server.start())
        except OSError:
            pass  # the next grading will start its own, or report why it cannot

    def start(self) -> launch.Process:
        """The waiting worker that was started first and is still alive; a new one if there is none."""
        with self._lock:
            while self._spare:
                spare = self._spare.pop(0)
                if spare.poll() is None:
                    return spare
                launch.discard(spare)
        return self._server.start()

    def close(self) -> None:
        """Stop the waiting workers and the fork server."""
        while self._spare:
            launch.discard(self._spare.pop())
        self._server.close()


class PreparedGrader:
    """Grades one submission after another, each on new data, drawn while none is under way."""

    def __init__(self, kata: Kata) -> None:
        self._kata = kata
        self._seed: int | None = None

    def __call__(self, submission: Submission, *, start: launch.Start, cancel: launch.Cancel) -> Verdict:
        """The verdict on one submission."""
        seed, self._seed = self._seed, None
        return grade(self._kata, submission, seed=seed, start=start, cancel=cancel, with_pytest=False)

    def prepare(self) -> None:
        """Draw the data of the next grading, compute the right results, import what a wrong file needs."""
        from ..engine.diagnose import failed_steps  # noqa: F401
        from ..engine.diagnose.training import findings  # noqa: F401
        from ..engine.prefetch import make_ready

        seed = new_seed()
        with suppress(Exception):  # the grading itself will report what is wrong
            make_ready(self._kata.declaration, seed)
            self._seed = seed


@dataclass
class Grading:
    """One grading: its submission, and its verdict or the exception that it raised."""

    submission: Submission
    cancel: launch.Cancel = field(default_factory=launch.Cancel)
    outcome: Verdict | BaseException | None = None


class GradingThread:
    """Grades one submission at a time; a newer one cancels the current grading.

    Args:
        grade: makes a verdict, as `PreparedGrader` does.
        prepare: prepares the next grading while none is under way.
    """

    def __init__(self, grade: Callable[..., Verdict], prepare: Callable[[], None] | None = None) -> None:
        self._grade, self._prepare = grade, prepare
        self._workers = Workers()
        self._ahead: queue.SimpleQueue[Grading | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Grading] = queue.SimpleQueue()
        self._present: Grading | None = None
        self._busy, self._news = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def grading(self) -> Submission | None:
        """The submission that is being graded, or None."""
        return self._present.submission if self._present is not None else None

    def begin(self, submission: Submission) -> None:
        """Start grading this submission, and cancel the grading before it."""
        self.cancel()
        self._present = Grading(submission)
        self._ahead.put(self._present)

    def cancel(self) -> None:
        """Cancel the current grading: `take` will never return its verdict."""
        if self._present is not None:
            self._present.cancel.now()
            self._present = None

    def wait(self, seconds: float) -> None:
        """Wait for this time, or until a grading has finished."""
        if self._news.wait(seconds):
            self._news.clear()

    def cancel_and_wait(self) -> None:
        """Cancel the current grading and wait until it has ended."""
        self.cancel()
        with self._busy:
            pass

    def take(self) -> tuple[Submission, Verdict] | None:
        """The newest submission with its verdict, once, when it is ready; raises what the grading raised."""
        while not self._done.empty():
            grading = self._done.get()
            if grading is not self._present:
                continue
            self._present = None
            if isinstance(grading.outcome, Verdict):
                return grading.submission, grading.outcome
            assert grading.outcome is not None
            raise grading.outcome
        return None

    def close(self) -> None:
        """End the thread and all workers."""
        self.cancel()
        self._ahead.put(None)
        self._thread.join(timeout=END_SECONDS)  # if it hangs, it ends with the program: it is a daemon
        self._workers.close()

    def _work(self) -> None:
        from ..sandbox.process import hand_over_quickly

        hand_over_quickly()
        while (grading := self._next()) is not None:
            with self._busy:
                if not grading.cancel.asked:
                    self._finish(grading)
            self._workers.prepare()

    def _next(self) -> Grading | None:
        try:
            return self._ahead.get(timeout=PAUSE_SECONDS)
        except queue.Empty:
            if self._prepare is not None:
                self._prepare()
            return self._ahead.get()

    def _finish(self, grading: Grading) -> None:
        try:
            grading.outcome = self._graded(grading)
        except launch.Cancelled:
            return
        except BaseException as error:
            grading.outcome = error
        self._done.put(grading)
        self._news.set()

    def _graded(self, grading: Grading) -> Verdict:
        from ..sandbox.process import WorkerLost

        grade = partial(self._grade, grading.submission, cancel=grading.cancel)
        try:
            return grade(start=self._workers.start)
        except WorkerLost:  # the worker may have died while it waited
            return grade(start=launch.start)
