"""Compute what the questions on features, on choosing a model and on logistic regression state."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Array, Data, data, given, offered, right, slopes, states, with_ones


@states("linear-in-what")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    x, z = random.normal(size=(2, 20))
    one, other = random.normal(size=(2, 3))
    for choice in question.choices:

        def model(w: Array, text: str = choice.text.removeprefix("y_hat = ")) -> Array:
            named = {f"w{place}": value for place, value in enumerate(w)}
            return np.asarray(eval(text, {"np": np}, {"x": x, "z": z, **named}))

        linear = np.allclose(model(2 * one - 3 * other), 2 * model(one) - 3 * model(other))
        assert linear != choice.right, choice.text
    w1 = np.linspace(-3, 3, 601)
    losses = (1 - np.exp(w1)) ** 2  # one sample, x = 1, y = 1, w0 = 0
    assert np.diff(losses, 2).min() < 0


@states("dummy-trap")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    groups = np.arange(60) % 3
    X = np.eye(3)[groups]
    y = np.array([1.0, 5, 3])[groups] + random.normal(size=60)
    assert np.all(X.sum(axis=1) == 1)
    assert np.linalg.matrix_rank(with_ones(X)) == 3
    w, b = Data(X, y).best()
    assert np.allclose(X @ (w + 7) + (b - 7), X @ w + b)
    without_bias = X @ np.linalg.lstsq(X, y, rcond=None)[0]
    v, c = Data(X[:, 1:], y).best()
    assert np.allclose(without_bias, X @ w + b)
    assert np.allclose(X[:, 1:] @ v + c, X @ w + b)
    assert np.linalg.matrix_rank(with_ones(X[:, 1:])) == 3
    assert np.linalg.matrix_rank(with_ones((X - X.mean(axis=0)) / X.std(axis=0))) == 3
    penalised = with_ones(X).T @ with_ones(X) + np.diag([0.1, 0.1, 0.1, 0])
    assert np.linalg.matrix_rank(penalised) == 4


@states("what-a-dummy-means")
def _(question: Question) -> None:
    given(question, "10 in group A, 14 in B and 7 in C")
    means, groups = np.array([10.0, 14, 7]), np.arange(60) % 3
    noise = np.random.default_rng(7).normal(size=(20, 3))
    y = (means + noise - noise.mean(axis=0)).ravel()
    X = np.eye(3)[groups][:, 1:]
    w, b = Data(X, y).best()
    assert right(question) == f"{w[0]:.0f} and {w[1]:.0f}, and b is {b:.0f}"
    other = np.eye(3)[groups][:, :2]
    v, c = Data(other, y).best()
    assert not np.allclose(v, w, atol=1)
    assert np.allclose(other @ v + c, X @ w + b)
    offered(question, "14 and 7, and b is 0", "14 and 7, and b is 10", f"4 and {7 - 14}, and b is 10")


@states("cities-as-numbers")
def _(question: Question) -> None:
    given(question, "coded as 1, 2 and 3", "10, 30 and 20")
    x, y = np.tile([1.0, 2, 3], 10), np.tile([10.0, 30, 20], 10)
    w, b = Data(x[:, None], y).best()
    predicted = w[0] * np.array([1, 2, 3]) + b
    assert np.allclose(predicted, [15, 20, 25])
    assert right(question) == f"{predicted[1]:.0f}"
    offered(question, f"{predicted[2]:.0f}", f"{(10 + 20) / 2:.0f}")
    X = np.eye(3)[np.arange(30) % 3][:, 1:]
    v, c = Data(X, y).best()
    assert np.allclose(X @ v + c, y)


@states("degree")
def _(question: Question) -> None:
    given(question, "degree 1, 3 and 12 are fitted to 20 noisy samples")
    random = np.random.default_rng(7)
    inside, outside = [], []
    x = np.linspace(-1, 1, 20)
    for _ in range(200):
        new = random.uniform(-1, 1, 200)
        y, y_new = (np.sin(3 * at) + 0.3 * random.normal(size=len(at)) for at in (x, new))
        fits = [np.polynomial.Polynomial.fit(x, y, degree) for degree in (1, 3, 12)]
        inside.append([np.mean((fit(x) - y) ** 2) for fit in fits])
        outside.append([np.mean((fit(new) - y_new) ** 2) for fit in fits])
        assert inside[-1] == sorted(inside[-1], reverse=True)
    straight, cubic, twelfth = np.median(outside, axis=0)
    assert cubic < straight
    assert cubic < twelfth / 1.3


def polynomial(x: Array, degree: int) -> Array:
    """The powers of x from 1 to `degree`, as columns."""
    return np.asarray(x[:, None] ** np.arange(1, degree + 1))


def penalised(train: Data, lam: float) -> tuple[Array, float]:
    """The w and b that minimise the loss plus lam * sum(w ** 2)."""
    Z = with_ones(train.X)
    left = Z.T @ Z / train.n + lam * np.diag([*np.ones(Z.shape[1] - 1), 0.0])
    found = np.linalg.solve(left, Z.T @ train.y / train.n)
    return found[:-1], float(found[-1])


def two_errors(train: Data, new: Data, lam: float = 0.0) -> tuple[float, float]:
    """The mean squared errors on training data and on new data of a fit with a penalty on w."""
    w, b = penalised(train, lam)
    return train.loss(w, b), new.loss(w, b)


@states("gap")
def _(question: Question) -> None:
    given(question, "0.1 on the training data and 2.0 on validation data; the noise is about 0.5")
    random = np.random.default_rng(7)

    def sample(n: int, d: int = 16) -> Data:
        X = random.normal(size=(n, 24))
        return Data(X[:, :d], X[:, :16] @ np.full(16, 0.3) + np.sqrt(0.5) * random.normal(size=n))

    new = sample(2_000)
    few, more, penalised, wider = [], [], [], []
    for _ in range(100):
        train = sample(20)
        few.append(two_errors(train, new))
        penalised.append(two_errors(train, new, lam=0.2))
        more.append(two_errors(sample(200), new))
        wider.append(
            two_errors(
                Data(random.normal(size=(20, 18)), train.y), Data(random.normal(size=(200, 18)), new.y[:200])
            )
        )
    inside, outside = np.median(few, axis=0)
    assert inside < 0.2
    assert outside > 1.5
    assert np.median(more, axis=0)[1] < 0.7
    assert np.median(penalised, axis=0)[1] < outside / 1.5
    assert np.median(wider, axis=0)[0] < inside


@states("no-gap")
def _(question: Question) -> None:
    given(question, "2.0 on the training data and 2.1 on validation data; the noise is about 0.1")
    random = np.random.default_rng(7)

    def sample(n: int, degree: int) -> Data:
        x = random.uniform(-2, 2, n)
        return Data(polynomial(x, degree), 1.2 * x**2 + np.sqrt(0.1) * random.normal(size=n))

    inside, outside = two_errors(sample(400, 1), sample(4_000, 1))
    assert inside == pytest.approx(2, abs=0.4)
    assert outside == pytest.approx(inside, rel=0.15)
    assert two_errors(sample(40_000, 1), sample(4_000, 1))[1] > 1.7
    assert two_errors(sample(400, 1), sample(4_000, 1), lam=1.0)[1] > 1.7
    assert two_errors(sample(400, 2), sample(4_000, 2))[1] < 0.12


@states("best-of-fifty")
def _(question: Question) -> None:
    given(question, "Of 50 strengths of an L2 penalty")
    random = np.random.default_rng(7)
    reported, real = [], []
    lams, true = np.logspace(-4, 3, 50), np.full(12, 0.2)
    for _ in range(150):
        X, noise = random.normal(size=(45, 12)), random.normal(size=45)
        y = X @ true + noise
        train, test = Data(X[:30], y[:30]), Data(X[30:], y[30:])
        fits = [penalised(train, lam) for lam in lams]
        errors = [test.loss(*fit) for fit in fits]
        w, b = fits[int(np.argmin(errors))]
        reported.append(min(errors) - np.mean(noise[30:] ** 2) + 1)  # corrected for this test set's noise
        real.append(1 + np.sum((w - true) ** 2) + b**2)  # on infinitely many new samples
        assert min(train.loss(*fit) for fit in fits) >= train.loss(*penalised(train, 0)) * (1 - 1e-9)
    assert np.mean(reported) < 0.95 * np.mean(real)


@states("one-weight-two-penalties")
def _(question: Question) -> None:
    given(question, "(w - 1) ** 2 + 3 * abs(w)", "(w - 1) ** 2 + 3 * w ** 2")
    w = np.linspace(-2, 2, 4_001)
    first, second = (
        float(w[np.argmin(loss)]) for loss in ((w - 1) ** 2 + 3 * abs(w), (w - 1) ** 2 + 3 * w**2)
    )
    assert right(question) == f"{abs(first):.0f}, and {second:.2f}"
    assert abs(first) < 1e-9
    assert second == pytest.approx(1 / (1 + 3))
    offered(question, f"{1 - 3 / 2:.1f}, and {second:.2f}")


@states("chosen-on-all")
def _(question: Question) -> None:
    given(question, "1,000 features are random, for 50 samples", "The 10 features", "5-fold")
    random = np.random.default_rng(7)
    folds = np.arange(50) % 5

    def chosen(X: Array, y: Array) -> list[int]:
        centred = X - X.mean(axis=0)
        correlations = abs(centred.T @ (y - y.mean())) / np.linalg.norm(centred, axis=0)
        assert (correlations / np.linalg.norm(y - y.mean())).max() > 0.4
        return [int(one) for one in np.argsort(correlations)[-10:]]

    on_all: list[float] = []
    inside: list[float] = []
    for _ in range(10):
        X, y = random.normal(size=(50, 1_000)), random.normal(size=50)
        for scores, kept in ((on_all, chosen(X, y)), (inside, None)):
            squares = 0.0
            for fold in range(5):
                train, out = folds != fold, folds == fold
                columns = kept if kept is not None else chosen(X[train], y[train])
                w, b = Data(X[train][:, columns], y[train]).best()
                squares += float(np.sum((y[out] - X[out][:, columns] @ w - b) ** 2))
            scores.append(1 - squares / np.sum((y - y.mean()) ** 2))
    assert min(on_all) > 0.2
    assert np.mean(on_all) > 0.4
    assert np.mean(inside) < 0
    w, b = Data(X[:, :49], y).best()
    assert np.allclose(X[:, :49] @ w + b, y)


def sigmoid(score: Array) -> Array:
    """The probability."""
    return np.asarray(1 / (1 + np.exp(-score)))


@states("logistic-gradient")
def _(question: Question) -> None:
    some, w = data(), np.array([0.3, -0.2, 0.1])
    X, n, y = some.X, some.n, (some.y > np.median(some.y)).astype(float)

    def cross_entropy(w: Array) -> float:
        p = sigmoid(X @ w)
        return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))

    named = {"X": X, "y": y, "n": n, "p": sigmoid(X @ w)}
    found = [eval(choice.text, {}, named) for choice in question.choices]
    asked = slopes(cross_entropy, w)
    assert [np.allclose(one, asked, rtol=1e-4) for one in found] == [c.right for c in question.choices]
    squared = slopes(lambda w: float(np.mean((sigmoid(X @ w) - y) ** 2)), w)
    assert np.allclose(2 * found[0], squared, rtol=1e-4)
    assert np.allclose(found[2], -asked, rtol=1e-4)


@states("line-through-labels")
def _(question: Question) -> None:
    x = np.array([-3.0, -2, -1, 1, 2, 3])
    y = np.array([0.0, 0, 0, 1, 1, 1])

    def threshold(x: Array, y: Array) -> float:
        w, b = Data(x[:, None], y).best()
        return float((0.5 - b) / w[0])

    assert threshold(x, y) == pytest.approx(0)
    far = np.append(x, [60.0, 80.0]), np.append(y, [1.0, 1.0])
    assert threshold(*far) < -1 or threshold(*far) > 1
    w, b = 0.0, 0.0
    for _ in range(3_000):
        p = sigmoid(np.clip(w * far[0] + b, -30, 30))
        w, b = w - 0.01 * float(np.mean((p - far[1]) * far[0])), b - 0.01 * float(np.mean(p - far[1]))
    assert -1 < -b / w < 1
    assert (3 - 1) ** 2 == 4
    assert np.log(1 + np.exp(-w * 60)) < 1e-9
    scores = Data(far[0][:, None], far[1]).best()
    predicted = far[0] * scores[0][0] + scores[1]
    assert predicted.max() > 1


@states("back-from-logs")
def _(question: Question) -> None:
    given(question, "a deviation of 1")
    random = np.random.default_rng(7)
    x = random.uniform(0, 1, 400_000)
    logs = 0.5 * x + random.normal(size=400_000)
    w, b = Data(x[:, None], logs).best()
    near = abs(x - 0.5) < 0.1
    predicted = np.exp(w[0] * 0.5 + b)
    y = np.exp(logs[near])
    assert np.median(y) == pytest.approx(predicted, rel=0.02)
    assert y.mean() / predicted == pytest.approx(np.exp(1 / 2), rel=0.03)
    assert right(question) == f"It is {np.exp(1 / 2):.2f} times too small."
    offered(question, f"It is {np.exp(1):.2f} times too small.", f"It is {np.exp(1):.2f} times too large.")
