"""A file whose own demo raises: the line to blame, and a fix that leaves right methods alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.fixing import corrected, with_fixes
from grader.grading import grade
from grader.kata import find_kata
from grader.sandbox.fork_client import ForkServer
from grader.submission import Submission

SOLUTION = Path("solutions/linear_regression.py").read_text("utf-8")
DATA = """
X = np.arange(6.0).reshape(3, 2)
y = np.array([1.0, 2.0, 4.0])
model = LinearRegression(2)
"""
TWO = "losses = model.fit(X[:2], y)\nprint(losses[-1])\n"
GUARDED = 'if __name__ == "__main__":\n    losses = model.fit(X[:2], y)\n    print(losses[-1])\n'


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    """The process that forks all workers."""
    started = ForkServer()
    yield started
    started.close()


@pytest.mark.parametrize(
    ("demo", "better"),
    [
        ("print(model.fit(X[:2], y))\n", ""),
        (TWO, GUARDED),
        ("assert model.fit(X, y, epochs=3)[-1] < 1e-9\n", ""),
        ("other = LinearRegresion(2)\nprint(other.w)\n", "other = LinearRegression(2)\nprint(other.w)\n"),
    ],
)
def test_a_demo_that_raises_is_fixed_itself(demo: str, better: str, server: ForkServer) -> None:
    source = SOLUTION + DATA + demo
    line, text = fix(source, server)
    assert line == len((SOLUTION + DATA).splitlines()) + 1
    assert text == SOLUTION + DATA + better


@pytest.mark.parametrize(
    ("right", "wrong", "demo"),
    [
        ("np.mean(", "np.meen(", "print(model.fit(X, y))\n"),
        ("X @ self.w + self.b", "X.T @ self.w + self.b", "print(model.fit(X, y))\n"),
        ("np.mean(", "np.sum(", "assert model.compute_loss(y, y + 1) == 1\n"),
    ],
)
def test_a_wrong_method_that_a_demo_calls_is_fixed(
    right: str, wrong: str, demo: str, server: ForkServer
) -> None:
    source = SOLUTION.replace(right, wrong, 1) + DATA + demo
    assert source != SOLUTION + DATA + demo
    assert fix(source, server)[1] == SOLUTION + DATA + demo


def fix(source: str, server: ForkServer) -> tuple[int | None, str]:
    """The blamed line, and the text after the fix."""
    kata, text = find_kata("linear_regression"), Submission("some.py", source)
    verdict = grade(kata, text, seed=5, start=server.start, with_pytest=False)
    assert [finding.mistake for finding in verdict.errors] == ["import-fails"]
    found = with_fixes(kata, text, verdict, start=server.start)
    assert found.fixed
    return verdict.errors[0].line, corrected(source, found)
