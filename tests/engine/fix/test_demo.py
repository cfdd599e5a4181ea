"""A file whose own demo raises: the line to blame, and a fix that leaves right methods alone."""

from pathlib import Path

import pytest

from grader.fixing import corrected
from grader.kata import find_kata

from ...helpers.graded import fixed_text

SOLUTION = Path("solutions/linear_regression.py").read_text("utf-8")
DATA = """
X = np.arange(6.0).reshape(3, 2)
y = np.array([1.0, 2.0, 4.0])
model = LinearRegression(2)
"""
TWO = "losses = model.fit(X[:2], y)\nprint(losses[-1])\n"
GUARD = 'if __name__ == "__main__":\n'
GUARDED = f"{GUARD}    losses = model.fit(X[:2], y)\n    print(losses[-1])\n"


@pytest.mark.parametrize(
    ("demo", "better"),
    [
        ("print(model.fit(X[:2], y))\n", f"{GUARD}    print(model.fit(X[:2], y))\n"),
        (TWO, GUARDED),
        ("assert model.fit(X, y, epochs=3)[-1] < 1e-9\n", ""),
        ("other = LinearRegresion(2)\nprint(other.w)\n", "other = LinearRegression(2)\nprint(other.w)\n"),
    ],
)
def test_a_demo_that_raises_is_fixed_itself(demo: str, better: str) -> None:
    source = SOLUTION + DATA + demo
    line, text = fix(source)
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
def test_a_wrong_method_that_a_demo_calls_is_fixed(right: str, wrong: str, demo: str) -> None:
    source = SOLUTION.replace(right, wrong, 1) + DATA + demo
    assert source != SOLUTION + DATA + demo
    assert fix(source)[1] == SOLUTION + DATA + demo


@pytest.mark.parametrize(
    ("demo", "better", "seen"),
    [
        ("model.fit(X, y)\n", f"{GUARD}    model.fit(X, y)\n", "line {0} needs fit, still to do"),
        (
            "def main():\n    print(model.predict(X))\n\n\nmain()\n",
            f"def main():\n    print(model.predict(X))\n\n\n{GUARD}    main()\n",
            "line {0} needs predict, still to do",
        ),
    ],
)
def test_a_trial_of_a_stub_is_kept_and_runs_only_as_a_script(demo: str, better: str, seen: str) -> None:
    stub = find_kata().stub
    line, text = fix(stub + DATA + demo, seen)
    assert line == len((stub + DATA + demo).splitlines())
    assert text == stub + DATA + better


def test_the_method_that_gives_none_because_it_is_empty_is_named() -> None:
    stub = find_kata().stub.replace('raise NotImplementedError("predict")', "pass")
    fix(stub + DATA + "print(model.predict(X).shape)\n", "predict is still to do and returns None")


def fix(source: str, seen: str = "") -> tuple[int | None, str]:
    """The blamed line, and the text after the fix."""
    verdict = fixed_text(source)
    assert [finding.mistake for finding in verdict.errors] == ["import-fails"]
    assert seen.format(verdict.errors[0].line) in verdict.errors[0].seen
    assert verdict.fixed
    return verdict.errors[0].line, corrected(source, verdict)
