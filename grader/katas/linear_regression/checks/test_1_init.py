"""What a new model looks like."""

import numpy as np

from grader.katas.linear_regression import again
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.parts import right_under
from grader.observation import Raised

SIZES = (1, 3, 5, 64)
FLOATS = ("float32", "float64")


def _made(learner: Learner) -> None:
    start = learner.start(3)
    assert start.ended is None, f"LinearRegression(3) did not come back: {start.ended and start.ended.detail}"
    assert start.raised is None, f"LinearRegression(3) raised {start.raised and start.raised.says()}"


def test_a_model_can_be_made(learner: Learner) -> None:
    _made(learner)


def test_the_argument_by_name(learner: Learner) -> None:
    _made(learner)
    raised = learner.start_by_name().raised
    assert raised is None, f"LinearRegression(n_features=3) raised {raised and raised.says()}"


def test_w_and_b_are_there(learner: Learner) -> None:
    _made(learner)
    start = learner.start(3)
    for name, value in (("w", start.w), ("b", start.b)):
        assert value.kind not in ("missing", "none"), f"there is no self.{name} after construction"


def test_w_and_b_can_be_assigned(learner: Learner) -> None:
    test_w_and_b_are_there(learner)
    trouble = learner.unassignable()
    if isinstance(trouble, Raised):
        raise AssertionError(f"assigning w and b raised {trouble.says()}")
    assert trouble is None, f"assigning w and b did not come back: {trouble.detail}"


def test_shape_of_w(learner: Learner) -> None:
    test_w_and_b_are_there(learner)
    for d in SIZES:
        w = learner.start(d).w
        assert w.kind == "array" and w.shape == (d,), f"w is {w.says()}; expected an array of shape ({d},)"


def test_dtype_of_w(learner: Learner) -> None:
    test_w_and_b_are_there(learner)
    w = learner.start(3).w
    name = np.dtype(w.dtype).name if w.dtype else w.type
    assert name in FLOATS, f"the dtype of w is {name}; expected float64 or float32"


def test_b_is_one_number(learner: Learner) -> None:
    test_w_and_b_are_there(learner)
    b = learner.start(3).b
    assert b.kind == "number", f"b is {b.says()}; expected one number"


def test_zeros_or_small_values(learner: Learner) -> None:
    test_w_and_b_are_there(learner)
    for d in SIZES:
        start = learner.start(d)
        for name, value in (("w", start.w), ("b", start.b)):
            content = value.content
            largest = 0.0 if content is None else float(np.max(np.abs(content), initial=0.0))
            assert largest <= 0.5, f"an entry of {name} starts at {largest:.3g}; expected within 0.5 of zero"


def test_a_fresh_start_after_another_model_is_trained(learner: Learner) -> None:
    _made(learner)
    if "fit" not in learner.written() or learner.parameters_missing():
        return
    models = again.untouched(learner, right_under(learner))
    assert models.starts_small, "a new model starts where training has left another one"
