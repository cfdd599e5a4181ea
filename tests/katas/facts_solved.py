"""Compute what the questions of the exercise on the normal equation state."""

from functools import partial
from typing import Any

import numpy as np
import pytest

from grader.practice.questions import Question

from . import facts
from .facts import Array, Data, data, given, right, slopes, with_ones

states = partial(facts.states, exercise="normal_equation")


def solution(A: Array, y: Array) -> Array:
    """The least-squares solution with the smallest norm."""
    found: Array = np.linalg.lstsq(A, y, rcond=None)[0]
    return found


@states("zero-gradient")
def _(question: Question) -> None:
    some = data()
    A, y = with_ones(some.X), some.y
    theta = solution(A, y)
    named: dict[str, Any] = {"A": A, "y": y, "d": 3, "theta": theta, "np": np}
    assert np.allclose(slopes(lambda t: np.sum((A @ t - y) ** 2), theta), 0, atol=1e-4)
    fits = {}
    for choice in question.choices:
        left, _, told = choice.text.partition(" = ")
        try:
            fits[choice.text] = np.allclose(eval(left, named), eval(told, named))
        except ValueError:
            fits[choice.text] = False
    assert [text for text, fit in fits.items() if fit] == [right(question)]


@states("why-minimum")
def _(question: Question) -> None:
    A = with_ones(data().X)
    directions = np.random.default_rng(7).normal(size=(100, 4))
    for v in directions:
        assert v @ A.T @ A @ v == pytest.approx(np.linalg.norm(A @ v) ** 2)
    opposite = np.c_[[1.0, -1.0, 2.0], [-1.0, 1.0, -2.0]]
    assert (opposite.T @ opposite).min() < 0
    assert np.linalg.eigvalsh(opposite.T @ opposite).min() == pytest.approx(0, abs=1e-9)
    assert np.linalg.eigvalsh([[0.0, 1.0], [1.0, 0.0]]).min() < 0  # Hessian of x * y
    assert 2 + np.cos(np.pi) > 0


@states("another-loss")
def _(question: Question) -> None:
    some = data()
    A, y, S = with_ones(some.X), some.y, np.linspace(0.1, 3.0, some.n)

    def is_affine(loss: object) -> bool:
        at = [slopes(loss, t) for t in (np.zeros(4), np.full(4, 0.5), np.ones(4))]  # type: ignore[arg-type]
        return np.allclose(at[0] + at[2], 2 * at[1], rtol=1e-3, atol=1e-2)

    losses = (
        lambda t: np.sum(S * (A @ t - y) ** 2),
        lambda t: np.sum(np.abs(A @ t - y)),
        lambda t: np.sum((A @ t - y) ** 4) / 1e3,
        lambda t: np.sum(np.log1p(np.exp(A @ t)) - (y > 9) * (A @ t)),
    )
    linear = [is_affine(loss) for loss in losses]
    assert linear == [choice.right for choice in question.choices] == [True, False, False, False]
    theta = np.linalg.solve(A.T @ (S[:, None] * A), A.T @ (S * y))
    assert np.allclose(slopes(losses[0], theta), 0, atol=1e-3)


@states("which-end")
def _(question: Question) -> None:
    some = data()
    named: dict[str, Any] = {"np": np, "X": some.X, "y": some.y, "n": some.n}
    exec(question.code, named)
    best = some.best()
    for choice in question.choices:
        exec(choice.text, named)
        same = np.allclose(named["w"], best[0]) and np.isclose(named["b"], best[1])
        assert bool(same) == choice.right, choice.text


@states("centre-y")
def _(question: Question) -> None:
    some = data()
    named: dict[str, Any] = {"np": np, "X": some.X, "y": some.y}
    exec(question.code, named)
    w, b = some.best()
    assert np.allclose(named["w"], w)
    assert b == pytest.approx(np.mean(some.y) - some.X.mean(axis=0) @ w)
    assert abs(np.mean(some.y)) > 1
    exec(question.code, named | {"y": some.y + 1_000})
    centred = some.X - some.X.mean(axis=0)
    assert np.allclose(centred.T @ some.y, centred.T @ (some.y + 1_000))


@states("shifted-targets")
def _(question: Question) -> None:
    some = data()
    (w, b), (v, c) = some.best(), Data(some.X, some.y + 7).best()
    assert np.allclose(v, w)
    assert c - b == pytest.approx(7)
    assert "b grows by 7" in right(question)
    assert not np.allclose(solution(some.X, some.y), solution(some.X, some.y + 7))


@states("all-categories")
def _(question: Question) -> None:
    dummies = np.eye(3)[np.arange(30) % 3]
    A = with_ones(dummies)
    assert np.allclose(dummies.sum(axis=1), 1)
    assert right(question).startswith(f"{np.linalg.matrix_rank(A)}:")
    assert np.linalg.matrix_rank(A[:, 1:]) == 3
    assert np.linalg.matrix_rank(with_ones(np.eye(3)[np.arange(30) % 2])) == 2
    assert np.allclose(dummies.T @ dummies, 10 * np.eye(3))


@states("which-minimiser")
def _(question: Question) -> None:
    x = np.random.default_rng(7).normal(size=20)
    y = 6 * x
    assert solution(x[:, None], y) == pytest.approx(6)
    found = solution(np.c_[x, x], y)
    assert found == pytest.approx([3, 3])
    assert right(question).startswith("3 and 3")
    assert 3**2 + 3**2 == 18 < 6**2


@states("solve-singular")
def _(question: Question) -> None:
    raised = noise = 0
    for seed in range(40):
        X = np.random.default_rng(seed).normal(size=(20, 3))
        y = X @ np.ones(3) + 1
        zeros, total = X.copy(), np.c_[X, X.sum(axis=1)]
        zeros[:, 1] = 0
        with pytest.raises(np.linalg.LinAlgError):
            np.linalg.solve(with_ones(zeros).T @ with_ones(zeros), with_ones(zeros).T @ y)
        A = with_ones(total)
        try:
            theta = np.linalg.solve(A.T @ A, A.T @ y)
        except np.linalg.LinAlgError:
            raised += 1
        else:
            assert np.isfinite(theta).all()
            noise += not np.allclose(theta, solution(A, y))
    assert noise > 30 > raised


@states("with-qr")
def _(question: Question) -> None:
    some = data()
    named: dict[str, Any] = {"np": np, "A": with_ones(some.X), "y": some.y}
    exec(question.code, named)
    best, fits = np.append(*some.best()), []
    for choice in question.choices:
        try:
            exec(choice.text, named)
            fits.append(np.allclose(named["theta"], best))
        except ValueError:
            fits.append(False)
    assert fits == [choice.right for choice in question.choices]
    Q, R = np.linalg.qr(named["A"])
    assert np.linalg.cond(R) == pytest.approx(np.linalg.cond(named["A"]))
    assert np.allclose(Q.T @ Q, np.eye(4))


@states("in-blocks")
def _(question: Question) -> None:
    some = data(60)
    A, y = with_ones(some.X), some.y
    blocks = [slice(0, 7), slice(7, 30), slice(30, 60)]
    gram = sum(A[block].T @ A[block] for block in blocks)
    moment = sum(A[block].T @ y[block] for block in blocks)
    theta = solution(A, y)
    assert np.allclose(np.linalg.solve(gram, moment), theta)
    average = np.mean([solution(A[block], y[block]) for block in blocks], axis=0)
    assert not np.allclose(average, theta, rtol=1e-2)


@states("cost-of-parts")
def _(question: Question) -> None:
    given(question, "n is 1,000,000 and d is 100")
    n, d = 1_000_000, 100
    costs = {"A.T @ A": n * d**2, "A.T @ y": n * d, "solving": d**3}
    assert max(costs, key=lambda part: costs[part]) in right(question)
    assert list(costs.values()) == [1e10, 1e8, 1e6]
    A = np.zeros((5, 2))
    assert A.T.base is A
