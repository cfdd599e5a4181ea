"""What every grading of a right submission asks, asked while pytest is still making ready.

Only a head start: the answers are kept by the learner, and a check finds them there or asks by itself.
"""

from . import again, path, work
from .learner import PARTS, ROWS, Learner
from .parts import right_under


def ask_ahead(learner: Learner) -> None:
    """Put the questions of the checks in the order of the steps."""
    if not learner.start(3).made:
        return
    for d in (1, 5, 64):
        learner.start(d)
    learner.start_by_name()
    _ask_parts(learner)
    written = learner.written()
    for method in written:
        learner.look("counted", method, ROWS)
    if "fit" not in written:
        _ask_about_work(learner)
    elif right_under(learner):  # the checks ask another worker about `fit` meanwhile
        _ask_about_work(learner)
        _ask_fit(learner)
    else:
        _ask_fit(learner)
        _ask_about_work(learner)


def _ask_parts(learner: Learner) -> None:
    written = [method for method in PARTS if learner.exists(method) and not learner.is_todo(method)]
    calls = {"predict": learner.predict, "compute_loss": learner.loss, "compute_gradients": learner.gradients}
    for method in written:
        for probe in (*learner.probes.plain, *(probe for _, probe in learner.probes.odder(method))):
            learner.on(method, probe)
        calls[method](learner.probes.tall, named=True)
    for method in written:
        again.turns(learner, method)


def _ask_about_work(learner: Learner) -> None:
    written = learner.written()
    for method in written:
        work.loop_over_samples(learner, method)
        work.quadratic_memory(learner, method)
    for method in written:
        work.loops_over_features(learner, method)


def _ask_fit(learner: Learner) -> None:
    right = right_under(learner)
    path.runs(learner, right)
    for what in path.FURTHER:
        path.further(learner, what, right)
    again.other_data(learner, right)
    again.untouched(learner, right)
    learner.fit_by_name(learner.probes.path, path.LR, 2, right=right)
