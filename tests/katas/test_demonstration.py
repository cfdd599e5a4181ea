"""The demonstration of linear_regression: what it shows, and what keeps it from showing anything."""

import numpy as np
import pytest

from grader import submission
from grader.grading import loaded
from grader.katas.linear_regression import demo
from grader.submission import Submission

from ..helpers.graded import KATA, forked_workers

__all__ = ["forked_workers"]
REFERENCE = submission.read(str(KATA.solution_path))


def test_demonstration_gives_the_documented_numbers(forked_workers: None) -> None:
    with loaded(KATA, REFERENCE) as sandbox:
        found = demo.demonstrate(sandbox)
    assert [round(value, 4) for _, value, _ in found.learned] == [1.9971, -0.9908, 0.5117, 3.0019]
    assert [true for *_, true in found.learned] == [2.0, -1.0, 0.5, 3.0]
    assert (round(found.losses[-1], 6), len(found.losses), found.trouble) == (0.010126, 500, "")
    assert found.floor == pytest.approx(0.01)


def test_documented_data_are_those_of_the_old_generator() -> None:
    np.random.seed(42)
    X = np.random.randn(200, 3)
    y = X @ np.array([2.0, -1.0, 0.5]) + 3 + np.random.randn(200) * 0.1
    assert np.array_equal(demo.data()[0], X)
    assert np.array_equal(demo.data()[1], y)


@pytest.mark.parametrize(
    ("old", "new", "said", "learned"),
    [
        ("return losses\n", "return None\n", "fit returned None instead of the 500 losses.", True),
        ("losses = []", "raise ValueError('no')", "fit raises ValueError: no.", False),
        ("losses = []", "losses = []; self.w = [1]", "fit raises", False),
        (
            "return losses\n",
            "self.w = 'none'; return losses\n",
            "Nothing can be shown: after fit, w is a str",
            False,
        ),
        ("2 / n * (X.T", "-2 * (X.T", "The training diverges: from epoch ", True),
    ],
)
def test_demonstration_tells_what_kept_it(
    forked_workers: None, old: str, new: str, said: str, learned: bool
) -> None:
    with loaded(KATA, Submission("mine.py", REFERENCE.source.replace(old, new))) as sandbox:
        found = demo.demonstrate(sandbox)
    assert found.trouble.startswith(said)
    assert bool(found.learned) == learned
