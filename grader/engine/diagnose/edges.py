"""Diagnose a method that goes wrong at the edges of its domain, or on the data of its second step.

See `exercise.Edge` and `exercise.Apart`.
"""

import numpy as np

from ...observation import Seen
from ..asking import answers
from ..asking.learner import Learner
from ..declaration.case import Case
from ..declaration.exercise import Edge, Method
from ..diagnosis import Named
from ..source.causes import line_of_choice
from .call_failures import trouble
from .lines.blame import Blame
from .lines.trail import follow
from .overlay import with_constants
from .recogniser import Observed, observe, observed_of
from .without_formula import line_of_iteration

SLIPS = {"NameError", "AttributeError", "TypeError", "LookupError", "ImportError", "MemoryError",
         "SystemExit"}  # fmt: skip
"""Exceptions that say nothing about the data: the code that raises them has simply never run before."""
HUGE = 1e6


def diagnose(learner: Learner, method: Method, before: list[Named]) -> list[Named]:
    """The mistakes that the calls at the edges show, each once.

    `before` are the findings on other calls; if there are any, a mere wrong value is not reported here.
    """
    if any(named.mistake in ("returns-none", "wrong-signature") for named in before):
        return []
    found: dict[str, Named] = {}
    for edge in learner.cases.edges:
        if edge.method != method.name:
            continue
        seen = learner.at_edge(edge)
        told = edge.judge(seen)
        if told is not None and not (before and told[0] == method.wrong_value):
            line = _line(learner, method, edge, seen, told[0])
            found.setdefault(told[0], Named(told[0], method.step, line, told[1]))
        elif told is None and not before and (other := trouble(learner, seen, method.step, method.name)):
            found.setdefault(other.mistake, other)
    if len(found) > 1:
        found.pop(method.wrong_value, None)
    vague = [one.line for one in before if one.mistake in (method.wrong_value, "not-finite")]
    known = {one.mistake for one in before}
    return [named for name, named in found.items() if name not in known and named.line not in vague]


def untold(learner: Learner, method: Method, before: list[Named]) -> list[Named]:
    """The findings to keep if an edge shows a mistake: wrong values only in odd calls have the same cause."""
    vague = (method.wrong_value, "not-finite") if learner.is_right_at_first(method.name) else ()
    return [named for named in before if named.mistake not in vague]


def _line(learner: Learner, method: Method, edge: Edge, seen: Seen, mistake: str) -> int | None:
    """The line that warns or raises, else that of the first non-finite value, or the line to blame."""
    if seen.raised is not None:
        return seen.raised.line
    warned = next((line for text, line in seen.warned if line and "underflow" not in text), None)
    trail = follow(learner, method.name, edge.case)
    blame = Blame(learner, method, observed_of(method, edge.case, seen), trail)
    if odd := warned or trail.first_not_finite(learner.outline):
        return blame.respelled(odd)
    (entry,) = with_constants([learner.exercise.catalogue()[mistake]], learner.outline.constants())
    return blame.line_of(entry)


def diagnose_apart(learner: Learner, method: Method, *, beside: bool) -> list[Named]:
    """The first thing that goes wrong on the data of the second step, unless another mistake may be why."""
    assert method.apart is not None
    for words, case in learner.cases.apart(method.name):
        observed = observe(learner, method, case)
        if answers.is_right(learner.exercise, method, observed.seen, case):
            continue
        if beside and not _solves_nothing(learner, method, observed):
            continue
        raised = observed.seen.raised
        if observed.seen.ended is not None or (raised is not None and SLIPS & set(raised.ancestry)):
            found = trouble(learner, observed.seen, method.apart.step, method.name)
            assert found is not None
            return [Named(found.mistake, found.step, found.line, f"{found.seen} ({words})")]
        line = line_of_choice(learner.outline, _line_apart(learner, method, observed))
        said = _said(learner, method, observed)
        return [Named(method.apart.mistake, method.apart.step, line, f"{said} ({words})")]
    return []


def _solves_nothing(learner: Learner, method: Method, observed: Observed) -> bool:
    """Whether a solver refuses its matrix, or finds no solution here, but on the data of the first step."""
    if (raised := observed.seen.raised) is not None:
        return "LinAlgError" in raised.ancestry and "ingular" in raised.message
    if line_of_iteration(learner, follow(learner, method.name, learner.cases["tall"])):
        return False  # it may only need more steps
    plain, here = (_solved(learner, method, case) for case in (learner.cases["tall"], observed.case))
    return any(plain) and bool(here) and not any(here)


def _solved(learner: Learner, method: Method, case: Case) -> list[bool]:
    """Whether each array that a call computes, with as many numbers as an answer, is one in either order."""
    made = (e.value.ravel() for e in follow(learner, method.name, case).events if e.value is not None)
    whole, wrong = [v for v in made if v.size == case.d + 1], method.accepts
    return [not (wrong(case, (v[:-1], v[-1])) and wrong(case, (v[1:], v[0]))) for v in whole if wrong]


def _said(learner: Learner, method: Method, observed: Observed) -> str:
    if observed.seen.raised is not None:
        return f"{method.name} raised {observed.seen.raised.says()}"
    wanted = [np.shape(part) for part in answers.right(learner.exercise, method, observed.case)]
    numbers = observed.numbers
    if not isinstance(numbers, tuple) or [part.shape for part in numbers] != wanted:
        return f"{' or '.join(method.gives)} does not have the shape of the right answer"
    return method.accepts(observed.case, numbers) if method.accepts else "the result is wrong"


def _line_apart(learner: Learner, method: Method, observed: Observed) -> int | None:
    """The line of the first huge or non-finite value, else the line that raised, or of the solver."""
    trail, outline = follow(learner, method.name, observed.case), learner.outline
    if observed.seen.raised is not None:
        return trail.first_not_finite(outline) or observed.seen.raised.line
    largest = max(float(np.max(np.abs(part))) for part in observed.case.args.values() if np.size(part))
    return (
        trail.first(lambda value: not bool((np.abs(value) <= HUGE * max(1.0, largest**2)).all()))
        or trail.solver()
        or outline.line_of_return(method.name)
    )
