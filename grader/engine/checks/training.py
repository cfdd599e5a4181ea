"""The checks of a training: batch gradient descent by the right formula, and the history of losses."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np

from ..asking import answers
from ..asking.learner import Learner
from ..asking.outcomes import NotJudged
from ..declaration.exercise import Descent
from ..training import descent, repeated_trainings, trajectory
from ..training.collaborators import right_under
from ..training.descent import State
from ..training.trajectory import METHOD, Run
from . import new_model
from .hidden_check import Check, Question
from .work import steady

SHORT = {"short": slice(None), "first step": slice(1, 2), "other rate": slice(-1, None)}
"""Topics among the short runs."""


def checks_of_training(step: str, descent: Descent, without: Sequence[str]) -> Iterator[Check]:
    """The checks of the method that trains."""
    for template, run in CHECKS:
        name = template.format(answer=descent.answer, near="" if descent.affine else "nearly ")
        if name not in without:
            yield Check(step, name, run)


def _runs(learner: Learner, topic: str) -> list[Run]:
    """The runs about a topic: one of FURTHER, or of the SHORT ones."""
    learner.wanted(METHOD)
    right = right_under(learner)
    if topic in SHORT:
        return trajectory.runs(learner, right)[SHORT[topic]]
    return trajectory.further(learner, topic, right)


def _each(look: Callable[[Run], object], *about: str) -> Question:
    """A check of every run about these topics."""

    def question(learner: Learner) -> None:
        for topic in about:
            for run in _runs(learner, topic):
                look(run)

    return question


def _on_the_way(run: Run) -> None:
    answers.answer(run.seen)
    assert run.end is not None, _state_said(run)
    assert run.is_right, (
        f"{run.when} with lr={run.lr} on {run.case.says}, {run.exercise.state_words} are not those of "
        "gradient descent"
    )


def _losses(run: Run) -> np.ndarray:
    value = answers.answer(run.seen)
    losses = answers.losses_of(value)
    assert losses is not None, f"fit returned {value.says()}; expected a list of {run.entries} losses"
    return losses


def _history(run: Run) -> np.ndarray:
    losses = _losses(run)
    wanted = f"epochs is {run.epochs}" if run.entries == run.epochs else f"expected {run.entries}"
    assert len(losses) == run.entries, f"the history has {len(losses)} entries; {wanted}"
    return losses


def _state_said(run: Run) -> str:
    said = [f"{name} is {value.says()}" for name, value in run.seen.state.items()]
    return f"after fit, {' and '.join(said)}"


def _right(learner: Learner, run: Run) -> None:
    if not run.recorded and trajectory.out_of_reach(run, _runs(learner, "short")[3]):
        _history(run)
        return
    _on_the_way(run)
    _history(run)
    assert run.recorded, "the history is not the loss of each epoch"


def _all_right(*about: str) -> Question:
    """A check that all runs about these topics follow gradient descent and return the right history."""
    return lambda learner: _each(partial(_right, learner), *about)(learner)


def _right_in_reach(topic: str) -> Question:
    """The same, but if rounding hides the start that `fit` drew, only the history's length is judged."""

    def question(learner: Learner) -> None:
        runs = _runs(learner, topic)
        if not runs:
            raise NotJudged("not judged, since it takes too long")
        for run in runs:
            _history(run)
            if not trajectory.out_of_reach(run, _runs(learner, "short")[3]):
                _right(learner, run)

    return question


def _a_hundred_epochs(learner: Learner) -> None:
    learner.wanted(METHOD)
    if not steady(learner):
        _right_in_reach("slow")(learner)


def _in_fewer_epochs(learner: Learner) -> None:
    """Judge shorter runs as other checks do: if they fail, a run of a thousand epochs decides nothing."""
    _all_right("short")(learner)
    if _runs(learner, "slow"):
        _right_in_reach("slow")(learner)


def _a_thousand_epochs(learner: Learner) -> None:
    learner.wanted(METHOD)
    if not steady(learner):
        _in_fewer_epochs(learner)
        _right_in_reach(trajectory.WHOLE)(learner)


def _not_run(learner: Learner) -> set[str]:
    """The topics that are not asked about: a thousand epochs only if fewer are right and more may not be."""
    learner.wanted(METHOD)
    if steady(learner):
        return {"slow", trajectory.WHOLE}
    try:
        _in_fewer_epochs(learner)
    except AssertionError:
        return {trajectory.WHOLE}
    return set()


def _a_second_call(learner: Learner) -> None:
    first, second = _runs(learner, "again")
    _right(learner, first)
    _history(second)
    assert not first.seen.overwritten, "the second call changes the history that the first one returned"
    assert trajectory.second_is_right(first, second), (
        "a second call neither continues from where the first one ended nor starts over"
    )


def _other_data_in_a_second_call(learner: Learner) -> None:
    learner.wanted(METHOD)
    for run in repeated_trainings.other_data(learner, right_under(learner)):
        _right(learner, run)


def _new_models(learner: Learner) -> None:
    learner.wanted(METHOD)
    if new_model.starts_whole(learner) and new_model.harm_of_whole(learner):
        return  # the constructor's step reports this
    models = repeated_trainings.untouched(learner, right_under(learner))
    for run in (models.first, models.second):
        if run is not None:
            _right(learner, run)
    assert not models.disturbed, (
        f"{learner.exercise.state_words} of a model change when another model is created and trained"
    )


def _nothing_to_gain(learner: Learner) -> None:
    """Judge a start with no loss; if there is a little, what clips a logarithm may record another."""
    for run in _runs(learner, "exact"):
        if run.exercise.descends.affine:
            _right(learner, run)
        else:
            _history(run)


def _decreasing_losses(learner: Learner) -> None:
    run = _runs(learner, "long")[0]
    history = _history(run)
    rise = float(np.max(np.diff(history), initial=0.0))
    assert rise <= 1e-4 * history[0], f"the loss rises by {rise:.3g} from one epoch to the next"


def far_from(learner: Learner, state: State, where: str, most: float) -> None:
    """Raise AssertionError if long training ends further than `most` from these parameters."""
    run = _runs(learner, "long")[0]
    answers.answer(run.seen)
    assert run.end is not None, _state_said(run)
    gap = float(np.max(np.abs(np.append(*run.end) - np.append(*state))))
    names = learner.exercise.state_words
    assert gap < most, f"after {trajectory.LONG} epochs {names} are still {gap:.3g} from {where}"


def _convergence(learner: Learner) -> None:
    parts = learner.exercise.descends
    where = "the least-squares answer" if parts.affine else parts.answer
    far_from(learner, descent.best(learner.exercise, learner.cases["easy"]), where, 1e-3)


def _the_default_learning_rate_and_names(learner: Learner) -> None:
    learner.wanted(METHOD)
    case = learner.cases["path"]
    seen = learner.fit_by_name(case, trajectory.LR, 2, right=right_under(learner))
    _right(learner, Run(learner.exercise, case, trajectory.LR, 2, seen))


def _inputs_unchanged(learner: Learner) -> None:
    asked = trajectory.FURTHER.keys() - _not_run(learner)
    further = [run for what in trajectory.FURTHER if what in asked for run in _runs(learner, what)]
    for run in (*_runs(learner, "short"), *further):
        if run.epochs:
            answers.answer(run.seen)
        assert not run.seen.changed, f"fit changed {', '.join(run.seen.changed)} in place"


CHECKS: tuple[tuple[str, Question], ...] = (
    ("a history of losses", _each(_losses, "short")),
    ("length of the history", _each(_history, "short", "no rate")),
    ("one step from the start", _each(_on_the_way, "first step")),
    ("every epoch is a step", _each(_on_the_way, "short")),
    ("lr is used", _each(_on_the_way, "other rate", "no rate")),
    ("values of the history", _all_right("short")),
    ("as many samples as features", _all_right("square")),
    ("one feature and one sample", _all_right("single")),
    ("integer and float32 data", _all_right("dtypes")),
    ("strided and readonly data", _all_right("layouts")),
    ("a second call", _a_second_call),
    ("other data in a second call", _other_data_in_a_second_call),
    ("new models", _new_models),
    ("many samples and many features", _all_right("sizes")),
    ("odd data", _all_right("odd")),
    ("large and small values", _all_right("magnitudes", "vast", "faint", "steep")),
    ("a thousand epochs", _a_thousand_epochs),
    ("a start where the loss is {near}zero", _nothing_to_gain),
    ("a hundred epochs", _a_hundred_epochs),
    ("a learning rate that makes the loss grow", _right_in_reach("growing")),
    ("decreasing losses", _decreasing_losses),
    ("convergence to {answer}", _convergence),
    ("the default learning rate and names", _the_default_learning_rate_and_names),
    ("inputs unchanged", _inputs_unchanged),
)
