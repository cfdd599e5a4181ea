"""Find an exception that the learner's own `except` hides, as the cause of a wrong answer."""

import ast
from collections.abc import Iterable
from copy import copy
from dataclasses import replace

import numpy as np

from ...observation import Seen
from ..asking.answers import RAISED
from ..asking.learner import Learner
from ..diagnosis import Named
from ..training.trajectory import METHOD, STEP
from .call_failures import exception
from .lines.trail import Caught, follow
from .recogniser import Observed, Recogniser, agrees


def as_if_raised(recogniser: Recogniser) -> tuple[Recogniser, Caught] | None:
    """The recogniser with exceptions in place of the answers that its method gives after catching one.

    Such an answer is None, or a wrong part of it is one number throughout, a whole number, NaN or infinity.
    """
    learner, method = recogniser.learner, recogniser.method
    hidden, found = copy(recogniser), list[Caught]()
    hidden.main = []
    for observed in recogniser.main:
        wrong = _gives_up(recogniser, observed)
        caught = follow(learner, method.name, observed.case).caught if wrong else ()
        found += caught[-1:]
        raised = (
            replace(observed, seen=Seen(raised=caught[-1].raised), numbers=RAISED) if caught else observed
        )
        hidden.main.append(raised)
    return (hidden, found[0]) if found else None


def _gives_up(recogniser: Recogniser, observed: Observed) -> bool:
    """Whether an answer, or a wrong part of it, looks like one that code gives for want of a computed one."""
    if observed.seen.value is None:
        return False
    if observed.numbers is None:
        return observed.seen.value.kind == "none"
    right = recogniser.computed({}, observed.case)
    if not isinstance(observed.numbers, tuple) or len(observed.numbers) != len(right):
        return False
    wrong = (seen for k, seen in enumerate(observed.numbers) if not agrees(observed, right, k))
    return any(_is_filler(part) for part in wrong)


def _is_filler(part: np.ndarray) -> bool:
    if not part.size:
        return False
    first = part.flat[0]
    same = np.array_equal(part, np.full_like(part, first), equal_nan=True)
    return same and (part.size > 1 or not np.isfinite(first) or float(first).is_integer())


def with_cause(named: Named, method: str, caught: Caught, line: int | None) -> Named:
    """The finding on a wrong answer, with the caught exception that leads to it, at that one's line."""
    cause = f"{method} catches {caught.raised.says()} (on line {caught.line})"
    return replace(named, line=line or caught.raised.line or named.line, seen=f"{named.seen}; {cause}")


def hidden_in_training(learner: Learner, found: list[Named], caught: Iterable[Caught]) -> Named | None:
    """The finding for a caught exception that skips or leads to a line on which a mistake was found."""
    tries = [node for node in learner.outline.nodes if isinstance(node, (ast.Try, ast.With))]
    for one in caught:
        if isinstance(learner.outline.statement_at(one.raised.line), ast.Raise):
            continue  # it ends the training on purpose
        for node in (n for n in tries if one.line in _heads(n)):
            inside = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            at = next((line for line in one.stack if line in inside), None)
            around = [getattr(loop, "lineno", 0) for loop in learner.outline.loops_around(at)] if at else []
            skipped = {*one.stack, *around, *(line for line in inside if at and line >= at)}
            if at and any(named.line in skipped for named in found):
                cause = exception(learner, one.raised, STEP, METHOD)
                return replace(cause, seen=f"{cause.seen}, and catches it on line {one.line}")
    return None


def _heads(node: ast.Try | ast.With) -> list[int]:
    """The lines with `except`, or with `with suppress(...)`."""
    return [node.lineno] if isinstance(node, ast.With) else [handler.lineno for handler in node.handlers]
