"""What the questions on the gradient state, computed."""

from itertools import pairwise

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Array, Data, data, given, offered, right, slopes, states, with_ones


@states("why-divide-by-n")
def _(question: Question) -> None:
    once = data()
    twice = Data(np.r_[once.X, once.X], np.r_[once.y, once.y])
    w = np.ones(3)
    assert np.allclose(twice.gradient(w)[0], once.gradient(w)[0])
    assert np.allclose(twice.gradient(w)[0] * twice.n, 2 * once.gradient(w)[0] * once.n)
    for many, lr in ((100, 1e-3), (10_000, 1e-3)):
        _, _, losses = data(many).descend(lr * many, 30)  # the sum's gradient is many times the mean's
        assert (losses[-1] < losses[0]) == (many == 100)
    assert np.finfo(float).max / 1e308 == pytest.approx(1.8, rel=0.01)


@states("factor-two")
def _(question: Question) -> None:
    some = data()
    _, _, full = some.descend(0.1, 50)
    w, b, half = some.descend(0.05, 5_000)
    assert full[0] == half[0]
    assert all(a < b for a, b in zip(full[1:10], half[1:10], strict=True))
    assert np.allclose(np.append(w, b), np.append(*some.best()))


@states("loss-of-this-gradient")
def _(question: Question) -> None:
    some, w = data(), np.array([0.5, -1.0, 2.0])

    def error(w: Array) -> Array:
        return some.X @ w - some.y

    n = some.n
    losses = {
        "sum(error ** 2) / n": lambda w: np.sum(error(w) ** 2) / n,
        "sum(error ** 2) / (2 * n)": lambda w: np.sum(error(w) ** 2) / (2 * n),
        "sum(abs(error)) / n": lambda w: np.sum(abs(error(w))) / n,
        "sqrt(sum(error ** 2) / n)": lambda w: np.sqrt(np.sum(error(w) ** 2) / n),
    }
    asked = some.X.T @ error(w) / n
    same = [text for text, loss in losses.items() if np.allclose(slopes(loss, w), asked, rtol=1e-4)]
    assert same == [right(question)]
    offered(question, *(losses.keys() - same))
    rmse = np.sqrt(np.mean(error(w) ** 2))
    assert np.allclose(slopes(losses["sqrt(sum(error ** 2) / n)"], w), asked / rmse)
    assert np.allclose(slopes(losses["sum(abs(error)) / n"], w), some.X.T @ np.sign(error(w)) / n)


@states("sign")
def _(question: Question) -> None:
    for lr in (1e-6, 0.01, 1.0):
        _, _, losses = data().descend(-lr, 20)
        assert all(a < b for a, b in pairwise(losses))


@states("bias-gradient")
def _(question: Question) -> None:
    some, w, b = data(), np.array([0.5, -1.0, 2.0]), 0.7
    longer = Data(with_ones(some.X), some.y).gradient(np.append(w, b))[0]
    assert np.allclose(longer, np.append(*some.gradient(w, b)))
    centred = with_ones(some.X - some.X.mean(axis=0))
    assert np.allclose((centred.T @ centred)[-1, :-1], 0)


@states("penalty-gradient")
def _(question: Question) -> None:
    lam, w, n = 0.3, np.array([0.5, -1.0, 2.0]), 50
    found = slopes(lambda w: lam * np.sum(w**2), w)
    named = {"lam": lam, "w": w, "n": n, "np": np, "sum": np.sum}
    same = [
        choice.text
        for choice in question.choices
        if np.allclose(eval(choice.text, {}, named), found, rtol=1e-4)
    ]
    assert same == [right(question)]
    assert np.allclose(slopes(lambda w: lam * np.sum(abs(w)), w), lam * np.sign(w))


@states("bias-in-penalty")
def _(question: Question) -> None:
    some, lam = data(), 0.3
    X = with_ones(some.X)

    def predictions(y: Array, penalised: Array) -> Array:
        left = X.T @ X / some.n + lam * np.diag(penalised)
        found: Array = X @ np.linalg.solve(left, X.T @ y / some.n)
        return found

    without, all_ = np.array([1.0, 1, 1, 0]), np.ones(4)
    assert np.allclose(predictions(some.y + 100, without), predictions(some.y, without) + 100)
    assert not np.allclose(predictions(some.y + 100, all_), predictions(some.y, all_) + 100, atol=1)


@states("outlier")
def _(question: Question) -> None:
    given(question, "Of 100 residuals, 99 are 1 and one is 50")
    residuals = np.array([1.0] * 99 + [50.0])
    squares = residuals**2
    assert right(question) == f"About {100 * squares[-1] / squares.sum():.0f} %"
    offered(question, f"About {100 * residuals[-1] / residuals.sum():.0f} %")
    assert (squares[-1], squares.sum(), residuals.sum()) == (2500, 2599, 149)
