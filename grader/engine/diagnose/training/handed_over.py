"""Blame the call that hands a helper of the training the wrong thing, or leaves out what it needs."""

import ast
from functools import partial

from ...source.handed_over import handed_over
from ...source.syntax import is_number
from ...training.trajectory import METHOD
from ..lines.value_replacement import are, tries
from .steps import EPOCHS, Steps


def call_that_decides(steps: Steps, line: int | None) -> int | None:
    """The line of the call that is to blame for what a helper does on this line; None if there is none.

    That is shown by trying: what a call leaves out is set to the learning rate, and what it switches on,
    though the default is 0 or None, is set to 0.
    """
    if line is None or steps.all_right():
        return None
    lines = {line, *(event.line for event in steps.trail.events if line in event.stack)}
    for at in sorted(lines):
        for handed in handed_over(steps.outline, at):
            off = getattr(handed.default, "value", "") in (0, None, False)
            changed, number = (handed.default, steps.lr) if handed.given is None else (handed.given, 0.0)
            tried = off if handed.given is not None else is_number(handed.default)
            if tried and _comes_right(steps, changed, number):
                return handed.call.lineno
    return None


def _comes_right(steps: Steps, changed: ast.expr, number: float) -> bool:
    """Whether the training comes right if this number, or what is computed on its line, is another one."""
    one = steps.learner.requests.one(METHOD, steps.case, steps.lr, EPOCHS)
    literal = is_number(changed)
    replaced = partial(tries, steps.learner, METHOD, one, right=steps.right)
    found = replaced([], numbers=[number], on_lines=[changed.lineno]) if literal else replaced([number])
    end = steps.right_path(EPOCHS).end
    return any(tried.line == changed.lineno and are(tried.parameters, end) for tried in found)
