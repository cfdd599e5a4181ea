"""`fit(X, y, lr, epochs)`: batch gradient descent, and the history of losses."""

import numpy as np

from grader.katas.linear_regression import again, expect, path, reference
from grader.katas.linear_regression.learner import Learner
from grader.katas.linear_regression.parts import right_under
from grader.katas.linear_regression.path import Run
from grader.katas.linear_regression.probes import EASY_NOISE


def _runs(learner: Learner, what: str) -> list[Run]:
    learner.wanted("fit")
    return path.further(learner, what, right_under(learner))


def _short(learner: Learner) -> list[Run]:
    learner.wanted("fit")
    return path.runs(learner, right_under(learner))


def _on_the_way(run: Run) -> tuple[list[float], bool]:
    expect.answer(run.seen)
    assert run.end is not None, f"after fit, w is {run.seen.w.says()} and b is {run.seen.b.says()}"
    found = path.explain_run(run)
    where = f"after {run.epochs} epochs with lr={run.lr} on {run.probe.says}"
    assert found is not None, f"{where}, w and b are not where gradient descent leads"
    return found


def _right(run: Run) -> None:
    losses, _ = _on_the_way(run)
    history = expect.history(expect.answer(run.seen), run.epochs)
    assert path.history_fits(history, losses, run), "the history is not the mean squared error of each epoch"


def _right_in_reach(learner: Learner, run: Run) -> None:
    """Where rounding hides the start that `fit` draws, only the length of the history is judged."""
    expect.history(expect.answer(run.seen), run.epochs)
    if not path.out_of_reach(run, _short(learner)[3]):
        _right(run)


def test_a_history_of_losses(learner: Learner) -> None:
    for run in _short(learner):
        losses = expect.losses_of(expect.answer(run.seen))
        assert losses is not None, f"fit returned {run.seen.says()}; expected a list of {run.epochs} losses"


def test_length_of_the_history(learner: Learner) -> None:
    for run in _short(learner):
        expect.history(expect.answer(run.seen), run.epochs)


def test_one_step_from_the_start(learner: Learner) -> None:
    _on_the_way(_short(learner)[1])


def test_every_epoch_is_a_step(learner: Learner) -> None:
    for run in _short(learner):
        _on_the_way(run)


def test_lr_is_obeyed(learner: Learner) -> None:
    _on_the_way(_short(learner)[-1])
    _on_the_way(_runs(learner, "no rate")[0])


def test_values_of_the_history(learner: Learner) -> None:
    for run in _short(learner):
        _right(run)


def test_as_many_samples_as_features(learner: Learner) -> None:
    for run in _runs(learner, "square"):
        _right(run)


def test_one_feature_and_one_sample(learner: Learner) -> None:
    for run in _runs(learner, "single"):
        _right(run)


def test_integer_and_float32_data(learner: Learner) -> None:
    for run in _runs(learner, "dtypes"):
        _right(run)


def test_strided_and_readonly_data(learner: Learner) -> None:
    for run in _runs(learner, "layouts"):
        _right(run)


def test_a_second_call(learner: Learner) -> None:
    first, second = _runs(learner, "again")
    _right(first)
    expect.history(expect.answer(second.seen), 2)
    assert path.second_is_right(first, second), "a second call neither goes on from w and b nor starts over"


def test_other_data_in_a_second_call(learner: Learner) -> None:
    learner.wanted("fit")
    for run in again.other_data(learner, right_under(learner)):
        _right(run)


def test_models_as_they_are_made(learner: Learner) -> None:
    learner.wanted("fit")
    models = again.untouched(learner, right_under(learner))
    for run in (models.first, models.second):
        if run is not None:
            _right(run)
    assert not models.disturbed, "w and b of a model change when another one is made and trained"


def test_many_samples_and_many_features(learner: Learner) -> None:
    for run in _runs(learner, "sizes"):
        _right(run)


def test_a_start_where_the_loss_is_zero(learner: Learner) -> None:
    for run in _runs(learner, "exact"):
        _right(run)


def test_a_hundred_epochs(learner: Learner) -> None:
    _right_in_reach(learner, _runs(learner, "slow")[0])


def test_a_learning_rate_that_makes_the_loss_grow(learner: Learner) -> None:
    _right_in_reach(learner, _runs(learner, "growing")[0])


def test_decreasing_losses(learner: Learner) -> None:
    run = _runs(learner, "long")[0]
    history = expect.history(expect.answer(run.seen), path.LONG)
    rise = float(np.max(np.diff(history), initial=0.0))
    assert rise <= 1e-4 * history[0], f"the loss rises by {rise:.3g} from one epoch to the next"


def _gap(learner: Learner, w: np.ndarray, b: float, where: str, most: float) -> None:
    run = _runs(learner, "long")[0]
    expect.answer(run.seen)
    assert run.end is not None, f"after fit, w is {run.seen.w.says()} and b is {run.seen.b.says()}"
    gap = float(np.max(np.abs(np.append(run.end[0] - w, run.end[1] - b))))
    assert gap < most, f"after {path.LONG} epochs w and b are still {gap:.3g} from {where}"


def test_convergence_to_the_least_squares_answer(learner: Learner) -> None:
    _gap(learner, *reference.least_squares(learner.probes.easy), "the least-squares answer", 1e-3)


def test_convergence_to_the_true_parameters(learner: Learner) -> None:
    easy = learner.probes.easy
    # Ten times the standard error: the least-squares answer itself is never so far off.
    most = 10 * EASY_NOISE / np.sqrt(easy.n - easy.d - 1)
    _gap(learner, easy.true_w, easy.true_b, "the parameters that the data were made with", float(most))


def test_the_default_learning_rate_and_names(learner: Learner) -> None:
    learner.wanted("fit")
    probe = learner.probes.path
    seen = learner.fit_by_name(probe, path.LR, 2, right=right_under(learner))
    _right(Run(probe, path.LR, 2, seen))
    missing = learner.signatures.without_default("fit")
    assert not missing, f"{missing[0]} has no default; fit(X, y) must be possible" if missing else ""
    for name, default in (("lr", 0.01), ("epochs", 1000)):
        found = learner.signatures.default("fit", name)
        assert found in (None, default), f"{name} is {found:g} by default; documented is {default:g}"


def test_inputs_untouched(learner: Learner) -> None:
    for run in _short(learner):
        expect.answer(run.seen)
        assert not run.seen.changed, f"fit changed {', '.join(run.seen.changed)} in place"
