"""One changed operation at a time: which changes are made, and that unchanged code gives what it gave."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.sandbox.tracing.laps import Endless
from grader.sandbox.tracing.operations import OFF, RECORDING, Switch
from grader.sandbox.tracing.rewriter import switched
from tests.helpers.labels import labelled

CODE = """
def total(X, w, b):
    z = X @ w
    z += b
    return -z / len(z), z.mean()
"""


def loaded(source: str, switch: Switch) -> dict[str, object]:
    """The names of a module whose operations the switch makes."""
    code, *_ = switched(source, "some.py")
    names = dict(switch.names())
    exec(code, names)
    return names


def results() -> list[tuple[int, object]]:
    """The line of each likely change of CODE, and what the function gives with it; None if it raises."""
    switch = Switch(())
    total = loaded(CODE, switch)["total"]
    assert callable(total)
    X, w = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, -1.0])
    switch.at = RECORDING
    total(X, w, 0.5)
    lines, found = switched(CODE, "some.py")[1], list[tuple[int, object]]()
    for number, (_, likely, _) in [*switch.reached.items()]:
        for which in range(likely):
            switch.at, switch.which = number, which
            try:
                found.append((lines[number], total(X.copy(), w.copy(), 0.5)))
            except (TypeError, ValueError):
                found.append((lines[number], None))
    return found


def gives(line: int, first: float, second: float) -> bool:
    """Whether a change on a line gives a pair of an array of `first` and the number `second`."""
    pairs = [one for at, one in results() if at == line and isinstance(one, tuple)]
    return any(np.allclose(one[0], first) and np.allclose(one[1], second) for one in pairs)


def test_every_line_with_an_operation_is_changed() -> None:
    assert {line for line, _ in results()} == {3, 4, 5}


def test_the_opposite_operation_is_tried() -> None:
    assert gives(4, 0.75, -1.5)  # z is -1 - 0.5 instead of -1 + 0.5


def test_a_sum_is_tried_for_a_mean() -> None:
    assert gives(5, 0.25, -1.0)


def test_the_results_of_an_operation_are_multiplied_by_the_factors() -> None:
    switch = Switch((3.0,))
    total = loaded("def total(a, b):\n    return a + b\n", switch)["total"]
    assert callable(total)
    switch.at = RECORDING
    total(1.0, 2.0)
    at, (_, likely, every) = next((at, one) for at, one in switch.reached.items() if one[0])
    switch.at, found = at, []
    for which in range(likely, every):
        switch.which = which
        found.append(float(total(1.0, 2.0)))
    assert found[:3] == [5.0, 7.0, 9.0]  # one operand, the other, the sum


def test_too_many_operations_end_the_code() -> None:
    switch = Switch(())
    endless = loaded("def endless(a):\n    while a:\n        a = a + 1\n", switch)["endless"]
    assert callable(endless)
    switch.left = 100
    with pytest.raises(Endless):
        endless(1)


@pytest.mark.parametrize("one", labelled("correct")[::9], ids=lambda one: one.name)
def test_code_does_the_same_if_nothing_is_changed(one: object, tmp_path: Path) -> None:
    source = one.raw.decode("utf-8", "replace")  # type: ignore[attr-defined]
    plain: dict[str, Any] = {"__name__": "some"}
    try:
        exec(compile(source, "some.py", "exec"), plain)
    except Exception:
        pytest.skip("it needs to be loaded as a module")
    rewritten: dict[str, Any] = {}
    switch = Switch(())
    code, *_ = switched(source, "some.py")
    rewritten = {**switch.names(), "__name__": "some"}
    exec(code, rewritten)
    assert switch.at == OFF
    X, y = np.arange(12.0).reshape(4, 3) / 7, np.arange(4.0)
    for names in (plain, rewritten):
        np.random.seed(1)  # some draw a start
        model = names["LinearRegression"](3)
        model.w, model.b = np.array([0.5, -0.25, 1.0]), 0.125
        y_hat = model.predict(X)
        names["found"] = y_hat, model.compute_loss(y_hat, y), *model.compute_gradients(X, y, y_hat)
    for was, now in zip(plain["found"], rewritten["found"], strict=True):
        assert np.array_equal(was, now)
