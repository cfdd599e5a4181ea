"""A fix also fixes the steps that were blocked until then."""

from collections.abc import Iterator

import pytest

from grader.fixing import corrected, with_fixes
from grader.grading import grade
from grader.kata import find_kata
from grader.sandbox.fork_client import ForkServer
from grader.submission import Submission
from grader.verdict import Verdict

KATA = find_kata("linear_regression")
PREDICT = "    def predict(self, X: Array) -> Array"
COLON = KATA.solution_text.replace(f"{PREDICT}:", PREDICT)


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """The process that forks all workers."""
    started = ForkServer()
    yield started
    started.close()


def graded(source: str, server: ForkServer, seed: int = 5) -> Verdict:
    """The verdict of a grading that does not use pytest."""
    text = Submission("some.py", source)
    return grade(KATA, text, seed=seed, start=server.start, with_pytest=False)


def fixed(source: str, server: ForkServer) -> Verdict:
    """The verdict of a grading, with its fixes."""
    return with_fixes(KATA, Submission("some.py", source), graded(source, server), start=server.start)


def test_what_a_fix_brings_to_light_is_fixed_as_well(server: ForkServer) -> None:
    source = COLON.replace("self.b -= lr * db", "self.b += lr * db")
    verdict = fixed(source, server)
    assert [finding.mistake for finding in verdict.errors] == ["syntax-error"]
    assert verdict.fixed and graded(corrected(source, verdict), server, 77).verdict == "passed"


def test_a_fix_is_shown_though_what_it_brings_to_light_has_none(server: ForkServer) -> None:
    source = COLON.replace(PREDICT, "    def predict(*given)\n        self, X = given")
    verdict = fixed(source, server)
    assert verdict.fixed is False
    assert "    def predict(*given):\n" in [change.text for f in verdict.errors for change in f.fix or ()]
