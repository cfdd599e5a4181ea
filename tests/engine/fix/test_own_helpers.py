"""The learner's helpers stay: a fix changes one token in a helper, or the use of its result."""

from itertools import islice

import pytest

from grader.engine.fix.candidates import candidates
from grader.engine.fix.needless import NEEDLESS
from grader.engine.fix.text import changes_between
from grader.kata import find_kata
from tests.helpers import labels

FIRST = 40
SUMMED = """    def compute_gradients(self, X, y, y_hat):
        n, d = X.shape
        dw, db = np.zeros(d), 0.0
        for k in range(n):
            dw += X[k] * (y_hat[k] - y[k])
            db += y_hat[k] - y[k]
        return dw, db
"""
AT_ONCE = """    def compute_gradients(self, X, y, y_hat):
        n, d = X.shape
        dw, db = np.zeros(d), 0.0
        dw = X.T @ (y_hat - y)
        db = np.sum(y_hat - y)
        return dw, db
"""
TOTAL = "    def fit(self, X):\n        losses, total = [], 0.0\n        for k in range(9):\n            {}\n"


def first_texts(name: str) -> list[list[str]]:
    """The code that each of the first candidates inserts in a labelled file, by its own mark."""
    declared = find_kata("linear_regression").declaration
    (found,) = (one for one in labels.labelled("wrong") if one.name == f"wrong/{name}")
    text, mistake = found.raw.decode(), next(iter(found.slots[0]))
    step = "fit" if name.endswith("in_fit") else declared.catalogue()[mistake].step or "gradients"
    lines = list(found.marks[:1])
    some = islice(candidates(declared, text, step, lines, {mistake: lines[0]}), FIRST)
    return [[change.text.strip() for change in changes_between(text, new)] for new in some]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        # One token in a helper or in another class.
        ("raises__shape_called", "rows = X.shape[0]"),
        # Change the use of a right helper: as it is used elsewhere, or as its name says.
        ("loss_sign_flipped__score_to_maximise", "return -negative_mse(y, y_hat)"),
        ("predict_ignores_bias__switch_read_backwards", "if self.offset:"),
    ],
)  # fmt: skip
def test_the_first_candidates_keep_what_the_learner_has_built(name: str, right: str) -> None:
    assert [right] in first_texts(name)


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        (SUMMED, AT_ONCE, "        dw, db = np.zeros(d), 0.0\n"),
        (TOTAL.format("total += k"), TOTAL.format("total = k"), ", total = [], 0.0"),
    ],
)
def test_code_that_a_fix_makes_unused_is_removed(before: str, after: str, gone: str) -> None:
    head = "import numpy as np\n\n\nclass LinearRegression:\n"
    texts = [text for find in NEEDLESS for text in find(head + before, head + after)]
    assert any(gone not in text for text in texts)
