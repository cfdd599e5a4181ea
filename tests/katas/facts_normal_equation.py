"""Compute what the questions on the normal equation state."""

from collections.abc import Callable

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import Array, Data, data, given, right, states, with_ones


def solved(X: Array, y: Array) -> Array:
    """The solution of the normal equation."""
    found: Array = np.linalg.solve(X.T @ X, X.T @ y)
    return found


def matrix_with(singular: list[float]) -> Array:
    """A matrix with 30 rows and these singular values."""
    random = np.random.default_rng(7)
    left = np.linalg.qr(random.normal(size=(30, len(singular))))[0]
    turned = np.linalg.qr(random.normal(size=(len(singular), len(singular))))[0]
    found: Array = left @ np.diag(singular) @ turned
    return found


@states("when-normal-equation")
def _(question: Question) -> None:
    some = data()
    w = solved(with_ones(some.X), some.y)
    assert np.allclose(w, np.append(*some.best()))
    d = 100_000
    assert d**3 == 10**15
    assert d * d * 8 == 80 * 10**9


@states("cost-in-epochs")
def _(question: Question) -> None:
    n, d = 1_000_000, 10
    epoch, closed = n * d, n * d**2 + d**3
    given(question, f"n is {n:,} and d is {d}.", "n * d ** 2 + d ** 3")
    assert right(question) == f"About {round(closed / epoch)}"
    why = question.choices[question.right].why
    assert f"{closed:,} against {epoch:,} operations" in why


@states("features-doubled")
def _(question: Question) -> None:
    n, d = 10**6, 20

    def cost(d: int) -> int:
        return n * d**2 + d**3

    assert cost(2 * d) / cost(d) == pytest.approx(4, rel=1e-3)
    assert "an epoch takes twice" in right(question).lower()
    assert "normal equation four times" in right(question)
    assert (2 * d) ** 3 / d**3 == 8


@states("feature-twice")
def _(question: Question) -> None:
    metres = data(d=1).X[:, 0]
    X, y = np.c_[metres, 100 * metres], 3 * metres
    assert np.linalg.matrix_rank(X.T @ X) == 1
    for one, other in ((3.0, 0.0), (0.0, 0.03), (-97.0, 1.0)):
        assert np.allclose(X @ [one, other], y)
    shortest = np.linalg.lstsq(X, y, rcond=None)[0]
    w, _, losses = Data(X, y).descend(0.2 / float(np.mean((100 * metres) ** 2)), 200, bias=False)
    assert np.allclose(w, shortest)
    assert losses[-1] < 1e-9


@states("fewer-samples")
def _(question: Question) -> None:
    given(question, "n is 5, d is 8")
    for seed in range(5):
        X = np.random.default_rng(seed).normal(size=(5, 8))
        rank = np.linalg.matrix_rank(X.T @ X)
        assert f"at most {rank}" in right(question)
        assert np.linalg.matrix_rank(X.T @ X + 0.1 * np.eye(8)) == 8
        assert X.shape[1] - rank == 3
        v = np.linalg.svd(X)[2][-1]
        assert np.linalg.norm(v) == pytest.approx(1)
        assert v @ X.T @ X @ v == pytest.approx(0, abs=1e-20)


@states("inverse-or-solve")
def _(question: Question) -> None:
    random = np.random.default_rng(7)
    X = matrix_with([10.0**-power for power in range(6)])
    A, residuals, errors = X.T @ X, [], []
    for _ in range(50):
        w = random.normal(size=6)
        c = A @ w
        both = np.linalg.solve(A, c), np.linalg.inv(A) @ c
        residuals.append([np.linalg.norm(A @ found - c) for found in both])
        errors.append([np.linalg.norm(found - w) for found in both])
    by_solve, by_inverse = np.median(residuals, axis=0)
    assert by_inverse > 1_000 * by_solve
    outright, after = np.median(errors, axis=0)
    assert after < 20 * outright
    for act in (lambda A: np.linalg.solve(A, np.ones(len(A))), np.linalg.inv):
        with pytest.raises(np.linalg.LinAlgError):
            act(np.ones((2, 2)))
        assert 0.02 < share_refused(act) < 0.5
    skew = np.array([[1.0, 2.0], [0.0, 1.0]])
    assert np.allclose(np.linalg.inv(skew) @ skew, np.eye(2))


def share_refused(act: Callable[[Array], object]) -> float:
    """The fraction of 300 singular matrices X.T @ X of random data for which `act` raises LinAlgError."""
    random, refused = np.random.default_rng(7), 0
    for _ in range(300):
        X = random.normal(size=(20, 4))
        X = np.c_[X, X @ random.normal(size=4)]
        try:
            act(X.T @ X)
        except np.linalg.LinAlgError:
            refused += 1
    return refused / 300


@states("no-bias")
def _(question: Question) -> None:
    some = data()
    w, b = some.best()
    alone = solved(some.X, some.y)
    assert np.allclose(solved(np.c_[some.X, np.ones(some.n)], some.y), np.append(w, b))
    assert b == pytest.approx(np.mean(some.y) - some.X.mean(axis=0) @ w)
    assert not np.allclose(alone, w, rtol=0.1)
    after = float(np.mean(some.y - some.X @ alone))
    assert some.loss(w, b) < some.loss(alone, after) < some.loss(alone)
    centred = Data(some.X - some.X.mean(axis=0), some.y)
    assert centred.best()[1] == pytest.approx(np.mean(some.y))


@states("condition-squared")
def _(question: Question) -> None:
    given(question, "The condition number of X is 1e5.")
    X = matrix_with([1e5, 100.0, 1.0])
    assert np.linalg.cond(X) == pytest.approx(1e5, rel=1e-6)
    assert np.linalg.cond(X.T @ X) == pytest.approx(float(right(question)), rel=1e-3)
    y = X @ np.ones(3)
    lost = np.linalg.norm(np.linalg.lstsq(X, y, rcond=None)[0] - 1)
    assert lost < 1e-9
    assert np.linalg.norm(solved(X, y) - 1) > 10 * lost


@states("orthogonal")
def _(question: Question) -> None:
    some = data()
    w, b = some.best()
    residuals = some.y - some.X @ w - b
    assert np.allclose(with_ones(some.X).T @ residuals, 0)
    assert residuals @ some.y == pytest.approx(residuals @ residuals)
    assert residuals @ some.y > 1
    assert residuals @ (some.X @ w + b) == pytest.approx(0, abs=1e-9)
    assert abs(residuals).min() > 0
    uneven = Data(some.X, some.X @ w + np.where(np.arange(50) % 5, -1.0, 4.0))
    w, b = uneven.best()
    assert np.sum(uneven.y - uneven.X @ w - b > 0) < 20


@states("fit-again")
def _(question: Question) -> None:
    some = data()
    X = with_ones(some.X)
    H = X @ np.linalg.inv(X.T @ X) @ X.T
    y_hat = H @ some.y
    w, b = Data(some.X, y_hat).best()
    assert np.allclose(some.X @ w + b, y_hat)
    assert np.allclose(np.append(w, b), np.append(*some.best()))
    assert np.allclose(H @ H, H)
    assert y_hat.std() < some.y.std()


@states("trace")
def _(question: Question) -> None:
    X = np.random.default_rng(7).normal(size=(100, 5))
    given(question, f"X is {X.shape}")
    H = X @ np.linalg.inv(X.T @ X) @ X.T
    assert np.allclose(H @ np.ones(100), X @ solved(X, np.ones(100)))
    assert right(question) == f"{np.trace(H):.0f}"
    offers = {f"{np.trace(np.eye(100)):.0f}", f"{np.trace(np.eye(100) - H):.0f}"}
    assert offers <= {choice.text for choice in question.choices}
    assert not np.allclose(H.sum(axis=1), 1, atol=0.1)
