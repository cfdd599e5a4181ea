"""Compute what the questions on feature scaling state."""

import math

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Data, data, given, right, states, with_ones


def standardised(some: Data) -> Data:
    """The same samples with features of mean 0 and standard deviation 1."""
    return Data((some.X - some.X.mean(axis=0)) / some.X.std(axis=0), some.y)


@states("why-scale")
def _(question: Question) -> None:
    X = np.random.default_rng(7).uniform(0, [1, 1_000], (200, 2))
    raw = Data(X, X @ [1.0, 0.001] + 1)
    L = np.linalg.eigvalsh(2 / raw.n * with_ones(X).T @ with_ones(X)).max()
    assert raw.descend(1 / L, 1_000)[2][-1] > 1e-3
    assert raw.descend(2.1 / L, 1_000)[2][-1] > 1e3
    w, _, _ = raw.descend(1 / L, 1_000)
    assert abs(w[0] - 1) > 0.1
    assert standardised(raw).descend(0.3, 1_000)[2][-1] < 1e-12
    random = np.random.default_rng(7)
    common = random.normal(size=400)
    for noise, alike in ((1.0, True), (0.01, False)):
        some = standardised(Data(common[:, None] + noise * random.normal(size=(400, 2)), common))
        correlation = float(np.mean(some.X[:, 0] * some.X[:, 1]))
        condition = np.linalg.cond(some.X.T @ some.X)
        assert condition == pytest.approx((1 + correlation) / (1 - correlation), rel=1e-6)
        assert (condition < 10) == alike
        assert (condition > 10_000) != alike


@states("steep-and-flat")
def _(question: Question) -> None:
    lr = 0.015
    given(question, f"the eigenvalues 100 and 1, and lr is {lr}")
    steep, flat = 1 - lr * 100, 1 - lr * 1
    assert f"by {steep:g}; the flat one by {flat:g}." in right(question)
    steps = [math.ceil(math.log(0.01) / math.log(abs(factor))) for factor in (steep, flat)]
    why = question.choices[question.right].why
    assert f"takes {steps[0]} steps along the one and {steps[1]} along the other" in why
    some = Data(np.diag([10.0, 1.0]), np.array([10.0, 1.0]))  # Hessian diag(100, 1), best w = ones
    w, _, _ = some.descend(lr, 3, bias=False)
    assert np.allclose(1 - w, [steep**3, flat**3])


@states("predictions-kept")
def _(question: Question) -> None:
    some = data()
    scaled = standardised(some)
    (w, b), (v, c) = some.best(), scaled.best()
    assert np.allclose(some.X @ w + b, scaled.X @ v + c)
    assert not np.allclose(w, v)


@states("test-data")
def _(question: Question) -> None:
    some = data()
    w, b = standardised(some).best()
    new, mean, deviation = some.X[:5] + 3, some.X.mean(axis=0), some.X.std(axis=0)
    expected = new @ some.best()[0] + some.best()[1]
    assert np.allclose((new - mean) / deviation @ w + b, expected)
    own = (new - new.mean(axis=0)) / new.std(axis=0)
    assert not np.allclose(own @ w + b, expected, atol=1)
    with pytest.warns(RuntimeWarning, match="invalid value"):
        assert np.isnan((new[:1] - new[:1].mean(axis=0)) / new[:1].std(axis=0)).all()
    assert not np.allclose(new @ w + b, expected, atol=1)


@states("constant-feature")
def _(question: Question) -> None:
    X = np.c_[data(d=2).X, np.ones(50)]
    with pytest.warns(RuntimeWarning, match="invalid value"):
        X = (X - X.mean(axis=0)) / X.std(axis=0)
    assert np.isnan(X[:, 2]).all()
    assert np.isfinite(X[:, :2]).all()
    assert np.isnan(Data(X, np.ones(50)).loss(np.zeros(3)))
    with pytest.raises(ZeroDivisionError):
        0.0 / float("0")
    for value, becomes in ((0.1, 1.0), (7.7, -1.0)):
        assert any(scaled_constant(value, n) == becomes for n in range(10, 400))
        column = np.full(100, value)
        assert column.max() == column.min()


def scaled_constant(value: float, n: int) -> float:
    """A constant column's scaled value."""
    column = np.full(n, value)
    scaled = (column - column.mean()) / (column.std() or 1.0)
    return float(np.round(scaled[0], 6))


@states("ten-times")
def _(question: Question) -> None:
    some = data(d=1)
    other = Data(10 * some.X, some.y)
    given(question, "are 10 times as large")
    limits = [2 / (2 / one.n * float(np.sum(one.X**2))) for one in (some, other)]
    assert right(question) == f"It is {limits[0] / limits[1]:.0f} times smaller."
    best = float((other.X[:, 0] @ other.y) / (other.X[:, 0] @ other.X[:, 0]))
    for factor, converges in ((0.9, True), (1.1, False)):
        w, _, _ = other.descend(factor * limits[1], 300, bias=False)
        assert (abs(w[0] - best) < 1e-6) == converges


@states("largest-weight")
def _(question: Question) -> None:
    given(question, "the area is 2,000 and that of the number of rooms is 5,000")
    random = np.random.default_rng(7)
    area, rooms = 80 + 30 * random.normal(size=500), 3 + random.normal(size=500)
    price = 2_000 * area + 5_000 * rooms
    w, _ = Data(np.c_[area, rooms], price).best()
    assert np.allclose(w, [2_000, 5_000])
    in_square_centimetres, _ = Data(np.c_[10_000 * area, rooms], price).best()
    assert in_square_centimetres[0] == pytest.approx(0.2)
    v, _ = standardised(Data(np.c_[area, rooms], price)).best()
    assert np.allclose(v, [60_000, 5_000], rtol=0.1)


@states("square-as-feature")
def _(question: Question) -> None:
    given(question, "evenly from 0 to 1")
    x = np.linspace(0, 1, 100_001)
    r = float(np.corrcoef(x, x**2).ravel()[1])
    assert f"By about {r:.2f}," in right(question)
    why = question.choices[question.right].why
    assert f"here {(1 + r) / (1 - r):.0f}. Centre" in why
    assert np.linalg.cond(np.array([[1, r], [r, 1]])) == pytest.approx((1 + r) / (1 - r))
    assert 100 * (1 - r**2) == pytest.approx(6, abs=0.3)
    assert np.corrcoef(x - 0.5, (x - 0.5) ** 2).ravel()[1] == pytest.approx(0, abs=1e-9)
