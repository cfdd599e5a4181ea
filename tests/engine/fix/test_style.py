"""A fix multiplies matrices as the rest of the file does."""

import pytest

from grader.engine.fix.tidy.style import with_their_product

FILE = "def f(X, w, e, n):\n    a = {}\n    return {}\n"


@pytest.mark.parametrize(
    ("own", "new", "written"),
    [
        ("np.dot(X, w)", "X @ w", "np.dot(X, w)"),
        ("np.dot(X, w)", "2 / n * (X.T @ (e - w))", "2 / n * np.dot(X.T, e - w)"),
        ("X.dot(w)", "X @ w + n", "X.dot(w) + n"),
        ("X.dot(w)", "(X - n) @ w", "(X - n).dot(w)"),
        ("X.dot(w)", "A @ B @ w", "A.dot(B).dot(w)"),
        ("X @ w", "e @ X", "e @ X"),
        ("np.matmul(X, w)", "e @ X", "e @ X"),
    ],
)
def test_product(own: str, new: str, written: str) -> None:
    source = FILE.format(own, "n")
    assert with_their_product(source, FILE.format(own, new)) == FILE.format(own, written)


def test_file_that_does_not_parse_keeps_its_fix() -> None:
    assert with_their_product("x.dot(y", "x.dot(y)\nx @ y\n") == "x.dot(y)\nx @ y\n"
