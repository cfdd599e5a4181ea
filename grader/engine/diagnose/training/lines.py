"""Find the line of each mistake in `fit` (update, loop, exit, record, ...) from the trail of two epochs."""

import ast
from collections.abc import Callable, Mapping

import numpy as np

from ...asking.learner import Learner
from ...declaration.twist import IGNORED
from ...diagnosis import Named
from ...source.literals import line_of_zero_start
from ...source.loops import (
    line_of_putting_back,
    line_of_removal,
    line_that_asks_in_vain,
    line_that_carries_on,
)
from ...source.syntax import LOOPS, STATEMENTS, endless, parts
from ...training import trajectory
from ...training.descent import is_uneven
from ...training.trajectory import METHOD
from ..lines.formula_trace import only_wrong, same
from ..lines.telltales import event_of_telltale
from ..lines.trail import Event, Trail, along, follow
from ..overlay import with_constants
from . import other_lines, resets
from .changed_steps import changed_in_steps
from .rates import Rates
from .records import Records
from .repairs import repaired
from .samples import altered, inner_loop, line_of_scaling, unpaired
from .steps import EPOCHS, Steps


class FitLines:
    """Finds the line of each mistake in one learner's `fit`; see `Steps`."""

    def __init__(self, learner: Learner, right: bool, lr: float = trajectory.LR) -> None:
        self.learner, self.outline = learner, learner.outline
        self.trail = follow(learner, METHOD, learner.cases["path"], lr=lr, right=right).flat()
        self.exercise = learner.exercise
        self.vector, self.number = learner.exercise.parameters
        self.steps = Steps(learner, self.trail, right, lr)
        self.rates, self.records = Rates(self.steps), Records(self.steps)
        self.right = right

    def of(self, mistake: str) -> int | None:
        """The line to blame for this mistake; the finders that its entry names are tried in turn."""
        entry = self.exercise.catalogue()[mistake]
        found = next((line for name in entry.line_finders if (line := FINDERS[name](self))), None)
        if not entry.line_finders:
            of_loss = entry.step == self.exercise.step_of(self.exercise.descends.loss)
            found = self.formula(mistake, self.records.line if of_loss else None)
        unseen = None if self.trail.events else self.outline.line_of_return(METHOD)
        found = other_lines.respelled(self.steps, other_lines.outward(self.steps, found))
        found = found if UNTRIED & {*entry.line_finders} else changed_in_steps(self.steps, found)
        return found or self.loop() or unseen or self.outline.line_of_method(METHOD)

    def named(self, mistake: str, said: str) -> Named:
        """The finding of this mistake at its line."""
        line, task = self.of(mistake), self.exercise.task
        anew = mistake == IGNORED and task.inertia and line is not None and line == resets.emptied(self.steps)
        again = "; on this line the velocity starts again in every epoch" if anew else ""
        return Named(mistake, trajectory.STEP, line, said + again)

    def update(self) -> int | None:
        """The line that computes the next vector (or else the number), or that stores it in every epoch."""
        event = self.steps.updated
        outside = event is not None and self.outline.function_at(event.line) is None  # as in a descriptor
        return (event.place if outside else event.line) if event else None

    def untwisted(self) -> int | None:
        """The line that should apply the twist."""
        twist = self.exercise.task
        if trajectory.STEP not in twist.steps:
            return self.formula(IGNORED)
        if twist.least_gain is None:
            again = twist.inertia and (resets.emptied(self.steps) or resets.line_of_idle_helper(self.steps))
            return again or (self.rates.unchanged() if twist.rate else None) or self.stepped()
        return self.leave() or line_that_asks_in_vain(self.outline, METHOD) or self.loop()

    def stepped(self) -> int | None:
        """The line of the update or, if a twist asks for other steps, the line on which they go wrong."""
        return (repaired(self.steps) if is_uneven(self.exercise) else None) or self.update()

    def laps(self, run: trajectory.Run) -> float:
        """How often a run gets to the line of the update, which may store several values each time."""
        whole = follow(self.learner, METHOD, run.case, lr=run.lr, epochs=run.epochs, right=self.right)
        many, traced = (trail.times_stored(self.update()) for trail in (whole, self.trail))
        return many * EPOCHS / max(traced, 1)

    def scaled(self) -> int | None:
        """The line that scales or centres the data, outside the other methods."""
        return line_of_scaling(self.own(self.trail), self.learner.cases["path"])

    def started_again(self) -> int | None:
        """The first of several lines that store the vector in every epoch, like a reset before the step."""
        lines = [event.line for event in self.steps.stores[self.vector]]
        repeated = list(dict.fromkeys(line for line in lines if lines.count(line) > 1))
        return repeated[0] if len(repeated) > 1 else None

    def carried_on(self) -> int | None:
        """The line that adds momentum although the task asks for none, found by its text or its numbers."""
        if self.exercise.task.inertia:
            return None
        found = line_that_carries_on(self.outline.nodes, self.exercise.parameters)
        return found or self.rates.second_step()

    def loop(self) -> int | None:
        """The line of the outermost loop around the update, or else of a loop in `fit`."""
        event = self.steps.updated
        around = self._loops_around(event) if event else []
        if event and all(isinstance(n, ast.While) and endless(n) for n in around):
            around = self.outline.loops_around(event.place) or around  # those around the use of a generator
        inside = [n for n in parts(self.outline.working(METHOD)) if isinstance(n, LOOPS)]
        chosen = next(iter(around or inside), None)
        ranges = (at for at in self.outline.calls({"range"}) if self.outline.is_inside(at, METHOD))
        return getattr(chosen, "lineno", None) or next(ranges, None)

    def _loops_around(self, event: Event) -> list[ast.AST]:
        """The loops of the training that lead to an event, or those around it, as in a generator."""
        function = self.outline.function_at(event.line)
        lazy = function is not None and self.outline.line_of_yield(function.name)
        called = () if lazy else self.outline.loops_around(event.place)
        return [*called] or self.outline.loops_around(event.line)

    def count(self) -> int | None:
        """The line that determines the number of steps."""
        if again := self.outline.line_that_rebinds(METHOD, "epochs"):
            return again
        line = self.rates.passed_on() or self.loop()
        limit = self.outline.line_of_limit(line) if line else None
        return limit or other_lines.counted_by(self.steps, line) or line

    def leave(self) -> int | None:
        """The line that exits the loop or, if a twist asks for an early end, its condition."""
        way_out, asked_for = self._way_out(), trajectory.may_end_early(self.exercise)
        if not (way_out and asked_for):
            return way_out
        return other_lines.deciding(self.steps, self.outline.line_of_condition(way_out))

    def _way_out(self) -> int | None:
        """The `return` or `break` inside the loop of `fit` or of the helper that makes the steps."""
        update = self.update()
        loops = [n for n in parts(self.outline.working(METHOD)) if isinstance(n, STATEMENTS)]
        made = [update] if update else [event.line for event in self.own(self.trail).events]
        loops += [loop for line in made for loop in self.outline.loops_around(line)]  # type: ignore[misc]
        found = [line for loop in loops for line in self.outline.returns_inside(loop)]
        early = not found and trajectory.may_end_early(self.exercise)
        return next(iter(other_lines.ways_out(self.outline, loops) if early else found), None)

    def shortened(self) -> int | None:
        """The line that changes `epochs`, exits the loop, or undoes or loses the last step."""
        function, left = self.outline.working(METHOD), self.leave()
        skips = (n.lineno for n in parts(function).of(ast.Continue))
        skipped = min(skips, default=None)  # it skips the rest of an epoch
        idle = other_lines.losses(self.steps, 1) == [] and not skipped  # one epoch does not enter the loop
        recorded = len(other_lines.losses(self.steps) or ())
        if left and trajectory.may_end_early(self.exercise) and recorded == 1:
            left = line_of_zero_start(self.outline, left, METHOD) or left  # it is left at the first loss
        head = other_lines.counted_by(self.steps, self.loop()) or self.loop()
        shorter = self.outline.line_that_rebinds(METHOD, "epochs") or (idle and head) or left
        lost = function is not None and recorded == EPOCHS
        back = line_of_putting_back(function.body, self.exercise.parameters) if function and lost else None
        found = shorter or back or other_lines.stored_late(self.steps) or skipped
        found = found or self.outline.line_of_condition_around(self.update())
        return found or self.outline.line_of_yield_in(head) or head

    def ended(self) -> int | None:
        """The line that exits the loop, if the training may end early and its first steps are right."""
        if not trajectory.may_end_early(self.exercise) or not self.steps.all_right():
            return None
        return self._way_out()

    def ended_late(self) -> int | None:
        """The condition of this exit; if the number of losses is right, it only stands in the wrong place."""
        if not (way_out := self.ended()):
            return None
        whole = trajectory.further(self.learner, trajectory.WHOLE, self.right)
        in_time = all(run.losses is not None and len(run.losses) == run.entries for run in whole)
        exit_here = self.outline.line_of_condition_around(way_out) if in_time else None
        return exit_here or self.leave()

    def miscounted(self) -> int | None:
        """The line that makes the history have more or fewer entries than epochs."""
        outline = self.outline
        dropped = (at for at in self.trail.calls("next") if isinstance(outline.statement_at(at), ast.Expr))
        taken = line_of_removal(outline.working(METHOD)) or next(dropped, None)
        if taken := taken or other_lines.yielded_apart(outline):
            return taken
        added = self.trail.calls_of(*other_lines.RECORDS)
        looped = [event for event in added if self.outline.loops_around(event.place)]
        odd = [event for event in added if event not in looped]
        if several := [event for event in looped if event.call == ".extend"]:
            return several[0].place
        if odd or not looped:
            made = self.outline.line_of_beginning(METHOD) or self.outline.line_of_return(METHOD)
            return odd[0].place if odd else (self.ended() or made)
        around = self.outline.loops_around(looped[0].place)
        once = len({event.line for event in looped}) == len(around) == 1
        if len(looped) == len(self.steps.stores[self.vector]) != EPOCHS or (once and len(looped) > EPOCHS):
            return around[-1].lineno if len(around) > 1 else self.loop()  # type: ignore[attr-defined]
        condition = other_lines.condition_of(outline, looped[0], skipped=len(looped) < EPOCHS)
        if len(looped) == EPOCHS and condition is None:
            odd_start = self.outline.line_of_odd_start(looped[0].line)
            later = odd_start or other_lines.from_here(self.steps, self._way_out())
            return later or self.outline.line_of_return(METHOD)
        return condition or looped[0].place

    def told(self, mistake: str) -> int | None:
        """The line of the first telltale value of a formula's mistake, or else of one that only it computes.

        If a telltale is right by itself and the right predictions exist too, the line that uses it as the
        predictions.
        """
        start, fresh, own = self.steps.start, self.steps.fresh(*self.steps.start), self.own(self.trail)
        case = self.steps.case.at("as fit starts", *start)
        case = case.with_args("as fit sees it", **{self.exercise.descends.predicted: fresh})
        (entry,) = with_constants([self.exercise.catalogue()[mistake]], self.outline.constants())
        event = event_of_telltale(entry.telltales, own, case, lambda line: False)
        if event is None or event.value is None:
            method = self.exercise.method_of(entry.step)
            edits = entry.edits if method is not None and method.name != METHOD else ()
            only = [v for edit in edits for v in only_wrong(self.exercise, method, case, edit)]  # type: ignore[arg-type]
            state = [np.asarray(value, dtype=float) for value in case.start]  # right by itself
            tells = [value for value in only if not any(same(value, part) for part in state)]
            return own.first(lambda seen: any(same(seen, value) for value in tells))
        both = any(text.startswith("last:") for text in entry.telltales) and own.line_of(fresh)
        error = event.value - case.y if both and event.value.shape == case.y.shape else None
        taken = None if error is None else own.first(lambda v: along(v, error) or along(v, -error))
        return taken or event.line

    def own(self, trail: Trail) -> Trail:
        """The events of a trail outside the other graded methods."""
        others, outline = self.outline.graded - {METHOD}, self.outline
        return Trail(tuple(e for e in trail.events if not outline.belongs_to(e.line, others)))

    def formula(self, mistake: str, otherwise: Callable[[], int | None] | None = None) -> int | None:
        """The line of a wrong formula written out in `fit`."""
        if told := self.rates.written_out() or self.steps.scaled_vector() or self.told(mistake):
            return told
        if otherwise is not None:
            return otherwise()
        entry = self.exercise.catalogue()[mistake]
        counted = repaired(self.steps) if mistake == "divided by features" else None
        made = counted or self.steps.gradient_made(mistake)
        handed = made != other_lines.outward(self.steps, made)  # a right method uses that helper too
        scaled = handed or (entry.scales_steps and entry.wrong_part is None)
        return (self.steps.scaled_error() if scaled else None) or made or self.update()


UNTRIED = {"miscounted", "record", "result", "inner_loop"}
"""Those for mistakes in the history or the choice of samples, which no change of an operation shows."""

FINDERS: Mapping[str, Callable[[FitLines], int | None]] = {
    "altered": lambda lines: altered(lines.steps),
    "assigned_number": lambda lines: other_lines.assigned(lines.steps, lines.number),
    "assigned_vector": lambda lines: other_lines.assigned(lines.steps, lines.vector),
    "begun": lambda lines: lines.steps.begun(),
    "carried_on": FitLines.carried_on,
    "clipped": lambda lines: lines.steps.clipped(),
    "copied": lambda lines: other_lines.copied(lines.steps),
    "count": FitLines.count,
    "deepcopied": lambda lines: other_lines.copied_object(lines.trail),
    "ended": FitLines.ended_late,
    "frozen": lambda lines: lines.steps.frozen(),
    "inner_loop": lambda lines: inner_loop(lines.steps),
    "leave": FitLines.leave,
    "left_crosswise": lambda lines: other_lines.left_crosswise(lines.steps),
    "listed_crosswise": lambda lines: other_lines.listed(lines.steps, lines.number, lines.vector),
    "listed_number": lambda lines: other_lines.listed(lines.steps, lines.number),
    "listed_vector": lambda lines: other_lines.listed(lines.steps, lines.vector),
    "loop": FitLines.loop,
    "miscounted": FitLines.miscounted,
    "next": lambda lines: next(iter(lines.trail.calls("next")), None),
    "not_finite": lambda lines: lines.trail.first_not_finite(lines.outline),
    "rate": lambda lines: lines.rates.line(),
    "record": lambda lines: lines.records.line(),
    "rate_later": lambda lines: lines.rates.changed(),
    "repaired": lambda lines: repaired(lines.steps),
    "repeated": lambda lines: lines.rates.repeated(),
    "reset": lambda lines: resets.reset(lines.steps),
    "result": lambda lines: lines.outline.line_of_return(METHOD),
    "scaled": FitLines.scaled,
    "second_update": lambda lines: lines.steps.second_update(),
    "shortened": FitLines.shortened,
    "solver": lambda lines: lines.trail.solver(),
    "stale": lambda lines: other_lines.stale(lines.steps),
    "undoing": lambda lines: lines.steps.undoing(),
    "started_again": FitLines.started_again,
    "unpacking": lambda lines: other_lines.unpacking(lines.steps),
    "unpaired": lambda lines: unpaired(lines.steps),
    "unstored_number": lambda lines: other_lines.left_by(lines.steps, lines.steps.unstored(lines.number)),
    "unstored_vector": lambda lines: other_lines.left_by(lines.steps, lines.steps.unstored(lines.vector)),
    "untwisted": FitLines.untwisted,
    "update": FitLines.stepped,
    "update_left": lambda lines: other_lines.left_by(lines.steps, lines.steps.updated),
}
"""The functions that find a line in a training, by the names that the entries of mistakes use."""
