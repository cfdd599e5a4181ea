"""Compute what the questions on the path of gradient descent state."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Data, data, given, right, slopes, states

EPOCHS = 1_000


def with_curvature(largest: float, n: int) -> Data:
    """Data with two features whose X.T @ X has this largest eigenvalue; w = ones without a bias is best."""
    X = np.zeros((n, 2))
    X[0, 0], X[1, 1] = np.sqrt(largest), np.sqrt(largest / 7)
    return Data(X, X @ np.ones(2))


@states("zero-start")
def _(question: Question) -> None:
    some = data()
    dw, _ = some.gradient(np.zeros(3))
    assert np.allclose(dw, -2 / some.n * some.X.T @ some.y)
    assert abs(dw).min() > 0.1
    w, b, _ = some.descend(0.1, 5_000)
    assert np.allclose(np.append(w, b), np.append(*some.best()))
    for start in (0.0, 0.3):
        assert hidden_units_stay_alike(some, start)


def hidden_units_stay_alike(some: Data, start: float) -> bool:
    """True if four hidden units of a network that start with equal weights still have them after training."""
    inner, outer = np.full((3, 4), start), np.full(4, start)
    for _ in range(50):
        hidden = np.tanh(some.X @ inner)
        error = hidden @ outer - some.y
        by_outer = 2 / some.n * hidden.T @ error
        by_inner = 2 / some.n * some.X.T @ (np.outer(error, outer) * (1 - hidden**2))
        inner, outer = inner - 0.01 * by_inner, outer - 0.01 * by_outer
    return np.allclose(inner, inner[:, :1]) and np.allclose(outer, outer[0])


@states("too-large")
def _(question: Question) -> None:
    one = Data(np.ones((1, 1)), np.array([2.0]))  # L = 2
    _, _, losses = one.descend(2.5 / 2, 4, bias=False)
    given(question, ", ".join(f"{loss:.4g}" for loss in losses))
    _, _, losses = one.descend(2.5 / 2 / 3, 4, bias=False)
    assert losses == sorted(losses, reverse=True)


@states("too-small")
def _(question: Question) -> None:
    one = Data(np.full((1, 1), np.sqrt(0.5)), np.array([np.sqrt(10.0)]))  # L = 1
    _, _, losses = one.descend(1e-6, EPOCHS + 1, bias=False)
    given(question, f"from {losses[0]:.2f} to {losses[-1]:.2f} in {EPOCHS:,} epochs", "lr = 1e-6")
    assert losses[0] - losses[1] == pytest.approx(losses[-2] - losses[-1], rel=0.01)
    _, _, larger = one.descend(1e-3, 2, bias=False)
    assert larger[1] == pytest.approx(losses[-1], rel=1e-4)


@states("divergence-bound")
def _(question: Question) -> None:
    largest, n = 500.0, 100
    given(question, f"n is {n}, the largest eigenvalue of X.T @ X is {largest:g}")
    some = with_curvature(largest, n)
    L = np.linalg.eigvalsh(2 / n * some.X.T @ some.X).max()
    assert round(L, 9) == 10
    assert right(question) == f"0 < lr < {2 / L:g}"
    for factor, converges in ((0.99, True), (1.01, False), (-0.01, False)):
        _, _, losses = some.descend(factor * 2 / L, 2_000, bias=False)
        assert (losses[-1] < 1e-9) == converges
    wrong = {f"0 < lr < {limit:g}" for limit in (2 / largest, 1 / L, 2 / (L / 2))}
    assert wrong == {choice.text for choice in question.choices if not choice.right}


@states("convexity")
def _(question: Question) -> None:
    some = data()
    for X in (some.X, np.c_[some.X, some.X**2]):
        assert np.linalg.eigvalsh(2 / some.n * X.T @ X).min() >= -1e-12
    hessian = np.array(
        [slopes(lambda w, i=i: float(some.gradient(w)[0][i]), np.ones(3)) for i in range(3)]  # type: ignore[misc]
    )
    assert np.allclose(hessian, 2 / some.n * some.X.T @ some.X, rtol=1e-5)


@states("stopping-rule")
def _(question: Question) -> None:
    some, lr = data(), 1e-11
    w, b, losses = some.descend(lr, 2)
    assert losses[0] - losses[1] < 1e-6
    assert abs(w).max() < 1e-6
    before, after = (np.linalg.norm(np.append(*some.gradient(*at))) for at in ((np.zeros(3), 0.0), (w, b)))
    assert after > 0.999 * before
    assert losses[0] - losses[1] == pytest.approx(lr * before**2, rel=0.01)
    w, b, _ = some.descend(0.1, 5_000)
    assert np.linalg.norm(np.append(*some.gradient(w, b))) < before / 1_000
    scales = np.array([1.0, 1_000.0])
    X = np.random.default_rng(7).uniform(0, scales, (200, 2))
    raw = Data(X, X @ (10 / scales) + 1)
    L = np.linalg.eigvalsh(2 / raw.n * np.c_[X, np.ones(raw.n)].T @ np.c_[X, np.ones(raw.n)]).max()
    w, b, _ = raw.descend(1 / L, 1)
    norms = [np.linalg.norm(np.append(*raw.gradient(*at))) for at in ((np.zeros(2), 0.0), (w, b))]
    assert norms[1] < norms[0] / 1_000
    assert raw.loss(w, b) > 1 > 1e6 * raw.loss(*raw.best())


@states("mini-batch")
def _(question: Question) -> None:
    some, random = data(320), np.random.default_rng(7)
    w, b = some.best()
    order = random.permutation(some.n).reshape(-1, 32)
    each = [Data(some.X[rows], some.y[rows]).gradient(np.ones(3))[0] for rows in order]
    assert np.allclose(np.mean(each, axis=0), some.gradient(np.ones(3))[0])
    at, far = np.append(w, b), []
    for _ in range(400):
        rows = random.choice(some.n, 32, replace=False)
        dw, db = Data(some.X[rows], some.y[rows]).gradient(at[:-1], at[-1])
        at = at - 0.05 * np.append(dw, db)
        far.append(np.linalg.norm(at - np.append(w, b)))
    assert 1e-3 < np.median(far[-100:]) < 0.3


@states("mini-batch-epoch")
def _(question: Question) -> None:
    n, batch, d = 10_000, 100, 7
    given(question, f"n is {n:,}", f"mini-batches of {batch} ")
    updates = n // batch
    assert right(question).startswith(f"{updates} updates, about as many")
    assert updates * (batch * d) == n * d


@states("two-losses")
def _(question: Question) -> None:
    some = data(200, 2)
    some.X[:, 1] *= 0.04
    minimum = some.loss(*some.best())
    w, b, losses = some.descend(0.05, EPOCHS)
    assert losses[-1] > 1.5 * minimum
    assert np.linalg.norm(np.append(*some.gradient(w, b))) > 1e-3
    scaled = Data((some.X - some.X.mean(axis=0)) / some.X.std(axis=0), some.y)
    assert scaled.descend(0.05, EPOCHS)[2][-1] == pytest.approx(minimum, rel=1e-10)
    assert some.descend(0.05, 40 * EPOCHS)[2][-1] == pytest.approx(minimum, rel=1e-3)


@states("noise-floor")
def _(question: Question) -> None:
    random = np.random.RandomState(42)
    X = random.randn(200, 3)
    given(question, "a standard deviation of 0.1.", "levels off at 0.01")
    some = Data(X, X @ [2.0, -1.0, 0.5] + 3.0 + random.randn(200) * 0.1)
    assert right(question).endswith("0.01 is the variance of the noise, 0.1 squared.")
    least = some.loss(*some.best())
    assert least == pytest.approx(0.1**2, rel=0.1)
    assert some.descend(0.1, EPOCHS)[2][-1] == pytest.approx(least)


@states("momentum-steps")
def _(question: Question) -> None:
    named = {"v": 0.0, "g": 2.0, "lr": 0.1, "w": 0.0}
    lengths = []
    for _ in range(300):
        before = named["w"]
        exec(question.code, {}, named)
        lengths.append((before - named["w"]) / (named["lr"] * named["g"]))
    assert right(question) == f"{lengths[-1]:.0f} times as long"
    assert lengths[:3] == pytest.approx([1, 1.9, 1.9 + 0.81])
    average = 0.0
    for _ in range(300):
        average = 0.9 * average + 0.1 * named["g"]
    assert average == pytest.approx(named["g"])


def epochs_with_momentum(eigenvalues: list[float], lr: float, kept: float, most: int = 1_500) -> int:
    """The epochs until the distance in each direction stays below a millionth of the start; or `most`."""
    far = np.array([1e6])
    for L in eigenvalues:
        step = np.array([[1 - lr * L, -lr * kept], [L, kept]])  # for (distance, velocity)
        powers, at = [], np.array([1.0, 0.0])
        for _ in range(most):
            powers.append(abs(at[0]))
            at = step @ at if abs(at[0]) < 1e6 else at
        away = np.flatnonzero(np.array(powers) >= 1e-6)
        far = np.append(far, away[-1] + 1)
    return int(far[1:].max())


@states("momentum-valley")
def _(question: Question) -> None:
    def best(eigenvalues: list[float], kept: float) -> int:
        rates = np.linspace(0.2, 3.4, 33) / max(eigenvalues)
        return min(epochs_with_momentum(eigenvalues, lr, kept) for lr in rates)

    valley, round_ = [100.0, 1.0], [1.0]
    assert 1_000 > best(valley, 0.0) > 4 * best(valley, 0.7)
    assert best(round_, 0.0) < 5 < best(round_, 0.7)
    for condition in (25.0, 100.0, 400.0):
        kept = (1 - 2 / (np.sqrt(condition) + 1)) ** 2  # the best momentum for it
        lr = (1 + np.sqrt(kept)) ** 2 / condition
        epochs = epochs_with_momentum([condition, 1.0], lr, kept)
        assert epochs / np.sqrt(condition) == pytest.approx(10, rel=0.3)
    for factor, converges in ((3.79, True), (3.81, False)):
        assert (epochs_with_momentum([1.0], factor, 0.9) < 1_500) == converges


@states("halved-each-epoch")
def _(question: Question) -> None:
    given(question, "curvature is 1", "lr is 0.1 in the first epoch and is halved")
    rates = 0.1 * 0.5 ** np.arange(60)
    left = np.prod(1 - rates)
    assert rates.sum() == pytest.approx(0.2)
    assert f"{left:.2f}." in question.choices[question.right].why
    assert 1 - left == pytest.approx(1 / 5, abs=0.02)
    assert rates[:3] == pytest.approx([0.1, 0.05, 0.025])
    assert np.prod(1 - 0.1 / np.arange(1, 10**6)) < 0.3


@states("early-stopping")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    X = random.normal(size=(100, 6)) * [5.0, 3, 1, 0.5, 0.2, 0.1]
    some = Data(X, X @ np.ones(6) + random.normal(size=100))
    _, s, turned = np.linalg.svd(X, full_matrices=False)
    least = turned @ np.linalg.lstsq(X, some.y, rcond=None)[0]
    L, lr, k = 2 / 100 * s**2, 0.01, 20
    w, _, _ = some.descend(lr, k, bias=False)
    share = turned @ w / least
    assert np.allclose(share, 1 - (1 - lr * L) ** k)
    assert share[0] > 0.99
    assert share[-1] < 0.05
    assert (
        min(abs(share - s**2 / (s**2 + lam)).max() for lam in np.logspace(0, 4, 100)) < 0.15
    )  # some penalty keeps nearly the same shares
    first, _, _ = some.descend(lr, 1, bias=False)
    assert np.all(first != 0)
