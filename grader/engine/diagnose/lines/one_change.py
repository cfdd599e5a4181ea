"""Find the line on which one other operation would make the whole answer right.

A line can be wrong only in what it gives to a later one: `total = 0 - offset` before a loop that adds to it.
The worker repeats the call with one operation changed at a time. A line on which a likely change makes the
answer right stays; otherwise the only other line with a likelier one is to blame instead.
"""

import ast
from collections.abc import Callable
from typing import Any

from ....sandbox.limits import Ended
from ...asking.learner import Learner
from ...declaration.case import Case
from ...declaration.exercise import Method


def call_to_change(learner: Learner, method: Method, case: Case) -> dict[str, Any]:
    """The request to repeat a call of a method with one operation changed at a time."""
    ask, gives = learner.requests, method.gives if method.sets else ()
    return ask.changed(method.name, ask.one(method.name, case), gives)


def changed_on(
    learner: Learner, request: dict[str, Any], case: Case, line: int | None,
    elsewhere: Callable[[int], bool],
) -> int | None:  # fmt: skip
    """The line to blame instead of this one, or this one.

    Args:
        learner: the submission.
        request: the call, see `Requests.changed`, with the right answers.
        case: its data.
        line: the line that seems to be wrong.
        elsewhere: whether a line belongs to code that is judged separately.
    """
    outline = learner.outline
    statement = outline.statement_at(line) if outline.function_at(line) else None
    if not request["wanted"] or line is None or statement is None or _has_no_operation(statement):
        return line
    last = max(line, statement.end_lineno or line)
    request = request | {"factors": _factors(learner, case), "at": [line, last]}
    answer = learner.ask(request, request["method"], right="right" in request, aside=True)
    found = [] if isinstance(answer, Ended) else answer.get("repaired", [])
    inside = outline.function_at(line)
    guards = [n for n in outline.nodes if isinstance(n, ast.If) and _holds(n, line)]

    def decides(at: int) -> bool:
        """Whether a change there could only switch the line off, before the statement around it."""
        in_helper = outline.function_at(at) is not inside
        return any(not _holds(guard, at) and not (guard is statement and in_helper) for guard in guards)

    others = [(rank, at) for at, rank in found if at != line and not elsewhere(at) and not decides(at)]
    best = min(rank for rank, _ in others) if others else 0
    here = [rank for at, rank in found if at == line]
    best_others = [at for rank, at in others if rank == best]
    return best_others[0] if len(best_others) == 1 and (not here or best < here[0]) else line


def _factors(learner: Learner, case: Case) -> list[float]:
    """The factors that a mistake puts in or leaves out: sizes of the data, and numbers of the formula."""
    n, d = float(case.n), float(case.d)
    numbers = [k for k in learner.exercise.formula.numbers if k]
    return sorted({-1.0, 2.0, 0.5, n, 1 / n, d, 1 / d, n / d, d / n, *numbers, *(1 / k for k in numbers)})


def _has_no_operation(statement: ast.stmt) -> bool:
    """Whether a statement has no operation: it leaves a loop, or only gives something that exists a name."""
    if isinstance(statement, (ast.Break, ast.Continue)):
        return True
    value = getattr(statement, "value", None) if isinstance(statement, ast.Assign) else None
    return isinstance(value, (ast.Name, ast.Attribute))


def _holds(statement: ast.If, line: int) -> bool:
    """Whether a line is in this statement."""
    return statement.lineno <= line <= (statement.end_lineno or 0)
