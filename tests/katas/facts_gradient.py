"""Compute what the questions on the gradient state."""

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
        _, _, losses = data(many).descend(lr * many, 30)  # the sum's gradient is `many` times the mean's
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


TARGETS = np.array([1.0, 2, 3, 4, 100])


@states("mean-or-median")
def _(question: Question) -> None:
    given(question, "The targets are 1, 2, 3, 4 and 100.")
    b = np.arange(0, 100.5, 0.5)[:, None]
    squared, absolute, largest = (
        float(b[np.argmin(loss), 0])
        for loss in (
            np.mean((TARGETS - b) ** 2, axis=1),
            np.mean(abs(TARGETS - b), axis=1),
            np.max(abs(TARGETS - b), axis=1),
        )
    )
    assert (squared, absolute) == (TARGETS.mean(), np.median(TARGETS))
    assert right(question) == f"{squared:g} and {absolute:g}"
    offered(question, f"{absolute:g} and {squared:g}", f"{largest:g} and {absolute:g}")


@states("huber-slope")
def _(question: Question) -> None:
    def huber(r: Array) -> float:
        return float(np.sum(np.where(abs(r) <= 1, r**2 / 2, abs(r) - 0.5)))

    r = np.array([50.0])
    given(question, "r = 50")
    assert right(question) == f"{slopes(huber, r)[0]:g}"
    offered(question, f"{slopes(lambda r: float(r[0] ** 2 / 2), r)[0]:g}", f"{huber(r):g}")
    inside = np.array([-0.7, 0.0, 0.3])
    assert np.allclose(slopes(huber, inside), inside, atol=1e-6)


@states("squared-or-absolute")
def _(question: Question) -> None:
    some, random = data(), np.random.default_rng(7)
    for _ in range(50):
        one, other = random.normal(size=(2, 3))
        errors = [some.X @ w - some.y for w in (one, other, (one + other) / 2)]
        for power in (1, 2):
            first, last, middle = (float(np.mean(abs(error) ** power)) for error in errors)
            assert middle <= (first + last) / 2 + 1e-9
    assert (50**2, 1**2) == (2500, 1)
    single = Data(np.ones((1, 1)), np.array([2.0]))
    assert single.loss(single.descend(0.1, 200, bias=False)[0]) < 1e-12
    w, way = 0.0, []
    for _ in range(200):
        w -= 0.15 * float(np.sign(w - 2))
        way.append(abs(w - 2))
    assert min(way[-50:]) > 0.01
    assert len(set(np.round(way[-50:], 9))) == 2


@states("likelihood")
def _(question: Question) -> None:
    some = data()
    X = with_ones(some.X)
    best = np.append(*some.best())
    each = np.linspace(0.5, 2, some.n)

    def minus_log(w: Array, deviation: Array | float) -> float:
        return float(np.sum((X @ w - some.y) ** 2 / (2 * deviation**2) + np.log(deviation)))

    for deviation in (0.5, 3.0):
        assert np.allclose(slopes(lambda w, s=deviation: minus_log(w, s), best), 0, atol=1e-5)  # type: ignore[misc]
    assert abs(slopes(lambda w: minus_log(w, each), best)).max() > 0.1
    weighted = np.linalg.lstsq(X / each[:, None], some.y / each, rcond=None)[0]
    assert np.allclose(slopes(lambda w: minus_log(w, each), weighted), 0, atol=1e-5)
    assert abs(slopes(lambda w: float(np.sum(abs(X @ w - some.y))), best)).max() > 0.1
    cubes = np.random.default_rng(7).choice([-1.0, 2.0], p=[2 / 3, 1 / 3], size=(4_000, some.n))
    assert np.allclose((np.linalg.pinv(X) @ (X @ best + cubes).T).mean(axis=1), best, atol=0.05)


@states("difference-step")
def _(question: Question) -> None:
    w = 0.1  # the derivatives of exp are near 1 there

    def off(h: float) -> float:
        return float(abs((np.exp(w + h) - np.exp(w - h)) / (2 * h) / np.exp(w) - 1))

    errors = {choice.text: off(float(choice.text)) for choice in question.choices}
    assert min(errors, key=errors.__getitem__) == right(question)
    assert errors["0.1"] == pytest.approx(0.1**2 / 6, rel=0.01)
    assert errors[right(question)] < 1e-10
    assert 0.001 < errors["1e-15"] < 0.5
    assert (errors["1e-300"], w + 1e-300) == (1, w)
    some = data()
    assert np.allclose(
        (some.loss(np.array([1.1, 1, 1])) - some.loss(np.array([0.9, 1, 1]))) / 0.2,
        some.gradient(np.ones(3))[0][0],
    )
