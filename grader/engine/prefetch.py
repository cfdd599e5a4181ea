"""Ask ahead of time what every grading asks, and what a diagnosis will need, while pytest starts.

This is only an optimisation: the learner caches the answers, and code that finds none asks by itself.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from . import collaborators, repeated_calls, trajectory, work
from .case import Case
from .collaborators import right_under
from .learner import ROWS, Learner
from .requests import Request
from .shown import steady

SIZES = (1, 5, 64)  # numbers of features of the new models, in addition to 3


def send(learner: Learner) -> Callable[[], None]:
    """Send the questions of the checks, in the order of the steps; the function returned asks the others.

    The checks begin after that, and find all their questions sent.
    """
    if not learner.start(3).made:
        return lambda: None
    for d in SIZES:
        learner.start(d)
    learner.start_by_name()
    if learner.exercise.starts:
        learner.unassignable()
    trains, wrong = learner.training in _alive(learner), collaborators.wrong_at_once(learner)
    begun = _begin(learner, wrong) if wrong and trains else None
    learner.both_at_work = begun is not None
    asked = _asked_of_methods(learner)
    learner.expect([request for request, _ in asked])
    if not wrong:  # queue everything, so that the worker never has to wait
        if trains:
            learner.expect(_asked_of_training(learner, right=False))
        unclear = _unclear(learner)
        work.expect(learner, unclear, work.FIRST)
        work.expect(learner, [m for m in _looked_at(learner) if m not in unclear], work.MEMORY)
    return partial(_ask_further, learner, wrong, [take for _, take in asked], begun)


def _ask_further(
    learner: Learner, wrong: list[str], takes: list[Callable[[], object]], begun: threading.Thread | None
) -> None:
    """Take the answers, and ask what depends on them."""
    written, trains = _alive(learner), learner.training
    wrong = [method for method in wrong if method in written]
    try:
        for take in takes:
            take()
        right = trains in written and right_under(learner)
    finally:
        if begun is not None:
            begun.join()
    if trains in written:
        learner.expect(_asked_of_training(learner, right), right=right)
    work.expect(learner, _unclear(learner), work.FIRST)
    learner.expect([learner.requests.follow(method, _telling(learner, method)) for method in wrong])
    if right:  # the other worker is busy with its runs of `fit`
        _ask_about_work(learner, wrong)
    if trains in written:
        _ask_fit(learner)
    if not right:
        _ask_about_work(learner, wrong)


def send_first(learner: Learner) -> None:
    """Send the first questions: new models, and one call of each method that is more than a stub."""
    requests, methods = learner.requests, learner.facts.get("methods")
    own = [
        m
        for m in learner.exercise.takes
        if methods is None or (methods[m]["there"] and not methods[m]["bare"])
    ]
    at_once = [method for method in own if not learner.trains(method) and method not in learner.lost]
    used = {name for method in at_once for name in learner.exercise.method(method).uses}
    plainest = [requests.on(method, learner.cases["tall"]) for method in at_once]
    plainest += [requests.on(m, case) for m in at_once if m in used for case in learner.cases.plain]
    plainest += [requests.at_edge(edge) for edge in learner.cases.edges if edge.method in at_once]
    if learner.training in own:
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


def _unclear(learner: Learner) -> list[str]:
    """The measurable methods whose code does not show that they have no loop."""
    return [method for method in _looked_at(learner) if method not in learner.evenness.loopless]


def _begin(learner: Learner, wrong: list[str]) -> threading.Thread:
    """Start the runs of `fit` on the worker with right methods, in a thread because it must load first."""
    learner.put_under(wrong)
    requests = trajectory.requests(learner, right=True)
    if work.stuck(learner, learner.training):
        requests.insert(0, learner.requests.look("counted", learner.training, ROWS, right=True))

    def expect() -> None:
        with suppress(BaseException):  # asking for the answer later raises again
            learner.expect(requests, right=True)

    thread = threading.Thread(target=expect, daemon=True)
    thread.start()
    return thread


def _telling(learner: Learner, method: str) -> Case:
    """The data on which the diagnosis traces a method."""
    tall, square = learner.cases["tall"], learner.cases["square"]
    return tall if learner.on(method, tall).value is not None else square


def _diagnose(learner: Learner, wrong: list[str]) -> None:
    """Diagnose the wrong methods now, while the workers are busy."""
    if not wrong:
        return  # a right submission does not need the diagnosis
    from . import diagnose

    for method in wrong:
        with suppress(Exception):  # the result is cached; an error shows again in the real diagnosis
            diagnose.of_method(learner, learner.exercise.step_of(method))


def _forward(learner: Learner) -> tuple[str, ...]:
    """The methods for which data repeated twice (the case `twice`) tell nothing."""
    return (learner.exercise.descent.forward,) if learner.exercise.descent else tuple(learner.exercise.takes)


def _asked_of_methods(learner: Learner) -> list[tuple[Request, Callable[[], object]]]:
    """The requests for methods that do not train, each with the function that receives its answer."""
    cases, tall = learner.cases, learner.cases["tall"]
    written = [m for m in _alive(learner) if not learner.trains(m) and not learner.leans(m)]
    asked = [(m, case) for m in written for case in (*cases.plain, *cases.further(m))]
    asked += [(method, cases["twice"]) for method in written if method not in _forward(learner)]
    found: list[tuple[Request, Callable[[], object]]] = [
        (learner.requests.on(method, case), partial(learner.on, method, case)) for method, case in asked
    ]
    for m in written:
        found.append((learner.requests.on(m, tall, named=True), partial(learner.on, m, tall, named=True)))
        found.append((repeated_calls.turns_request(learner, m), partial(repeated_calls.turns, learner, m)))
    edges = [edge for edge in cases.edges if edge.method in written]
    return [*found, *((learner.requests.at_edge(e), partial(learner.at_edge, e)) for e in edges)]


def _asked_of_training(learner: Learner, right: bool) -> list[Request]:
    by_name = learner.requests.fit_by_name(learner.cases["path"], trajectory.LR, 2, right=right)
    further = repeated_calls.training_requests(learner, right)
    return [*trajectory.requests(learner, right), *further, by_name]


def _ask_about_work(learner: Learner, wrong: list[str]) -> None:
    work.expect(learner, _looked_at(learner), work.FIRST)
    quick = [method for method in _looked_at(learner) if work.quick(learner, method)]
    work.expect(learner, quick, work.FURTHER)
    _diagnose(learner, wrong)
    written = _alive(learner)
    for method in written:
        work.loop_over_samples(learner, method)
        work.quadratic_memory(learner, method)
    for method in written:
        work.loops_over_features(learner, method)


def _ask_fit(learner: Learner) -> None:
    right = right_under(learner)
    trajectory.runs(learner, right)
    for what in trajectory.FURTHER:
        if what != trajectory.WHOLE:
            trajectory.further(learner, what, right)
    repeated_calls.other_data(learner, right)
    repeated_calls.untouched(learner, right)
    learner.fit_by_name(learner.cases["path"], trajectory.LR, 2, right=right)
    if not steady(learner):
        learner.expect(trajectory.requests_about(learner, trajectory.WHOLE, right), right=right)
