"""What every grading asks, and what its diagnosis will where it is wrong, asked while pytest makes ready.

Only a head start: the answers are kept by the learner; whoever needs one finds it there or asks by itself.
"""

import threading
from contextlib import suppress

from . import again, diagnose, parts, path, work
from .learner import PARTS, ROWS, STEP_OF, Learner
from .parts import right_under
from .probes import Probe
from .requests import METHODS, Request

SIZES = (1, 5, 64)  # of new models, beside 3


def ask_ahead(learner: Learner) -> None:
    """Put the questions of the checks in the order of the steps."""
    learner.expect(_first(learner))
    if not learner.start(3).made:
        return
    for d in SIZES:
        learner.start(d)
    learner.start_by_name()
    learner.unassignable()
    written = _alive(learner)
    wrong = parts.wrong_at_once(learner)
    begun = _begin(learner, wrong) if wrong and "fit" in written else None
    wrong = [method for method in wrong if method in written]
    learner.both_at_work = begun is not None
    try:
        _ask_parts(learner)
        right = "fit" in written and right_under(learner)
    finally:
        if begun is not None:
            begun.join()
    if "fit" in written:
        learner.expect(path.requests(learner, right), right=right)
    work.expect(learner, _looked_at(learner), work.FIRST)
    learner.expect([learner.requests.follow(method, _telling(learner, method)) for method in wrong])
    if right:  # the other worker is at its runs of `fit` meanwhile
        _ask_about_work(learner, wrong)
    if "fit" in written:
        _ask_fit(learner)
    if not right:
        _ask_about_work(learner, wrong)


def _first(learner: Learner) -> list[Request]:
    """What comes before all else: new models, and one call of each method that is more than a stub."""
    requests, methods = learner.requests, learner.facts.get("methods")
    own = [m for m in METHODS if methods is None or (methods[m]["there"] and not methods[m]["bare"])]
    plainest = [requests.on(method, learner.probes.tall) for method in own if method in PARTS]
    if "fit" in own:
        plainest.append(requests.fits(learner.probes.path, ((path.LR, 1),)))
    new = [requests.new(d) for d in (3, *SIZES)]
    return [*new, requests.new(3, named=True), requests.assigned(), *plainest]


def _alive(learner: Learner) -> list[str]:
    """The methods that are written and have come back so far: each that does not costs its time but once."""
    return [method for method in learner.written() if method not in learner.lost]


def _looked_at(learner: Learner) -> list[str]:
    """The methods that can be looked at as they are: `fit` calls the others, and would be lost in them."""
    alive = _alive(learner)
    lost = any(method in learner.lost for method in PARTS)
    return [method for method in alive if not (method == "fit" and lost)]


def _begin(learner: Learner, wrong: list[str]) -> threading.Thread:
    """Have the worker with right parts begin with its runs of `fit`, in a thread since it must load first."""
    learner.put_under(wrong)
    requests = path.requests(learner, right=True)
    if work.stuck(learner, "fit"):
        requests.insert(0, learner.requests.look("counted", "fit", ROWS, right=True))

    def expect() -> None:
        with suppress(BaseException):  # whoever asks for an answer is told
            learner.expect(requests, right=True)

    thread = threading.Thread(target=expect, daemon=True)
    thread.start()
    return thread


def _telling(learner: Learner, method: str) -> Probe:
    """The data on which the diagnosis follows a method."""
    tall, square = learner.probes.tall, learner.probes.square
    return tall if learner.on(method, tall).value is not None else square


def _diagnose(learner: Learner, wrong: list[str]) -> None:
    """Find out what is wrong already, while the workers are at work."""
    for method in wrong:
        with suppress(Exception):  # kept, for the diagnosis, if that is going to be made
            diagnose.of_method(learner, STEP_OF[method])


def _ask_parts(learner: Learner) -> None:
    written = [method for method in _alive(learner) if method in PARTS]
    probes = {method: [p for _, p in learner.probes.odder(method)] for method in written}
    asked = [(method, probe) for method in written for probe in (*learner.probes.plain, *probes[method])]
    twice = [(method, learner.probes.twice) for method in written if method != "predict"]
    asked += twice
    tall = learner.probes.tall
    by_name = [learner.requests.on(method, tall, named=True) for method in written]
    learner.expect([learner.requests.on(method, probe) for method, probe in asked] + by_name)
    for method, probe in asked:
        learner.on(method, probe)
    for method in written:
        learner.on(method, tall, named=True)
        again.turns(learner, method)


def _ask_about_work(learner: Learner, wrong: list[str]) -> None:
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
    path.runs(learner, right)
    for what in path.FURTHER:
        path.further(learner, what, right)
    again.other_data(learner, right)
    again.untouched(learner, right)
    learner.fit_by_name(learner.probes.path, path.LR, 2, right=right)
