"""Gradings that start at once: pytest and NumPy stay imported, and started workers wait.

They are made in a thread of their own, so that the main one can look at the file and the keys meanwhile.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from ..grading import RunChecks
from ..resident_pytest import ResidentChecks, hand_over_quickly
from ..sandbox import launch
from ..sandbox.forks import ForkServer
from ..submission import Submission
from ..verdict import Verdict

END_SECONDS = 10.0
PAUSE_SECONDS = 0.1
"""After a grading, until what the next one needs is got ready: the verdict is shown first."""
SPARE = 2  # where a part is wrong, `fit` is looked at in a second worker meanwhile


class Grade(Protocol):
    """What makes a verdict: `grading.grade` for one exercise."""

    def __call__(
        self, submission: Submission, *, start: launch.Start, cancel: launch.Cancel, run_checks: RunChecks
    ) -> Verdict:
        """The verdict on one submission."""


class Workers:
    """Workers that wait to be used, as many as most gradings need; forked, where the system can."""

    def __init__(self) -> None:
        self._lock, self._server = threading.Lock(), ForkServer()
        self._spare: list[launch.Process] = []

    def prepare(self) -> None:
        """Have them wait."""
        try:
            while len(self._spare) < SPARE:
                self._spare.append(self._server.start(early=True))
        except OSError:
            pass  # the next grading will start its own, or say why it cannot

    def start(self) -> launch.Process:
        """One that waits, the one that does so longest, if it still lives; else a new one."""
        with self._lock:
            while self._spare:
                spare = self._spare.pop(0)
                if spare.poll() is None:
                    return spare
                launch.discard(spare)
        return self._server.start()

    def close(self) -> None:
        """Let go of those that wait."""
        while self._spare:
            launch.discard(self._spare.pop())
        self._server.close()


@dataclass
class Job:
    """One grading: what is graded, and what came of it."""

    submission: Submission
    cancel: launch.Cancel = field(default_factory=launch.Cancel)
    outcome: Verdict | BaseException | None = None


class Warm:
    """Grades one submission at a time; a newer one calls the present grading off.

    Args:
        grade: makes a verdict.
        prepare: gets ready what the next one will need, while nothing is graded.
    """

    def __init__(self, grade: Grade, prepare: Callable[[], None] | None = None) -> None:
        self._grade, self._prepare = grade, prepare
        self._workers, self._checks = Workers(), ResidentChecks()
        self._ahead: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._present: Job | None = None
        self._busy, self._news = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def grading(self) -> Submission | None:
        """What is being graded."""
        return self._present.submission if self._present is not None else None

    def begin(self, submission: Submission) -> None:
        """Grade this, and call off the grading before it."""
        self.cancel()
        self._present = Job(submission)
        self._ahead.put(self._present)

    def cancel(self) -> None:
        """Call the present grading off: its verdict will never be seen."""
        if self._present is not None:
            self._present.cancel.now()
            self._present = None

    def wait(self, seconds: float) -> None:
        """Come back after that time, or as soon as a grading has come to its end."""
        if self._news.wait(seconds):
            self._news.clear()

    def rest(self) -> None:
        """Call the present grading off and wait until it has ended; pytest can then be run elsewhere."""
        self.cancel()
        with self._busy:
            pass

    def take(self) -> tuple[Submission, Verdict] | None:
        """The verdict on the newest submission, once, when it is there; raises what the grading raised."""
        while not self._done.empty():
            job = self._done.get()
            if job is not self._present:
                continue
            self._present = None
            if isinstance(job.outcome, Verdict):
                return job.submission, job.outcome
            assert job.outcome is not None
            raise job.outcome
        return None

    def close(self) -> None:
        """End the thread and all workers."""
        self.cancel()
        self._ahead.put(None)
        self._thread.join(timeout=END_SECONDS)  # a daemon: one that hangs ends with the program
        self._workers.close()
        self._checks.close()

    def _work(self) -> None:
        hand_over_quickly()
        while (job := self._next()) is not None:
            with self._busy:
                if not job.cancel.asked:
                    self._finish(job)
            self._workers.prepare()

    def _next(self) -> Job | None:
        try:
            return self._ahead.get(timeout=PAUSE_SECONDS)
        except queue.Empty:
            if self._prepare is not None:
                self._prepare()
            return self._ahead.get()

    def _finish(self, job: Job) -> None:
        try:
            job.outcome = self._graded(job)
        except launch.Cancelled:
            return
        except BaseException as error:
            job.outcome = error
        self._done.put(job)
        self._news.set()

    def _graded(self, job: Job) -> Verdict:
        from ..sandbox.process import WorkerLost

        grade = partial(self._grade, job.submission, cancel=job.cancel, run_checks=self._checks.run)
        try:
            return grade(start=self._workers.start)
        except WorkerLost:  # it may have been lost while it waited
            return grade(start=launch.start)
