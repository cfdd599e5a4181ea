"""Compute what the questions on vectorization and NumPy's arrays state."""

import numpy as np
import pytest

from grader.practice.questions import Question

from .facts import data, given, offered, right, states


@states("transpose")
def _(question: Question) -> None:
    X, error = np.ones((200, 3)), np.ones(200)
    given(question, f"X is {X.shape} and error is {error.shape}")
    for choice in question.choices:
        if choice.right:
            assert eval(choice.text, {}, {"X": X, "error": error}).shape == (3,)
        else:
            with pytest.raises(ValueError):
                eval(choice.text, {}, {"X": X, "error": error})
    assert (error @ X).shape == (3,)


@states("square-trap")
def _(question: Question) -> None:
    X, error = data(3, 3).X, np.array([1.0, -2.0, 0.5])
    assert (X @ error).shape == (X.T @ error).shape
    assert not np.allclose(sorted(X @ error), sorted(X.T @ error))
    assert np.allclose((X + X.T) @ error, (X + X.T).T @ error)


@states("column-trap")
def _(question: Question) -> None:
    y_hat, y = np.arange(200.0), np.arange(200.0) + 1
    column = y[:, None]
    given(question, f"y_hat is {y_hat.shape}", f"a column, {column.shape}")
    pairs = (y_hat - column) ** 2
    assert f"all {pairs.size:,} pairs" in right(question)
    assert pairs.shape == (200, 200)
    assert np.ndim(np.mean(pairs)) == 0
    assert np.mean((y_hat - y) ** 2) == 1 != np.mean(pairs)
    assert np.mean((y_hat - column.ravel()) ** 2) == np.mean((y_hat - column[:, 0]) ** 2) == 1


@states("shape-of-predict")
def _(question: Question) -> None:
    X, w, b = np.ones((200, 3)), np.ones(3), 0.5
    given(question, f"X is {X.shape}, w is {w.shape}")
    assert right(question) == str((X @ w + b).shape)
    offered(question, str((X @ w[:, None] + b).shape), str((X * w + b).shape))


@states("integer-weights")
def _(question: Question) -> None:
    w, step = np.zeros(3, dtype=int), np.array([0.5, 1.5, -2.5])
    with pytest.raises(TypeError) as raised:
        w -= step
    names = {kind.__name__ for kind in type(raised.value).__mro__}
    assert "UFuncTypeError" in names
    assert "raises UFuncTypeError" in right(question)
    assert (w - step).dtype == np.zeros(3).dtype == np.float64
    w[:] = w - step
    assert w.tolist() == [0, -1, 2]


@states("in-place-update")
def _(question: Question) -> None:
    w = np.zeros(3)
    start, copy = w, w.copy()
    w -= 1
    assert start.tolist() == [-1, -1, -1]
    assert copy.tolist() == [0, 0, 0]
    w = w - 1
    assert start.tolist() == [-1, -1, -1] != w.tolist()


@states("quadratic-memory")
def _(question: Question) -> None:
    n = 10_000
    given(question, f"n is {n:,}", "float64")
    assert right(question) == f"{n * n * np.dtype(np.float64).itemsize // 10**6} MB"
    assert (10 * n) ** 2 * 8 == 80 * 10**9
    offered(question, f"{n * 8 // 1000} kB", f"{n * n // 10**6} MB", f"{n * n * 4 // 10**6} MB")
