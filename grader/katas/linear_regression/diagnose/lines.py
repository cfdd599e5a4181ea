"""The line to look at for a recognised mistake: where its telling value first appears."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ....catalogue import Mistake
from .. import requests
from ..learner import Learner
from ..syntax import parameters
from .mending import designs, line_that_mends
from .numeric import Formula, run
from .overlay import overlays
from .telling import line_of_telling
from .trail import RETURNED, Event, Trail, along

BIAS_COLUMN = {"predict-ignores-bias", "predict-subtracts-bias", "gradient-bias-sign-flipped"}


def line_of(
    learner: Learner,
    formula: Formula,
    mistake: str,
    observed: Any,
    trail: Trail,
    others: Sequence[Mistake] = (),
) -> int | None:
    """The line of the file that the mistake stands on, or the one that returns the wrong result.

    Args:
        learner: whose file it is.
        formula: the method.
        mistake: the id.
        observed: an answer that shows it.
        trail: of the same call.
        others: what else is wrong with the method.
    """
    raised = observed.seen.raised
    if raised is not None and raised.line is not None:
        return int(raised.line)
    if mistake == "gradient-returned-swapped":
        return learner.outline.line_of_return(formula.method)
    found = _found(learner, formula, mistake, observed, trail, others)
    return _outward(learner, trail, found, observed.probe.n) or learner.outline.line_of_return(formula.method)


def _found(
    learner: Learner, formula: Formula, mistake: str, observed: Any, trail: Trail, others: Sequence[Mistake]
) -> int | None:
    probe = observed.probe
    if mistake == "not-finite":
        return trail.first_not_finite(learner.outline)
    if mistake == "predict-ignores-bias" and trail.first_equal(probe.fresh):
        return learner.outline.line_of_return(formula.method)
    if mistake in BIAS_COLUMN and trail.first(lambda value: value.shape == (probe.n, probe.d + 1)):
        mended = _mended(learner, formula, observed, others)
        if mended is not None:
            return mended
    told = line_of_telling(mistake, trail, probe, probe.y_hat)
    if told and mistake == "gradient-of-squared-residual" and not _inside(learner, formula, told):
        told = trail.first_along(probe.X.T @ (probe.y_hat - probe.y) ** 2)
    mended = told or _mended(learner, formula, observed, others)
    return mended or _result(learner, formula, mistake, observed, trail)


def _inside(learner: Learner, formula: Formula, line: int) -> bool:
    """Whether a line belongs to the method itself, not to a helper."""
    function = learner.outline.function_at(line)
    return function is not None and function.name == formula.method


def _outward(learner: Learner, trail: Trail, line: int | None, samples: int) -> int | None:
    """The line, or that of a call to what it is in, where the fault is how it is called.

    So it is where a helper is called more than once, sees none of the samples, or gets one of the
    documented arguments for another.
    """
    function = learner.outline.function_at(line) if line else None
    calls = trail.calls_of(function.name) if function else []
    if not calls:
        return line
    crossed = next((e.line for e in calls if learner.outline.crosses(e.line, calls[0].call)), None)
    if crossed is not None:
        return crossed
    generic = function is not None and bool(parameters(function)) and samples not in calls[0].rows
    return calls[0].line if len(calls) > 1 or generic else line


def _mended(learner: Learner, formula: Formula, observed: Any, others: Sequence[Mistake]) -> int | None:
    """The first line with a wrong number of samples, data or residual, if the right one there mends all."""
    probe = observed.probe
    edits = list(overlays(others)) if others else [{}]
    wanted = [numbers for edit in edits if not isinstance(numbers := run(formula, edit, probe), str)]
    if not wanted:
        return None
    one = requests.one(formula.method, probe)
    options: list[Any] = [float(probe.n), *designs(probe), probe.X]
    if formula.step != "predict":
        options.append(probe.y_hat - probe.y)
    return line_that_mends(learner, formula.method, one, formula.parse, wanted, options)


def _result(learner: Learner, formula: Formula, mistake: str, observed: Any, trail: Trail) -> int | None:
    """Where the wrong result, or the wrong half of it, first appears."""
    numbers, wanted = observed.numbers, run(formula, {}, observed.probe)
    if not isinstance(numbers, tuple) or isinstance(wanted, str):
        return None
    if mistake == "gradient-bias-not-summed":
        return _unsummed(learner, formula, trail, numbers[1])
    right = [_same(seen, np.asarray(good)) for seen, good in zip(numbers, wanted, strict=False)]
    order = sorted(range(len(numbers)), key=lambda part: right[part])
    if "bias" in mistake and len(numbers) == 2:
        order = [1, 0]
    both = [np.append(*pair) for pair in (numbers, numbers[::-1])] if len(numbers) == 2 else []
    for target in [numbers[part] for part in order] + both:
        alone = trail.event(lambda value, t=target: _same(value, t))  # type: ignore[misc]
        joint = trail.event(lambda value: any(_same(value, pair) for pair in both))
        if alone and joint and trail.events.index(joint) < trail.events.index(alone):
            apart = trail.until(joint).last(lambda value: along(value, numbers[0]))
            return apart if "weights" in mistake and apart else joint.line
        if alone or joint:
            return (alone or joint).line  # type: ignore[union-attr]
    return None


def _unsummed(learner: Learner, formula: Formula, trail: Trail, db: np.ndarray) -> int | None:
    """Where db stayed one value a sample: where it was last computed, or returned though dw needs it too."""
    made: Event | None = None
    for event in trail.events:
        if event.value is None or not _same(event.value, db):
            continue
        if event.call == RETURNED and learner.outline.returns_what_is_used(event.line):
            return event.line
        made = made if event.call == RETURNED else event
    return made.line if made else None


def _same(value: np.ndarray, number: np.ndarray) -> bool:
    return value.shape == number.shape and bool(np.allclose(value, number, rtol=1e-6, atol=1e-12))
