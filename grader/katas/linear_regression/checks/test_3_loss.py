"""`compute_loss(y_hat, y)`: the mean of the squared residuals, one number."""

from grader.katas.linear_regression import again, expect, reference
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.probes import Probe
from grader.observation import Seen


def _right(learner: Learner, probe: Probe, *, named: bool = False) -> None:
    learner.wanted("compute_loss")
    _mean_square(learner.loss(probe, named=named), probe)


def _mean_square(seen: Seen, probe: Probe) -> None:
    value = expect.answer(seen)
    expect.same(expect.number(value, "the loss"), reference.loss(probe.y_hat, probe.y), "the loss", value)


def test_one_number(learner: Learner) -> None:
    learner.wanted("compute_loss")
    for probe in (learner.probes.tall, learner.probes.one_sample):
        expect.number(expect.answer(learner.loss(probe)), "the loss")


def test_values(learner: Learner) -> None:
    for probe in (learner.probes.tall, learner.probes.wide, learner.probes.square):
        _right(learner, probe)


def test_values_for_one_sample(learner: Learner) -> None:
    _right(learner, learner.probes.one_sample)


def test_division_by_n(learner: Learner) -> None:
    learner.wanted("compute_loss")
    once = expect.number(expect.answer(learner.loss(learner.probes.tall)), "the loss")
    value = expect.answer(learner.loss(learner.probes.twice))
    expect.same(expect.number(value, "the loss"), once, "the loss of the same data twice over", value)


def test_zero_for_a_perfect_fit(learner: Learner) -> None:
    learner.wanted("compute_loss")
    loss = expect.number(expect.answer(learner.loss(learner.probes.perfect)), "the loss")
    assert abs(loss) < 1e-12, f"the loss of a perfect prediction is {loss:.6g}; expected 0"


def test_integer_and_float32_data(learner: Learner) -> None:
    _right(learner, learner.probes.integers)
    _right(learner, learner.probes.float32)
    _right(learner, learner.probes.float_y_hat)


def test_many_samples(learner: Learner) -> None:
    _right(learner, learner.probes.large)


def test_values_in_the_thousands(learner: Learner) -> None:
    _right(learner, learner.probes.vast)


def test_a_second_call(learner: Learner) -> None:
    learner.wanted("compute_loss")
    for turn in again.turns(learner, "compute_loss"):
        _mean_square(turn.seen, turn.probe)


def test_strided_and_readonly_data(learner: Learner) -> None:
    _right(learner, learner.probes.strided)
    _right(learner, learner.probes.readonly)


def test_arguments_by_name(learner: Learner) -> None:
    _right(learner, learner.probes.tall, named=True)


def test_inputs_untouched(learner: Learner) -> None:
    learner.wanted("compute_loss")
    seen = learner.loss(learner.probes.tall)
    expect.answer(seen)
    assert not seen.changed, f"compute_loss changed {', '.join(seen.changed)} in place"
