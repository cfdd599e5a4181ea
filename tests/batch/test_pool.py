"""Judging processes: what they answer, what happens if one is lost, and that none is left behind."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from grader.batch import pool
from grader.batch.judging import JudgeSettings, judges
from grader.batch.pool import Failure, Judge, Pool
from grader.sandbox.limits import Limits
from grader.submission import Submission

from ..helpers.paths import ROOT
from .judges import fake_judges


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Assert that each test leaves no process and no file descriptor behind."""
    me = psutil.Process()
    descriptors = me.num_fds() if os.name == "posix" else 0
    before = {child.pid for child in me.children(recursive=True)}
    yield
    assert {child.pid for child in me.children(recursive=True)} <= before
    assert (me.num_fds() if os.name == "posix" else 0) <= descriptors


def judged(*sources: str, processes: int = 2) -> dict[int, str | Failure]:
    """The answer for each source, by its number."""
    with closing(fake_judges()) as judges, closing(Pool(judges.start, processes)) as found:
        return dict(found.judged((n, Submission(f"{n}.py", text)) for n, text in enumerate(sources)))


def test_every_submission_is_answered() -> None:
    answers = judged(*["passed"] * 20, "a-mistake")
    assert sorted(answers) == list(range(21))
    assert '"submission": "7.py"' in str(answers[7])
    assert '"a-mistake"' in str(answers[20])


def test_failure_of_the_grader_is_reported_and_the_other_files_are_graded() -> None:
    answers = judged("fail", "die", "passed", processes=1)
    assert isinstance(answers[0], Failure)
    assert str(answers[0]) == "ValueError: broken"
    assert isinstance(answers[1], Failure)
    assert str(answers[1]) == "the process that judges it ended without an answer"
    assert isinstance(answers[2], str)


def test_lost_process_is_replaced_once(tmp_path: Path) -> None:
    once, always = tmp_path / "once", tmp_path / "always"
    assert isinstance(judged(f"die once: {once}")[0], str)
    assert once.read_text(encoding="ascii") == "++"
    assert isinstance(judged(f"die always: {always}")[0], Failure)
    assert always.read_text(encoding="ascii") == "++"


def test_process_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "LONGEST_SECONDS", 0.01)
    assert isinstance(judged("hang")[0], Failure)


def test_process_makes_way_for_a_fresh_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_FILES", 2)
    answers = judged(*["pid"] * 5, processes=1)
    assert len({str(answer).partition("findings")[2] for answer in answers.values()}) == 3


def test_work_is_taken_as_it_is_needed() -> None:
    taken = []

    def work() -> Iterator[tuple[int, Submission]]:
        for number in range(100):
            taken.append(number)
            yield number, Submission(f"{number}.py", "passed")

    with closing(fake_judges()) as judges, closing(Pool(judges.start, 2)) as found:
        next(found.judged(work()))
    assert len(taken) <= pool.WAITING * 2


def test_what_is_judged_is_broken_off_at_the_end() -> None:
    work = [(0, Submission("x.py", "passed")), (1, Submission("x.py", "hang"))]
    with closing(fake_judges()) as judges, closing(Pool(judges.start, 1)) as found:
        key, _ = next(found.judged(work))
    assert key == 0


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is looked at in Linux's terms")
def test_memory_and_descriptors_stay_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_FILES", 10**9)
    source = (ROOT / "solutions" / "linear_regression.py").read_text(encoding="utf-8")
    real, seen = judges(JudgeSettings(7, False, Limits())), []
    with closing(real), closing(Judge(real.start)) as judge:
        for number in range(401):
            assert '"verdict": "passed"' in str(judge.ask(Submission("x.py", source)))
            if number % 100 == 0:
                family = psutil.Process().children(recursive=True)
                counts = sum(one.num_fds() for one in family), sum(one.num_threads() for one in family)
                seen.append((sum(one.memory_info().rss for one in family), counts))
    sizes, counted = zip(*seen[1:], strict=True)
    assert max(sizes) < sizes[0] + (12 << 20)
    assert len(set(counted)) == 1
