"""From what was observed to the mistakes that explain it, step by step."""

from math import prod

from ..asking import PLAINEST
from ..diagnosis import Named
from ..learner import Learner
from . import apart, edges, fit, init, method, vectorization
from .shared_helpers import misled

__all__ = ["Named", "diagnose", "of_method"]


def diagnose(learner: Learner, failed: set[str]) -> list[Named]:
    """The mistakes in the steps that failed, each named once, in the order of the steps.

    Where the file's time is up, a step is left out: missing answers would be taken for wrong ones.
    """
    found: list[Named] = []
    for step in learner.exercise.steps:
        if step not in failed:
            continue
        known = list(found)
        judged = learner.exercise.method_of(step)
        if judged is None:
            found += (
                vectorization.diagnose(learner, found)
                if step == "vectorization"
                else init.diagnose(learner, step)
            )
        elif step != judged.step:
            found += [] if judged.step in failed else apart.diagnose(learner, judged)
        elif not learner.trains(judged.name):
            own = [named for named in of_method(learner, step) if not _is_of_shape(learner, named)]
            found += [named for named in own if not _same_cause(learner, named, found)]
        else:
            own = [named for named in fit.diagnose(learner) if not _is_of_shape(learner, named)]
            if misled(learner, found) or _starts_without_array(learner):
                catalogue = learner.exercise.catalogue()
                own = [named for named in own if not catalogue[named.mistake].vague]
            found += [named for named in own if not _same_place(named, found)]
        if learner.sandbox.time_is_up:
            return _once(known)
    return _once(found)


def _starts_without_array(learner: Learner) -> bool:
    """Whether the vector of a new model is no array, from which more follows in the training."""
    vector = next(p for p in learner.exercise.state if p.is_vector)
    return learner.start().parameter(vector.name).kind not in ("array", "missing")


def _is_of_shape(learner: Learner, named: Named) -> bool:
    """Whether an exception comes of a vector of the right shape, where the model's own has another."""
    method = learner.exercise.method_of(named.step)
    if named.mistake != "raises" or method is None or learner.exercise.descent is None:
        return False
    case, name = learner.cases["path"], learner.exercise.parameters[0]
    shape = learner.start(case.d).parameter(name).shape
    if shape is None or shape == (case.d,) or prod(shape) != case.d:
        return False
    vector, number = case.start
    own = case.at("path, in the shape of the model", vector.reshape(shape), number)
    seen = learner.fits(own, PLAINEST)[0] if learner.trains(method.name) else learner.on(method.name, own)
    return seen.raised is None and seen.ended is None


def of_method(learner: Learner, step: str) -> list[Named]:
    """The mistakes in the method of a step, one that answers at once."""
    return learner.keep(("diagnosis", step), lambda: _of_method(learner, step))  # type: ignore[no-any-return]


def _of_method(learner: Learner, step: str) -> list[Named]:
    found = method.diagnose(learner, step)
    more = edges.diagnose(learner, step, found)
    return [*(edges.untold(learner, step, found) if more else found), *more]


def _same_place(named: Named, found: list[Named]) -> bool:
    """Whether the training only shows what is named already, or raises on such a line, in a shared helper."""
    there = [other.mistake for other in found if other.line == named.line and named.line is not None]
    return named.mistake in there or (named.mistake == "raises" and bool(there))


def _same_cause(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether a mere wrong value comes of a line that has been told to give wrong values already."""
    there = [k for k in (named, *found) if k.line is not None and k.line == named.line]
    return len(there) > 1 and all(_is_mere_value(learner, k) for k in there)


def _is_mere_value(learner: Learner, named: Named) -> bool:
    method = learner.exercise.method_of(named.step)
    return method is not None and named.mistake == method.wrong_value


def _once(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in found:
        if not any(
            k.mistake == named.mistake and (k.step == named.step or k.line == named.line) for k in kept
        ):
            kept.append(named)
    return kept
