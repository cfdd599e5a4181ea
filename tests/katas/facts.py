"""Compute what the questions state: one check per question, registered by exercise and id."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.practice.questions import Question

Array = NDArray[np.floating]
Check = Callable[[Question], None]
CHECKS: dict[str, Check] = {}
"""The checks by `exercise/id`."""


def states(question: str, exercise: str = "linear_regression") -> Callable[[Check], Check]:
    """Register a check under the id of its question."""
    name = f"{exercise}/{question}"

    def enter(check: Check) -> Check:
        assert name not in CHECKS, name
        CHECKS[name] = check
        return check

    return enter


def right(question: Question) -> str:
    """The text of the right choice."""
    return question.choices[question.right].text


def given(question: Question, *parts: str) -> None:
    """Assert that the question's text contains these parts."""
    assert all(part in question.text for part in parts), parts


def offered(question: Question, *texts: str) -> None:
    """Assert that these texts are wrong choices of the question."""
    wrong = {choice.text for choice in question.choices if not choice.right}
    assert set(texts) <= wrong, set(texts) - wrong


@dataclass
class Data:
    """Samples X (n, d) and their targets y (n,), with the loss and descent of a linear model on them."""

    X: Array
    y: Array

    @property
    def n(self) -> int:
        """The number of samples."""
        return len(self.y)

    def loss(self, w: Array, b: float = 0.0) -> float:
        """The mean squared error."""
        return float(np.mean((self.X @ w + b - self.y) ** 2))

    def gradient(self, w: Array, b: float = 0.0) -> tuple[Array, float]:
        """The gradient of the loss: dw (d,) and db, one number."""
        error = self.X @ w + b - self.y
        return np.asarray(2 / self.n * (self.X.T @ error)), 2 / self.n * float(error.sum())

    def descend(self, lr: float, epochs: int, *, bias: bool = True) -> tuple[Array, float, list[float]]:
        """Descend from zero; return the final w and b, and the loss before each step."""
        w, b, losses = np.zeros(self.X.shape[1]), 0.0, []
        for _ in range(epochs):
            losses.append(self.loss(w, b))
            dw, db = self.gradient(w, b)
            w, b = w - lr * dw, b - lr * db * bias
        return w, b, losses

    def best(self) -> tuple[Array, float]:
        """The w and b that minimise the loss."""
        found = np.linalg.lstsq(with_ones(self.X), self.y, rcond=None)[0]
        return found[:-1], float(found[-1])


def data(n: int = 50, d: int = 3, noise: float = 0.5) -> Data:
    """Samples of a linear model, the same every time."""
    random = np.random.default_rng(7)
    X = random.normal(1.0, 1.0, (n, d))
    return Data(X, X @ np.arange(1.0, d + 1) + 4.0 + noise * random.normal(size=n))


def with_ones(X: Array) -> Array:
    """X with a column of ones appended."""
    return np.column_stack([X, np.ones(len(X))])


def slopes(function: Callable[[Array], float | np.floating], w: Array) -> Array:
    """The gradient of a function by central differences."""
    step = 1e-6
    return np.array([(function(w + e) - function(w - e)) / (2 * step) for e in step * np.eye(len(w))])
