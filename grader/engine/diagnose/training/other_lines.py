"""Find other lines of the training than its updates: resets, records, what it unpacks, calls of helpers."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from ....observation import close
from ...asking.answers import losses_of
from ...source.causes import line_of_crossed_sizes
from ...source.literals import lines_of_numbers_read
from ...source.loops import line_of_putting_back
from ...source.outline import Outline
from ...source.syntax import called_name, names_read, parts
from ...training import descent, trajectory
from ...training.trajectory import METHOD
from ..lines.announced import as_announced
from ..lines.trail import Event, Trail
from ..lines.value_replacement import are, tries
from ..shared_helpers import serves_a_right_method
from .repairs import call_that_decides
from .steps import EPOCHS, Steps, crosswise

RECORDS = (".append", ".insert", ".extend", ".appendleft")
REORDERS = (".reverse", ".sort", "reversed", "sorted", "flip")


def stale(steps: Steps) -> int | None:
    """The line that computes the first prediction, or its residual, again after the first step."""
    fresh = steps.fresh(*steps.start)
    late = steps.trail.after(steps.updated) if steps.updated else Trail(())
    event = late.event_of(fresh, fresh - steps.case.y)
    right = event is not None and steps.outline.belongs_to(event.line, steps.outline.graded - {METHOD})
    return (event.place if right else event.line) if event else None


def stored_late(steps: Steps) -> int | None:
    """The line that stores the vector before the step, so that the last step is computed but lost."""
    changes, (vector, _) = steps.stores[steps.vector], steps.right_path(EPOCHS).states[EPOCHS]
    made = steps.trail.line_of(vector)
    lost = made is not None and not close(steps.after(EPOCHS)[0], vector, 1e-9)
    return changes[-1].line if changes and lost else None


def losses(steps: Steps, epochs: int = EPOCHS) -> list[float] | None:
    """The history of so many epochs; None if it is not one of numbers."""
    value = steps.learner.fits(steps.case, (trajectory.LR, epochs), right=steps.right)[0].value
    numbers = None if value is None else losses_of(value)
    return None if numbers is None else [float(number) for number in numbers]


def right_losses(steps: Steps) -> list[float]:
    """The right history of two epochs."""
    return descent.descend(steps.exercise, steps.case, trajectory.LR, EPOCHS, steps.start).losses[:EPOCHS]


def reordering(steps: Steps) -> int | None:
    """The line that reorders the entries of the history."""
    calls = steps.trail.calls_of(*REORDERS)
    return calls[-1].place if calls else steps.outline.line_of_return(METHOD)


def from_the_first_wrong(steps: Steps, history: list[float] | None) -> list[float] | None:
    """A history from its first wrong loss on; all of it if every loss is right."""
    pairs = enumerate(zip(history or (), right_losses(steps), strict=False))
    wrong = next((at for at, pair in pairs if not np.isclose(*pair, rtol=1e-9)), 0)
    return history[wrong:] if history else history


def ways_out(outline: Outline, loops: Iterable[ast.AST]) -> list[int]:
    """The lines that end a training without leaving its loops by `return` or `break`.

    They skip an epoch, raise an exception that the file defines, or head a `while` with two conditions.
    """
    inside = [n for loop in loops for n in ast.walk(loop)]
    own = {n.name for n in outline.classes}
    raising = (n for n in outline.nodes.of(ast.Raise) if outline.serves(n.lineno, METHOD))
    raised = ((n.lineno, getattr(n.exc, "func", n.exc)) for n in raising)
    return [
        *(n.lineno for n in inside if isinstance(n, ast.Continue)),
        *(line for line, made in raised if getattr(made, "id", "") in own),
        *(n.lineno for n in inside if isinstance(n, ast.While) and isinstance(n.test, ast.BoolOp)),
    ]


def deciding(steps: Steps, condition: int) -> int:
    """The line of a condition or, if a name that it compares has a wrong value, where that is computed."""
    function, statement = steps.outline.function_at(condition), steps.outline.statement_at(condition)
    read = names_read(getattr(statement, "test", statement) or ast.Pass())
    own = (n for n in ast.walk(function or ast.Pass()) if isinstance(n, ast.Assign))
    made = [n.lineno for n in own if called_name(n.targets[0]) in read and isinstance(n.value, ast.BinOp)]
    right = right_losses(steps)
    known = [*right, steps.exercise.task.least_gain or 0.0, *np.diff(right), *-np.diff(right)]
    events = [e for e in steps.trail.events if e.line in made and e.value is not None][-1:]
    wrong = (e.line for e in events if not any(np.allclose(e.value, one, 1e-9) for one in known))  # type: ignore[arg-type]
    return next(wrong, condition)


def from_here(steps: Steps, line: int | None) -> int | None:
    """The line or, if it is in a helper, the line of the training that calls that."""
    helper = steps.outline.function_at(line)
    inside = helper is None or helper is steps.outline.working(METHOD)
    called = (e.place for e in steps.trail.events if steps.outline.function_at(e.line) is helper)
    return line if inside else next(called, line)


def condition_of(outline: Outline, event: Event, *, skipped: bool) -> int | None:
    """The line of the condition of an event; if it is `skipped` in some epochs, also of one that skips it."""
    around = filter(None, map(outline.line_of_condition_around, (event.line, event.place)))
    ends = (ast.Return, ast.Continue)
    ifs = (n for n in parts(outline.function_at(event.line)).of(ast.If))
    above = (n.lineno for n in ifs if n.lineno < event.line and isinstance(n.body[-1], ends))
    return next(around, None) or (max(above, default=None) if skipped else None)


def yielded_apart(outline: Outline) -> int | None:
    """The line of a `yield` of the training outside of its loop, if it also has one inside."""
    every = (n.lineno for n in outline.nodes.of(ast.Yield))
    yields = [line for line in every if outline.serves(line, METHOD)]
    apart = [line for line in yields if not outline.loops_around(line)]
    return apart[0] if apart and len(apart) < len(yields) else None


def left_crosswise(steps: Steps) -> int | None:
    """The line after the loop that takes the parameters from the wrong ends of an array."""
    function = steps.outline.working(METHOD)
    if function is None or not crosswise(steps.end, steps.right_end):
        return None
    return line_of_putting_back(function.body, steps.exercise.parameters)


def listed(steps: Steps, *names: str) -> int | None:
    """The line of a list of just these parameters' names, in this order."""
    lists = (n for n in steps.outline.nodes if isinstance(n, (ast.List, ast.Tuple)))
    return next((n.lineno for n in lists if [getattr(e, "value", "") for e in n.elts] == [*names]), None)


def assigned(steps: Steps, name: str) -> int | None:
    """The line of the training that assigns a parameter in every epoch."""
    outline, traced = steps.outline, [event.line for event in steps.trail.events]
    stored = (n for n in outline.nodes.of(ast.Attribute).stores() if n.attr == name)
    lines = (n.lineno for n in stored if outline.is_inside(n.lineno, METHOD))
    helped = (at for at in traced if outline.function_at(at) is not outline.working(METHOD))
    again = {at for at, times in Counter(helped).items() if times >= EPOCHS}
    return next((at for at in lines if outline.loops_around(at) or at in again), None)


def unpacking(steps: Steps) -> int | None:
    """The line that unpacks the pair of gradients, or uses its two parts crosswise."""
    outline, trail = steps.outline, steps.trail
    called = next(iter(trail.calls(steps.exercise.descends.gradients)), None)
    if called and outline.unpacks(called):
        return called
    others = outline.graded - {METHOD}
    own = (e.line for e in trail.events if not outline.belongs_to(e.line, others) and outline.unpacks(e.line))
    whole = (ast.Call, ast.Name)
    values = ((at, getattr(outline.statement_at(at), "value", None)) for at in own)
    if unpacked := next((at for at, value in values if isinstance(value, whole)), None):
        return unpacked
    line = left_by(steps, steps.updated)
    loops = [n for n in outline.loops_around(line) if isinstance(n, ast.For)] if line else []
    paired = [n.lineno for n in loops if parts(n.iter).calls("zip")]
    return next(filter(None, (*paired, line, called, *trail.calls("zip"))), None)


def outward(steps: Steps, line: int | None) -> int | None:
    """The line; if it is in a helper that a right method uses too, the line of the training that calls it.

    The training's own helpers, such as a generator of epochs, count as the training.
    """
    event = next((e for e in steps.trail.events if e.line == line), None)
    for at in (event.line, *event.stack[::-1]) if event else ():
        function = steps.outline.function_at(at)
        if function is not None and function.name in steps.outline.graded - {METHOD}:
            return line if at == line else event.place  # type: ignore[union-attr]
        if function is None or not serves_a_right_method(steps.learner, function.name):
            return at
    return line


def respelled(steps: Steps, line: int | None) -> int | None:
    """The line or, if a number that it reads by name is all that is wrong, the line of that number.

    0 is never tried, because it would only switch something off; so would 1, except as an argument.
    """
    told = line_of_crossed_sizes(steps.outline, line)
    told = told or as_announced(steps.outline, steps.trail, steps.case, line)
    if decided := told or call_that_decides(steps, line):
        return decided
    outline, gain = steps.outline, steps.exercise.task.least_gain
    numbers = {*steps.exercise.formula.numbers} - {0.0, gain}
    below = {event.line for event in steps.trail.events if line in event.stack}
    uses = [("argument", {1.0, *numbers}), ("", numbers), ("operand", {-1.0}), ("flag", {1.0})]
    uses += [("", {gain})] if gain else []  # alone, as tries with 1.0 also turn signs
    for use, tried in uses:
        written = sorted({at for one in (line, *below) for at in lines_of_numbers_read(outline, one, use)})
        if written and (number := next(right_with(steps, tried, written), None)):
            return number
    return line


def right_with(steps: Steps, numbers: Iterable[float], on_lines: Sequence[int]) -> Iterator[int]:
    """Those of the lines on which replacing a number with one of these repairs the longest wrong run.

    A number that happens to equal the number of epochs could repair a short run.
    """
    runs = [run for run in trajectory.runs(steps.learner, steps.right) if run.epochs]
    if trajectory.may_end_early(steps.exercise):
        for what in ("slow", trajectory.WHOLE):
            runs += trajectory.further(steps.learner, what, steps.right)
    wrong = max((r for r in runs if not r.is_right), key=lambda r: r.epochs, default=None)
    if wrong is None:
        return
    from_zero = (np.zeros(wrong.case.d), 0.0)
    right = wrong.descend(wrong.case.start if steps.start[0].any() else from_zero)
    one = steps.learner.requests.one(METHOD, wrong.case, wrong.lr, wrong.epochs)
    replace = partial(tries, steps.learner, METHOD, one, [], right=steps.right)
    for tried in replace(numbers=sorted(numbers), on_lines=on_lines):
        if are(tried.parameters, right.end):
            yield tried.line


def left_by(steps: Steps, event: Event | None) -> int | None:
    """The event's line or, if that is outside the model or in a helper that returns it, what leads there.

    A helper with the loop of the training, or that sets a parameter, is to blame itself.
    """
    if event is None:
        return None
    outline = steps.outline
    inside = outline.is_inside(event.line, METHOD) or outline.loops_around(event.line)
    returned = isinstance(outline.statement_at(event.line), ast.Return) and not inside
    own = (outline.is_in_a_model(event.line) and not returned) or bool(outline.sets(event.line))
    return event.line if own else event.place


def counted_by(steps: Steps, head: int | None) -> int | None:
    """The line of a helper that gives the head of the loop another number than that of the epochs."""
    outline, events = steps.outline, steps.trail.events
    if isinstance(outline.statement_at(head), ast.While):
        return None  # its condition asks whether to go on
    called = (e for e in events if head in e.stack and not outline.belongs_to(e.line, outline.graded))
    numbers = ((e.line, float(e.value)) for e in called if e.value is not None and not e.value.shape)
    return next((line for line, value in numbers if value.is_integer() and value != EPOCHS), None)


def copied(steps: Steps) -> int | None:
    """The line after the loop that puts the parameters into local names, or the one in it that does so."""
    function, names = steps.outline.working(METHOD), steps.exercise.parameters
    late = line_of_putting_back(function.body, names, ast.Name) if function else None
    return late or left_by(steps, steps.copied())


def copied_object(trail: Trail) -> int | None:
    """The line that copies something other than an array, such as the model."""
    made = (event.line for event, result in pairwise(trail.events)
            if event.call in ("deepcopy", "copy") and result.value is None)  # fmt: skip
    return next(made, None)


def misshapen(outline: Outline, trail: Trail, shapes: Mapping[str, tuple[int, ...]]) -> int | None:
    """The line that stores a parameter in a wrong shape, or calls a right method that does."""
    stored = ((event, shape) for name, shape in shapes.items() for event in trail.changed(name))
    wrong = next((e for e, shape in stored if e.value is not None and e.value.shape != shape), None)
    others = outline.graded - {METHOD} | {"__init__"}
    if wrong is None:
        return None
    return wrong.place if outline.belongs_to(wrong.line, others) else wrong.line
