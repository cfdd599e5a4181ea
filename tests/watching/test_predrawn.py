"""Data prepared for the next save give the grading less to do, and change nothing else."""

import pytest

from grader import submission
from grader.engine.asking import requests
from grader.grading import grade
from grader.kata import find_kata, kata_names
from grader.sandbox import launch
from grader.verdict import Verdict
from grader.watching import grading_thread
from grader.watching.grading_thread import PreparedGrader

from ..helpers.graded import FORK_SERVER, outcome

SEED = 7


def graded(name: str, grading: PreparedGrader) -> Verdict:
    """The verdict on the reference solution."""
    solution = submission.read(str(find_kata(name).solution_path))
    return grading(solution, start=FORK_SERVER.start, cancel=launch.Cancel())


def _drawn_again(*given: object) -> None:
    raise AssertionError("the data are those that were prepared")


@pytest.mark.parametrize("name", kata_names())
def test_what_is_ready_is_used_once_and_changes_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kata, grading = find_kata(name), PreparedGrader(find_kata(name))
    monkeypatch.setattr(grading_thread, "new_seed", lambda: SEED)
    grading.prepare()
    with monkeypatch.context() as patched:
        patched.setattr(requests, "Cases", _drawn_again)
        found = graded(name, grading)
    assert found.seed == SEED
    plain = grade(kata, submission.read(str(kata.solution_path)), seed=SEED, start=FORK_SERVER.start)
    assert outcome(found) == outcome(plain)
    assert graded(name, grading).seed != SEED, "the next grading has other data"
