"""Compute what the questions on least squares as statistics state."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Array, Data, data, given, offered, right, states, with_ones


def r_squared(y: Array, y_hat: Array) -> float:
    """The fraction of the variance of y that the predictions explain."""
    return float(1 - np.sum((y - y_hat) ** 2) / np.sum((y - y.mean()) ** 2))


def fitted(X: Array, y: Array) -> Array:
    """The predictions of a least-squares fit with a bias."""
    w, b = Data(X, y).best()
    found: Array = X @ w + b
    return found


def errors_of(X: Array, y: Array) -> Array:
    """The standard errors of w and b by the usual formula, in one array."""
    Z = with_ones(X)
    left = len(y) - Z.shape[1]
    variance = np.sum((y - fitted(X, y)) ** 2) / left
    found: Array = np.sqrt(variance * np.diag(np.linalg.inv(Z.T @ Z)))
    return found


def correlation(one: Array, other: Array) -> float:
    """The correlation of two columns."""
    return float(np.mean((one - one.mean()) * (other - other.mean())) / (one.std() * other.std()))


@states("negative-r-squared")
def _(question: Question) -> None:
    given(question, "R^2 = 1 - sum(error ** 2) / sum((y - mean(y)) ** 2)", "-0.4")
    random = np.random.default_rng(7)
    X = random.normal(size=(40, 15))
    train, test = Data(X[:20], random.normal(size=20)), Data(X[20:], random.normal(size=20))
    assert r_squared(train.y, fitted(train.X, train.y)) > 0
    w, b = train.best()
    assert r_squared(test.y, test.X @ w + b) < 0
    y = data().y
    for share, value in ((1.4, -0.4), (1.0, 0.0)):
        y_hat = y.mean() + (y - y.mean()) * (1 - np.sqrt(share))
        assert r_squared(y, y_hat) == pytest.approx(value)
    assert r_squared(y, np.full(len(y), y.mean())) == pytest.approx(0)
    assert np.sqrt(0.4) == pytest.approx(0.63, abs=0.005)


@states("random-feature")
def _(question: Question) -> None:
    some = data()
    before = r_squared(some.y, fitted(some.X, some.y))
    for seed in range(50):
        X = np.c_[some.X, np.random.default_rng(seed).normal(size=some.n)]
        assert r_squared(some.y, fitted(X, some.y)) > before
    assert r_squared(some.y, fitted(np.c_[some.X, some.X[:, 0]], some.y)) == pytest.approx(before)


@states("adjusted")
def _(question: Question) -> None:
    n, d, R = 50, 10, 0.5
    given(question, f"R^2 is {R:.2f} with n = {n} and d = {d} features")
    assert right(question) == f"{1 - (1 - R) * (n - 1) / (n - d - 1):.2f}"
    offered(question, f"{R:.2f}", f"{R * (n - d) / n:.2f}", f"{1 - (1 - R) * (n - d - 1) / (n - 1):.2f}")
    random = np.random.default_rng(7)
    by_chance = []
    for _ in range(400):
        y = random.normal(size=n)
        by_chance.append(r_squared(y, fitted(random.normal(size=(n, d)), y)))
    assert np.mean(by_chance) == pytest.approx(0.2, abs=0.02)


@states("half-a-correlation")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x, other = random.normal(size=(2, 200))
    x = (x - x.mean()) / x.std()
    other = other - fitted(x[:, None], other)
    y = 0.5 * x + np.sqrt(0.75) * other / other.std()
    given(question, f"by {correlation(x, y):.1f}.")
    y_hat = fitted(x[:, None], y)
    assert right(question) == f"{100 * r_squared(y, y_hat):.0f} %"
    assert y_hat.std() / y.std() == pytest.approx(0.5)
    assert (y - y_hat).std() / y.std() == pytest.approx(0.87, abs=0.005)
    offered(question, f"{100 * np.sqrt(0.5):.0f} %", f"{100 * (1 - 0.25):.0f} %")


@states("other-way-round")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x, y = random.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 500).T
    x, y = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()
    slopes = [float(Data(one[:, None], other).best()[0][0]) for one, other in ((x, y), (y, x))]
    given(question, "has the slope 0.5")
    assert slopes[0] == pytest.approx(slopes[1])
    assert slopes[0] == pytest.approx(correlation(x, y))
    assert slopes[0] * slopes[1] == pytest.approx(r_squared(y, fitted(x[:, None], y)))
    assert right(question) == "0.5"
    offered(question, f"{1 / 0.5:g}", f"{0.5 * 0.5:g}")


@states("collinear-variance")
def _(question: Question) -> None:
    r = 0.99
    given(question, f"correlate by {r}")
    variances = [np.linalg.inv(np.array([[1, c], [c, 1]]))[0, 0] for c in (0, r)]
    factor = variances[1] / variances[0]
    assert factor == pytest.approx(1 / (1 - r**2))
    assert right(question) == f"About {factor:.0f} times"
    offered(question, f"About {np.sqrt(factor):.0f} times", f"About {1 / (1 - r):.0f} times")
    assert 1 - r**2 == pytest.approx(0.02, abs=0.001)


@states("collinear-harm")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    weights, R, away, alike = [], [], [], []
    for _ in range(200):
        x = random.normal(size=60)
        X = np.c_[x, x + 0.01 * random.normal(size=60)]
        some = Data(X, X @ [1.0, 1.0] + 0.5 * random.normal(size=60))
        w, b = some.best()
        weights.append(w)
        R.append(r_squared(some.y, X @ w + b))
        alike.append(w @ [1.0, 1.0] + b - 2)
        away.append(w @ [1.0, 0.0] + b - 1)
    assert np.std(weights, axis=0).min() > 4
    assert np.std(np.sum(weights, axis=1)) < 0.1
    assert min(R) > 0.85
    assert np.std(alike) < 0.15
    assert np.std(away) > 4


@states("what-a-weight-means")
def _(question: Question) -> None:
    given(question, "the area's weight is 2,000")
    random = np.random.default_rng(7)
    rooms = random.integers(1, 6, 2_000)
    area = 25 * rooms + 10 * random.normal(size=2_000)
    price = 2_000 * area + 5_000 * rooms + 1_000 * random.normal(size=2_000)
    both, _ = Data(np.c_[area, rooms], price).best()
    assert both[0] == pytest.approx(2_000, rel=0.01)
    alone, _ = Data(area[:, None], price).best()
    assert alone[0] > 2_100
    three = rooms == 3
    among, _ = Data(area[three, None], price[three]).best()
    assert among[0] == pytest.approx(2_000, rel=0.02)
    turned = Data(np.c_[area, rooms], 2_000 * area - 80_000 * rooms)
    assert turned.best()[0][0] > 0 > Data(area[:, None], turned.y).best()[0][0]


@states("left-out")
def _(question: Question) -> None:
    given(question, "y = x1 + x2 + noise, and x2 = 0.5 * x1 + other noise")
    random = np.random.default_rng(7)
    x1, noise, other = random.normal(size=(3, 100_000))
    x2 = 0.5 * x1 + other
    y = x1 + x2 + noise
    assert np.allclose(Data(np.c_[x1, x2], y).best()[0], 1, atol=0.02)
    assert float(right(question).partition(",")[0]) == pytest.approx(
        Data(x1[:, None], y).best()[0][0], abs=0.02
    )
    assert Data(x1[:, None], x1 + other + noise).best()[0][0] == pytest.approx(1, abs=0.02)


@states("noisy-feature")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x, noise, error = random.normal(size=(3, 100_000))
    y = 2 * x + noise
    measured = x + error
    w, _ = Data(measured[:, None], y).best()
    assert w[0] / 2 == pytest.approx(1 / 2, abs=0.02)
    assert np.mean(measured * y) == pytest.approx(np.mean(x * y), abs=0.05)
    assert measured.var() == pytest.approx(2 * x.var(), rel=0.02)
    assert Data(x[:, None], y + error).best()[0][0] == pytest.approx(2, abs=0.02)
