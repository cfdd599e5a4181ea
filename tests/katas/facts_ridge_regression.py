"""Compute what the questions on ridge regression state."""

from functools import partial

import numpy as np
import pytest

from grader.practice.questions import Question

from . import facts
from .facts import Array, Data, data, given, offered, right, slopes, with_ones

states = partial(facts.states, exercise="ridge_regression")


def loss(some: Data, alpha: float, w: Array, b: float) -> float:
    """The penalised loss."""
    return some.loss(w, b) + alpha * float(np.sum(w**2))


def hessian(some: Data, alpha: float) -> Array:
    """The Hessian of the penalised loss with respect to w and b."""
    X = with_ones(some.X)
    found: Array = 2 / some.n * X.T @ X + 2 * alpha * np.diag([*np.ones(some.X.shape[1]), 0.0])
    return found


def ridge(some: Data, alpha: float) -> tuple[Array, float]:
    """The w and b that minimise the penalised loss."""
    X = with_ones(some.X)
    found = np.linalg.solve(hessian(some, alpha), 2 / some.n * X.T @ some.y)
    return found[:-1], float(found[-1])


def descend(some: Data, alpha: float, lr: float, epochs: int) -> tuple[Array, float]:
    """The w and b at the end of descent from zero."""
    w, b = np.zeros(some.X.shape[1]), 0.0
    for _ in range(epochs):
        dw, db = some.gradient(w, b)
        w, b = w - lr * (dw + 2 * alpha * w), b - lr * db
    return w, b


@states("alpha-without-end")
def _(question: Question) -> None:
    some = data()
    w, b = ridge(some, 1e9)
    assert np.allclose(w, 0, atol=1e-6)
    assert b == pytest.approx(np.mean(some.y))
    assert right(question).startswith("mean(y)")
    w, b = ridge(some, 0)
    assert np.allclose(np.append(w, b), np.append(*some.best()))
    X = with_ones(some.X)
    all_penalised = np.linalg.solve(X.T @ X / some.n + 1e9 * np.eye(4), X.T @ some.y / some.n)
    assert np.allclose(X @ all_penalised, 0, atol=1e-6)
    w, _ = descend(some, 1e9, 0.01, 20)
    assert abs(w).max() > 1e100


@states("units-and-penalty")
def _(question: Question) -> None:
    given(question, "in millimetres instead of metres")
    some = data()
    other = Data(some.X * [1_000, 1, 1], some.y)
    least, _ = some.best()
    (before, b), (after, c) = ridge(some, 1.0), ridge(other, 1.0)
    assert before[0] < 0.7 * least[0]
    assert not np.allclose(some.X @ before + b, other.X @ after + c, atol=0.1)
    alone, _ = penalised_but_first(some, 1.0)
    assert np.allclose(after * [1_000, 1, 1], alone, rtol=1e-4)
    unscaled, _ = other.best()
    assert np.allclose(unscaled * [1_000, 1, 1], least)


def penalised_but_first(some: Data, alpha: float) -> tuple[Array, float]:
    """The w and b that minimise the loss if the first weight is not penalised."""
    X = with_ones(some.X)
    left = X.T @ X / some.n + alpha * np.diag([0.0, 1.0, 1.0, 0.0])
    found = np.linalg.solve(left, X.T @ some.y / some.n)
    return found[:-1], float(found[-1])


@states("more-features")
def _(question: Question) -> None:
    given(question, "alpha > 0")
    some = data(5, 8)
    for alpha in (1e-6, 0.01, 10.0):
        eigenvalues = np.linalg.eigvalsh(hessian(some, alpha))
        assert eigenvalues.min() > 0
        assert np.linalg.eigvalsh(hessian(some, alpha)[:-1, :-1]).min() >= 2 * alpha * (1 - 1e-6)
        assert some.loss(*ridge(some, alpha)) > 0
    assert np.linalg.eigvalsh(hessian(some, 0))[0] == pytest.approx(0, abs=1e-9)
    assert some.loss(*some.best()) < 1e-20 < some.loss(*ridge(some, 0.01))


@states("gaussian-prior")
def _(question: Question) -> None:
    some, s2, t2 = data(), 0.25, 0.8

    def posterior(at: Array) -> float:
        errors = some.X @ at[:-1] + at[-1] - some.y
        return float(np.sum(errors**2) / (2 * s2) + np.sum(at[:-1] ** 2) / (2 * t2))

    for choice in question.choices:
        alpha = eval(choice.text, {}, {"s2": s2, "t2": t2, "n": some.n})
        at = np.append(*ridge(some, alpha))
        assert np.allclose(slopes(posterior, at), 0, atol=1e-4) == choice.right, choice.text
    assert s2 / (100 * t2) < s2 / (50 * t2)


@states("gradient-of-the-penalty")
def _(question: Question) -> None:
    some, alpha, w = data(), 0.3, np.array([0.5, -1.0, 2.0])
    named = {"X": some.X, "n": some.n, "alpha": alpha, "w": w, "np": np, "error": some.X @ w - some.y}
    belongs = [
        lambda w: loss(some, alpha / some.n, w, 0),
        lambda w: loss(some, alpha, w, 0),
        lambda w: loss(some, alpha / 2, w, 0),
        lambda w: some.loss(w) + alpha * float(np.sum(abs(w))),
    ]
    for choice, its in zip(question.choices, belongs, strict=True):
        found = eval(choice.text, {}, named)
        assert np.allclose(found, slopes(its, w), rtol=1e-5)
        assert np.allclose(found, slopes(belongs[1], w), rtol=1e-5) == choice.right


@states("one-step")
def _(question: Question) -> None:
    w, alpha, lr = 2.0, 0.5, 0.1
    given(question, f"weight is {w}", f"alpha is {alpha} and lr is {lr}")
    some = Data(np.zeros((4, 1)), np.zeros(4))
    step = w - lr * float(slopes(lambda w: loss(some, alpha, w, 0), np.array([w]))[0])
    assert right(question) == f"{step:.1f}"
    assert step == pytest.approx(w * (1 - 2 * lr * alpha))
    offered(question, f"{w - lr * alpha:.2f}", f"{w - lr * alpha * w:.1f}")


@states("condition")
def _(question: Question) -> None:
    low, high, alpha = 0.01, 100.0, 0.5
    given(question, f"from {low} to {high:.0f}, and alpha is {alpha}")
    plain = np.diag([low, high])

    def condition(times: float) -> float:
        return float(np.linalg.cond(plain + times * alpha * np.eye(2)))

    assert right(question) == f"About {condition(2):.0f}"
    offered(question, f"About {condition(0):,.0f}", f"About {round(condition(1), -1):.0f}")
    offered(question, f"About {np.sqrt(condition(2)):.0f}")
    assert condition(0) / condition(2) == pytest.approx(100)


@states("largest-rate")
def _(question: Question) -> None:
    alpha, L = 5.0, 10.0
    given(question, "0 < lr < 0.2", f"is {L:g}", f"alpha = {alpha:g}")
    X = np.array([[1.0], [-1.0]]) * np.sqrt(L / 2)
    some = Data(X, X[:, 0] + 1)
    assert np.linalg.eigvalsh(hessian(some, 0)).max() == pytest.approx(L)
    largest = np.linalg.eigvalsh(hessian(some, alpha)).max()
    assert largest == pytest.approx(L + 2 * alpha)
    assert right(question) == f"0 < lr < {2 / largest:.1f}"
    offered(question, f"0 < lr < {2 / L:.1f}", f"0 < lr < {2 / (L + alpha):.3f}")
    best = np.append(*ridge(some, alpha))
    for factor, converges in ((0.97, True), (1.03, False)):
        found = np.append(*descend(some, alpha, factor * 2 / largest, 2_000))
        assert (abs(found - best).max() < 1e-6) == converges


@states("mean-or-sum")
def _(question: Question) -> None:
    n, alpha = 200, 0.1
    given(question, f"n is {n}", f"alpha = {alpha}")
    some = data(n)
    centred, y = some.X - some.X.mean(axis=0), some.y - some.y.mean()
    for choice in question.choices:
        w = np.linalg.solve(centred.T @ centred + float(choice.text) * np.eye(3), centred.T @ y)
        assert np.allclose(w, ridge(some, alpha)[0]) == choice.right
    assert right(question) == f"{n * alpha:g}"
    offered(question, f"{alpha / n:g}", f"{2 * n * alpha:g}")


@states("on-the-training-data")
def _(question: Question) -> None:
    given(question, "alpha = 0, 0.01, 0.1 and 1")
    for noise in (0.0, 0.5, 5.0):
        some = data(noise=noise)
        errors = [some.loss(*ridge(some, alpha)) for alpha in (0, 0.01, 0.1, 1)]
        assert errors == sorted(errors)
        assert errors[0] < errors[1]
        sizes = [float(np.sum(ridge(some, alpha)[0] ** 2)) for alpha in (0, 0.01, 0.1, 1)]
        assert sizes == sorted(sizes, reverse=True)
    assert right(question).startswith("0, ")


@states("bias-and-variance")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    X, new, w = random.normal(size=(15, 10)), random.normal(size=(50, 10)), np.full(10, 0.5)
    bias, variance = [], []
    for alpha in (0.0, 0.1, 1.0, 10.0):
        predicted = []
        for _ in range(300):
            found, b = ridge(Data(X, X @ w + random.normal(size=15)), alpha)
            predicted.append(new @ found + b)
        bias.append(float(np.mean((np.mean(predicted, axis=0) - new @ w) ** 2)))
        variance.append(float(np.mean(np.var(predicted, axis=0))))
    assert bias == sorted(bias)
    assert variance == sorted(variance, reverse=True)
    assert bias[1] + variance[1] < bias[0] + variance[0]
    assert bias[3] > 0.5


@states("singular-directions")
def _(question: Question) -> None:
    s, added = np.array([3.0, 0.1]), 1.0
    given(question, f"singular values are {s[0]:g} and {s[1]:g}, and n * alpha is {added:g}")
    random = np.random.default_rng(7)
    raw = random.normal(size=(20, 2))
    left, _, turned = np.linalg.svd(raw - raw.mean(axis=0), full_matrices=False)
    X = left @ np.diag(s) @ turned
    assert np.allclose(X.mean(axis=0), 0)
    some = Data(X, random.normal(size=20))
    kept = (turned @ ridge(some, added / 20)[0]) / (turned @ some.best()[0])
    assert np.allclose(kept, s**2 / (s**2 + added))

    def shares(kept: Array) -> str:
        return f"{100 * kept[0]:.0f} % and {100 * kept[1]:.0f} %"

    assert right(question) == shares(kept)
    offered(question, shares(s / (s + added)), shares(1 - kept), shares(np.full(2, 1 / (1 + added))))


@states("why-sparse")
def _(question: Question) -> None:
    w = np.linspace(-2, 2, 400_001)
    for pull, at_zero in ((0.2, True), (0.8, False)):
        data_term = (w - pull / 2) ** 2  # its slope at zero is -pull
        assert (abs(w[np.argmin(data_term + abs(w) * 0.5)]) < 1e-5) == at_zero
        for factor in (0.5, 5.0, 50.0):
            assert w[np.argmin(data_term + factor * w**2)] == pytest.approx(pull / 2 / (1 + factor), abs=2e-5)
            assert w[np.argmin(data_term + factor * w**2)] > 0
    assert (10.0**2, round(0.1**2, 9)) == (100, 0.01)


@states("duplicate-column")
def _(question: Question) -> None:
    single = data(d=1)
    twice = Data(np.c_[single.X, single.X], single.y)
    w, b = ridge(twice, 0.5)
    assert w[0] == pytest.approx(w[1])
    assert np.linalg.eigvalsh(hessian(twice, 0.5)).min() > 0
    total = float(w.sum())
    for share in (0.0, 0.3, 1.0):
        shared = total * np.array([share, 1 - share])
        assert loss(twice, 0.5, shared, b) > loss(twice, 0.5, w, b)
        assert np.sum(abs(shared)) == pytest.approx(total)
        assert twice.loss(shared, b) == pytest.approx(twice.loss(w, b))
    assert 1.0**2 + 0.0**2 == 1 > 0.5**2 + 0.5**2 == 0.5
