"""What the questions on weights, influence and intervals state, computed."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Data, data, given, offered, right, states, with_ones
from .facts_statistics import errors_of, fitted


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


@states("leverage")
def _(question: Question) -> None:
    given(question, "x = 1, 2, ..., 10 and x = 100", "wrong by 50")
    x = np.append(np.arange(1.0, 11), 100.0)
    y = 3 * x + 1
    y[-1] += 50
    residual = y[-1] - fitted(x[:, None], y)[-1]
    assert f"About {residual:.1f}" == right(question)
    Z = with_ones(x[:, None])
    share = (Z @ np.linalg.pinv(Z))[-1, -1]
    assert share == pytest.approx(0.99, abs=0.005)
    assert residual == pytest.approx((1 - share) * 50)
    offered(question, "50", "About 25", f"About {50 * 10 / 11:.0f}")
    alike = np.ones((11, 1))
    assert 50 * (1 - (alike @ np.linalg.pinv(alike))[-1, -1]) == pytest.approx(50 * 10 / 11)


@states("noise-variance")
def _(question: Question) -> None:
    n, d = 20, 9
    given(question, f"variance 1. Least squares with {d} features and a bias is fitted to {n} samples")
    random = np.random.default_rng(7)
    inside, outside = [], []
    for _ in range(2_000):
        X = random.normal(size=(2 * n, d))
        y = X @ np.ones(d) + random.normal(size=2 * n)
        w, b = Data(X[:n], y[:n]).best()
        errors = (y - X @ w - b) ** 2
        inside.append(errors[:n].mean())
        outside.append(errors[n:].mean())
    assert np.mean(inside) == pytest.approx(float(right(question)), abs=0.02)
    assert float(right(question)) == (n - d - 1) / n
    assert np.mean(inside) * n / (n - d - 1) == pytest.approx(1, abs=0.04)
    assert 1.8 < np.mean(outside) < 2.6
    offered(question, f"{(n - 1) / n:.2f}")


@states("four-times-the-data")
def _(question: Question) -> None:
    some = data(100)
    many = Data(np.tile(some.X, (4, 1)), np.tile(some.y, 4))
    inverse = [np.linalg.inv(with_ones(one.X).T @ with_ones(one.X)) for one in (some, many)]
    assert np.allclose(np.sqrt(np.diag(inverse[1])), np.sqrt(np.diag(inverse[0])) / 2)
    random = np.random.default_rng(7)
    spread = []
    for Z in (with_ones(some.X), with_ones(many.X)):
        spread.append((np.linalg.pinv(Z) @ random.normal(size=(len(Z), 4_000))).std(axis=1))
    assert np.allclose(spread[1] / spread[0], 0.5, atol=0.03)
    assert "a half" in right(question)


@states("every-sample-twice")
def _(question: Question) -> None:
    once = data(200)
    given(question, f"the {once.n} samples")
    twice = Data(np.r_[once.X, once.X], np.r_[once.y, once.y])
    assert np.allclose(np.append(*once.best()), np.append(*twice.best()))
    ratio = errors_of(once.X, once.y) / errors_of(twice.X, twice.y)
    assert np.allclose(ratio, np.sqrt(2), rtol=0.01)
    assert np.allclose(twice.X.T @ twice.X, 2 * once.X.T @ once.X)
    assert np.linalg.matrix_rank(twice.X.T @ twice.X) == 3


@states("interval-for-one")
def _(question: Question) -> None:
    assert "about 2 deviations" in right(question)
    random = np.random.default_rng(7)
    x = np.array([1.0, 0.5, -1.0, 1.0])
    halves = []
    for n in (20, 320, 100_000):
        Z = with_ones(random.normal(size=(n, 3)))
        halves.append(x @ np.linalg.inv(Z.T @ Z) @ x)
    assert halves[0] > 0.1 > halves[1] > 1e-3 > halves[2]
    assert 1.96 * np.sqrt(1 + halves[2]) == pytest.approx(2, abs=0.05)
    noise = random.normal(size=200_000)
    assert np.mean(abs(noise) < 1.96) == pytest.approx(0.95, abs=0.003)
    assert abs(noise).max() > abs(noise[:1_000]).max()


@states("twenty-tests")
def _(question: Question) -> None:
    given(question, "20 features", "5 % level")
    random = np.random.default_rng(7)
    alarms = []
    for _ in range(400):
        X, y = random.normal(size=(400, 20)), random.normal(size=400)
        w, _ = Data(X, y).best()
        alarms.append(int(np.sum(abs(w) > 1.966 * errors_of(X, y)[:-1])))
    assert np.mean(alarms) == pytest.approx(float(right(question)), abs=0.2)
    some = 1 - 0.95**20
    assert f"{100 * some:.0f} % of such data" in question.choices[question.right].why
    assert np.mean(np.array(alarms) > 0) == pytest.approx(some, abs=0.08)
