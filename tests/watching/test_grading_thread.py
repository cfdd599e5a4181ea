"""Gradings run one at a time and the newest wins, tested with a grading that the test holds back."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from grader.sandbox import launch
from grader.sandbox.process import WorkerLost
from grader.submission import Submission
from grader.verdict import Verdict
from grader.watching.grading_thread import GradingThread, Workers

PATIENCE = 60.0


def named(name: str) -> Submission:
    """An empty submission that is identified by its name."""
    return Submission(name, "")


def verdict_on(submission: Submission) -> Verdict:
    """A passed verdict with the path of its submission."""
    return Verdict("x", submission.path, "passed", (), (), "", False, 1, 0.1)


@dataclass
class Held:
    """A grading that starts, then waits until the test releases it."""

    begun: list[str] = field(default_factory=list)
    goes_on: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    news: threading.Condition = field(default_factory=threading.Condition)
    trouble: BaseException | None = None

    def grade(self, submission: Submission, *, start: launch.Start, cancel: launch.Cancel) -> Verdict:
        """See `grading_thread.PreparedGrader`."""
        with self.news:
            self.begun.append(submission.path)
            self.news.notify_all()
        assert self.goes_on.acquire(timeout=PATIENCE)
        cancel.check()
        if self.trouble is not None:
            trouble, self.trouble = self.trouble, None
            raise trouble
        return verdict_on(submission)

    def wait_until_begun(self, *names: str) -> None:
        """Wait until exactly these gradings have started, in this order."""
        with self.news:
            assert self.news.wait_for(lambda: self.begun == list(names), PATIENCE), self.begun


@pytest.fixture
def held() -> Held:
    """A grading that the test controls."""
    return Held()


@pytest.fixture
def thread(held: Held, monkeypatch: pytest.MonkeyPatch) -> Iterator[GradingThread]:
    """Gradings in a thread, without any worker process."""
    monkeypatch.setattr(Workers, "prepare", lambda self: None)
    found = GradingThread(held.grade)
    yield found
    held.goes_on.release(100)
    found.close()


def judged(held: Held, thread: GradingThread, *begun: str) -> tuple[Submission, Verdict] | None:
    """Wait until these have started and the last one has finished; return what can be taken then."""
    held.wait_until_begun(*begun)
    with thread._busy:
        return thread.take()


def test_a_verdict_is_taken_once(held: Held, thread: GradingThread) -> None:
    assert thread.take() is None
    thread.begin(named("one"))
    assert thread.grading == named("one")
    assert thread.take() is None
    held.goes_on.release()
    assert judged(held, thread, "one") == (named("one"), verdict_on(named("one")))
    assert thread.grading is None
    assert thread.take() is None


def test_the_newest_wins(held: Held, thread: GradingThread) -> None:
    thread.begin(named("one"))
    held.wait_until_begun("one")
    thread.begin(named("two"))
    thread.begin(named("three"))
    held.goes_on.release(2)
    assert judged(held, thread, "one", "three") == (named("three"), verdict_on(named("three")))


def test_verdict_that_was_there_already_is_not_shown_after_a_newer_save(
    held: Held, thread: GradingThread
) -> None:
    thread.begin(named("one"))
    held.wait_until_begun("one")
    held.goes_on.release()
    with thread._busy:
        thread.begin(named("two"))
        assert thread.take() is None
    held.goes_on.release()
    assert judged(held, thread, "one", "two") == (named("two"), verdict_on(named("two")))


def test_no_grading_runs_after_cancel_and_wait(held: Held, thread: GradingThread) -> None:
    thread.begin(named("one"))
    held.wait_until_begun("one")
    held.goes_on.release()
    thread.cancel_and_wait()
    assert thread.grading is None
    assert thread.take() is None


def test_worker_lost_while_waiting_is_replaced(held: Held, thread: GradingThread) -> None:
    held.trouble = WorkerLost("gone")
    held.goes_on.release(2)
    thread.begin(named("one"))
    assert judged(held, thread, "one", "one") == (named("one"), verdict_on(named("one")))


def test_failure_of_the_grader_is_raised(held: Held, thread: GradingThread) -> None:
    held.trouble = ValueError("the grader's own")
    held.goes_on.release()
    thread.begin(named("one"))
    with pytest.raises(ValueError, match="own"):
        judged(held, thread, "one")


def test_two_workers_wait_and_a_dead_one_is_replaced() -> None:
    workers = Workers()
    try:
        workers.prepare()
        first, second = workers._spare
        workers.prepare()
        assert workers._spare == [first, second]
        assert [workers.start(), workers.start()] == [first, second]
        workers.prepare()
        dead, other = workers._spare
        launch.end(dead)
        dead.wait()
        assert workers.start() is other
        third = workers.start()  # no worker is waiting any more
        assert third.poll() is None
        for process in (first, second, other, third):
            launch.discard(process)
    finally:
        workers.close()
