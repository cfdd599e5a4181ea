"""The mistakes that are possible in every exercise, with this exercise's additions to their hints."""

from collections.abc import Iterable
from dataclasses import replace

from ....catalogue import Mistake
from ....engine.declaration import common_mistakes
from ....engine.declaration.common_mistakes import Words

_RIGHT = (
    "y_hat = X @ w + b\n"
    "error = y_hat - y\n"
    "loss = np.mean(error ** 2)\n"
    "dw, db = 2 / n * (X.T @ error), 2 / n * np.sum(error)"
)
_METHODS = (
    "def predict(self, X)",
    "def compute_loss(self, y_hat, y)",
    "def compute_gradients(self, X, y, y_hat)",
    "def fit(self, X, y, lr=0.01, epochs=1000)",
)
_SIGNATURES = "class LinearRegression:\n" + "\n".join(f"    {method}: ..." for method in _METHODS)
WORDS = Words("LinearRegression", _SIGNATURES, _RIGHT, "X, y and y_hat")

EXPLAINED = {
    "too-much-memory": "The code asks for more memory than it may use. Besides X, of shape (n, d), nothing"
    " larger than n or d numbers is needed, and the history has one number per epoch.",
    "mutates-input": "The call writes into an array of its caller: X, y or y_hat holds other numbers"
    " afterwards. Whatever the caller computes from it next is wrong, and the cause is hard to find.",
    "not-finite": "The result has NaN or infinity where the right answer is an ordinary number. Usual causes"
    " are a division by zero, the log or root of a negative number, the mean of an empty array, or steps"
    " that grow without limit. From there it spreads to everything.",
}
ALSO_EXPLAINED = {
    "raises": " The task allows X of shape (n, d) and y of shape (n,), both floats or integers, and lr and"
    " epochs of 0 or more.",
}
CORRECTED = {
    "class-missing": "class LinearRegression:  # at the left margin, outside any function or `if`\n"
    "    def __init__(self, n_features): ...",
    "wrong-signature": "\n".join(("def __init__(self, n_features)", *_METHODS)),
    "forbidden-library": "import numpy as np  # the only import that is needed; plots go into another file",
    "raises": "y_hat = X @ self.w + self.b  # attributes of the model need self.; (n, d) @ (d,) -> (n,)\n"
    "error = y_hat - y  # (n,) - (n,) -> (n,)\n"
    "squares = error ** 2  # a power is **; ^ is for bits\n"
    "sums = X.T @ error  # (d, n) @ (n,) -> (d,); print(X.shape, error.shape) shows the shapes",
    "times-out": "for epoch in range(epochs):  # ends by itself; a `while` needs a step that makes its"
    " condition false\n    ...",
    "too-much-memory": "y_hat = X @ w + b  # n numbers\n"
    "error = y_hat - y  # n numbers\n"
    "dw = 2 / n * (X.T @ error)  # d numbers",
    "off-limits": "return losses  # return the results to the caller; use print() to look at them",
    "returns-none": "return X @ self.w + self.b  # predict\nreturn loss  # compute_loss\n"
    "return dw, db  # compute_gradients\nreturn losses  # fit",
    "mutates-input": "error = y_hat - y  # a new array; `y_hat -= y` and `out=y_hat` write into the old one\n"
    "X = X.copy()  # do this first if you want to change it in place",
    "not-finite": "assert np.isfinite(value).all()  # after each line in turn: finds the first one that is"
    " not\nerror = X @ w + b - y\n"
    "w, b = w - lr * 2 / n * (X.T @ error), b - lr * 2 / n * np.sum(error)",
    "quadratic-memory": "error = y_hat - y  # (n,) - (n,) -> (n,)\nloss = np.mean(error ** 2)\n"
    "dw = 2 / n * (X.T @ error)  # (d, n) @ (n,) -> (d,); X @ X.T and np.diag of n entries are (n, n)",
}
_LOOP = {"product": "np.array([sum(row * self.w) for row in X])"}
_SQUARE = {"dw_product": "np.diag(np.outer(signal, np.ones(n))) @ X"}


def _as_here(entries: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """The entries with the hints that this exercise replaces or extends."""
    return tuple(
        replace(
            entry,
            explanation=EXPLAINED.get(entry.id, entry.explanation) + ALSO_EXPLAINED.get(entry.id, ""),
            corrected=CORRECTED.get(entry.id, entry.corrected),
        )
        for entry in entries
    )


LOADING = _as_here(common_mistakes.loading(WORDS))
RUNNING = _as_here(common_mistakes.running(WORDS))
VECTORIZATION = _as_here(common_mistakes.vectorization(WORDS, _LOOP, _SQUARE)[:2])
