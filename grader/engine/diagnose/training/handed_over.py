"""Blame the call that hands a helper of the training the wrong thing, or leaves out what it needs."""

import ast
from functools import partial

from ...source.arguments import handed_over
from ...source.syntax import is_number
from ...training.trajectory import METHOD
from ..lines.value_replacement import are, tries
from .steps import EPOCHS, Steps, agreeing


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
