"""Compute what the questions on noise, residuals and standard errors state."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Data, data, given, offered, right, states, with_ones
from .facts_statistics import correlation, errors_of, fitted, r_squared


@states("unequal-noise")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x = np.linspace(0.1, 5, 60)
    Z, deviation = np.c_[x, np.ones(60)], x**2 / 3
    plain, weighted, reported = [], [], []
    for _ in range(2_000):
        y = Z @ [2.0, 1.0] + deviation * random.normal(size=60)
        plain.append(np.linalg.lstsq(Z, y, rcond=None)[0])
        weighted.append(np.linalg.lstsq(Z / deviation[:, None], y / deviation, rcond=None)[0])
        reported.append(errors_of(x[:, None], y))
    spread = np.std(plain, axis=0)
    assert np.allclose(np.mean(plain, axis=0), [2, 1], atol=5 * spread.max() / np.sqrt(2_000))
    assert np.all(np.std(weighted, axis=0) < 0.7 * spread)
    assert abs(np.log(np.mean(reported, axis=0) / spread)).max() > 0.15


@states("normal-noise")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    for n, looks_normal in ((4, False), (200, True)):
        X = random.lognormal(size=(n, 1))
        Z = with_ones(X)
        noise = random.exponential(size=(20_000, n)) - 1
        found = (np.linalg.pinv(Z) @ (Z @ [2.0, 1.0] + noise).T)[1]
        assert found.mean() == pytest.approx(1, abs=5 * found.std() / np.sqrt(20_000))
        skewness = np.mean(((found - found.mean()) / found.std()) ** 3)
        assert (abs(skewness) < 0.4) == looks_normal
        residual = noise[0] - Z @ (np.linalg.pinv(Z) @ noise[0])
        assert np.allclose(Z.T @ residual, 0)


@states("curved-residuals")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x = np.linspace(0, 3, 300)
    y = 1 + x**2 + 0.2 * random.normal(size=300)
    residuals = y - fitted(x[:, None], y)
    parts = [part.mean() for part in np.split(residuals, [50, 250])]
    assert parts[1] < -0.2
    assert min(parts[0], parts[2]) > 0.2
    assert residuals.sum() == pytest.approx(0, abs=1e-9)
    bent = y - fitted(np.c_[x, x**2], y)
    assert max(abs(part.mean()) for part in np.split(bent, 6)) < 0.1


@states("funnel")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x = np.linspace(1, 4, 600)
    y = x * np.exp(0.3 * random.normal(size=600))
    residuals = y - fitted(x[:, None], y)
    spreads = [part.std() for part in np.split(residuals, 3)]
    assert spreads[2] > 1.8 * spreads[0]
    assert max(abs(part.mean()) for part in np.split(residuals, 3)) < 0.1
    logs = np.log(y) - fitted(np.log(x)[:, None], np.log(y))
    spreads = [part.std() for part in np.split(logs, 3)]
    assert max(spreads) < 1.15 * min(spreads)
    scaled = (x - x.mean()) / x.std()
    assert np.allclose(y - fitted(scaled[:, None], y), residuals)


@states("against-what")
def _(question: Question) -> None:
    for noise in (0.5, 5.0):
        some = data(noise=noise)
        y_hat = fitted(some.X, some.y)
        residuals = some.y - y_hat
        expected = np.sqrt(1 - r_squared(some.y, y_hat))
        assert correlation(residuals, some.y) == pytest.approx(expected)
        assert correlation(residuals, y_hat) == pytest.approx(0, abs=1e-9)


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
