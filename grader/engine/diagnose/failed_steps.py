"""Diagnose each failed step: the mistakes in it, and their lines."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ...observation import Seen
from ...sandbox.client import TIME_IS_UP
from ...verdict import CheckResult
from ..asking.learner import Learner
from ..asking.requests import once
from ..asking.workers import PLAINEST
from ..declaration.exercise import Method
from ..diagnosis import Named
from ..source.syntax import parts
from . import edges, init, method, vectorization
from .call_failures import trouble
from .shared_helpers import misled
from .signature import of_other_names
from .wrong_setting import at_their_cause

MEANT = {"=+": "`=+` assigns a new value; `+=` adds to the old one",
         "=-": "`=-` assigns the negative; `-=` subtracts from the old value"}  # fmt: skip

NOT_MOVED = {"vector unmoved", "number unmoved"}


def diagnose(learner: Learner, failed: set[str]) -> list[Named]:
    """The mistakes in the steps that failed, each reported once, in order; stops when the time is up."""
    found: list[Named] = []
    for step in (step for step in learner.exercise.steps if step in failed):
        own = _of_step(learner, step, failed, found)
        if learner.sandbox.time_is_up:
            return _once(found)  # missing answers would look like wrong ones
        found += [named for named in own if not any(rule(learner, named, found) for rule in CONSEQUENCES)]
    return _once(_point_out(learner, at_their_cause(learner, found)))


def _of_step(learner: Learner, step: str, failed: set[str], found: list[Named]) -> list[Named]:
    """The mistakes that a step shows; `found` are those of the steps before."""
    judged = learner.exercise.method_of(step)
    if judged is None:
        of_work = step == vectorization.STEP
        return vectorization.diagnose(learner, found) if of_work else init.diagnose(learner, step)
    if step != judged.step:
        return edges.diagnose_apart(learner, judged, beside=judged.step in failed)
    if not learner.trains(judged.name):
        return of_method(learner, judged)
    from .training import findings  # imports many more modules, which most wrong files do not need

    return of_other_names(learner, findings.diagnose(learner))


@once
def of_method(learner: Learner, judged: Method) -> list[Named]:
    """The mistakes in a method; not for the training."""
    found = method.diagnose(learner, judged) or init.unassignable(learner, judged.step)
    more = edges.diagnose(learner, judged, found)
    return [*(edges.untold(learner, judged, found) if more else found), *more]


# -- findings that only follow from others, or from the start of the model


def _raises_on_right_shapes(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether a call raises only because right shapes were assigned to a model whose own are different."""
    method = learner.exercise.method_of(named.step)
    if named.mistake != "raises" or method is None or learner.exercise.descent is None:
        return False
    case = learner.cases["path"]
    made = [learner.start(case.d).parameter(name).shape for name in learner.exercise.parameters]
    pairs = [(np.asarray(value), shape) for value, shape in zip(case.start, made, strict=True)]
    if all(shape in (None, value.shape) for value, shape in pairs):
        return False
    shaped = [value if shape is None else np.resize(value, shape) for value, shape in pairs]
    own = case.at(f"path, in the shapes {made}", *shaped)
    seen = learner.fits(own, PLAINEST)[0] if learner.trains(method.name) else learner.on(method.name, own)
    return seen.raised is None and seen.ended is None


def _is_wrong_by_a_helper(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether a method is only said to be wrong, and uses a helper in which a mistake is already found."""
    method = learner.exercise.method_of(named.step)
    if method is None or not _is_vague(learner, named):
        return False
    told = [one for one in found if learner.trains(method.name) or not _is_vague(learner, one)]
    return misled(learner, told, method.name)


def _is_wrong_on_the_same_line(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether a value wrong only in odd calls is due to a helper's line already reported for wrong values."""
    method, there = _method(learner, named), [one for one in (named, *found) if one.line == named.line]
    function = learner.outline.function_at(named.line)
    inside = function is not None and function.lineno != named.line  # not a shared global number
    mere = inside and len(there) > 1 and all(_is_mere_value(learner, one) for one in there)
    return mere and method is not None and learner.is_right_at_first(method.name)


def _is_moved_elsewhere(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether the training leaves a parameter alone, and another method is reported to change it."""
    told = {one.mistake for one in found}
    return named.mistake in NOT_MOVED and any(m.changes_state in told for m in learner.exercise.methods)


def _is_repeated(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether a method raises on a line that is reported already, or the training is wrong there too."""
    there = [one.mistake for one in found if one.line == named.line and named.line is not None]
    method = learner.exercise.method_of(named.step)
    trains = method is not None and learner.trains(method.name)
    return bool(there) and (named.mistake == "raises" or (trains and named.mistake in there))


def _starts_without_array(learner: Learner, named: Named, found: list[Named]) -> bool:
    """Whether the training is only said to be wrong, and the vector of a new model is no array."""
    method = learner.exercise.method_of(named.step)
    if method is None or not learner.trains(method.name) or not _is_vague(learner, named):
        return False
    vector = next(p for p in learner.exercise.state if p.is_vector)
    return learner.start().parameter(vector.name).kind not in ("array", "missing")


CONSEQUENCES = (
    _raises_on_right_shapes, _is_wrong_by_a_helper, _is_wrong_on_the_same_line, _is_moved_elsewhere,
    _is_repeated, _starts_without_array,
)  # fmt: skip
"""The rules by which a finding is left out, given those of the steps before."""


def _method(learner: Learner, named: Named) -> Method | None:
    """The method of a finding; None for the training, and for a step that judges all methods."""
    method = learner.exercise.method_of(named.step)
    return None if method is None or learner.trains(method.name) else method


def _is_vague(learner: Learner, named: Named) -> bool:
    """Whether a finding only says that something is wrong, not what."""
    return learner.exercise.catalogue()[named.mistake].vague or _is_mere_value(learner, named)


def _is_mere_value(learner: Learner, named: Named) -> bool:
    method = _method(learner, named)
    return method is not None and learner.exercise.catalogue()[named.mistake].id == method.wrong_value


def _once(found: list[Named]) -> list[Named]:
    kept: list[Named] = []
    for named in found:
        same = [k for k in kept if k.mistake == named.mistake]
        if not any(k.step == named.step or k.line == named.line for k in same):
            kept.append(named)
    return kept


def find_unexplained(
    learner: Learner, steps: set[str], checks: Mapping[str, Sequence[CheckResult]], named: list[Named]
) -> list[Named]:
    """A general finding for each failed step without a diagnosis, with its first failed check's message.

    The training and the vectorization are left out if another finding may explain them.
    """
    if learner.sandbox.time_is_up:
        return _point_out(learner, _before_time_was_up(learner, steps, checks, named))
    exercise, found = learner.exercise, []
    for step in exercise.steps:
        method = exercise.method_of(step)
        if step not in steps or (named and _follows(learner, step)):
            continue
        apart = method is not None and step != method.step
        message = next(check.message for check in checks[step] if check.status == "failed")
        if method is not None and not learner.trains(method.name) and of_method(learner, method):
            continue  # its mistake is already reported for another method or step
        line = learner.outline.line_of_return(method.name) if method else None
        fallback = method.wrong_value if method else _without_method(step)
        if apart and method is not None and method.apart is not None:
            fallback = method.apart.mistake
        found.append(Named(fallback, step, line, message))
    return found


def _before_time_was_up(
    learner: Learner, steps: set[str], checks: Mapping[str, Sequence[CheckResult]], named: list[Named]
) -> list[Named]:
    """The findings for steps that failed for other reasons than time; if there are none, that time is up."""
    said = {step: next(c.message for c in checks[step] if c.status == "failed") for step in steps}
    found = []
    for step in (step for step in learner.exercise.steps if step in steps):
        method = learner.exercise.method_of(step)
        if TIME_IS_UP not in said[step] and not (named and _follows(learner, step)):
            lost = learner.lost.get(method.name) if method else None
            ended = lost is not None and lost.detail != TIME_IS_UP
            told = trouble(learner, Seen(ended=lost), step, method.name) if method and ended else None
            mistake = method.wrong_value if method else _without_method(step)
            found.append(told or Named(mistake, step, None, said[step]))
    if found or named:
        return found
    first = next(step for step in learner.exercise.steps if step in steps)
    return [Named("times-out", first, None, said[first])]


def _follows(learner: Learner, step: str) -> bool:
    """Whether a step can fail only because of another: the training, or a step that judges all methods."""
    method = learner.exercise.method_of(step)
    return step != learner.exercise.steps[0] and (method is None or learner.trains(method.name))


def _without_method(step: str) -> str:
    return "loop-over-samples" if step == vectorization.STEP else "raises"


def _point_out(learner: Learner, found: list[Named]) -> list[Named]:
    """The findings; one on a mistyped line says so, and a vague one moves to a `=+` in its function.

    Nobody writes a sign of plus on purpose, but a minus may be meant: it is blamed only where it is seen.
    """
    mistyped, told = learner.outline.mistyped(), []
    for named in found if mistyped else ():
        line = named.line
        if line not in mistyped and _is_vague(learner, named):
            inside = {node.lineno for node in parts(learner.outline.function_at(line)).of(ast.Assign)}
            line = next((at for at, sign in mistyped.items() if sign == "=+" and at in inside), line)
        words = f"; {MEANT[mistyped[line]]}" if line in mistyped else ""
        told.append(replace(named, line=line, seen=named.seen + words))
    return told or found
