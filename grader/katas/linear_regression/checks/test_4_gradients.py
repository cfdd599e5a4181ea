"""`compute_gradients(X, y, y_hat)`: the exact derivative of the mean squared error, (dw, db)."""

import numpy as np

from grader.katas.linear_regression import again, expect, reference
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.parts import state_kept
from grader.katas.linear_regression.probes import Probe
from grader.observation import Seen, Value


def _pair(learner: Learner, probe: Probe, *, named: bool = False) -> tuple[np.ndarray, float, Value, Value]:
    learner.wanted("compute_gradients")
    return _numbers(learner.gradients(probe, named=named), probe)


def _numbers(seen: Seen, probe: Probe) -> tuple[np.ndarray, float, Value, Value]:
    dw, db = expect.pair(expect.answer(seen))
    return expect.array(dw, (probe.d,), "dw"), expect.number(db, "db"), dw, db


def _right(learner: Learner, probe: Probe, *, named: bool = False) -> None:
    learner.wanted("compute_gradients")
    _slopes(learner.gradients(probe, named=named), probe)


def _slopes(seen: Seen, probe: Probe) -> None:
    dw, db, dw_value, db_value = _numbers(seen, probe)
    right_dw, right_db = reference.gradients(probe.X, probe.y, probe.y_hat)
    expect.same(dw, right_dw, "dw", dw_value, by=3.0)
    expect.same(db, right_db, "db", db_value, by=3.0)


def test_a_pair_of_dw_and_db(learner: Learner) -> None:
    for probe in (learner.probes.tall, learner.probes.wide):
        _pair(learner, probe)


def test_shapes_for_as_many_samples_as_features(learner: Learner) -> None:
    _pair(learner, learner.probes.square)


def test_shapes_for_one_feature_and_for_one_sample(learner: Learner) -> None:
    _pair(learner, learner.probes.one_feature)
    _pair(learner, learner.probes.one_sample)


def test_values_of_dw(learner: Learner) -> None:
    for probe in (learner.probes.tall, learner.probes.wide):
        dw, _, value, _ = _pair(learner, probe)
        right, _ = reference.gradients(probe.X, probe.y, probe.y_hat)
        expect.same(dw, right, "dw", value, by=3.0)


def test_values_of_db(learner: Learner) -> None:
    for probe in (learner.probes.tall, learner.probes.wide):
        _, db, _, value = _pair(learner, probe)
        _, right = reference.gradients(probe.X, probe.y, probe.y_hat)
        expect.same(db, right, "db", value, by=3.0)


def test_use_of_X_T(learner: Learner) -> None:
    probe = learner.probes.square
    dw = _pair(learner, probe)[0]
    pull = probe.X.T @ (probe.y_hat - probe.y)
    factor = float(dw @ pull / (pull @ pull))
    off = np.linalg.norm(dw - factor * pull)
    assert off <= 1e-4 * np.linalg.norm(dw), "dw is no multiple of X.T @ (y_hat - y)"


def test_values_for_as_many_samples_as_features(learner: Learner) -> None:
    _right(learner, learner.probes.square)


def test_values_for_one_feature_and_for_one_sample(learner: Learner) -> None:
    _right(learner, learner.probes.one_feature)
    _right(learner, learner.probes.one_sample)


def test_division_by_n(learner: Learner) -> None:
    dw, db, dw_value, db_value = _pair(learner, learner.probes.twice)
    once_dw, once_db, _, _ = _pair(learner, learner.probes.tall)
    expect.same(dw, once_dw, "dw for the same data twice over", dw_value, by=3.0)
    expect.same(db, once_db, "db for the same data twice over", db_value, by=3.0)


def test_agreement_with_finite_differences(learner: Learner) -> None:
    probe = learner.probes.tall
    dw, db, _, _ = _pair(learner, probe)
    offset = probe.y_hat - probe.fresh

    def loss(theta: np.ndarray) -> float:
        return reference.loss(probe.X @ theta[:-1] + theta[-1] + offset, probe.y)

    theta, h = np.append(probe.w, probe.b), 1e-4
    slopes = [(loss(theta + h * e) - loss(theta - h * e)) / (2 * h) for e in np.eye(len(theta))]
    gap = np.max(np.abs(np.append(dw, db) - slopes)) / np.max(np.abs(slopes))
    assert gap < 1e-3, f"the gradient is off the slope of the loss by {100 * gap:.3g} %"


def test_integer_and_float32_data(learner: Learner) -> None:
    _right(learner, learner.probes.integers)
    _right(learner, learner.probes.float32)
    _right(learner, learner.probes.float_y)
    _right(learner, learner.probes.float_y_hat)


def test_many_samples_and_many_features(learner: Learner) -> None:
    _right(learner, learner.probes.large)
    _right(learner, learner.probes.broad)


def test_values_in_the_thousands(learner: Learner) -> None:
    _right(learner, learner.probes.vast)


def test_zero_for_a_perfect_fit(learner: Learner) -> None:
    _right(learner, learner.probes.perfect)


def test_a_second_call(learner: Learner) -> None:
    learner.wanted("compute_gradients")
    for turn in again.turns(learner, "compute_gradients"):
        _slopes(turn.seen, turn.probe)


def test_strided_and_readonly_data(learner: Learner) -> None:
    for probe in (learner.probes.strided, learner.probes.columns, learner.probes.readonly):
        _right(learner, probe)


def test_arguments_by_name(learner: Learner) -> None:
    _right(learner, learner.probes.tall, named=True)


def test_inputs_and_parameters_untouched(learner: Learner) -> None:
    _pair(learner, learner.probes.tall)
    probe = learner.probes.tall
    seen = learner.gradients(probe)
    assert not seen.changed, f"compute_gradients changed {', '.join(seen.changed)} in place"
    assert state_kept(seen, probe), "compute_gradients changed self.w or self.b"
