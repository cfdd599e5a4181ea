"""Helpers for the tests of the sandbox: a worker for some source, and right code to start from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grader.engine.diagnose.load_failures import load_request
from grader.katas.linear_regression.exercise import EXERCISE
from grader.sandbox import launch
from grader.sandbox.client import Sandbox
from grader.sandbox.limits import Ended, Limits

from .graded import FORK_SERVER
from .paths import ROOT

OFF_LIMITS = [str(ROOT / "solutions"), str(ROOT / "grader")]
NAME = str(ROOT / "exercises" / "it is graded.py")
GENEROUS = Limits(processor=20.0, wall=60.0)
BRIEF = Limits(processor=0.5, wall=3.0)
CALL = {"mode": "plain", "new": [2], "calls": [{"method": "predict", "args": []}]}


@contextmanager
def sandbox(
    source: str, limits: Limits = GENEROUS, start: launch.Start = FORK_SERVER.start
) -> Iterator[Sandbox]:
    """Yield a sandbox that has not loaded `source` yet; it is closed at the end."""
    found = Sandbox(load_request(EXERCISE, source, NAME, OFF_LIMITS), limits, start=start)
    try:
        yield found
    finally:
        found.close()


def model(body: str, top: str = "") -> str:
    """A file whose `predict` takes no arguments and has this `body`, which starts on line 10.

    `top` is code for the top level, of at most four lines.
    """
    lines = [*top.splitlines(), *[""] * 4][:4]
    head = ["import numpy as np", *lines, "class LinearRegression:", "    def __init__(self, n):"]
    head += ["        self.w, self.b = np.zeros(n), 0.0", "    def predict(self):"]
    return "\n".join([*head, *(f"        {line}" for line in body.splitlines())]) + "\n"


def value_of(answer: dict[str, Any] | Ended) -> dict[str, Any]:
    """The record of the only call in `CALL`."""
    assert isinstance(answer, dict), answer
    found: dict[str, Any] = answer["calls"][0]
    return found
