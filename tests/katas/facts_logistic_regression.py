"""Compute what the questions on logistic regression state."""

from functools import partial

import numpy as np
import pytest

from grader.practice.questions import Question

from . import facts
from .facts import Array, data, given, offered, right, slopes, with_ones

states = partial(facts.states, exercise="logistic_regression")


def sigmoid(score: Array | float) -> Array:
    """The probabilities for these scores."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * np.asarray(score))))


def labels() -> tuple[Array, Array]:
    """Standardised features with a column of ones, and labels that no plane separates."""
    random, some = np.random.default_rng(5), data(400)
    X = (some.X - some.X.mean(axis=0)) / some.X.std(axis=0)
    return with_ones(X), (random.uniform(size=len(X)) < sigmoid(X @ [1.0, -1.0, 0.5] - 0.6)).astype(float)


def loss(X: Array, y: Array, at: Array) -> float:
    """The cross-entropy."""
    s = X @ at
    return float(np.mean(np.logaddexp(0, s) - y * s))


def descend(X: Array, y: Array, lr: float, epochs: int) -> Array:
    """The parameters at the end of descent from zero."""
    at = np.zeros(X.shape[1])
    for _ in range(epochs):
        at = at - lr * X.T @ (sigmoid(X @ at) - y) / len(y)
    return at


@states("what-a-weight-says")
def _(question: Question) -> None:
    given(question, "0.7")
    for p in (0.01, 0.5, 0.9):
        after = float(sigmoid(np.log(p / (1 - p)) + 0.7))
        assert after / (1 - after) == pytest.approx(np.exp(0.7) * p / (1 - p))
    assert np.exp(0.7) == pytest.approx(2.01, abs=0.01)
    assert float(sigmoid(np.log(9) + 0.7)) == pytest.approx(0.948, abs=0.001)
    assert right(question).startswith("The odds")


@states("which-sigmoid-overflows")
def _(question: Question) -> None:
    names = {"exp": np.exp, "log": np.log, "tanh": np.tanh}
    for choice in question.choices:
        with np.errstate(all="ignore"):
            value = eval(choice.text, {}, {**names, "s": np.float64(1000)})
        assert np.isnan(value) == choice.right, choice.text
        assert choice.right or value == 1
    with np.errstate(all="ignore"):
        assert 1 / (1 + np.exp(np.float64(1000))) == 0


@states("shape-of-the-boundary")
def _(question: Question) -> None:
    given(question, "0.5 to 0.9")
    X, _ = labels()
    at = np.array([1.0, -2.0, 0.5, 0.3])
    assert np.array_equal(sigmoid(X @ at) >= 0.9, X @ at >= np.log(9))
    assert np.log(9) == pytest.approx(2.197, abs=0.001)
    assert ((sigmoid(X @ at) >= 0.5) & (sigmoid(X @ at) < 0.9)).any()
    assert right(question).endswith("parallel.")


@states("loss-at-the-start")
def _(question: Question) -> None:
    y = np.repeat([1.0, 0.0], [30, 70])
    X = np.ones((100, 1))
    assert loss(X, y, np.zeros(1)) == pytest.approx(np.log(2)) == pytest.approx(0.693, abs=0.001)
    assert loss(X, y, np.array([np.log(3 / 7)])) == pytest.approx(0.611, abs=0.001)
    assert 0.3 * np.log(2) == pytest.approx(0.208, abs=0.001)
    assert right(question) == "log(2), about 0.693"


@states("why-not-squared-error")
def _(question: Question) -> None:
    at = np.array([-10.0])
    cross = slopes(lambda s: np.logaddexp(0, -s[0]), at)[0]
    squared = slopes(lambda s: float((sigmoid(s[0]) - 1) ** 2), at)[0]
    p = float(sigmoid(-10.0))
    assert cross == pytest.approx(-1, abs=1e-3)
    assert squared == pytest.approx(-0.0001, rel=0.1)
    assert 1 / p == pytest.approx(22_000, rel=0.01)
    assert p * (1 - p) == pytest.approx(0.000045, rel=0.02)
    assert right(question) == "About -1 and about -0.0001"


@states("maximum-likelihood")
def _(question: Question) -> None:
    X, y = labels()
    X, y, at = X[:20], y[:20], np.array([0.5, -1.0, 0.2, 0.1])
    p = sigmoid(X @ at)
    likelihood = float(np.prod(np.where(y == 1, p, 1 - p)))
    assert likelihood == pytest.approx(np.exp(-len(y) * loss(X, y, at)))
    assert likelihood != pytest.approx(np.exp(-loss(X, y, at)))
    assert right(question) == "likelihood = exp(-n * loss)"
    offered(question, "likelihood = exp(-loss)")


@states("constant-model")
def _(question: Question) -> None:
    _, y = labels()
    ones = np.ones((len(y), 1))
    b = descend(ones, y, 1.0, 500)
    assert float(sigmoid(b[0])) == pytest.approx(y.mean())
    assert b[0] == pytest.approx(np.log(y.mean() / (1 - y.mean())))
    assert np.mean(sigmoid(0.0) - y) == pytest.approx(0.5 - y.mean())
    assert right(question).startswith("p = mean(y)")


@states("why-so-simple")
def _(question: Question) -> None:
    for s in (-3.0, 0.5, 2.0):
        p = float(sigmoid(s))
        assert slopes(lambda t: float(sigmoid(t[0])), np.array([s]))[0] == pytest.approx(p * (1 - p))
        for y in (0.0, 1.0):
            by_score = slopes(partial(loss, np.ones((1, 1)), np.array([y])), np.array([s]))[0]
            assert by_score == pytest.approx(p - y, abs=1e-6)
    assert right(question).startswith("The sigmoid's slope")


@states("same-gradient-as-linear")
def _(question: Question) -> None:
    X, y = labels()
    at, n = np.array([0.5, -1.0, 0.2, 0.1]), len(y)
    squared = slopes(lambda v: np.mean((X @ v - y) ** 2), at)
    assert np.allclose(squared, 2 / n * X.T @ (X @ at - y), atol=1e-6)
    assert np.allclose(slopes(partial(loss, X, y), at), X.T @ (sigmoid(X @ at) - y) / n, atol=1e-6)
    assert right(question).startswith("By the sigmoid in p, and by a missing factor 2")


@states("curvature")
def _(question: Question) -> None:
    X, y = labels()
    for size in (0.0, 1.0, 30.0):
        at = size * np.array([0.5, -1.0, 0.2, 0.1])
        p = sigmoid(X @ at)
        hessian = X.T @ ((p * (1 - p))[:, None] * X) / len(y)
        steps = 1e-5 * np.eye(4)
        slope = [X.T @ (sigmoid(X @ (at + e)) - sigmoid(X @ (at - e))) / len(y) / 2e-5 for e in steps]
        assert np.allclose(hessian, slope, atol=1e-6)
        assert np.linalg.eigvalsh(hessian).min() > 0
    assert np.linalg.eigvalsh(hessian).max() < 0.05
    assert right(question).startswith("It is convex, and flat")


@states("separable-classes")
def _(question: Question) -> None:
    X, _ = labels()
    y = (X @ [1.0, -1.0, 0.5, 0.2] > 0).astype(float)
    few, many, more = (descend(X, y, 2.0, epochs) for epochs in (100, 1000, 4000))
    sizes = [float(np.linalg.norm(at)) for at in (few, many, more)]
    assert sizes == sorted(sizes) and sizes[2] > 1.3 * sizes[1]
    assert loss(X, y, more) < 0.8 * loss(X, y, many) < 0.5 * loss(X, y, few)
    assert right(question).startswith("w grows without limit")


@states("shifted-labels")
def _(question: Question) -> None:
    X, y = labels()
    signs = 2 * y - 1
    few, many, more = (descend(X, signs, 0.5, epochs) for epochs in (100, 1000, 4000))
    zeros = y == 0
    means = [float(np.mean((X @ at)[zeros])) for at in (few, many, more)]
    assert means[0] > means[1] > means[2] and means[2] < 2 * means[1]
    assert (sigmoid(X @ more)[zeros] - signs[zeros] >= 1).all()
    assert right(question).startswith("It pushes the scores of class -1 down")


@states("rate-and-curvature")
def _(question: Question) -> None:
    random = np.random.default_rng(2)
    Q, _ = np.linalg.qr(np.column_stack([np.ones(200), random.normal(size=(200, 3))]))
    X = np.sqrt(200) * Q
    assert np.allclose(X.T @ X / 200, np.eye(4))
    assert 2 / (1 / 4) == 8
    y = (random.uniform(size=200) < sigmoid(X @ [0.3, 1.0, -1.0, 0.5])).astype(float)
    losses = [loss(X, y, descend(X, y, 7.9, k)) for k in range(60)]
    assert (np.diff(losses) <= 1e-12).all()
    growing = [loss(X, y, descend(X, y, 40.0, k)) for k in range(6)]
    assert (np.diff(growing) > 0).any()
    assert 2 / float(np.linalg.eigvalsh(2 * X.T @ X / 200).max()) == pytest.approx(1)
    assert right(question).startswith("About 8")
