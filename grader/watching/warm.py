"""Gradings without a start-up: pytest and NumPy stay imported here, and a worker waits, started already.

They are made in a thread of their own, so that the main one can look at the file and the keys meanwhile.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from ..sandbox import launch
from ..submission import Submission
from ..verdict import Verdict

Grade = Callable[[Submission, launch.Process | None, launch.Cancel], Verdict]


class Spare:
    """One worker that waits to be used."""

    def __init__(self) -> None:
        self._process: launch.Process | None = None

    def prepare(self) -> None:
        """Start one, unless one waits."""
        try:
            self._process = self._process or launch.start()
        except OSError:
            pass  # the next grading will start its own, or say why it cannot

    def take(self) -> launch.Process | None:
        """The one that waits, if it still lives."""
        process, self._process = self._process, None
        if process is not None and process.poll() is not None:
            launch.discard(process)
            return None
        return process

    def close(self) -> None:
        """Let go of the one that waits."""
        if self._process is not None:
            launch.discard(self._process)
            self._process = None


@dataclass
class Job:
    """One grading: what is graded, and what came of it."""

    submission: Submission
    cancel: launch.Cancel = field(default_factory=launch.Cancel)
    outcome: Verdict | BaseException | None = None


class Warm:
    """Grades one submission at a time; a newer one calls the present grading off.

    Args:
        grade: makes one verdict, given a worker that waits and what can call the grading off.
    """

    def __init__(self, grade: Grade) -> None:
        self._grade = grade
        self._spare = Spare()
        self._ahead: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._present: Job | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def grading(self) -> Submission | None:
        """What is being graded."""
        return self._present and self._present.submission

    def begin(self, submission: Submission) -> None:
        """Grade this, and nothing else any more."""
        self.cancel()
        self._present = Job(submission)
        self._ahead.put(self._present)

    def cancel(self) -> None:
        """Call the present grading off: its verdict will never be seen."""
        if self._present is not None:
            self._present.cancel.now()
            self._present = None

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
        self._thread.join()
        self._spare.close()

    def _work(self) -> None:
        while (job := self._ahead.get()) is not None:
            if job.cancel.asked:
                continue
            try:
                job.outcome = self._graded(job)
            except launch.Cancelled:
                continue
            except BaseException as error:
                job.outcome = error
            self._done.put(job)
            self._spare.prepare()

    def _graded(self, job: Job) -> Verdict:
        from ..sandbox.client import WorkerLost

        spare = self._spare.take()
        try:
            return self._grade(job.submission, spare, job.cancel)
        except WorkerLost:
            if spare is None:
                raise
            return self._grade(job.submission, None, job.cancel)  # it was lost while it waited
