"""Diagnose loops over the samples (or, as advice, the features), and memory that grows with n squared."""

import ast

from ...observation import Raised, Seen
from ...sandbox.limits import Ended
from ..asking import answers
from ..asking.learner import Learner
from ..checks import work
from ..diagnosis import Named
from ..source.syntax import STATEMENTS, covers, parts
from .call_failures import trouble
from .shared_helpers import misled

STEP = "vectorization"
SHAPED = ("broadcasts", "wrong-shape", "not-scalar")
WHOLE = {"svd", "qr"}
"""Functions that also return an (n, n) array unless an argument prevents it."""
PER_CALL = {"vectorize", "apply_along_axis", "fromiter", "frompyfunc", "nditer", "ndenumerate", "piecewise"}


def diagnose(learner: Learner, known: list[Named]) -> list[Named]:
    """The findings about work and memory; `known` are the findings of the other steps."""
    return _loops(learner, known) + _squares(learner, known)


def unjudged(learner: Learner) -> list[Named]:
    """The finding that a method raises or loses the worker, but only while its work is counted."""
    for method in learner.written():
        answer = work.look(learner, "counted", method, work.FEW_ROWS)
        if isinstance(answer, Ended):
            seen = Seen(ended=answer)
        else:
            raised = [one["raised"] for one in [answer, *answer.get("counts", ())] if one.get("raised")]
            seen = Seen(raised=Raised.of(raised[0]) if raised else None)
        if (found := trouble(learner, seen, STEP, method)) is not None:
            return [found]
    return []


def _loops(learner: Learner, known: list[Named]) -> list[Named]:
    found: list[Named] = []
    # These two mistakes already mean more steps for more samples.
    steps = any(named.mistake in ("samples left out", "epochs ignored") for named in known)
    for method in learner.written():
        loop = work.loop_over_samples(learner, method)
        if loop is None or (learner.trains(method) and steps) or _takes_rows_for_columns(learner, method):
            continue
        line = line_of_loop(learner, method, loop.lines)
        if not any(_one_place(learner, line, other.line) for other in found):
            found.append(Named("loop-over-samples", STEP, line, loop.says))
    return found


def _takes_rows_for_columns(learner: Learner, method: str) -> bool:
    """Whether a loop is only there because its method takes the rows of X for columns, as already told."""
    if learner.trains(method):
        return False
    one, case = learner.exercise.method(method), learner.cases["tall"]
    values, right = answers.parts(one, learner.on(method, case)), answers.right(learner.exercise, one, case)
    return answers.takes_rows_for_columns(case, [value.content for value in values or ()], right)


def _one_place(learner: Learner, line: int | None, other: int | None) -> bool:
    """Whether two lines probably belong to one loop: they are the same or in the same function."""
    if line is None or other is None or line == other:
        return True
    return learner.outline.function_at(line) is learner.outline.function_at(other)


def _serves(learner: Learner, line: int | None, step: str) -> bool:
    """Whether a line belongs to a helper that a step's method uses."""
    helper = learner.outline.function_at(line)
    method = learner.exercise.method_of(step)
    return bool(helper and method and helper.name in learner.outline.helpers(method.name))


def line_of_loop(learner: Learner, method: str, lines: tuple[int, ...]) -> int | None:
    """The head of the outermost loop in which the work grows, else the line that calls a looping function.

    A loop over the features inside it runs more often too, but only because of the outer loop. One around it
    does not.
    """
    outline = learner.outline
    if not lines:
        function = outline.working(method)
        inside = outline.calls(PER_CALL)
        near = [at for at in inside if function and covers(function, at)]
        return next(iter(near or inside), outline.line_of_method(method))
    busiest = lines[0]
    training = outline.working(learner.training) if learner.trains(method) else None
    loops = [loop for loop in outline.loops_around(busiest) if not _over_epochs(loop, training)]
    if loops:
        growing = [loop for loop in loops if _head(loop) & {*lines}]
        others = [loop for loop in loops if not isinstance(loop, ast.For)]  # their heads may take no work
        return next((loop.lineno for loop in growing or others[-1:] if hasattr(loop, "lineno")), busiest)
    function = outline.function_at(busiest)
    if function is not None and function.name not in outline.graded:
        around = [loop for at in lines[1:] for loop in outline.loops_around(at)]
        called = [loop for loop in around if not _over_epochs(loop, training)]
        if called:  # it does the work of one sample, and a loop calls it
            return getattr(called[-1], "lineno", busiest)
        mapped = outline.calls(PER_CALL | {"map", "reduce"})
        used = (at for at in mapped if outline.serves(at, method) or outline.function_at(at) is None)
        return next(used, busiest)
    return busiest


def _head(loop: ast.AST) -> set[int]:
    """The lines of the head of a loop, or the first line of a comprehension."""
    first: int = getattr(loop, "lineno", 0)
    body = getattr(loop, "body", [])
    return {first, *range(first, body[0].lineno if body else 0)}


def _over_epochs(loop: ast.AST, training: ast.AST | None) -> bool:
    """Whether a loop is the one over the epochs: the first loop statement of the training."""
    return loop is next((n for n in parts(training) if isinstance(n, STATEMENTS)), None)


def _squares(learner: Learner, known: list[Named]) -> list[Named]:
    shaped = [named for named in known if named.mistake.endswith(SHAPED)]
    found: list[Named] = []
    for method in learner.written():
        told = any(learner.exercise.step_of(method) == named.step for named in shaped)
        if told or (learner.trains(method) and misled(learner, shaped, method)):
            continue
        if not work.quadratic_memory(learner, method):
            continue
        line = work.line_of_square(learner, method) or next(iter(learner.outline.calls(WHOLE)), None)
        line = line or learner.outline.line_of_return(method)
        if any(_one_place(learner, line, k.line) or _serves(learner, line, k.step) for k in shaped):
            continue
        if not any(_one_place(learner, line, other.line) for other in found):
            said = f"{method} allocates an array of shape (n, n): 4 times the memory for twice the samples"
            found.append(Named("quadratic-memory", STEP, line, said))
    return found
