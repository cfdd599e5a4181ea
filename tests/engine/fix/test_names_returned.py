"""Names that tell which part of a result they hold keep their places."""

from grader.engine.fix.candidates import candidates
from grader.engine.fix.edits.true_names import in_order
from grader.kata import find_kata

SWAPPED = """
import numpy as np

class LinearRegression:
    def compute_gradients(self, X, y, y_hat):
        dj_dw = 2 * np.mean(y_hat - y)
        dj_db = 2 * X.T @ (y_hat - y) / len(y)
        return dj_dw, dj_db
"""


def test_names_tell_the_parts_of_a_result_by_their_ends() -> None:
    assert in_order(["dj_db", "dj_dw"], ["dw", "db"]) == ["dj_dw", "dj_db"]
    assert in_order(["grad_b", "grad_w"], ["dw", "db"]) == ["grad_w", "grad_b"]
    assert in_order(["first", "second"], ["dw", "db"]) == ["first", "second"]
    assert in_order(["one"], []) == ["one"]


def test_values_are_exchanged_before_names_that_are_in_order() -> None:
    tried = list(candidates(find_kata("linear_regression").declaration, SWAPPED, "gradients", [6]))
    named = SWAPPED.replace("return dj_dw, dj_db", "return dj_db, dj_dw")
    values = "2 * np.mean(y_hat - y)", "2 * X.T @ (y_hat - y) / len(y)"
    exchanged = SWAPPED.replace(values[0], "@").replace(values[1], values[0]).replace("@\n", values[1] + "\n")
    assert exchanged in tried
    assert tried.index(exchanged) < tried.index(named)
