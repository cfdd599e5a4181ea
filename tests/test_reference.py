"""The right numbers agree with each other: what is computed at once with what is computed step by step."""

import numpy as np
import pytest

from grader.katas.linear_regression import reference
from grader.katas.linear_regression.probes import Probes


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("lr", [0.0, 0.06, 0.3])
def test_the_way_all_at_once_is_that_of_descent(seed: int, lr: float) -> None:
    for probe in (Probes(seed).path, Probes(seed).easy, Probes(seed).path_square):
        for start in ((probe.w, probe.b), (np.zeros(probe.d), 0.0)):
            ws, bs, _ = reference.descent(probe, lr, 20, start)
            found = reference.way(probe, lr, 20, start)
            assert found == pytest.approx(np.column_stack([np.array(ws), np.array(bs)]), rel=1e-9, abs=1e-9)


def test_lifting_is_descending_backwards() -> None:
    probe = Probes(1).path
    ws, bs, _ = reference.descent(probe, 0.06, 5)
    w, b = reference.lift(probe, ws[5], bs[5], 0.06, 5)
    assert w == pytest.approx(probe.w)
    assert b == pytest.approx(probe.b)


def test_descent_ends_at_the_least_squares_answer() -> None:
    probe = Probes(1).easy
    w, b = reference.least_squares(probe)
    found = reference.way(probe, 0.3, 1_000, (probe.w, probe.b))[-1]
    assert found == pytest.approx(np.append(w, b))
