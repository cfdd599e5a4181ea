"""The checks of a training: batch gradient descent by the right formula, and the history of losses."""

from collections.abc import Iterator, Sequence

import numpy as np

from . import answers, descent, repeated_calls, starting, trajectory
from .check import Check, Question
from .collaborators import right_under
from .descent import State
from .iterative import Descent
from .learner import Learner
from .trajectory import METHOD, Run

CHECKS: list[tuple[str, Question]] = []
EXACT = "a start where the loss is zero"


def checks_of_training(step: str, descent: Descent, without: Sequence[str]) -> Iterator[Check]:
    """What is asked of the method that trains."""
    for template, run in CHECKS:
        name = template.format(answer=descent.answer)
        if (descent.affine or name != EXACT) and name not in without:
            yield Check(step, name, run)


def _check(question: Question) -> Question:
    """Take a function in as a check, under its name in words."""
    name = question.__name__.strip("_").replace("_", " ")
    CHECKS.append(("convergence to {answer}" if question.__name__ == "_convergence" else name, question))
    return question


def _runs(learner: Learner, what: str) -> list[Run]:
    learner.wanted(METHOD)
    return trajectory.further(learner, what, right_under(learner))


def _short(learner: Learner) -> list[Run]:
    learner.wanted(METHOD)
    return trajectory.runs(learner, right_under(learner))


def _on_the_way(run: Run) -> tuple[list[float], bool]:
    answers.answer(run.seen)
    assert run.end is not None, _state_said(run)
    found = trajectory.explain_run(run)
    where = f"{run.when} with lr={run.lr} on {run.case.says}"
    assert found is not None, f"{where}, {run.exercise.state_words} are not those of gradient descent"
    return found


def _history(run: Run) -> np.ndarray:
    value = answers.answer(run.seen)
    losses = answers.losses_of(value)
    assert losses is not None, f"fit returned {value.says()}; expected a list of {run.entries} losses"
    wanted = f"epochs is {run.epochs}" if run.entries == run.epochs else f"expected {run.entries}"
    assert len(losses) == run.entries, f"the history has {len(losses)} entries; {wanted}"
    return losses


def _state_said(run: Run) -> str:
    said = [f"{name} is {value.says()}" for name, value in run.seen.state.items()]
    return f"after fit, {' and '.join(said)}"


def _right(learner: Learner, run: Run) -> None:
    if trajectory.explain_run(run) is None and trajectory.out_of_reach(run, _short(learner)[3]):
        _history(run)
        return
    losses, _ = _on_the_way(run)
    history = _history(run)
    assert trajectory.history_fits(history, losses, run), "the history is not the loss of each epoch"


def _right_in_reach(learner: Learner, run: Run) -> None:
    """Where rounding hides the start that `fit` draws, only the length of the history is judged."""
    _history(run)
    if not trajectory.out_of_reach(run, _short(learner)[3]):
        _right(learner, run)


@_check
def _a_history_of_losses(learner: Learner) -> None:
    for run in _short(learner):
        losses = answers.losses_of(answers.answer(run.seen))
        assert losses is not None, f"fit returned {run.seen.says()}; expected a list of {run.epochs} losses"


@_check
def _length_of_the_history(learner: Learner) -> None:
    for run in _short(learner):
        _history(run)


@_check
def _one_step_from_the_start(learner: Learner) -> None:
    _on_the_way(_short(learner)[1])


@_check
def _every_epoch_is_a_step(learner: Learner) -> None:
    for run in _short(learner):
        _on_the_way(run)


@_check
def _lr_is_used(learner: Learner) -> None:
    _on_the_way(_short(learner)[-1])
    for run in _runs(learner, "no rate"):
        _on_the_way(run)


@_check
def _values_of_the_history(learner: Learner) -> None:
    for run in _short(learner):
        _right(learner, run)


@_check
def _as_many_samples_as_features(learner: Learner) -> None:
    for run in _runs(learner, "square"):
        _right(learner, run)


@_check
def _one_feature_and_one_sample(learner: Learner) -> None:
    for run in _runs(learner, "single"):
        _right(learner, run)


@_check
def _integer_and_float32_data(learner: Learner) -> None:
    for run in _runs(learner, "dtypes"):
        _right(learner, run)


@_check
def _strided_and_readonly_data(learner: Learner) -> None:
    for run in _runs(learner, "layouts"):
        _right(learner, run)


@_check
def _a_second_call(learner: Learner) -> None:
    first, second = _runs(learner, "again")
    _right(learner, first)
    _history(second)
    assert not first.seen.overwritten, "the second call changes the history that the first one returned"
    assert trajectory.second_is_right(first, second), (
        "a second call neither continues from where the first one ended nor starts over"
    )


@_check
def _other_data_in_a_second_call(learner: Learner) -> None:
    learner.wanted(METHOD)
    for run in repeated_calls.other_data(learner, right_under(learner)):
        _right(learner, run)


@_check
def _new_models(learner: Learner) -> None:
    learner.wanted(METHOD)
    if starting.starts_whole(learner) and starting.harm_of_whole(learner):
        return  # told where the parameters are made
    models = repeated_calls.untouched(learner, right_under(learner))
    for run in (models.first, models.second):
        if run is not None:
            _right(learner, run)
    assert not models.disturbed, (
        f"{learner.exercise.state_words} of a model change when another model is created and trained"
    )


@_check
def _many_samples_and_many_features(learner: Learner) -> None:
    for run in _runs(learner, "sizes"):
        _right(learner, run)


@_check
def _odd_data(learner: Learner) -> None:
    for run in _runs(learner, "odd"):
        _right(learner, run)


@_check
def _large_and_small_values(learner: Learner) -> None:
    for run in (*_runs(learner, "magnitudes"), *_runs(learner, "thousands")):
        _right(learner, run)


@_check
def _a_thousand_epochs(learner: Learner) -> None:
    for run in _runs(learner, "whole"):
        _right_in_reach(learner, run)


@_check
def _a_start_where_the_loss_is_zero(learner: Learner) -> None:
    for run in _runs(learner, "exact"):
        _right(learner, run)


@_check
def _a_hundred_epochs(learner: Learner) -> None:
    _right_in_reach(learner, _runs(learner, "slow")[0])


@_check
def _a_learning_rate_that_makes_the_loss_grow(learner: Learner) -> None:
    for run in _runs(learner, "growing"):
        _right_in_reach(learner, run)


@_check
def _decreasing_losses(learner: Learner) -> None:
    run = _runs(learner, "long")[0]
    history = _history(run)
    rise = float(np.max(np.diff(history), initial=0.0))
    assert rise <= 1e-4 * history[0], f"the loss rises by {rise:.3g} from one epoch to the next"


def far_from(learner: Learner, state: State, where: str, most: float) -> None:
    """Fail where long training ends further from these parameters than `most`."""
    run = _runs(learner, "long")[0]
    answers.answer(run.seen)
    assert run.end is not None, _state_said(run)
    gap = float(np.max(np.abs(np.append(*run.end) - np.append(*state))))
    names = learner.exercise.state_words
    assert gap < most, f"after {trajectory.LONG} epochs {names} are still {gap:.3g} from {where}"


@_check
def _convergence(learner: Learner) -> None:
    parts = learner.exercise.descent
    assert parts is not None
    where = "the least-squares answer" if parts.affine else parts.answer
    far_from(learner, descent.best(learner.exercise, learner.cases["easy"]), where, 1e-3)


@_check
def _the_default_learning_rate_and_names(learner: Learner) -> None:
    learner.wanted(METHOD)
    case = learner.cases["path"]
    seen = learner.fit_by_name(case, trajectory.LR, 2, right=right_under(learner))
    _right(learner, Run(learner.exercise, case, trajectory.LR, 2, seen))


@_check
def _inputs_unchanged(learner: Learner) -> None:
    for run in (*_short(learner), *trajectory.all_further(learner, right_under(learner))):
        if run.epochs:
            answers.answer(run.seen)
        assert not run.seen.changed, f"fit changed {', '.join(run.seen.changed)} in place"
