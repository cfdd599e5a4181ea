"""A fix keeps what the learner wrote, and removes the code that it makes useless."""

from textwrap import indent
from typing import Any

import pytest

from grader.engine.fix.tidy.leftovers import without_leftovers
from grader.engine.fix.tidy.smallest import smallest

HELPERS = """
def undo(z, shift, scale=1):
    return z * scale + shift


class Model:
    def __init__(self):
        self.w, self.b, self.rate = 5, 7, 3

    def predict(self, x):
        return self.w * x + self.b

    def run(self, x, lr, m=4):
"""


def ran(text: str) -> Any:
    """What `run` in a text returns and the attributes it stores; None if it raises."""
    names: dict[str, Any] = {}
    try:
        exec(text, names)
        model = names["Model"]()
        return model.run(11, 13), vars(model)
    except Exception:
        return None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Keep the learner's spelling:
        ("self.w = self.w - 3 * lr * x", "self.w -= lr * x", "self.w = self.w - lr * x"),
        ("self.w -= 3 * lr * x", "self.w = self.w - lr * x", "self.w -= lr * x"),
        (
            "self.w, self.b = self.w - m * x, self.b - m",
            "self.w -= lr * x\nself.b -= lr",
            "self.w, self.b = self.w - lr * x, self.b - lr",
        ),
        ("d = (6 * m) * sum([x, x])\nreturn d", "d = 6 * lr * sum([x, x])\nreturn d",
         "d = (6 * lr) * sum([x, x])\nreturn d"),
        # Change only the part that is wrong:
        ("return max(sum([x, m]), 0)", "return sum([x, lr])", "return max(sum([x, lr]), 0)"),
        ("return abs(sum([x, m]))", "return sum([x, lr])", "return abs(sum([x, lr]))"),
        ("return undo(x, self.b)", "return x * self.rate + self.b", "return undo(x, self.b, self.rate)"),
        ("return self.predict(x).bit_length()", "return self.w * x + self.b", "return self.predict(x)"),
        ("s = x + m\nself.b = s\nreturn s", "s = x * lr - m\nself.b = s\nreturn x * lr - m",
         "s = x * lr - m\nself.b = s\nreturn s"),
        # Keep a local that is right:
        ("far = x > m\nself.b = max(far, m)\nself.w = 9", "big = x > 2 * m\nself.b = max(big, lr)",
         "far = x > m\nself.b = max(far, lr)"),
        # Leave no code that has no effect:
        ("out = [x]\nout.append(self.predict(x))\nreturn out", "out = [x]\nself.predict(x)\nreturn out",
         "out = [x]\nreturn out"),
        ("if x:\n    lr = lr / 2\nreturn lr", "if x:\n    lr = 1 * lr\nreturn lr", "return lr"),
        ("y = self.predict(x)\nfor k in range(3):\n    self.w -= self.predict(x)\n    self.b -= y",
         "y = self.predict(x)\nfor k in range(3):\n    y = self.predict(x)\n"
         "    self.w -= self.predict(x)\n    self.b -= y",
         "for k in range(3):\n    y = self.predict(x)\n    self.w -= y\n    self.b -= y"),
        ("k, _ = divmod(x, m)\nself.w = k\nreturn k",
         "k, j = divmod(x, m)\nk, _ = divmod(x, m)\nself.w = k + j\nreturn k",
         "k, j = divmod(x, m)\nself.w = k + j\nreturn k"),
        ("k = x * lr\nreturn -k", "k = x * lr\nreturn m - x * lr", "k = x * lr\nreturn m - k"),
        # No second name for one value, no overwritten assignment, no operation that does not change a number:
        ("self.w = x\nreturn self.w", "k = x * lr\nself.w = x\nself.w, self.b = k, m\nreturn self.w",
         "k = x * lr\nself.w, self.b = k, m\nreturn self.w"),
        # A new name is not put into lines that were right:
        ("self.w = x * m + lr\nself.b = (x - m) * 2", "e = x - m\nself.w = lr * e\nself.b = (x - m) * 2",
         "self.w = lr * (x - m)\nself.b = (x - m) * 2"),
        # No unnecessary brackets:
        ("return 2 * (self.predict(x) + lr)", "return 2 * (self.predict(x))", "return 2 * self.predict(x)"),
        ("self.w, self.b = x, lr", "self.w, self.b = (lr, (x - m) * 2)", "self.w, self.b = lr, (x - m) * 2"),
    ],
)  # fmt: skip
def test_a_fix_is_made_smaller(old: str, new: str, expected: str) -> None:
    source, text, wanted = (f"{HELPERS}{indent(body, ' ' * 8)}\n" for body in (old, new, expected))
    assert ran(source) != ran(text) is not None
    assert smallest(source, text, lambda other: ran(other) == ran(text)) == wanted


LEFT = """import functools, math
import operator
from typing import Any, Final

import numpy as np

# How large the first weights are.
SCALE: Final[float] = 5.0

UNUSED = 1


class Model:
    RATE = 0.1

    def __init__(self, n_features):
        self.w = np.zeros(n_features)

    def predict(self, X: Any):
        return X @ self.w

    @staticmethod
    def _sum(values):
        return functools.reduce(operator.add, values)

    def _mean(self, values):
        return self._sum(values) / len(values)

    def loss(self, e):
        return np.mean(e)
"""


def test_only_code_that_the_fix_made_useless_is_removed() -> None:
    before = LEFT.replace("np.zeros(n_features)", "np.full(n_features, SCALE * self.RATE)")
    before = before.replace(
        "return np.mean(e)", "v, k, g = 0.0, 1, e.copy()\n        g[0] = v\n        return self._mean(g) * k"
    )
    after = LEFT.replace(
        "return np.mean(e)", "v, k, g = 0.0, 1, e.copy()\n        g[0] = v\n        return np.mean(e) + k"
    )
    assert (
        without_leftovers(before, after)
        == """import math
from typing import Any

import numpy as np

UNUSED = 1


class Model:
    def __init__(self, n_features):
        self.w = np.zeros(n_features)

    def predict(self, X: Any):
        return X @ self.w

    def loss(self, e):
        k = 1
        return np.mean(e) + k
"""
    )
    assert without_leftovers(after, after) == after
    assert "def _mean" in without_leftovers(before, after, ("_mean",))
