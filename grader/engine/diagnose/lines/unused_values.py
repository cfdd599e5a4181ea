"""Find right values that a method computes but does not use, or uses in a wrong way afterwards."""

import ast
from collections.abc import Sequence
from functools import partial

import numpy as np

from ....observation import alike
from ...asking import answers
from ...asking.learner import Learner
from ...declaration.case import Case
from ...declaration.exercise import Method
from ...source.outline import Outline
from ...source.syntax import FUNCTIONS, is_used_elsewhere, names_of_own, parameters, parts
from ...source.tree import after_docstring
from ..recogniser import Observed
from ..shared_helpers import is_general
from ..without_formula import line_of_iteration
from .formula_trace import between, same, values
from .trail import RETURNED, STORED, Event, Trail


def unused(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The line that discards a right value or, if a name that is never read keeps it, that of the result."""
    outline, case = learner.outline, observed.case
    found = between(learner.exercise, method, case, given=False)
    needed = [value for value in found if value.shape or abs(value) not in (0, 1)]
    last = {event.line: event for event in trail.events if event.value is not None}
    unset = method.sets and not all(trail.changes(name) for name in learner.exercise.parameters)
    for event in last.values():
        dropped = outline.drops(event.line)
        if not (dropped or outline.stores_unread(event.line)):
            continue
        if any(same(event.value, value) for value in needed):  # type: ignore[arg-type]
            if dropped or unset:  # it was meant for the state
                return event.line
            wrong = _wrong(learner, method, observed)
            later = trail.after(event).first(lambda seen, wrong=wrong: any(same(seen, w) for w in wrong))  # type: ignore[misc]
            return later or outline.line_of_return(method.name)
    return None


def answer_lost(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The line that drops the right answer, or turns it into the wrong one."""
    numbers, outline = observed.numbers, learner.outline
    for part, wanted in enumerate(answers.right(learner.exercise, method, observed.case)):
        made = trail.event(partial(same, wanted))
        if made is None or not isinstance(numbers, tuple) or same(numbers[part], wanted):
            continue
        given = {e.line for e in trail.events if e.value is not None and same(e.value, wanted)}
        for line in given & {*made.stack, made.line}:
            if isinstance(outline.statement_at(line), ast.Expr):
                return line
        if trail.until(made).event(partial(same, numbers[part])):
            continue  # the wrong answer was there before
        if later := trail.after(made).event(partial(same, numbers[part])):
            helper = outline.function_at(later.line)
            general = isinstance(helper, FUNCTIONS) and is_general(outline, helper)
            return later.apart(made) if general else later.line
    return None


def in_other_order(numbers: answers.Numbers | str | None, wanted: Sequence[answers.Numbers]) -> bool:
    """Whether an answer is one of the wanted pairs with its parts exchanged."""
    if not isinstance(numbers, tuple) or len(numbers) != 2:
        return False
    pairs = (zip(numbers, right[::-1], strict=True) for right in wanted)
    return any(all(alike(seen, good, 1e-6, 1e-12) for seen, good in pair) for pair in pairs)


def in_other_places(numbers: answers.Numbers | str | None, wanted: Sequence[answers.Numbers]) -> bool:
    """Whether an answer has the entries of a wanted one, but in wrong places: taken apart wrongly."""
    if not isinstance(numbers, tuple):
        return False
    flat = (np.sort(np.concatenate([*map(np.ravel, one)])) for one in (numbers, *wanted))
    seen, *right = flat
    return any(same(seen, one) for one in right)


def taken_apart(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The line that splits the right answer, computed as one array, in a wrong way."""
    right, numbers = answers.right(learner.exercise, method, observed.case), observed.numbers
    if method.sets or len(right) != 2 or not isinstance(numbers, tuple) or len(numbers) != 2:
        return None
    whole = [np.append(*right[::order]) for order in (1, -1)]
    event = trail.event(lambda value: any(same(value, one) for one in whole))
    if event is None:
        return None
    wrong = [*_wrong(learner, method, observed), *(np.append(*numbers[::order]) for order in (1, -1))]
    later = trail.after(event).first(lambda value: any(same(value, one) for one in wrong))
    return later or learner.outline.line_of_return(method.name)


def misshapen(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The first line with the wrong shape of a single answer, if the right formula has no such shape.

    If a loop takes each row for a column, its head.
    """
    numbers, case = observed.numbers, observed.case
    right = answers.right(learner.exercise, method, case)
    if isinstance(numbers, tuple) and answers.takes_rows_for_columns(case, numbers, right):
        line = line_of_iteration(learner, trail)
        return line if line and isinstance(learner.outline.statement_at(line), ast.For) else None
    if method.sets or not isinstance(numbers, tuple) or len(numbers) != 1:
        return None
    shape = np.shape(numbers[0])
    known = values(learner.exercise, method, case, {})
    if any(value.shape == shape for value in (*known, *map(np.asarray, case.args.values()))):
        return None
    return trail.first(lambda value: value.shape == shape and bool(np.ptp(value)))


def added_too_early(method: Method, case: Case, trail: Trail) -> int | None:
    """The line that adds a number of the state to X, to the vector or to their products, not to the sum."""
    numbers = [float(value) for value in case.state.values() if not np.shape(value)]
    vectors = [np.asarray(value) for value in case.state.values() if np.shape(value) == (case.d,)]
    if method.sets or not vectors:
        return None
    known = [case.X, *vectors, *(case.X * vector for vector in vectors)]
    wrong = [part + number for part in known for number in numbers if number]
    return trail.first(lambda value: any(same(value, one) or same(value, one.T) for one in wrong))


def _wrong(learner: Learner, method: Method, observed: Observed) -> list[np.ndarray]:
    """The parts of the answer that are wrong."""
    right, numbers = answers.right(learner.exercise, method, observed.case), observed.numbers
    pairs = zip(numbers, right, strict=False) if isinstance(numbers, tuple) else ()
    return [seen for seen, good in pairs if not same(seen, good)]


def handed_back(outline: Outline, trail: Trail, method: str) -> list[tuple[Event, np.ndarray]]:
    """The returns of helpers that only return a parameter, each with its value."""
    found = []
    for event in trail.calls_of(RETURNED):
        function, statement = outline.function_at(event.line), outline.statement_at(event.line)
        if function is None or function is outline.working(method) or event.value is None:
            continue
        name = statement.value if isinstance(statement, ast.Return) else None
        unchanged = isinstance(name, ast.Name) and name.id in parameters(function)
        if unchanged and len(after_docstring(function)) == 1:
            found.append((event, event.value))
    return found


def unsummed(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The line that should sum a part of the answer, which is one value per sample instead of a number."""
    numbers, outline = observed.numbers, learner.outline
    wanted = answers.right(learner.exercise, method, observed.case)
    if not isinstance(numbers, tuple) or not len(numbers) == len(wanted) > 1:
        return None
    pairs = zip(numbers, wanted, strict=True)
    odd = (k for k, (one, good) in enumerate(pairs) if (one.shape, good.shape) == ((observed.case.n,), ()))
    part = next(odd, None)
    if part is None:
        return None
    made, shape = None, ()
    for raw, event in zip(trail.events, trail.flat().events, strict=True):
        if event.value is None or raw.value is None or not same(event.value, numbers[part]):
            continue
        statement = outline.statement_at(event.line)
        flattened = made is not None and raw.value.shape != shape
        passed_on = event.call == RETURNED or (flattened and isinstance(statement, ast.Return))
        if passed_on and outline.returns_what_is_used(event.line, part):
            return event.line
        handed_on = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call)
        kept = passed_on or (event.call == STORED and handed_on)
        kept = kept or (flattened and bool(names_of_own(statement)))
        if not kept and (made is None or event.line not in made.stack):
            made, shape = event, raw.value.shape
    return (_line_of_entry(outline, made.line) or made.line) if made else None


def _line_of_entry(outline: Outline, line: int) -> int | None:
    """The `return` that puts what the statement on a line assigns into a dictionary beside other results."""
    statement, function = outline.statement_at(line), outline.function_at(line)
    names = {t.id for t in getattr(statement, "targets", ()) if isinstance(t, ast.Name)}
    names = {name for name in names if function and is_used_elsewhere(function, name)}
    for node in parts(function).of(ast.Return):
        entries = node.value.values if isinstance(node.value, ast.Dict) else ()
        if any(isinstance(value, ast.Name) and value.id in names for value in entries):
            return node.lineno
    return None
