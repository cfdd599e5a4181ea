"""Lines of the training beside its updates: loops over samples, altered data, calls of helpers."""

import ast

from ...observation import close
from ..collaborators import method_is_right
from ..trajectory import METHOD
from .fit_steps import Steps

STATEMENTS = (ast.For, ast.While)


def inner_loop(steps: Steps) -> int | None:
    """The innermost loop around the updates, where there are two; else what picks the samples."""
    event, outline = steps.update(), steps.outline
    line = event.line if event else None
    around = [n for n in outline.loops_around(line) if isinstance(n, STATEMENTS)] if line else []
    function = outline.function(METHOD)
    if len(around) < 2 and function is not None:
        nested = [
            inner.lineno
            for outer in ast.walk(function) if isinstance(outer, STATEMENTS)
            for inner in ast.walk(outer) if isinstance(inner, STATEMENTS) and inner is not outer
        ]  # fmt: skip
        if nested:
            return nested[0]
    if len(around) >= 2:
        return around[-1].lineno
    n, d = steps.case.n, steps.case.d
    return steps.trail.first(lambda v: v.ndim == 2 and 0 < v.shape[0] < n and v.shape[1] == d) or line


def altered(steps: Steps) -> int | None:
    """The line of the training that gives one of its arguments other values."""
    given = [name for name in steps.exercise.takes[METHOD] if name in steps.case.args]
    lines = {name: steps.outline.line_that_rebinds(METHOD, name) for name in given}
    bound = {name: line for name, line in lines.items() if line}
    for name, line in bound.items():
        right = steps.case.args[name]
        values = [e.value for e in steps.trail.events if e.line == line and e.value is not None]
        other = [v for v in values if v.shape == right.shape and not close(v, right, 1e-6)]
        if other and len(bound) == 1:  # all of them together may be put into another order
            return line
    return None


def outward(steps: Steps, line: int | None) -> int | None:
    """The line, or that of the call in the training to a helper that serves a right method as well."""
    function = steps.outline.function_at(line) if line else None
    if function is None or function.name in steps.outline.graded:
        return line
    serves = any(
        steps.outline.uses_helper(name, function.name) and method_is_right(steps.learner, name)
        for name in steps.exercise.collaborators
    )
    return _place(steps, line) if serves else line


def left_by(steps: Steps, line: int | None) -> int | None:
    """The line, or that of the call to a function outside of classes: it can store nothing in the model."""
    function = steps.outline.function_at(line) if line else None
    return _place(steps, line) if function in steps.outline.tree.body else line


def _place(steps: Steps, line: int | None) -> int | None:
    return next((e.place for e in steps.trail.events if e.line == line), line)
