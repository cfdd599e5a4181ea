"""Gradings run one at a time and the newest wins, tested with a grading that the test holds back."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from grader.sandbox import launch
from grader.sandbox.process import WorkerLost
from grader.submission import Submission
from grader.verdict import Verdict
from grader.watching.grading_thread import Warm, Workers

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
        """See `ready.Ready`."""
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
def warm(held: Held, monkeypatch: pytest.MonkeyPatch) -> Iterator[Warm]:
    """Gradings in a thread, without any worker process."""
    monkeypatch.setattr(Workers, "prepare", lambda self: None)
    found = Warm(held.grade)
    yield found
    held.goes_on.release(100)
    found.close()


def judged(held: Held, warm: Warm, *begun: str) -> tuple[Submission, Verdict] | None:
    """Wait until these have started and the last one has finished; return what can be taken then."""
    held.wait_until_begun(*begun)
    with warm._busy:
        return warm.take()


def test_a_verdict_is_taken_once(held: Held, warm: Warm) -> None:
    assert warm.take() is None
    warm.begin(named("one"))
    assert warm.grading == named("one")
    assert warm.take() is None
    held.goes_on.release()
    assert judged(held, warm, "one") == (named("one"), verdict_on(named("one")))
    assert warm.grading is None
    assert warm.take() is None


def test_the_newest_wins(held: Held, warm: Warm) -> None:
    warm.begin(named("one"))
    held.wait_until_begun("one")
    warm.begin(named("two"))
    warm.begin(named("three"))
    held.goes_on.release(2)
    assert judged(held, warm, "one", "three") == (named("three"), verdict_on(named("three")))


def test_verdict_that_was_there_already_is_not_shown_after_a_newer_save(held: Held, warm: Warm) -> None:
    warm.begin(named("one"))
    held.wait_until_begun("one")
    held.goes_on.release()
    with warm._busy:
        warm.begin(named("two"))
        assert warm.take() is None
    held.goes_on.release()
    assert judged(held, warm, "one", "two") == (named("two"), verdict_on(named("two")))


def test_nothing_is_done_while_it_rests(held: Held, warm: Warm) -> None:
    warm.begin(named("one"))
    held.wait_until_begun("one")
    held.goes_on.release()
    warm.rest()
    assert warm.grading is None
    assert warm.take() is None


def test_worker_that_was_lost_while_it_waited_costs_nothing(held: Held, warm: Warm) -> None:
    held.trouble = WorkerLost("gone")
    held.goes_on.release(2)
    warm.begin(named("one"))
    assert judged(held, warm, "one", "one") == (named("one"), verdict_on(named("one")))


def test_failure_of_the_grader_is_raised(held: Held, warm: Warm) -> None:
    held.trouble = ValueError("the grader's own")
    held.goes_on.release()
    warm.begin(named("one"))
    with pytest.raises(ValueError, match="own"):
        judged(held, warm, "one")


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
