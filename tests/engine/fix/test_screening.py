"""Texts that share a process: each answers as it would alone, whatever those before it did."""

import re
from collections.abc import Iterator

import pytest

from grader import fixing
from grader.engine.fix.tidy.faults import is_harmless
from grader.engine.fix.trial import Base, Trial
from grader.grading import grade
from grader.kata import find_kata
from grader.sandbox import launch
from grader.sandbox.fork_client import ForkServer
from grader.submission import Submission

SOURCE = """import numpy as np
other = np


class LinearRegression:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)
        self.b = 0.0

    def predict(self, X):
        return X @ self.w - self.b

    def compute_loss(self, y_hat, y):
        return np.mean((y_hat - y) ** 2)
"""
WRONG = "X @ self.w - self.b"
RIGHT = "X @ self.w + self.b"
SPOILERS = (
    "X @ self.w @ self.w",
    "X @ self.w + 1 / 0",
    "[0 for _ in iter(int, 1)]",
    "self.predict(X)",
    "(other.__setattr__('add', None), X)[1]",
    "(setattr(np, 'matmul', None), X)[1]",
    "(getattr(other, 'seterr')(all='raise'), X)[1]",
    "(getattr(np.ma, 'sys').modules.clear(), X)[1]",
    "(getattr(np.ma, 'builtins').__dict__.update(float=None), X)[1]",
    "np.zeros((1 << 33, 4))",
)


@pytest.fixture(scope="module")
def trial() -> Iterator[tuple[Trial, Base]]:
    server, kata = ForkServer(), find_kata("linear_regression")
    submission = Submission("submission.py", SOURCE)
    verdict = grade(kata, submission, seed=5, hints=False, start=server.start, with_pytest=False)
    found = fixing._search(kata, submission, verdict, server.start, launch.Cancel()).trial
    yield found, found.base(SOURCE, "predict")
    server.close()


def answers(trial: Trial, base: Base, sources: list[str]) -> list[object]:
    """What each text answered when they were screened together; None for one that was rejected."""
    recorded = trial._screened(sources, base)
    return [one and (one.loaded, [one.run(request) for request in base.requests]) for one in recorded]


def text(expression: str) -> str:
    return SOURCE.replace(WRONG, expression)


def same(one: object, other: object) -> bool:
    """Whether two texts gave the same answers; each message has a ticket of its own."""
    return re.sub("'ticket': \\d+", "", repr(one)) == re.sub("'ticket': \\d+", "", repr(other))


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_no_text_spoils_the_next(trial: tuple[Trial, Base], spoiler: str) -> None:
    right = text(RIGHT)
    (alone,) = answers(*trial, [right])
    before, _, after, last = answers(*trial, [right, text(spoiler), right, text("X @ self.w + self.b * 1")])
    assert alone is not None
    assert same(before, alone)
    assert same(after, alone)
    assert last is not None


def test_a_text_that_ends_its_process_is_the_only_one_that_is_rejected(trial: tuple[Trial, Base]) -> None:
    endless = text("[0 for _ in iter(int, 1)]")
    assert is_harmless(endless)
    found = answers(*trial, [text(RIGHT), endless, text(RIGHT), endless, text(RIGHT)])
    assert [one is None for one in found] == [False, True, False, True, False]


def test_a_change_that_only_running_shows_ends_the_shared_process(trial: tuple[Trial, Base]) -> None:
    spoils = text("(getattr(other, 'seterr')(all='raise'), X @ self.w + self.b)[1]")
    divides = text("X @ self.w + self.b + np.nan_to_num(np.ones(len(X)) / np.zeros(len(X)), posinf=0)")
    assert is_harmless(spoils)
    (alone,) = answers(*trial, [divides])
    assert same(answers(*trial, [text(RIGHT), spoils, divides])[2], alone)


@pytest.mark.parametrize(
    "code",
    ["import os\n", "import numpy as np\nnp.dot = None\n", "def f():\n    exec('x = 1')\n", "import sys\n",
     "import numpy as np\nnp.linalg.norm.x = 1\n", "from threading import Thread\n", "def ("],
)  # fmt: skip
def test_what_reaches_far_runs_alone(code: str) -> None:
    assert not is_harmless(code)


def test_plain_code_is_harmless() -> None:
    assert is_harmless(SOURCE)
    assert is_harmless(SOURCE + "        self.w[0] = other.add(1, 2)\n        self.count = {}\n")
