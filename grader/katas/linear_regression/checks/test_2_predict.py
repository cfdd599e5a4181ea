"""`predict(X)`: X @ w + b, one value a sample."""

import numpy as np

from grader.katas.linear_regression import again, expect
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.parts import right_under, state_kept
from grader.katas.linear_regression.probes import Probe
from grader.observation import Seen


def _right(learner: Learner, probe: Probe, *, named: bool = False) -> None:
    learner.wanted("predict")
    _fresh(learner.predict(probe, named=named), probe)


def _fresh(seen: Seen, probe: Probe) -> None:
    value = expect.answer(seen)
    y_hat = expect.array(value, (probe.n,), "y_hat")
    expect.same(y_hat, probe.fresh, "y_hat", value)


def test_shape_for_more_samples_than_features(learner: Learner) -> None:
    learner.wanted("predict")
    for probe in (learner.probes.tall, learner.probes.wide):
        expect.array(expect.answer(learner.predict(probe)), (probe.n,), "y_hat")


def test_shape_for_as_many_samples_as_features(learner: Learner) -> None:
    learner.wanted("predict")
    expect.array(expect.answer(learner.predict(learner.probes.square)), (5,), "y_hat")


def test_shape_for_one_feature_and_for_one_sample(learner: Learner) -> None:
    learner.wanted("predict")
    for probe in (learner.probes.one_feature, learner.probes.one_sample):
        expect.array(expect.answer(learner.predict(probe)), (probe.n,), "y_hat")


def test_values(learner: Learner) -> None:
    for probe in (learner.probes.tall, learner.probes.wide, learner.probes.square):
        _right(learner, probe)


def test_values_for_one_feature_and_for_one_sample(learner: Learner) -> None:
    _right(learner, learner.probes.one_feature)
    _right(learner, learner.probes.one_sample)


def test_the_bias_is_added(learner: Learner) -> None:
    learner.wanted("predict")
    probe = learner.probes.tall
    value = expect.answer(learner.predict(probe))
    y_hat = expect.array(value, (probe.n,), "y_hat")
    expect.same(y_hat - probe.X @ probe.w, np.full(probe.n, probe.b), "y_hat - X @ w", value, by=100.0)


def test_integer_and_float32_data(learner: Learner) -> None:
    _right(learner, learner.probes.integers)
    _right(learner, learner.probes.float32)


def test_many_samples_and_many_features(learner: Learner) -> None:
    _right(learner, learner.probes.large)
    _right(learner, learner.probes.broad)


def test_values_in_the_thousands(learner: Learner) -> None:
    _right(learner, learner.probes.vast)


def test_w_and_b_of_zero(learner: Learner) -> None:
    _right(learner, learner.probes.at_zero)


def test_a_second_call(learner: Learner) -> None:
    learner.wanted("predict")
    for turn in again.turns(learner, "predict"):
        _fresh(turn.seen, turn.probe)


def test_a_trained_model(learner: Learner) -> None:
    learner.wanted("predict")
    if "fit" in learner.written():
        turn = again.untouched(learner, right_under(learner)).trained
        if turn is not None:
            _fresh(turn.seen, turn.probe)


def test_strided_and_readonly_data(learner: Learner) -> None:
    for probe in (learner.probes.strided, learner.probes.columns, learner.probes.readonly):
        _right(learner, probe)


def test_arguments_by_name(learner: Learner) -> None:
    _right(learner, learner.probes.tall, named=True)


def test_inputs_and_parameters_untouched(learner: Learner) -> None:
    learner.wanted("predict")
    probe = learner.probes.tall
    seen = learner.predict(probe)
    expect.answer(seen)
    assert not seen.changed, f"predict changed {', '.join(seen.changed)} in place"
    assert state_kept(seen, probe), "predict changed self.w or self.b"
