"""Send early what every grading asks and what a diagnosis needs, so that the workers do not wait.

This only saves time. What is not sent or computed here is sent or computed when it is needed.
"""

import numpy as np

from .asking import answers, repeated_calls
from .asking.learner import Learner
from .asking.requests import Request, drawn
from .checks import work
from .declaration.drawn_cases import Cases
from .declaration.exercise import Exercise
from .training import descent, repeated_trainings, trajectory
from .training.collaborators import right_under

SIZES = (1, 5, 64)  # numbers of features of the new models, in addition to 3


def send(learner: Learner) -> None:
    """Send the questions of the checks, in the order of the steps, and those that depend on the answers."""
    if not learner.start(3).made:
        return
    for d in SIZES:
        learner.start(d)
    learner.start_by_name()
    if learner.exercise.starts:
        learner.unassignable()
    asked = _asked_of_methods(learner)
    learner.expect(asked)
    # Answers are taken in the order of sending: after the loss of a worker, no further ones count.
    for request in asked:
        learner.outcomes(request["calls"][-1]["method"], request)
    right = right_under(learner)
    asked = _asked_of_training(learner, right) if learner.training in _alive(learner) else []
    shown = learner.evenness.loopless
    looks = [(method, work.MEMORY if method in shown else work.FIRST) for method in _looked_at(learner)]
    work.expect(learner, looks, asked, right=right)
    for request in asked:
        learner.outcomes(learner.training, request, right)
    quick = [method for method in _looked_at(learner) if work.quick(learner, method)]
    work.expect(learner, [(method, work.FURTHER) for method in quick])


def send_first(learner: Learner) -> None:
    """Send the first questions: new models, and one call of each method that is more than a stub."""
    requests, methods = learner.requests, learner.facts.get("methods")
    written = [
        m
        for m in learner.exercise.takes
        if methods is None or (methods[m]["there"] and not methods[m]["bare"])
    ]
    at_once = [method for method in written if not learner.trains(method) and method not in learner.lost]
    used = {name for method in at_once for name in learner.exercise.method(method).uses}
    plainest = [requests.on(method, learner.cases["tall"]) for method in at_once]
    plainest += [requests.on(m, case) for m in at_once if m in used for case in learner.cases.plain]
    if len(learner.exercise.constructor) > 1:  # what `wrong_setting.promote` will ask
        plainest += [requests.on(m, case) for m in at_once for case in learner.cases.main(m)]
    plainest += [requests.at_edge(edge) for edge in learner.cases.edges if edge.method in at_once]
    if learner.training in written:
        plainest.append(requests.fits(learner.cases["path"], ((trajectory.LR, 1),)))
    new = [requests.new(*learner.new(d)) for d in (3, *SIZES)]
    learner.expect([*new, requests.new_by_name(), requests.assigned(), *plainest])


def _alive(learner: Learner) -> list[str]:
    """The methods that are written and have not lost a worker, so that each costs a timeout at most once."""
    return [method for method in learner.written() if method not in learner.lost]


def _looked_at(learner: Learner) -> list[str]:
    """The methods that can be measured; not `fit` if a method that it calls has lost a worker."""
    alive = _alive(learner)
    lost = any(method in learner.lost for method in learner.collaborators)
    return [method for method in alive if not (learner.trains(method) and lost)]


def _forward(learner: Learner) -> tuple[str, ...]:
    """The methods for which data repeated twice (the case `twice`) tell nothing."""
    return (learner.exercise.descent.forward,) if learner.exercise.descent else tuple(learner.exercise.takes)


def _asked_of_methods(learner: Learner) -> list[Request]:
    """The requests for methods that do not train."""
    cases, tall = learner.cases, learner.cases["tall"]
    written = [m for m in _alive(learner) if not learner.trains(m) and not learner.leans(m)]
    asked = [(m, case) for m in written for case in (*cases.plain, *cases.further(m))]
    asked += [(method, cases["twice"]) for method in written if method not in _forward(learner)]
    found = [learner.requests.on(method, case) for method, case in asked]
    for method in written:
        found.append(learner.requests.on(method, tall, named=True))
        found.append(repeated_calls.turns_asked(learner, method)[0])
    return found + [learner.requests.at_edge(edge) for edge in cases.edges if edge.method in written]


def _asked_of_training(learner: Learner, right: bool) -> list[Request]:
    by_name = learner.requests.fit_by_name(learner.cases["path"], trajectory.LR, 2, right=right)
    further = repeated_trainings.training_requests(learner, right)
    return [*trajectory.requests(learner, right), *further, by_name]


# -- before a grading starts


def make_ready(exercise: Exercise, seed: int) -> None:
    """Draw the data, and compute the right answers and the right descents on them."""
    cases = drawn(exercise, seed).cases
    with np.errstate(all="ignore"):
        for method in exercise.methods:
            if method.name != exercise.training:
                odder = [case for _, case in cases.odder(method.name)]
                for case in (*cases.main(method.name), *cases.plain, *odder):
                    answers.right(exercise, method, case)
        if exercise.descent is not None:
            _descend(exercise, cases)
    for _, sizes in (*work.FIRST, *work.FURTHER):
        for n, d in sizes:
            cases.many(n, d)


def _descend(exercise: Exercise, cases: Cases) -> None:
    further = [one for what in trajectory.FURTHER for one in trajectory.asked_about(exercise, what)]
    for name, calls in (("path", trajectory.SHORT), *further):
        case = cases[name]
        descent.affine(exercise, case)  # for wrong trainings, as are the paths from zero
        for lr, epochs in calls:
            for start in (None, (np.zeros(case.d), 0.0)):
                descent.descend(exercise, case, lr, epochs, start)
    descent.best(exercise, cases["easy"])
