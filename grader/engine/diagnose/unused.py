"""What a method computes as the right formula does, and then makes no use of."""

import numpy as np

from .. import answers
from ..exercise import Method
from ..learner import Learner
from .formula_trace import between, same
from .recogniser import Observed
from .trail import Trail


def unused(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """The line that drops what the right formula computes too; where a name keeps it, that of the result."""
    outline, case = learner.outline, observed.case
    found = between(learner.exercise, method, case, given=False)
    needed = [value for value in found if value.shape or abs(value) not in (0, 1)]
    last = {event.line: event for event in trail.events if event.value is not None}
    unset = method.sets and not all(trail.changes(name) for name in learner.exercise.parameters)
    for event in last.values():
        dropped = outline.drops(event.line)
        if not (dropped or outline.stores_in_vain(event.line)):
            continue
        if any(same(event.value, value) for value in needed):  # type: ignore[arg-type]
            if dropped or unset:  # it was meant for the state
                return event.line
            wrong = _wrong(learner, method, observed)
            later = trail.after(event).first(lambda seen, wrong=wrong: any(same(seen, w) for w in wrong))  # type: ignore[misc]
            return later or outline.line_of_return(method.name)
    return None


def taken_apart(learner: Learner, method: Method, observed: Observed, trail: Trail) -> int | None:
    """Where the right answer, computed as one array, is taken apart in a wrong way."""
    right, numbers = answers.right(learner.exercise, method, observed.case), observed.numbers
    if method.sets or len(right) != 2 or not isinstance(numbers, tuple) or len(numbers) != 2:
        return None
    whole = [np.append(*right[::order]) for order in (1, -1)]
    event = trail.event(lambda value: any(same(value, one) for one in whole))
    if event is None:
        return None
    wrong = _wrong(learner, method, observed)
    later = trail.after(event).first(lambda value: any(same(value, one) for one in wrong))
    return later or learner.outline.line_of_return(method.name)


def _wrong(learner: Learner, method: Method, observed: Observed) -> list[np.ndarray]:
    """The parts of the answer that are wrong."""
    right, numbers = answers.right(learner.exercise, method, observed.case), observed.numbers
    pairs = zip(numbers, right, strict=False) if isinstance(numbers, tuple) else ()
    return [seen for seen, good in pairs if not same(seen, good)]
