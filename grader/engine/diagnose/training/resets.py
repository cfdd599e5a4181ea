"""Find the lines that set the parameters, or what a step keeps, to their start, or leave a step as it is."""

from collections.abc import Callable

import numpy as np

from ...source.syntax import covers
from ..lines.formula_trace import same
from ..lines.trail import RETURNED, STORED, Event
from .steps import Steps, stacked


def reset(steps: Steps) -> int | None:
    """The line that resets the parameters between two steps."""
    update = steps.updated
    if update is None:
        return steps.trail.first(_zeros(steps))
    late, zeros = steps.trail.after(update), _zeros(steps)
    stores = [e for e in late.events if e.call == STORED and steps.vector in e.changed]
    emptied = [e for e in stores if e.value is not None and zeros(e.value)]
    if not emptied:  # the number alone may be
        emptied = [e for e in late.changed(steps.number) if e.value is not None and not e.value.any()]
    again = (e for e in emptied if [one.line for one in emptied].count(e.line) > 1)
    stored = next(again, next(iter(emptied), None))
    event = stored or late.event(zeros) or next((e for e in stores if e.line != update.line), None)
    return event.apart(update) if event else update.line


def begun(steps: Steps) -> int | None:
    """The line before the first step that sets the vector, or else that creates one of its size."""
    early = steps.trail.until(steps.updated) if steps.updated else steps.trail
    sizes = {steps.case.d, steps.case.d + 1}
    made = (e for e in early.events if e.value is not None and e.value.ndim == 1 and e.value.size in sizes)
    parts, outline = steps.exercise.collaborators, steps.outline
    own = (e for e in made if not any(outline.is_inside(e.line, part) for part in parts))
    event = next(iter(early.changed(steps.vector)), None) or next(own, None)
    return event.line if event else None


def emptied(steps: Steps) -> int | None:
    """The line of the training that creates zeros again for the second step, as for a velocity."""
    update, zeros = steps.updated, _zeros(steps)
    late = steps.trail.after(update).events if update else ()
    values = [(e, e.value) for e in late if e.value is not None and steps.vector not in e.changed]
    made = (e for e, value in values if zeros(value) or (e.call == STORED and not value.shape and not value))
    parts, outline = steps.exercise.collaborators, steps.outline
    found = (e for e in made if not any(outline.is_inside(e.line, part) for part in parts))
    if event := next(found, None):
        early = steps.trail.until(event).events
        begun = any(e.line == event.line and e.stack != event.stack for e in early)  # there it is right
        helper = outline.function_at(event.line)
        again = begun or (helper is not None and len(outline.calls({helper.name})) > 1)
        return event.stack[-1] if again and event.stack else event.line
    return _made_again(steps, update) if update else None


def _made_again(steps: Steps, update: Event) -> int | None:
    """The line that makes a new object in the second epoch, of the class that makes the steps."""
    outline = steps.outline
    around = [n for n in outline.classes if n not in outline.owners and covers(n, update.line)]
    late = steps.trail.after(update).events if around else ()
    made = (e for e in late if e.stack and covers(around[-1], e.line))
    makers = {"__init__", "__post_init__"}
    return next((e.stack[-1] for e in made if outline.belongs_to(e.line, makers)), None)


def _zeros(steps: Steps) -> Callable[[np.ndarray], bool]:
    return lambda value: value.shape in ((steps.case.d,), (steps.case.d + 1,)) and not value.any()


def line_of_idle_helper(steps: Steps) -> int | None:
    """The line of a helper that computes the second gradient again, or returns it as it is given."""
    outline, update = steps.outline, steps.updated
    vector, number = steps.gradients(*steps.end)
    late = steps.trail.after(update) if update else None
    for slope in (vector, *stacked(vector, number)):
        known = [e for e in (late.events if late else ()) if e.value is not None and same(e.value, slope)]
        for event in known[1:]:
            helper = outline.function_at(event.line)
            inside = [e for e in known if outline.function_at(e.line) is helper and e.stack == event.stack]
            makes = known[0] in inside or any(outline.function_at(at) is helper for at in known[0].stack)
            if event.call == RETURNED and helper and not makes and helper.name not in outline.graded:
                return next((e.line for e in reversed(inside) if e.call != RETURNED), event.line)
    return None
