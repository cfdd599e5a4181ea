"""Find the line of `fit`, or the call of a helper, whose value, replaced by a right one, repairs an epoch."""

import ast
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from ...source.arguments import handed_over
from ...source.syntax import is_number
from ...training.descent import State, is_uneven
from ...training.trajectory import METHOD
from ..lines import formula_trace
from ..lines.value_replacement import are, designs, tries
from .steps import EPOCHS, Steps, agreeing, stacked


def repaired(steps: Steps) -> int | None:
    """The first line whose value, replaced by a right one, repairs the first wrong epoch."""
    right = steps.right_path(EPOCHS).states
    for epochs in range(1, len(right)):  # a twist may end it early
        end = steps.after(epochs)
        if end[0].size and not all(agreeing(end, right[epochs])):
            return _repaired(steps, epochs, right[epochs - 1], right[epochs])
    return None


def line_of_counter(steps: Steps) -> int | None:
    """The line that counts the epochs, if only its count is wrong for the schedule of a twist."""
    return _line_of_number(steps, lambda epoch: [float(epoch)], parts=2)


def line_of_factor(steps: Steps) -> int | None:
    """The line that computes, or returns, a wrong factor for the schedule of a twist."""
    rate = steps.exercise.task.rate
    return _line_of_number(steps, lambda epoch: [rate(epoch), 1 / rate(epoch)], parts=1) if rate else None


def _line_of_number(steps: Steps, numbers: Callable[[int], list[float]], parts: int) -> int | None:
    """The line of a number that, replaced by one for its epoch, repairs so many parts of the parameters."""
    if steps.exercise.task.rate is None:
        return None
    for epochs, right in enumerate(steps.right_path(EPOCHS + 1).states):
        end = steps.after(epochs)
        if epochs and end[0].size and not all(agreeing(end, right)):
            if epochs == 1:
                return None  # a count of 0 would switch something off
            one = steps.learner.requests.one(METHOD, steps.case, steps.lr, epochs)
            tried = tries(steps.learner, METHOD, one, numbers(epochs - 1), right=steps.right)
            return next((t.line for t in tried if are(t.parameters[:parts], right[:parts])), None)
    return None


def _repaired(steps: Steps, epochs: int, before: State, after: State) -> int | None:
    one = steps.learner.requests.one(METHOD, steps.case, steps.lr, epochs)
    options, parts = list(_options(steps, epochs, before, after)), steps.exercise.collaborators
    inert = steps.exercise.task.inertia  # with momentum, a right gradient alone is not a step
    spared = (*stacked(*after), *(steps.gradients(*before) if inert else ()))
    alone = epochs == 1  # one step may be right by chance
    numbers = [k for k in steps.exercise.formula.numbers if k and is_uneven(steps.exercise) and not alone]
    asked = (steps.learner, METHOD, one, options)
    outcomes = [
        tried
        for tried in tries(*asked, spared=spared, right=steps.right, numbers=numbers)
        if not any(steps.outline.is_inside(tried.line, part) for part in parts)  # judged separately
    ]
    whole = next((tried for tried in outcomes if are(tried.parameters, after)), None)
    wrong = [not right for right in agreeing(steps.after(epochs), after)]
    halves = (tried for tried in outcomes if wrong[0] and are(tried.parameters[:1], after[:1]))
    if (found := whole or next(halves, None)) is None:
        return None
    function = steps.outline.function_at(found.line)
    calls = set(steps.trail.calls(function.name)) if function else set()
    apart = whole is None and all(wrong)  # code for both parameters is wrong for both
    return found.stack[-1] if found.stack and len(calls) > 1 and not apart else found.line


def _options(steps: Steps, epochs: int, before: State, after: State) -> Iterator[np.ndarray | float]:
    """The intermediate values that right code may have in one epoch."""
    X, fresh = steps.case.X, steps.fresh(*before)
    yield from (float(steps.case.n), steps.lr, X, *designs(steps.case), fresh, fresh - steps.case.y)
    yield from _signals(steps, before, fresh)
    step = before[0] - after[0], before[1] - after[1]
    task = steps.exercise.task
    if task.rate is not None:
        yield steps.lr * task.rate(epochs - 1)
    slopes = (step[0] / steps.lr, step[1] / steps.lr) if task.inertia else steps.gradients(*before)
    for parts in (slopes, step, after):
        yield from (*parts, *stacked(*parts))


def _signals(steps: Steps, before: State, fresh: np.ndarray) -> list[np.ndarray]:
    """The values of shape (n,), except the residual, from which right code computes the gradients."""
    parts = steps.exercise.descends
    case = steps.case.at("before a step", *before).with_args("a step", **{parts.predicted: fresh})
    made = formula_trace.values(steps.exercise, steps.exercise.method(parts.gradients), case, {})
    own = [value for value in made if value.shape == fresh.shape]
    return [v for v in own if not any(formula_trace.same(v, known) for known in (fresh, fresh - case["y"]))]


def call_that_decides(steps: Steps, line: int | None) -> int | None:
    """The line of the call that is to blame for what a helper does on this line; None if there is none.

    That is shown by trying. What a call leaves out is set to the learning rate or, if its default switches
    something off, to a number of the right formula; what it switches on is set to 0.
    """
    if line is None or steps.all_right():
        return None
    lines = {line, *(event.line for event in steps.trail.events if line in event.stack)}
    for handed in (one for at in sorted(lines) for one in handed_over(steps.outline, at)):
        off = getattr(handed.default, "value", "") in (0, None, False)
        right = {steps.lr, *(steps.exercise.formula.numbers if off else ())} - {0.0}
        if handed.given is not None:
            decides = off and _comes_right(steps, handed.given, [0.0])
        elif steps.outline.is_inside(handed.default.lineno, METHOD):
            decides = False  # the rate could be the default there
        else:
            decides = is_number(handed.default) and _comes_right(steps, handed.default, sorted(right))
        if decides:
            return handed.call.lineno
    return None


def _comes_right(steps: Steps, changed: ast.expr, numbers: list[float]) -> bool:
    """Whether an epoch, or else two, come right with another number in place of this value."""
    literal, right = is_number(changed), steps.right_path(EPOCHS).states
    for epochs, end in enumerate(right[1:], 1):
        if all(agreeing(steps.after(epochs), end)):
            continue
        one = steps.learner.requests.one(METHOD, steps.case, steps.lr, epochs)
        replaced = partial(tries, steps.learner, METHOD, one, right=steps.right)
        found = replaced([], numbers=numbers, on_lines=[changed.lineno]) if literal else replaced(numbers)
        if any(tried.line == changed.lineno and are(tried.parameters, end) for tried in found):
            return True
    return False
